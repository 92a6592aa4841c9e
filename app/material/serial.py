"""The JSON in which values of material are kept."""

from __future__ import annotations

import json
from typing import Any

from app.content.types import Misconception
from app.material.blocks import BlockKind
from app.material.records import Content
from app.material.sections import Section, Stretch


def dump_content(content: Content) -> str:
    """Return what of a proposal can be changed."""
    return json.dumps(content_as_json(content), ensure_ascii=False)


def content_as_json(content: Content) -> dict[str, Any]:
    """Return the same for a program to read."""
    return {
        "quote": content.quote,
        "topic": content.topic,
        "claim": content.claim,
        "question": content.question,
        "misconceptions": [
            {"claim": each.claim, "why": each.why} for each in content.misconceptions
        ],
    }


def load_content(text: str) -> Content:
    """Return what :func:`dump_content` kept."""
    values = json.loads(text)
    wrong = tuple(Misconception(each["claim"], each["why"]) for each in values["misconceptions"])
    return Content(values["quote"], values["topic"], values["claim"], values["question"], wrong)


def dump_stretches(section: Section) -> str:
    """Return where the blocks of a section stand."""
    return json.dumps([[each.kind.value, each.start, each.end] for each in section.stretches])


def load_section(row: dict[str, Any]) -> Section:
    """Return a section from its row."""
    return Section(
        number=row["number"],
        heading=row["heading"],
        level=row["level"],
        page=row["page"],
        text=row["text"],
        stretches=tuple(
            Stretch(BlockKind(kind), start, end)
            for kind, start, end in json.loads(row["stretches"])
        ),
        trail=tuple(json.loads(row["trail"])),
    )
