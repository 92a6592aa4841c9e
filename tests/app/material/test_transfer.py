"""Two laptops with one learner: what each decided stands, and one file is one file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.content.library import Library, Shelf
from app.material.adding import add_file
from app.material.database import database_file
from app.material.errors import MaterialError
from app.material.migrations import MIGRATIONS
from app.material.proposing import propose
from app.material.records import Document, Outcome, State
from app.material.shelf import put_accepted
from app.material.store import MaterialStore
from app.material.wording import Writer
from app.paths import GUIDES, PROMPTS, SEEDS
from app.quiz.lexical import Lexicon
from tests.conftest import Clock
from tests.helpers.data_folders import done

SLUG = "machine-learning-engineer"


class Laptop:
    """One of the learner's laptops."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.store = MaterialStore(folder, clock=clock)
        self._clock = clock

    def study(self, file: Path) -> Document:
        """Add a file and look for key points in it."""
        document = done(add_file(self.store, file))
        done(propose(self.store, document, Writer(None, PROMPTS, Lexicon())))
        return document

    def decide(self, decision: str, claim: str) -> None:
        """Decide about the proposal with this claim, a minute after what was done before."""
        self._clock.advance(minutes=1)
        getattr(self.store, decision)(self.find(claim))

    def find(self, claim: str) -> str:
        """Return the id of the proposal with this claim."""
        return next(each.id for each in self.store.proposals() if each.content.claim == claim)

    def states(self) -> dict[str, State]:
        """Return what was decided, by claim."""
        return {each.content.claim: each.state for each in self.store.proposals()}


@pytest.fixture
def home(tmp_path: Path, clock: Clock) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "home", clock)
    yield laptop
    laptop.store.close()


@pytest.fixture
def work(tmp_path: Path, clock: Clock) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "work", clock)
    yield laptop
    laptop.store.close()


def _merge(one: Laptop, other: Laptop) -> None:
    one.store.merge(database_file(other.store.folder))
    other.store.merge(database_file(one.store.folder))


@pytest.fixture
def claims(home: Laptop, work: Laptop, notes: Path, clock: Clock) -> list[str]:
    """Claims of one file that both laptops have and looked through, each by itself."""
    home.study(notes)
    clock.advance(hours=1)
    work.study(notes)
    assert home.states() == work.states()
    return list(home.states())


def test_a_file_that_both_have_is_one_with_each_key_point_once(
    home: Laptop, work: Laptop, claims: list[str]
) -> None:
    _merge(home, work)
    for laptop in (home, work):
        [document] = laptop.store.documents()
        assert list(laptop.states()) == claims
        assert laptop.store.figures(document.id).new == len(claims)


def test_what_either_accepted_is_reviewed_as_one_key_point(
    home: Laptop, work: Laptop, claims: list[str]
) -> None:
    home.decide("accept", claims[0])
    work.decide("accept", claims[0])
    before = {each.store.proposals(State.ACCEPTED)[0].key_point for each in (home, work)}
    _merge(home, work)
    after = [each.store.proposals(State.ACCEPTED) for each in (home, work)]
    assert after[0] == after[1]
    assert {each.key_point for each in after[0]} == before
    assert len(before) == 1


@pytest.mark.parametrize(("first", "second"), [("accept", "reject"), ("reject", "accept")])
def test_the_later_of_two_decisions_counts_wherever_it_was_made(
    home: Laptop, work: Laptop, claims: list[str], first: str, second: str
) -> None:
    home.decide(first, claims[0])
    work.decide(first, claims[1])
    work.decide(second, claims[0])
    home.decide(second, claims[1])
    _merge(home, work)
    wanted = State.ACCEPTED if second == "accept" else State.REJECTED
    for laptop in (home, work):
        assert [laptop.states()[claim] for claim in claims[:2]] == [wanted, wanted]


def test_what_was_accepted_is_what_its_learner_saw(
    home: Laptop, work: Laptop, claims: list[str], clock: Clock
) -> None:
    """An edit at home is not put under the decision that was made about the other's words."""
    store, proposal = home.store, home.find(claims[0])
    store.edit(proposal, replace(store.proposal(proposal).content, claim="Edited at home."))
    work.decide("accept", claims[0])
    _merge(home, work)
    accepted = [each.content.claim for each in home.store.proposals(State.ACCEPTED)]
    assert accepted == [claims[0]]
    clock.advance(minutes=1)
    store.edit(proposal, replace(store.proposal(proposal).content, claim="Edited later."))
    _merge(home, work)
    [later] = work.store.proposals(State.ACCEPTED)
    assert (later.content.claim, later.is_edited) == ("Edited later.", True)


def test_undo_and_the_reading_list_come_along(
    home: Laptop, work: Laptop, claims: list[str], clock: Clock
) -> None:
    home.decide("accept", claims[0])
    home.store.undo()
    entry = work.store.plan_reading("A paper", why="to know")
    clock.advance(minutes=1)
    work.store.decide_reading(entry, Outcome.KEPT, note="good")
    _merge(home, work)
    assert work.states()[claims[0]] is State.NEW
    [read] = home.store.reading_list()
    assert (read.title, read.outcome, read.note) == ("A paper", Outcome.KEPT, "good")


