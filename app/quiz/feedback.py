"""What the model says after a verdict, about what an answer lacks."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence

from app.model.protocol import Engine, Sampling
from app.quiz.prompts import PromptTemplate
from app.quiz.question import Question
from app.study.records import Judgement, PointVerdict

LONGEST = 60
"""Words of the model's feedback."""
_SENTENCE_END = re.compile(r"[.!](?=\s+\S)")
_PRAISE = re.compile(
    r"\byou(?:r answer)? (?:is|are|was) (?:\w+ )?(?:correct|right|accurate|good)\b"
    r"|\b(?:correctly|well done|good job|great)\b",
    re.IGNORECASE,
)
SAMPLING = Sampling(max_tokens=110, temperature=0.3, stop=("\n\n", "\n#"))


def write_feedback(
    engine: Engine,
    template: PromptTemplate,
    question: Question,
    answer: str,
    points: Sequence[PointVerdict],
) -> Generator[str, None, None]:
    """Yield the model's feedback on what was not covered, sentence by sentence.

    It ends after :data:`LONGEST` words, at once when the generator is closed.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    lacking = _lacking(question, points)
    if not lacking or not any(character.isalnum() for character in answer):
        return
    contradicts = any(point.judgement is Judgement.CONTRADICTED for point in points)
    prompt = template.fill(
        question=question.text,
        answer=answer,
        fault="contradicts" if contradicts else "does not say",
        claims=" ".join(claim for claim, _ in lacking),
        quotes=" ".join(quote for _, quote in lacking),
    )
    stream = engine.generate(prompt, SAMPLING)
    # The reply begins with words of ours, so that it speaks to the learner.
    said = prompt.reply_start
    shown = 0
    try:
        for piece in stream:
            said += piece
            # A sentence is shown when it is whole: what is broken off is never seen.
            end = _end_of_sentence(said, shown)
            if len(said[: end or len(said)].split()) > LONGEST:
                return
            if _PRAISE.search(said[:end]):
                # A small model may praise what the verdict refuses; that is not passed on.
                return
            if end > shown:
                yield said[shown:end]
                shown = end
        if (
            said.rstrip().endswith((".", "!"))
            and not _PRAISE.search(said)
            and len(said.split()) <= LONGEST
            and shown < len(said)
        ):
            yield said[shown:].rstrip()
    finally:
        stream.cancel()


def _end_of_sentence(text: str, start: int) -> int:
    """Return where the last whole sentence after ``start`` ends, or ``start`` if there is none."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start)]
    return ends[-1] if ends else start


def _lacking(question: Question, points: Sequence[PointVerdict]) -> list[tuple[str, str]]:
    """Return claim and quote of each key point that a verdict does not find covered."""
    short = {point.key_point for point in points if point.judgement is not Judgement.COVERED}
    return [(point.claim, point.quote) for point in question.key_points if point.id in short]
