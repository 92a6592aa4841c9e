"""Highlights and notes as a Markdown text that other programs can take over."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.study.marked import Mark

_SPECIAL = re.compile(r"([\\`*_\[\]])")


@dataclass(frozen=True)
class MarkedText:
    """The highlights of one text.

    Attributes
    ----------
    lost : frozenset of str
        Ids of those whose words are not found in it any more.
    """

    title: str
    marks: tuple[Mark, ...]
    lost: frozenset[str] = frozenset()


def marks_markdown(texts: Sequence[MarkedText]) -> str:
    """Return one document with a part for each text; quotations are quoted, notes stand below."""
    parts = ["# Highlights and notes"]
    for text in texts:
        if not text.marks:
            continue
        parts.append(f"## {_escaped(text.title)}")
        for mark in text.marks:
            parts.append(f"> {_escaped(mark.anchor.quote)}")
            if mark.note.strip():
                parts.append(mark.note.strip())
            day = mark.at.astimezone().date().isoformat()
            where = ", lost its place" if mark.id in text.lost else ""
            parts.append(f"*{mark.look.value}, {day}{where}*")
    return "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))
