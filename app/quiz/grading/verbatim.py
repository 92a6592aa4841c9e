"""Answers that say a key point in the guide's own words, which need no judging.

Misconceptions are worded as their claim is, so to the grader's measures the claim itself is as near
to them as an answer can be; nobody who answers in words of their own comes that near.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.quiz.grading.answers import Rubric
from app.quiz.grading.passages import sentences

Span = tuple[int, int]


def said_verbatim(answer: str, rubrics: Sequence[Rubric]) -> list[tuple[Span, ...]]:
    """Return, for each rubric, the sentences of an answer that say it word for word.

    They are empty unless all sentences of the claim are there. An answer with any other sentence
    says nothing verbatim, since that one may take the rest back.
    """
    found = {span: _plain(answer[slice(*span)]) for span in sentences(answer)}
    wordings = [[_sentences_of(text) for text in rubric.references] for rubric in rubrics]
    known = {sentence for each in wordings for wording in each for sentence in wording}
    if not set(found.values()) <= known:
        return [()] * len(rubrics)
    said = set(found.values())
    complete = [
        {sentence for wording in each if wording and wording <= said for sentence in wording}
        for each in wordings
    ]
    return [
        tuple(span for span, sentence in found.items() if sentence in wanted) for wanted in complete
    ]


def _sentences_of(text: str) -> frozenset[str]:
    return frozenset(_plain(text[slice(*span)]) for span in sentences(text))


def _plain(sentence: str) -> str:
    """Return a sentence without what typing it off may change; signs of numbers stay."""
    return " ".join(sentence.casefold().replace("’", "'").split()).strip(" .!")
