"""Loading a guide: the study text for one skill, with the key points that the quiz asks."""

from __future__ import annotations

import re
from pathlib import Path

from app.content.document import Document, read_document
from app.content.errors import ContentError, Problem
from app.content.fields import Fields
from app.content.plaintext import fold, plain_text
from app.content.types import (
    AuthoredQuestion,
    Guide,
    KeyPoint,
    Level,
    Misconception,
    Scenario,
    Source,
)

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

LONGEST_CLAIM = 35
"""Words in a claim; more than that is more than one claim."""


def load_guide(path: Path, transition: str) -> Guide:
    """Load and check the guide of one skill of a transition.

    Raises
    ------
    ContentError
        The file cannot be used; the error lists every problem with its line.
    """
    document = read_document(path)
    problems: list[Problem] = []
    fields = Fields(document, problems)
    skill = fields.slug("skill")
    if skill and skill != path.stem:
        fields.problem("file-name", f"`skill` is “{skill}”, but the file is {path.name}", "skill")
    title = fields.text("title")
    updated = fields.text("updated")
    if updated and not _DATE.fullmatch(updated):
        fields.problem("date", f"`updated` is “{updated}”; write it as 2026-11-23", "updated")
    sources = {key: _source(key, entry) for key, entry in fields.mappings("sources")}
    key_points = _key_points(document, fields, skill, sources)
    scenarios = _scenarios(fields, skill, {point.id for point in key_points})
    if problems:
        raise ContentError(problems)
    return Guide(
        transition=transition,
        skill=skill,
        title=title,
        updated=updated,
        sources=sources,
        key_points=key_points,
        scenarios=scenarios,
        source=document.body,
        body_line=document.body_line,
        path=path,
    )


def _source(key: str, fields: Fields) -> Source:
    return Source(
        key=key,
        authors=fields.text("authors"),
        title=fields.text("title"),
        year=fields.number("year"),
        id=fields.text("id"),
    )


def _key_points(
    document: Document, fields: Fields, skill: str, sources: dict[str, Source]
) -> tuple[KeyPoint, ...]:
    text = plain_text(document.body)
    seen: dict[str, int] = {}
    points = []
    for entry in fields.items("key_points", least=1):
        point = _key_point(entry, skill)
        if point.id in seen:
            entry.problem("repeated-id", f"`{point.id}` stands already on line {seen[point.id]}")
        seen.setdefault(point.id, point.line)
        if point.quote and fold(point.quote) not in text:
            entry.problem("quote", "the quote is not found in the text", "quote")
        for key in point.sources:
            if key not in sources:
                entry.problem("source", f"source “{key}” is not listed under `sources`", "sources")
        points.append(point)
    return tuple(points)


def _key_point(fields: Fields, skill: str) -> KeyPoint:
    claim = fields.text("claim")
    words = len(claim.split())
    if words > LONGEST_CLAIM:
        reason = f"the claim has {words} words; at most {LONGEST_CLAIM}"
        fields.problem("long-claim", reason, "claim")
    return KeyPoint(
        id=fields.slug("id"),
        skill=skill,
        topic=fields.text("topic"),
        claim=claim,
        level=_level(fields),
        questions=tuple(
            AuthoredQuestion(entry.text("text"), entry.flag("scenario"))
            for entry in fields.items("questions", least=1)
        ),
        answer=fields.text("answer"),
        misconceptions=tuple(
            Misconception(entry.text("claim"), entry.text("why"))
            for entry in fields.items("misconceptions", least=2)
        ),
        quote=fields.text("quote"),
        sources=fields.texts("sources"),
        line=fields.line,
    )


def _level(fields: Fields) -> Level:
    value = fields.text("level")
    try:
        return Level(value)
    except ValueError:
        if value:
            known = ", ".join(Level)
            fields.problem("level", f"level “{value}” is not one of {known}", "level")
        return Level.RECALL


def _scenarios(fields: Fields, skill: str, known: set[str]) -> tuple[Scenario, ...]:
    scenarios = []
    for entry in fields.items("scenarios"):
        key_points = entry.texts("key_points", least=2)
        for point in key_points:
            if point not in known:
                reason = f"key point “{point}” is not in this guide"
                entry.problem("key-point", reason, "key_points")
        scenarios.append(
            Scenario(
                id=entry.slug("id"),
                skill=skill,
                text=entry.text("text"),
                key_points=key_points,
                answer=entry.text("answer"),
                line=entry.line,
            )
        )
    return tuple(scenarios)
