"""What is kept, what is decided, and what is taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest

from app.content.types import Misconception
from app.material.database import database_file
from app.material.errors import MaterialError
from app.material.migrations import MIGRATIONS, SCHEMA_VERSION, TABLES
from app.material.records import Content, Document, Draft, Refused, State
from app.material.store import MaterialStore
from tests.conftest import Clock

Add = Callable[[Path], Document]
CONTENT = Content(
    quote="A page cache is a part of memory",
    topic="page cache",
    claim="A page cache is a part of memory.",
    question="What is a page cache?",
    misconceptions=(Misconception("A page cache is a disk.", "It is memory."),),
)


def _draft(section: int = 0, start: int = 0) -> Draft:
    end = start + len(CONTENT.quote)
    return Draft(section, start, end, "definition", CONTENT, ("claim",), "m", "p/1")


@pytest.fixture
def document(add: Add, notes: Path) -> Document:
    return add(notes)


@pytest.fixture
def proposal(store: MaterialStore, document: Document) -> str:
    store.add_attempts(document.id, [_draft()])
    [found] = store.proposals()
    return found.id


def _state(store: MaterialStore, proposal: str) -> State:
    return store.proposal(proposal).state


def test_a_document_is_found_with_its_sections(store: MaterialStore, document: Document) -> None:
    assert store.documents() == [document]
    assert store.with_hash(document.hash) == document
    sections = store.sections(document.id)
    assert [section.heading for section in sections] == [
        "How the page cache works",
        "Writing",
        "References",
    ]
    assert sections[1].trail == ("How the page cache works",)
    assert document.characters == sum(len(section.text) for section in sections)


def test_a_quote_that_is_not_in_the_text_is_never_kept(
    store: MaterialStore, document: Document
) -> None:
    with pytest.raises(ValueError, match="not in section 0"):
        store.add_attempts(document.id, [_draft(), _draft(start=3)])
    assert store.proposals() == []


def test_nothing_is_accepted_until_the_learner_says_so(store: MaterialStore, proposal: str) -> None:
    assert _state(store, proposal) is State.NEW
    assert store.proposals(State.ACCEPTED) == []
    store.accept(proposal)
    assert _state(store, proposal) is State.ACCEPTED
    store.reject(proposal)
    assert _state(store, proposal) is State.REJECTED
    assert store.proposals(State.NEW) == []


def test_each_decision_is_taken_back_in_turn_and_done_again(
    store: MaterialStore, proposal: str
) -> None:
    store.accept(proposal)
    store.reject(proposal)
    assert store.undo() == "reject"
    assert _state(store, proposal) is State.ACCEPTED
    assert store.undo() == "accept"
    assert _state(store, proposal) is State.NEW
    assert store.undo() is None
    assert store.redo() == "accept"
    assert _state(store, proposal) is State.ACCEPTED
    assert store.redo() == "reject"
    assert _state(store, proposal) is State.REJECTED
    assert store.redo() is None


def test_undo_survives_a_restart(
    store: MaterialStore, folder: Path, clock: Clock, proposal: str
) -> None:
    store.accept(proposal)
    store.undo()
    with MaterialStore(folder, clock=clock) as again:
        assert _state(again, proposal) is State.NEW
        assert again.redo() == "accept"
    assert _state(store, proposal) is State.ACCEPTED


def test_a_decision_after_an_undo_ends_what_can_be_done_again(
    store: MaterialStore, proposal: str
) -> None:
    store.accept(proposal)
    store.undo()
    store.reject(proposal)
    assert store.redo() is None


def test_what_a_decision_ended_stays_ended_when_that_is_undone(
    store: MaterialStore, proposal: str
) -> None:
    store.accept(proposal)
    store.edit(proposal, replace(CONTENT, claim="A page cache is memory."))
    store.undo()
    store.reject(proposal)
    store.undo()
    assert [store.redo(), store.redo()] == ["reject", None]
    assert [store.undo(), store.undo()] == ["reject", "accept"]
    assert [store.redo(), store.redo(), store.redo()] == ["accept", "reject", None]


def test_an_edit_changes_what_it_says_and_not_whether_it_is_accepted(
    store: MaterialStore, proposal: str
) -> None:
    store.accept(proposal)
    store.edit(proposal, replace(CONTENT, claim="A page cache is memory."))
    found = store.proposal(proposal)
    assert (found.content.claim, found.is_edited) == ("A page cache is memory.", True)
    assert found.draft.content == CONTENT
    assert found.state is State.ACCEPTED
    store.undo()
    assert store.proposal(proposal).content == CONTENT


def test_an_edited_quote_is_kept_as_the_document_has_it(
    store: MaterialStore, proposal: str
) -> None:
    copied = "part  of\nmemory that keeps copies"
    store.edit(proposal, replace(CONTENT, quote=copied))
    assert store.proposal(proposal).quote == "part of memory that keeps copies"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (replace(CONTENT, quote="A page cache is a disk"), "does not stand in this section"),
        (replace(CONTENT, claim=" "), "the claim is empty"),
        (replace(CONTENT, question=""), "the question is empty"),
        (replace(CONTENT, misconceptions=()), "at least one is needed"),
        (
            replace(CONTENT, misconceptions=(Misconception(CONTENT.claim, ""),)),
            "a misconception is the claim itself",
        ),
    ],
)
def test_an_edit_that_would_break_something_changes_nothing(
    store: MaterialStore, proposal: str, changed: Content, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        store.edit(proposal, changed)
    assert store.proposal(proposal).content == CONTENT


def test_a_removed_document_takes_everything_along_and_comes_back_whole(
    store: MaterialStore, document: Document, proposal: str
) -> None:
    store.accept(proposal)
    store.remove_document(document.id)
    assert store.documents() == []
    assert store.proposals() == []
    with pytest.raises(KeyError):
        store.accept(proposal)
    assert store.undo() == "remove"
    assert store.documents() == [document]
    assert _state(store, proposal) is State.ACCEPTED


def test_figures_count_what_came_of_a_document(
    store: MaterialStore, document: Document, proposal: str
) -> None:
    store.add_attempts(document.id, [Refused(1, 0, 9, "too long")])
    store.accept(proposal)
    figures = store.figures(document.id)
    assert (figures.tried, figures.refused, figures.new, figures.accepted) == (2, 1, 0, 1)
    assert store.tried(document.id) == {(0, len(CONTENT.quote)), (1, 9)}


def test_rows_are_only_ever_added(store: MaterialStore, folder: Path, proposal: str) -> None:
    store.accept(proposal)
    db = sqlite3.connect(database_file(folder))
    for table in TABLES:
        if db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,):
            continue
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET at = ''"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                db.execute(statement)
    db.close()


def test_ids_go_up_however_the_clock_stands(store: MaterialStore, document: Document) -> None:
    store.add_attempts(document.id, [Refused(0, at, at + 1, "x") for at in range(50)])
    assert [each.start for each in store.refusals(document.id)] == list(range(50))


def test_a_window_waits_for_another_that_begins_the_same_file(folder: Path) -> None:
    folder.mkdir()
    other = sqlite3.connect(database_file(folder), check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = Timer(0.2, other.rollback)
    done.start()
    with MaterialStore(folder) as store:
        assert store.documents() == []
    done.join()
    other.close()


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    other = sqlite3.connect(database_file(tmp_path))
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    with pytest.raises(MaterialError, match="is not Segue's"):
        MaterialStore(tmp_path)


def test_a_newer_file_is_left_alone(store: MaterialStore, folder: Path) -> None:
    store.close()
    db = sqlite3.connect(database_file(folder))
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    db.close()
    with pytest.raises(MaterialError, match="newer Segue"):
        MaterialStore(folder)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    database_file(tmp_path).write_bytes(b"no database at all" * 400)
    with pytest.raises(MaterialError, match=r"material\.db: it is not a database of Segue"):
        MaterialStore(tmp_path)


def test_the_number_of_migrations_is_the_version(store: MaterialStore, folder: Path) -> None:
    db = sqlite3.connect(database_file(folder))
    assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert len(MIGRATIONS._migrations) == SCHEMA_VERSION
    db.close()


def test_a_document_is_called_what_the_learner_calls_it(
    store: MaterialStore, document: Document
) -> None:
    store.rename(document.id, " Caches ")
    assert store.document(document.id).title == "Caches"
    assert [each.title for each in store.documents()] == ["Caches"]
    assert store.with_hash(document.hash) == store.document(document.id)
    with pytest.raises(ValueError, match="needs a title"):
        store.rename(document.id, "")


def test_what_undo_would_take_back_is_told_before(store: MaterialStore, proposal: str) -> None:
    assert store.last_decision() is None
    store.accept(proposal)
    assert store.last_decision() == ("accept", proposal)
    store.undo()
    assert store.last_decision() is None
