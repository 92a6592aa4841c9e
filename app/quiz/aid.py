"""Help in a session: hints on the question that is asked, and one question more after a miss."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from app.content.guide_place import Place, place_of
from app.content.types import Guide, KeyPoint
from app.quiz.follow_up import follow_up_question, judge_gaps, missed_point
from app.quiz.gaps.gap import Filled
from app.quiz.gaps.hints import gap_hint
from app.quiz.gaps.judging import judge_filled
from app.quiz.gaps.making import gap_questions, least_asked
from app.quiz.gaps.vocabulary import Vocabulary
from app.quiz.hints import STEPS, make_hint
from app.quiz.lexical import Lexicon
from app.quiz.outcome import Outcome
from app.quiz.question import Question, model_question, short_questions
from app.quiz.scenarios import scenario_questions
from app.study.log import StudyLog
from app.study.records import Format, Hint, PointVerdict


class Aid:
    """Gives hints and finds follow-ups, gaps and scenarios, from the guides and the study log.

    Parameters
    ----------
    guides : iterable of Guide
        Where key points stand.
    lexicon : Lexicon
        How much each word tells.
    """

    def __init__(self, guides: Iterable[Guide], lexicon: Lexicon) -> None:
        self._guides = {guide.skill: guide for guide in guides}
        self._lexicon = lexicon

    def has_hint(self, question: Question, given: int) -> bool:
        """Whether there is another hint after so many; it is not made yet.

        Options are a hint already: among them the claim itself is in sight.
        """
        return given < STEPS and question.format is not Format.CHOICE and not question.blanks

    def next_hint(self, question: Question, given: int) -> Hint | None:
        """Return the hint after so many; None when there is none more, or none at all."""
        if not self.has_hint(question, given):
            return None
        if question.gaps:
            return gap_hint(given + 1, question)
        return make_hint(given + 1, question, self._place(question), self._lexicon)

    def follow_up(self, outcome: Outcome, log: StudyLog, sure_from: float) -> Question | None:
        """Return a narrower question on what an answer surely missed; None if it missed nothing."""
        point = missed_point(outcome, sure_from)
        if point is None:
            return None
        transition = outcome.question.transition
        worded = [
            model_question(point, transition, kept.id, kept.worded.text)
            for kept in log.worded(transition, [point.id])[point.id]
            if kept.is_fresh and kept.id and not kept.worded.options
        ]
        return follow_up_question(
            point,
            transition,
            asked=outcome.question.id,
            flagged=log.flagged(),
            times=log.times_asked(each.id for each in short_questions(point, transition)),
            lexicon=self._lexicon,
            narrower=worded[0] if worded else None,
        )

    def judge_gaps(self, question: Question, answer: str) -> tuple[PointVerdict, ...]:
        """Return the verdict on what was filled into gaps; no model is asked."""
        return judge_gaps(question, answer, self._lexicon)

    def gap_question(self, point: KeyPoint, transition: str, log: StudyLog) -> Question | None:
        """Return the question with gaps on a key point that was asked least; None if none is good.

        What belongs to the claim alone is left out, and never a word that is in sight elsewhere.
        """
        made = gap_questions(point, transition, self._lexicon, self._vocabulary)
        times = log.times_asked(each.id for each in made)
        return least_asked(made, log.flagged(), times)

    def judge_filled(self, question: Question, typed: Sequence[str]) -> tuple[Filled, ...]:
        """Return how what was typed into each gap of a question fits; no model is asked."""
        return judge_filled(question.gaps, typed, question.text, self._vocabulary)

    def scenarios(self) -> list[Question]:
        """Return the open problems of the guides."""
        return scenario_questions(self._guides.values())

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary.of(self._guides.values())

    def _place(self, question: Question) -> Place | None:
        guide = self._guides.get(question.skill)
        return place_of(guide, question.key_points[0]) if guide is not None else None