def test_merging_again_adds_nothing(home: Laptop, work: Laptop, claims: list[str]) -> None:
    work.decide("accept", claims[0])
    _merge(home, work)
    assert not any(home.store.merge(database_file(work.store.folder)).values())
    assert home.store.proposals() == work.store.proposals()


def test_a_file_taken_away_later_is_away_on_both(
    home: Laptop, work: Laptop, claims: list[str], clock: Clock
) -> None:
    work.decide("accept", claims[0])
    clock.advance(minutes=1)
    home.store.remove_document(home.store.documents()[0].id)
    _merge(home, work)
    assert home.store.documents() == work.store.documents() == []
    home.store.undo()
    assert home.states()[claims[0]] is State.ACCEPTED


def test_a_file_that_the_other_went_on_with_is_not_taken_away(
    home: Laptop, work: Laptop, claims: list[str]
) -> None:
    home.store.remove_document(home.store.documents()[0].id)
    work.decide("accept", claims[0])
    _merge(home, work)
    assert home.states()[claims[0]] is State.ACCEPTED
    assert home.store.documents() == work.store.documents()


def test_it_can_be_removed_added_and_worked_on_after_a_merge(
    home: Laptop, work: Laptop, claims: list[str], notes: Path, clock: Clock
) -> None:
    _merge(home, work)
    clock.advance(minutes=1)
    home.store.remove_document(home.store.documents()[0].id)
    assert home.store.documents() == []
    document = home.study(notes)
    assert home.store.documents() == [document]
    assert list(home.states()) == claims


def test_sentences_that_the_other_tried_are_not_tried_again(
    home: Laptop, work: Laptop, notes: Path
) -> None:
    document = home.study(notes)
    tried = home.store.tried(document.id)
    done(add_file(work.store, notes))
    _merge(home, work)
    [there] = work.store.documents()
    assert work.store.tried(there.id) == tried
    work.study(notes)
    assert work.states() == home.states()


def test_accepted_on_both_it_stands_in_the_library_once(
    home: Laptop, work: Laptop, claims: list[str]
) -> None:
    for laptop in (home, work):
        laptop.decide("accept", claims[0])
    _merge(home, work)
    library = Library.load([Shelf(SEEDS, GUIDES)])
    before = len(library.key_points(SLUG))
    put_accepted(library, home.store)
    assert len(library.key_points(SLUG)) == before + 1


def test_another_story_about_the_same_row_is_refused_whole(
    home: Laptop, work: Laptop, notes: Path
) -> None:
    home.study(notes)
    _merge(work, home)
    home.store.plan_reading("Only at home")
    db = sqlite3.connect(database_file(home.store.folder))
    db.execute("DROP TRIGGER document_no_update")
    db.execute("UPDATE document SET title = 'Another'")
    db.commit()
    db.close()
    with pytest.raises(MaterialError, match=r"1 rows of document; .* Nothing was merged"):
        work.store.merge(database_file(home.store.folder))
    assert work.store.reading_list() == []


@pytest.mark.parametrize("content", [b"", b"no database " * 500])
def test_what_is_no_database_of_ours_is_refused(
    home: Laptop, tmp_path: Path, content: bytes
) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(content)
    with pytest.raises(MaterialError, match=r"other\.db"):
        home.store.merge(other)


def test_one_written_by_the_release_before_is_taken_in(
    home: Laptop, work: Laptop, notes: Path, tmp_path: Path, clock: Clock
) -> None:
    home.study(notes)
    home.store.close()
    old = tmp_path / "old"
    shutil.copytree(home.store.folder, old)
    _set_back(database_file(old))
    work.store.merge(database_file(old))
    assert work.store.documents()
    with MaterialStore(old, clock=clock) as again:
        assert again.proposals() == work.store.proposals()


def _set_back(file: Path) -> None:
    """Make a database what it was after the first step of its schema."""
    fresh = sqlite3.connect(":memory:")
    from sqlite_utils import Database

    MIGRATIONS.apply(Database(fresh), stop_before="m002_same_files")
    views = fresh.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall()
    db = sqlite3.connect(file)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        db.execute(f'DROP VIEW "{name}"')
    for _, sql in views:
        db.execute(sql)
    db.execute("DROP TABLE correction")
    db.execute("DELETE FROM _sqlite_migrations WHERE name <> 'm001_material'")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()
    fresh.close()


def test_a_backup_has_every_row(home: Laptop, notes: Path, tmp_path: Path, clock: Clock) -> None:
    home.study(notes)
    (tmp_path / "copy").mkdir()
    home.store.backup(database_file(tmp_path / "copy"))
    with MaterialStore(tmp_path / "copy", clock=clock) as copy:
        assert copy.proposals() == home.store.proposals()
        assert copy.documents() == home.store.documents()
