"""Grading a short answer: the engine's log-probabilities and lexical evidence, combined in code."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np

from app.content.types import KeyPoint
from app.content.words import numbers
from app.model.protocol import Engine, Prompt
from app.quiz.calibration import FARTHEST, Calibration, Features
from app.quiz.lexical import Lexicon, evidence
from app.quiz.prompts import PromptTemplate
from app.quiz.question import Question
from app.study.records import Judgement, PointVerdict


@dataclass(frozen=True)
class Graded:
    """What an answer does with each key point; ``model`` is None when no model was needed."""

    points: tuple[PointVerdict, ...]
    model: str | None


def grading_prefix(template: PromptTemplate, question: Question, point: KeyPoint) -> Prompt:
    """Return the prompt up to the answer, so that it can be evaluated while the learner types."""
    return _prompt(template, question, point, "")


def grade(
    engine: Engine,
    template: PromptTemplate,
    calibration: Calibration,
    lexicon: Lexicon,
    question: Question,
    answer: str,
) -> Graded:
    """Return the verdict on each key point of a question.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    if not any(character.isalnum() for character in answer):
        missed = (PointVerdict(point.id, Judgement.MISSED, 1.0) for point in question.key_points)
        return Graded(tuple(missed), None)
    points = []
    for point in question.key_points:
        found = features(engine, template, lexicon, question, point, answer)
        points.append(_verdict(calibration, found, lexicon, question, point, answer))
    return Graded(tuple(points), engine.info().model)


def features(
    engine: Engine,
    template: PromptTemplate,
    lexicon: Lexicon,
    question: Question,
    point: KeyPoint,
    answer: str,
) -> Features:
    """Return what is measured of an answer for one key point of its question.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    shown, place = _statements(point)
    numbered = [f" {number}" for number in range(len(shown) + 1)]
    scored = engine.score(_prompt(template, question, point, answer), numbered)
    said = np.array([each.log_probability for each in scored])
    claim, nothing = said[place], said[0]
    misconceptions = np.logaddexp.reduce(np.delete(said, [0, place]))
    return Features(
        claim_over_misconceptions=_bounded(claim - misconceptions),
        something_over_nothing=_bounded(np.logaddexp(claim, misconceptions) - nothing),
        **lexical_features(lexicon, question, point, answer),
    )


def _bounded(difference: float) -> float:
    return float(min(max(difference, -FARTHEST), FARTHEST))


def lexical_features(
    lexicon: Lexicon, question: Question, point: KeyPoint, answer: str
) -> dict[str, float]:
    """Return what the words alone tell of an answer for one key point."""
    reference = f"{point.claim} {point.answer}"
    known = numbers(f"{reference} {question.text} {point.quote}")
    return {
        "coverage": max(
            lexicon.coverage(text, answer, question.text) for text in (point.claim, point.answer)
        ),
        "misconception_coverage": max(
            lexicon.coverage(wrong.claim, answer, f"{question.text} {reference}")
            for wrong in point.misconceptions
        ),
        "foreign_numbers": float(bool(numbers(answer) - known)),
    }


def _verdict(
    calibration: Calibration,
    found: Features,
    lexicon: Lexicon,
    question: Question,
    point: KeyPoint,
    answer: str,
) -> PointVerdict:
    probabilities = calibration.probabilities(found)
    judgement = max(probabilities, key=lambda each: probabilities[each])
    spans = (
        evidence(lexicon, f"{point.claim} {point.answer}", answer, question.text)
        if judgement is not Judgement.MISSED
        else ()
    )
    return PointVerdict(point.id, judgement, probabilities[judgement], spans)


def _statements(point: KeyPoint) -> tuple[list[str], int]:
    """Return the claim among its misconceptions, and its number from 1.

    The place is drawn by the key point's id: always the same, so that the prompt can be evaluated
    ahead, and different from one key point to the next, so that no number is favoured.
    """
    shown = [wrong.claim for wrong in point.misconceptions]
    place = random.Random(point.id).randint(0, len(shown))  # noqa: S311 - no secret
    shown.insert(place, point.claim)
    return shown, place + 1


def _prompt(template: PromptTemplate, question: Question, point: KeyPoint, answer: str) -> Prompt:
    shown, _ = _statements(point)
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(shown, 1))
    return template.fill(question=question.text, statements=listed, answer=answer)
