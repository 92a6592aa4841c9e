"""One narrower question right after a miss, on exactly what was missed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.content.types import KeyPoint
from app.quiz.cloze import Cloze, judge_cloze, make_cloze
from app.quiz.lexical import Lexicon
from app.quiz.outcome import Outcome
from app.quiz.question import Question, origin_of, short_questions
from app.study.records import Format, Judgement, PointVerdict

MOST_LEFT = 0.55
"""Share of a claim's telling weight that stays when it is asked with gaps: it was just read."""
_LACKING = (Judgement.MISSED, Judgement.CONTRADICTED)
# What was contradicted is more urgent: something wrong is believed.
_FIRST = {Judgement.CONTRADICTED: 0, Judgement.MISSED: 1}


def missed_point(outcome: Outcome, sure_from: float) -> KeyPoint | None:
    """Return the key point to follow up: surely contradicted, else surely missed; None if none is.

    Parameters
    ----------
    sure_from : float
        Confidence from which a judgement is believed.
    """
    lacking = [
        point
        for point in outcome.verdict.points
        if point.judgement in _LACKING and point.confidence >= sure_from
    ]
    lacking.sort(key=lambda point: _FIRST[point.judgement])
    by_id = {point.id: point for point in outcome.question.key_points}
    return by_id[lacking[0].key_point] if lacking else None


def follow_up_question(
    point: KeyPoint,
    transition: str,
    *,
    asked: str,
    flagged: Collection[str],
    times: Mapping[str, int],
    lexicon: Lexicon,
    narrower: Question | None = None,
) -> Question | None:
    """Return the question to ask after a miss: ours, else the model's, else the claim with gaps.

    Parameters
    ----------
    asked : str
        Id of the question that was answered; it is not asked again at once.
    flagged : collection of str
        Ids of questions out of use.
    times : mapping of str to int
        How often each of our questions was asked; the least asked comes first.
    narrower : Question, optional
        One that the model wrote and that passed its checks.
    """
    ours = [
        each
        for each in short_questions(point, transition)
        if each.id != asked and each.id not in flagged
    ]
    if ours:
        return min(ours, key=lambda question: times.get(question.id, 0))
    if narrower is not None and narrower.id not in flagged:
        return narrower
    gaps = cloze_question(point, transition, lexicon)
    return gaps if gaps.blanks and gaps.id not in flagged else None


def cloze_question(point: KeyPoint, transition: str, lexicon: Lexicon) -> Question:
    """Return the claim of a key point with gaps to fill."""
    cloze = make_cloze(point.claim, point.topic, lexicon, most_left=MOST_LEFT)
    return Question(
        id=f"{point.id}/cloze",
        text=f"Fill in what is left out: {cloze.text}",
        transition=transition,
        key_points=(point,),
        format=Format.SHORT,
        origin=origin_of(point.worded_by),
        blanks=cloze.missing,
        worded_by=point.worded_by,
    )


def judge_gaps(question: Question, answer: str, lexicon: Lexicon) -> tuple[PointVerdict, ...]:
    """Return the verdict on an answer to a question with gaps; code alone comes to it."""
    judgement = judge_cloze(Cloze(question.text, question.blanks), answer, lexicon)
    return tuple(PointVerdict(point.id, judgement, 1.0) for point in question.key_points)
