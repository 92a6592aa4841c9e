"""What a search finds, and finding it in an open index."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from app.content.search_query import IN_TITLES, Expressions
from app.content.search_source import HitKind
from app.content.search_store import FIRST_DOCUMENT

SNIPPET_WORDS = 24
"""Words of a snippet; SQLite counts up to 64."""
MOST_RANKED = 2000
"""Entries that are compared with each other; what more entries have tells little about any."""
LAST_ID = 2**63 - 1

# No text in the index has these characters.
_BEGIN, _END, _CUT = "\x02", "\x03", "\x04"
_MARKS = re.compile(f"([{_BEGIN}{_END}])")
_FIND = """
SELECT kind, transition, skill, anchor, path, shown, entry_fts.rank, entry.claim, entry.text,
  snippet(entry_fts, 1, :begin, :end, :cut, :words),
  snippet(entry_fts, 2, :begin, :end, :cut, :words)
FROM entry_fts JOIN entry ON entry.id = entry_fts.rowid
WHERE entry_fts MATCH :match AND entry_fts.rowid < :below
  AND (:transition IS NULL OR transition = :transition)
ORDER BY entry_fts.rank
"""
# Ids come in order without any comparing.
_ONE_TOO_MANY = """
SELECT rowid FROM entry_fts WHERE entry_fts MATCH :match AND rowid < :below
ORDER BY rowid LIMIT 1 OFFSET :most
"""
_Row = tuple[str, str, str, str, str, str, float, str, str, str, str]


@dataclass(frozen=True)
class Span:
    """A piece of a snippet; ``matched`` where it is what the learner looked for."""

    text: str
    matched: bool = False


@dataclass(frozen=True)
class Hit:
    """One thing found.

    Attributes
    ----------
    transition, skill : str
        Slugs; empty where there is none.
    anchor : str
        A heading of the page that is shown, or the id of a key point or scenario.
    title : str
        What it is called; plain text.
    snippet : tuple of Span
        Words as they stand in the text; "…" where more precedes or follows. Empty for a heading
        without text of its own.
    rank : float
        How well it fits (BM25 as SQLite counts it): the smaller the better.
    path : Path or None
        The file, for a document of the learner's own.
    """

    kind: HitKind
    transition: str
    skill: str
    anchor: str
    title: str
    snippet: tuple[Span, ...]
    rank: float
    path: Path | None = None


def find(
    db: Database, expressions: Expressions, limit: int, transition: str | None = None
) -> list[Hit]:
    """Return what has all words of a query, or else what has one of them; the best first."""
    for match in (expressions.all, expressions.any):
        found = _matching(db, match, limit, transition)
        if found:
            return found
    return []


def _matching(db: Database, match: str, limit: int, transition: str | None) -> list[Hit]:
    values = {
        "match": match,
        "transition": transition,
        "below": LAST_ID if transition is None else FIRST_DOCUMENT,
        "begin": _BEGIN,
        "end": _END,
        "cut": _CUT,
        "words": SNIPPET_WORDS,
    }
    found: dict[object, Hit] = {}
    # What is almost everywhere is looked for in titles first, and then from the beginning: that
    # takes as long with a hundred thousand documents as with a thousand.
    below = _bound(db, match, values["below"])
    if below is not None:
        titles = f"{IN_TITLES}({match})"
        first = {"match": titles, "below": _bound(db, titles, values["below"]) or values["below"]}
        _collect(found, db, {**values, **first}, limit)
        values["below"] = below
    if len(found) < limit:
        _collect(found, db, values, limit)
    return list(found.values())


def _bound(db: Database, match: str, below: object) -> int | None:
    """Return the id at which there are too many entries to compare; None if there are not."""
    values = {"match": match, "below": below, "most": MOST_RANKED}
    row = db.execute(_ONE_TOO_MANY, values).fetchone()
    return None if row is None else int(row[0])


def _collect(
    found: dict[object, Hit], db: Database, values: Mapping[str, object], limit: int
) -> None:
    # Rows come best first and are made one by one, so snippets are cut only for those looked at.
    with closing(db.execute(_FIND, dict(values))) as rows:
        for row in rows:
            hit = _hit(row)
            found.setdefault(_whole(hit), hit)
            if len(found) == limit:
                break


def _whole(hit: Hit) -> object:
    """Return what a hit is part of: it is found once, at the place that fits best."""
    if hit.kind in (HitKind.DOCUMENT, HitKind.TRANSITION):
        return hit.kind, hit.transition, hit.path
    return hit.kind, hit.transition, hit.skill, hit.anchor


def _hit(row: _Row) -> Hit:
    kind, transition, skill, anchors, path, title, rank, claim, text, in_claim, in_text = row
    places = [(in_text, text), (in_claim, claim)]
    if kind == HitKind.KEY_POINT:
        places.reverse()
    marked = (place for place in places if _BEGIN in place[0])
    window, whole = next(marked, None) or next((p for p in places if p[0].strip()), ("", ""))
    number, line = _best_line(window, whole)
    return Hit(
        HitKind(kind),
        transition,
        skill,
        anchors.split("\n")[number] if "\n" in anchors else anchors,
        title,
        tuple(_spans(line.replace(_CUT, "…"))),
        rank,
        Path(path) if path else None,
    )


def _best_line(window: str, whole: str) -> tuple[int, str]:
    """Return the line of a snippet with most matches, and which line of the whole text it is."""
    lines = window.split("\n")
    number = max(range(len(lines)), key=lambda each: lines[each].count(_BEGIN))
    line = lines[number]
    plain = _MARKS.sub("", window).strip(_CUT)
    start = whole.find(plain)
    end = start + len(plain)
    # SQLite takes the lines for one text; where ours begins or ends, nothing was cut.
    if whole[:start].endswith("\n"):
        line = line.removeprefix(_CUT)
    if whole[end:].startswith("\n"):
        line = line.removesuffix(_CUT)
    return whole.count("\n", 0, start) + number, line


def _spans(marked: str) -> Iterator[Span]:
    matched = False
    for piece in _MARKS.split(marked):
        if piece in (_BEGIN, _END):
            matched = piece == _BEGIN
        elif piece:
            yield Span(piece, matched)
