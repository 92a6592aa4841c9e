"""What to read, and what was decided."""

from __future__ import annotations

from datetime import date

import pytest

from app.material.records import Outcome
from app.material.store import MaterialStore
from tests.conftest import Clock


def test_an_entry_says_what_why_and_by_when(store: MaterialStore) -> None:
    id_ = store.plan_reading(
        "Attention is all you need",
        place="arXiv:1706.03762",
        why="where transformers come from",
        due=date(2026, 12, 1),
    )
    entry = store.to_read(id_)
    assert (entry.title, entry.place) == ("Attention is all you need", "arXiv:1706.03762")
    assert (entry.why, entry.due) == ("where transformers come from", date(2026, 12, 1))
    assert entry.outcome is Outcome.OPEN


def test_half_a_character_does_not_cost_an_entry(store: MaterialStore) -> None:
    assert store.to_read(store.plan_reading("Half \ud83d a smile")).title == "Half \ufffd a smile"


def test_the_list_is_by_date_then_what_was_decided_newest_first(
    store: MaterialStore, clock: Clock
) -> None:
    later = store.plan_reading("Later", due=date(2027, 1, 1))
    never = store.plan_reading("Some day")
    soon = store.plan_reading("Soon", due=date(2026, 12, 1))
    done, dropped = store.plan_reading("Done"), store.plan_reading("Dropped")
    store.decide_reading(done, Outcome.DONE)
    clock.advance(hours=1)
    store.decide_reading(dropped, Outcome.DROPPED, note="out of date")
    assert [each.id for each in store.reading_list()] == [soon, later, never, dropped, done]
    assert [each.id for each in store.reading_list(open_only=True)] == [soon, later, never]


def test_decisions_follow_each_other_and_are_taken_back_one_by_one(store: MaterialStore) -> None:
    id_ = store.plan_reading("Paper", due=date(2026, 12, 1))
    store.decide_reading(id_, Outcome.KEPT, note="section 3 is worth it")
    store.decide_reading(id_, Outcome.OPEN, note="read again", due=date(2027, 2, 1))
    entry = store.to_read(id_)
    assert (entry.outcome, entry.note, entry.due) == (
        Outcome.OPEN,
        "read again",
        date(2027, 2, 1),
    )
    undone = store.undo_reading()
    assert undone is not None
    assert (undone.outcome, undone.note) == (Outcome.KEPT, "section 3 is worth it")
    assert undone.due == date(2026, 12, 1)
    store.undo_reading()
    assert store.to_read(id_).outcome is Outcome.OPEN
    assert store.undo_reading() is None


def test_decisions_in_the_inbox_are_another_matter(store: MaterialStore) -> None:
    id_ = store.plan_reading("Paper")
    store.decide_reading(id_, Outcome.DONE)
    assert store.undo() is None
    assert store.to_read(id_).outcome is Outcome.DONE


def test_an_entry_needs_a_title(store: MaterialStore) -> None:
    with pytest.raises(ValueError, match="needs a title"):
        store.plan_reading("  ")


def test_an_unknown_entry_is_not_decided(store: MaterialStore) -> None:
    with pytest.raises(KeyError):
        store.decide_reading("01J", Outcome.DONE)


def test_an_entry_is_put_right_and_what_was_decided_stays(
    store: MaterialStore, clock: Clock
) -> None:
    entry = store.plan_reading("Papr", place="shelf", due=date(2026, 12, 1))
    clock.advance(minutes=1)
    store.decide_reading(entry, Outcome.KEPT, note="good")
    clock.advance(minutes=1)
    store.correct_reading(entry, " Paper ", why="to know")
    found = store.to_read(entry)
    assert (found.title, found.place, found.why, found.due) == ("Paper", "", "to know", None)
    assert (found.outcome, found.note) == (Outcome.KEPT, "good")


def test_of_a_new_date_and_a_correction_the_later_counts(
    store: MaterialStore, clock: Clock
) -> None:
    entry = store.plan_reading("Paper", due=date(2026, 12, 1))
    store.correct_reading(entry, "Paper", due=date(2026, 12, 2))
    assert store.to_read(entry).due == date(2026, 12, 2)
    store.decide_reading(entry, Outcome.OPEN, due=date(2026, 12, 3))
    assert store.to_read(entry).due == date(2026, 12, 3)
    store.correct_reading(entry, "Paper", due=date(2026, 12, 4))
    assert store.to_read(entry).due == date(2026, 12, 4)
    with pytest.raises(ValueError, match="needs a title"):
        store.correct_reading(entry, " ")
    with pytest.raises(KeyError):
        store.correct_reading("nothing", "Paper")
