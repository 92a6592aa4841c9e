"""The JSON that the command line prints: a contract, changed only by adding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fsrs import Rating

from app.quiz.outcome import Outcome
from app.study.records import Answer, Confidence, Judgement, LogEntry, Verdict


def outcome_as_json(outcome: Outcome, feedback: str) -> dict[str, Any]:
    """Return one answered question of a quiz."""
    judgements = {point.key_point: point.judgement for point in outcome.verdict.points}
    return {
        "answer_id": outcome.answer_id,
        "skill": outcome.question.skill,
        "question_id": outcome.question.id,
        "question": outcome.question.text,
        "format": outcome.question.format.value,
        "origin": outcome.question.origin.value,
        "answer": outcome.text,
        "verdict": _verdict(
            outcome.verdict, outcome.verdict.score, outcome.text, judgements, outcome.ratings
        ),
        "feedback": feedback or None,
        "hints": [hint.text for hint in outcome.hints],
        "follows": outcome.follows or None,
        "sure": _sure(outcome.confidence),
        "worded_by": outcome.question.worded_by.value,
        "key_points_worded_by": {
            point.id: point.worded_by.value for point in outcome.question.key_points
        },
    }


def entry_as_json(entry: LogEntry) -> dict[str, Any]:
    """Return one answered question of the study log with everything that holds about it now."""
    answer: Answer = entry.answer
    verdict = entry.verdict
    return {
        "answer_id": entry.id,
        "at": entry.at.isoformat(),
        "transition": answer.transition,
        "skill": answer.skill,
        "question_id": answer.question_id,
        "question": answer.question,
        "format": answer.format.value,
        "origin": answer.origin.value,
        "answer": answer.text,
        "seconds": round(answer.seconds, 1),
        "verdict": _verdict(verdict, entry.score, answer.text, entry.judgements, entry.ratings)
        if verdict is not None
        else None,
        "overruled": entry.overruled,
        "flagged": entry.flagged,
        "feedback": entry.feedback.text if entry.feedback is not None else None,
        "hints": [hint.text for hint in answer.hints],
        "follows": answer.follows or None,
        "sure": _sure(answer.confidence),
    }


def _sure(confidence: Confidence | None) -> str | None:
    return None if confidence is None else confidence.name.lower()


def _verdict(
    verdict: Verdict,
    score: float | None,
    text: str,
    judgements: Mapping[str, Judgement],
    ratings: Mapping[str, Rating],
) -> dict[str, Any]:
    return {
        "score": score,
        "confidence": verdict.confidence,
        "grader": verdict.grader.value,
        "model": verdict.model,
        "key_points": [
            {
                "id": point.key_point,
                "judgement": judgements[point.key_point].value,
                "confidence": point.confidence,
                "evidence": [text[span.start : span.end] for span in point.evidence],
                "rating": ratings[point.key_point].name.lower()
                if point.key_point in ratings
                else None,
            }
            for point in verdict.points
        ],
    }
