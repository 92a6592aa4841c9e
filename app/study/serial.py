"""The JSON shapes in the log's columns, and the way there and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypedDict

from app.study.records import Evidence, Judgement, PointVerdict


class PointJson(TypedDict):
    """One element of the column ``verdict.points``."""

    key_point: str
    judgement: str
    confidence: float
    evidence: list[tuple[int, int]]


def dump_points(points: Iterable[PointVerdict]) -> str:
    """Return the text for ``verdict.points``."""
    plain: list[PointJson] = [
        {
            "key_point": point.key_point,
            "judgement": point.judgement.value,
            "confidence": point.confidence,
            "evidence": [(span.start, span.end) for span in point.evidence],
        }
        for point in points
    ]
    return _dump(plain)


def load_points(text: str) -> tuple[PointVerdict, ...]:
    """Return what `dump_points` was given."""
    plain: list[PointJson] = json.loads(text)
    return tuple(
        PointVerdict(
            key_point=point["key_point"],
            judgement=Judgement(point["judgement"]),
            confidence=point["confidence"],
            evidence=tuple(Evidence(start, end) for start, end in point["evidence"]),
        )
        for point in plain
    )


def load_point_judgements(text: str) -> list[tuple[str, Judgement]]:
    """Return key points and judgements alone of what `dump_points` was given, which is quicker."""
    plain: list[PointJson] = json.loads(text)
    return [(point["key_point"], Judgement(point["judgement"])) for point in plain]


def dump_judgements(judgements: Mapping[str, Judgement]) -> str:
    """Return the text for ``overrule.judgements``."""
    return _dump({key_point: judgement.value for key_point, judgement in judgements.items()})


def load_judgements(text: str) -> dict[str, Judgement]:
    """Return what `dump_judgements` was given."""
    plain: dict[str, str] = json.loads(text)
    return {key_point: Judgement(judgement) for key_point, judgement in plain.items()}


def dump_texts(texts: Iterable[str]) -> str:
    """Return the text for a column that lists ids or words."""
    return _dump(list(texts))


def load_texts(text: str) -> tuple[str, ...]:
    """Return what `dump_texts` was given."""
    return tuple(json.loads(text))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
