"""What the model says after a verdict, about what an answer lacks, checked before it is kept."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.content.sentences import SENTENCE_STOP
from app.content.types import KeyPoint
from app.model.errors import EngineError
from app.model.protocol import Engine, Prompt, Sampling
from app.quiz.grading.cleaning import says_something, visible
from app.quiz.grounding import Material, begun
from app.quiz.lexical import Lexicon
from app.quiz.prompts import PromptTemplate
from app.quiz.question import Question
from app.quiz.remarks import LONGEST, refusal
from app.quiz.speech import Speech
from app.study.records import Judgement, PointVerdict

SAMPLING = Sampling(max_tokens=110, temperature=0.3, stop=("\n",))
_EVEN = Lexicon()
_FAULTS = {True: "contradicts", False: "does not say"}
_THIRD_PERSON = re.compile(r"\b([Tt])he learner['’]s\b")
_SENTENCE_END = re.compile(rf"{SENTENCE_STOP}(?=\s+\S)")


def expected_prompt(template: PromptTemplate, question: Question, answer: str = "") -> Prompt:
    """Return the prompt for feedback on an answer that begins like this one and says nothing.

    Whatever the verdict will be, that prompt differs from this one in its last lines only.
    """
    return _prompt(
        template, question, answer, {point.id: Judgement.MISSED for point in question.key_points}
    )


def feedback_prompt(
    template: PromptTemplate, question: Question, answer: str, points: Sequence[PointVerdict]
) -> Prompt | None:
    """Return the prompt for feedback on what an answer lacks; None if there is nothing to say."""
    lacking = _lacking(points)
    return (
        _prompt(template, question, answer, lacking) if lacking and says_something(answer) else None
    )


def write_feedback(
    engine: Engine,
    template: PromptTemplate,
    question: Question,
    answer: str,
    points: Sequence[PointVerdict],
    lexicon: Lexicon = _EVEN,
) -> Generator[Speech, None, None]:
    """Yield the model's feedback on what was not covered, each time that there is more or less.

    It ends before the first sentence that :func:`refusal` refuses: with nothing, when that is the
    first. What was yielded last, also before an error, has no draft. It ends at once when the
    generator is closed. ``lexicon`` says how much each word tells; without one all words tell the
    same.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    prompt = feedback_prompt(template, question, answer, points)
    if prompt is None:
        return
    lacking = _lacking(points)
    spoken_of = tuple(point for point in question.key_points if point.id in lacking)
    material = Material(question.text, answer, spoken_of, lexicon)
    stream = engine.generate(prompt, SAMPLING)
    try:
        yield from checked_speech(stream, prompt.reply_start, material)
    finally:
        stream.cancel()


def checked_speech(
    pieces: Iterable[str], reply_start: str, material: Material
) -> Generator[Speech, None, None]:
    """Yield what a model writes as far as it may be shown; it ends before what is refused."""
    # The reply may begin with words of ours, so that it speaks to the learner; they are shown with
    # the model's first words or not at all. Without them, some models begin with a space.
    kept = [reply_start]
    speech = Speech()
    try:
        for written, whole in _sentences(pieces):
            text = _THIRD_PERSON.sub(_to_you, written)
            refused = refusal(text, material, kept, whole=whole) is not None
            if whole and refused:
                break
            if whole:
                kept.append(text)
                speech = Speech("".join(kept).lstrip())
                yield speech
            elif not refused:
                draft = text if speech.kept else (reply_start + text).lstrip()
                speech = replace(speech, draft=draft)
                yield speech
    except EngineError:
        if speech.draft:
            yield Speech(speech.kept)
        raise
    if speech.draft:
        yield Speech(speech.kept)


def _to_you(match: re.Match[str]) -> str:
    """Return how the learner is spoken to, who is asked to be told but often told about."""
    return "Your" if match[1] == "T" else "your"


def _sentences(pieces: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each sentence as it grows and when it is whole, and at last what stands behind it."""
    text = shown = ""
    for piece in pieces:
        text += piece
        while match := _SENTENCE_END.search(text):
            yield text[: match.end()], True
            text, shown = text[match.end() :], ""
        if len(text.split()) > LONGEST:
            break
        beginning = begun(text)
        if len(beginning) > len(shown):
            shown = beginning
            yield shown, False
    if text.strip():
        yield text.rstrip(), True


def _prompt(
    template: PromptTemplate, question: Question, answer: str, lacking: Mapping[str, Judgement]
) -> Prompt:
    """Return the prompt: first what is known when the question is asked, at last the verdict."""
    points = question.key_points
    several = len(points) > 1
    return template.fill(
        question=question.text,
        quotes=" ".join(point.quote for point in points),
        claims=" ".join(
            f"({point.topic}) {point.claim}" if several else point.claim for point in points
        ),
        answer=visible(answer).strip(),
        faults=" and ".join(_faults(points, lacking)),
    )


def _faults(points: Sequence[KeyPoint], lacking: Mapping[str, Judgement]) -> Iterator[str]:
    """Yield what an answer contradicts and what it does not say."""
    for contradicts, fault in _FAULTS.items():
        named = [
            point.topic
            for point in points
            if point.id in lacking and (lacking[point.id] is Judgement.CONTRADICTED) is contradicts
        ]
        if len(named) == len(points):
            yield f"{fault} what a full answer says"
        elif named:
            yield f"{fault} what a full answer says of {' and of '.join(named)}"


def _lacking(points: Sequence[PointVerdict]) -> dict[str, Judgement]:
    """Return the key points that a verdict does not find covered, with what it finds."""
    return {
        point.key_point: point.judgement
        for point in points
        if point.judgement is not Judgement.COVERED
    }
