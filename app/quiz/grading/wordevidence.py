"""What the words of an answer tell by themselves: shares, numbers, negations, lengths."""

from __future__ import annotations

import math
import re
from dataclasses import astuple, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from app.content.words import numbers, words
from app.quiz.grading.answers import Rubric
from app.quiz.lexical import Lexicon

_FRAGMENT = 4
_LONGEST_RATIO = 2.0
_RUN = re.compile(r"\w+")
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|neither|nor|without|cannot|instead|rather|unlike"
    r"|kein\w*|nicht|nie|ohne|nunca|sin|pas|jamais)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WordEvidence:
    """What an answer's words tell of one rubric; every share is weighted and in [0, 1].

    Attributes
    ----------
    coverage : float
        Of the words of the best covered reference, without those of the question, the share that
        the answer has (question-word demoting, Sultan et al. 2016).
    coverage_with_question : float
        The same of the first reference, the question's words counted too.
    precision : float
        Of the answer's words, the share that a reference has.
    question_share : float
        Of the answer's words, the share that only the question has.
    foreign_share : float
        Of the answer's words, the share that nothing of the rubric has.
    misconception_coverage : float
        Coverage of the best covered misconception, by words that no reference has.
    fragments : float
        Of the first reference's pieces of four characters that the question does not have, the
        share that the answer has: it survives typing errors and inflections.
    foreign_number, missing_number : float
        1 when the answer has a number that nothing of the rubric has, or lacks one that the first
        reference has beyond the question, else 0.
    negation_differs : float
        1 when exactly one of answer and first reference negates anything, else 0.
    length, reference_length : float
        Logarithm of one plus the number of words.
    length_ratio : float
        Their difference, at most 2.
    """

    coverage: float
    coverage_with_question: float
    precision: float
    question_share: float
    foreign_share: float
    misconception_coverage: float
    fragments: float
    foreign_number: float
    missing_number: float
    negation_differs: float
    length: float
    reference_length: float
    length_ratio: float

    def row(self) -> NDArray[np.float64]:
        """Return the figures in the order of :data:`WORD_FEATURES`."""
        return np.array(astuple(self))


WORD_FEATURES = tuple(field.name for field in fields(WordEvidence))


def word_evidence(lexicon: Lexicon, rubric: Rubric, answer: str) -> WordEvidence:
    """Return what the words of an answer tell."""
    first, question = rubric.references[0], rubric.question
    said = set(words(answer))
    right = {word for text in (*rubric.references, *rubric.also) for word in words(text)}
    asked = set(words(question))
    wrong = {word for text in rubric.misconceptions for word in words(text)}
    every_reference = " ".join((*rubric.references, *rubric.also))
    known = numbers(f"{every_reference} {question}")
    own = _fragments(first) - _fragments(question)
    length, expected = (math.log(1 + len(text.split())) for text in (answer, first))
    return WordEvidence(
        coverage=max(
            lexicon.coverage(text, answer, question) for text in (*rubric.references, *rubric.also)
        ),
        coverage_with_question=lexicon.coverage(first, answer),
        precision=lexicon.share(said & right, said),
        question_share=lexicon.share(said & asked - right, said),
        foreign_share=lexicon.share(said - right - asked - wrong, said),
        misconception_coverage=max(
            (
                lexicon.coverage(text, answer, f"{question} {every_reference}")
                for text in rubric.misconceptions
            ),
            default=0.0,
        ),
        fragments=len(own & _fragments(answer)) / len(own) if own else 0.0,
        foreign_number=float(bool(numbers(answer) - known)),
        missing_number=float(bool(numbers(first) - numbers(question) - numbers(answer))),
        negation_differs=float(bool(_NEGATION.search(answer)) != bool(_NEGATION.search(first))),
        length=length,
        reference_length=expected,
        length_ratio=min(length - expected, _LONGEST_RATIO),
    )


def _fragments(text: str) -> set[str]:
    plain = f" {' '.join(_RUN.findall(text.lower()))} "
    return {plain[i : i + _FRAGMENT] for i in range(len(plain) - _FRAGMENT + 1)}
