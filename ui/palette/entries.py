"""What the palette offers: the window's commands, places to read, and words found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from app.content.library import Library
from app.content.search import Hit
from app.fuzzy import match
from ui.actions import Command
from ui.reading_hits import title_around
from ui.widgets.contents import Place

MOST = 60
"""Entries that are listed; who has to scroll further types another letter instead."""
FEWEST_LETTERS = 3
"""Letters from which the text of what there is to read is searched, too."""
MOST_HITS = 6


@dataclass(frozen=True)
class Entry:
    """One line of the palette.

    Attributes
    ----------
    name : str
        What is done or opened.
    place : str
        Where it belongs, in a word or two.
    keys : str
        What does the same without the palette; empty where nothing does.
    hint : str
        A few words more.
    places : tuple of int
        Letters of the name that fit what was typed.
    """

    name: str
    place: str
    run: Callable[[], object]
    keys: str = ""
    hint: str = ""
    places: tuple[int, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it as one text, for screen readers."""
        return ", ".join(part for part in (self.name, self.place, self.keys) if part)


@dataclass(frozen=True)
class Ways:
    """How the palette gets somewhere.

    Attributes
    ----------
    read : callable
        Opens a place to read.
    study : callable
        Starts a session over a skill, by its slug.
    open_hit : callable
        Opens what a search found.
    """

    read: Callable[[Place], object]
    study: Callable[[str], object]
    open_hit: Callable[[Hit], object]


def command_entries(commands: Iterable[Command]) -> Iterator[Entry]:
    """Yield an entry for each command."""
    for each in commands:
        yield Entry(each.name, each.place, each.run, " / ".join(each.keys[:2]), each.hint)


def place_entries(library: Library, documents: Iterable[Path], ways: Ways) -> Iterator[Entry]:
    """Yield an entry for everything that can be read, and for every skill to be asked about.

    Sessions are about the first transition only.
    """
    for number, transition in enumerate(library.transitions.values()):
        yield _reading(transition.title, "Transition", Place(transition.slug), ways)
        for skill in transition.skills:
            there = library.guide(transition.slug, skill.slug) is not None
            kind = "Guide" if there else "Transition"
            yield _reading(skill.lead, kind, Place(transition.slug, skill.slug), ways)
            if not number and library.key_points(transition.slug, skill.slug):
                study = partial(ways.study, skill.slug)
                yield Entry(f"Study: {skill.lead}", "Quiz", study)
    for path in documents:
        yield _reading(path.name, "Your document", Place(path=path), ways)


def merged(commands: Sequence[Entry], places: Sequence[Entry]) -> list[Entry]:
    """Return commands and places in the order in which they are offered before anything is typed.

    A page's own commands come first, those with keys before the others. What is done to one of
    many things, such as a row's button, comes last, and once where a place does the same.
    """
    known = {entry.name for entry in places}
    own = [each for each in commands if each.name not in known]
    own.sort(key=lambda each: ": " in each.name and not each.keys)
    return [*own, *places]


def hit_entries(library: Library, hits: Sequence[Hit], ways: Ways) -> Iterator[Entry]:
    """Yield an entry for each of the best things that a search found in the text."""
    for hit in hits[:MOST_HITS]:
        where = title_around(library, hit) or "In the text"
        yield Entry(hit.title, where, partial(ways.open_hit, hit))


def fitting(query: str, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that fit what was typed, the best first; all of them for nothing."""
    if not query.strip():
        return list(entries)[:MOST]
    found = []
    for number, entry in enumerate(entries):
        fit = match(query, entry.name)
        if fit is None:
            # The place counts as words too: "quiz" finds what one can be quizzed on.
            wider = match(query, f"{entry.name} {entry.place}")
            if wider is not None:
                places = tuple(each for each in wider.places if each < len(entry.name))
                found.append((wider.score - 20.0, -number, _marked(entry, places)))
        else:
            found.append((fit.score, -number, _marked(entry, fit.places)))
    found.sort(key=lambda each: each[:2], reverse=True)
    return [entry for _score, _number, entry in found[:MOST]]


def _marked(entry: Entry, places: tuple[int, ...]) -> Entry:
    return replace(entry, places=places)


def _reading(name: str, kind: str, place: Place, ways: Ways) -> Entry:
    return Entry(f"Read: {name}", kind, partial(ways.read, place))
