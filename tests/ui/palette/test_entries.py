"""What the palette offers, and in which order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.content.library import Library
from app.content.search import SearchIndex
from ui.actions import Command
from ui.palette.entries import (
    MOST,
    MOST_HITS,
    Entry,
    Ways,
    command_entries,
    fitting,
    hit_entries,
    merged,
    place_entries,
)
from ui.widgets.contents import Place


class Taken:
    """Where the palette led."""

    def __init__(self) -> None:
        self.went: list[object] = []
        self.ways = Ways(read=self.went.append, study=self.went.append, open_hit=self.went.append)


@pytest.fixture
def taken() -> Taken:
    return Taken()


def entry(name: str, place: str = "Quiz", keys: str = "") -> Entry:
    return Entry(name, place, lambda: None, keys)


def test_every_skill_can_be_read_and_studied(library: Library, taken: Taken) -> None:
    offered = {each.name: each for each in place_entries(library, (), taken.ways)}
    [transition] = library.transitions.values()
    for skill in transition.skills:
        offered[f"Read: {skill.lead}"].run()
        offered[f"Study: {skill.lead}"].run()
        assert taken.went[-2:] == [Place(transition.slug, skill.slug), skill.slug]
    offered[f"Read: {transition.title}"].run()
    assert taken.went[-1] == Place(transition.slug)


def test_own_documents_are_among_it(library: Library, taken: Taken) -> None:
    *_, last = place_entries(library, [Path("/own/notes.md")], taken.ways)
    assert (last.name, last.place) == ("Read: notes.md", "Your document")
    last.run()
    assert taken.went == [Place(path=Path("/own/notes.md"))]


def test_a_command_shows_its_first_keys() -> None:
    command = Command("Redo", ("Ctrl+Shift+Z", "Ctrl+Y", "F4"), "Everywhere", "", True, list)
    [made] = command_entries([command])
    assert made.keys == "Ctrl+Shift+Z / Ctrl+Y"
    assert made.spoken == "Redo, Everywhere, Ctrl+Shift+Z / Ctrl+Y"


def test_what_is_done_to_one_of_many_comes_after_the_rest_and_once() -> None:
    commands = [entry("Study: RAG", "Today"), entry("Remove: a.pdf"), entry("Start"), entry("Undo")]
    places = [entry("Study: RAG", "Quiz")]
    ordered = [(each.name, each.place) for each in merged(commands, places)]
    assert ordered == [
        ("Start", "Quiz"),
        ("Undo", "Quiz"),
        ("Remove: a.pdf", "Quiz"),
        ("Study: RAG", "Quiz"),
    ]


def test_the_best_fit_comes_first_and_tells_its_letters() -> None:
    entries = [entry("Read: Evaluate systems"), entry("Stop"), entry("Skip"), entry("Settings")]
    found = fitting("sk", entries)
    assert found[0].name == "Skip"
    assert found[0].places == (0, 1)


def test_where_it_belongs_counts_as_a_word() -> None:
    entries = [entry("Skip", "Quiz"), entry("Skip to the end", "Read")]
    assert [each.place for each in fitting("skip read", entries)] == ["Read"]
    assert fitting("skip read", entries)[0].places == (0, 1, 2, 3)


def test_nothing_typed_offers_everything_in_its_order() -> None:
    entries = [entry(name) for name in ("Zebra", "Apple")]
    assert fitting(" ", entries) == entries
    assert len(fitting("", [entry(str(n)) for n in range(200)])) == MOST


def test_words_in_the_text_are_found_where_they_stand(library: Library, taken: Taken) -> None:
    index = SearchIndex()
    index.update(library)
    hits = index.search("quantization")
    entries = list(hit_entries(library, hits, taken.ways))
    assert len(entries) == MOST_HITS
    entries[0].run()
    assert taken.went == [hits[0]]
    index.close()


def test_only_the_first_transition_can_be_studied(library: Library, taken: Taken) -> None:
    [first] = library.transitions.values()
    second = replace(first, slug="another", title="Another")
    guides = dict(library.guides)
    guides |= {("another", s): replace(g, transition="another") for (_, s), g in guides.items()}
    both = Library({first.slug: first, second.slug: second}, guides)
    names = [each.name for each in place_entries(both, (), taken.ways)]
    lead = first.skills[0].lead
    assert names.count(f"Read: {lead}") == 2
    assert names.count(f"Study: {lead}") == 1
