"""Highlights, notes and ticks are rows like all others: kept, undone, merged, never changed."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from app.content.anchor import Anchor
from app.study import ActionKind, StudyLog, StudyLogError
from app.study.errors import Cause
from app.study.marked import Look
from app.study.records import QUIZ_ACTIONS, READING_ACTIONS

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

ANCHOR = Anchor("keep a test set apart", "Always ", " from the others.", 7)
GUIDE = ("mle", "evaluation")


def looks(log: StudyLog) -> list[tuple[str, str]]:
    """Return how the highlights of the guide look now, with their notes."""
    return [(mark.look.value, mark.note) for mark in log.marks(*GUIDE)]


def test_a_highlight_comes_back_as_it_was_made(log: StudyLog, clock: Clock) -> None:
    id_ = log.add_mark(*GUIDE, ANCHOR, Look.GREEN, "Which?")
    [mark] = log.marks(*GUIDE)
    assert (mark.id, mark.at, mark.anchor) == (id_, clock.now, ANCHOR)
    assert (mark.look, mark.note) == (Look.GREEN, "Which?")
    assert (mark.transition, mark.document) == GUIDE
    assert log.marks("mle", "monitoring") == []
    assert log.check() == []


def test_of_changes_the_last_holds(log: StudyLog) -> None:
    mark = log.add_mark(*GUIDE, ANCHOR, Look.AMBER)
    log.change_mark(mark, note="First.")
    log.change_mark(mark, look=Look.BLUE)
    assert looks(log) == [("blue", "First.")]
    log.change_mark(mark, note="")
    assert looks(log) == [("blue", "")]


def test_what_is_removed_is_gone_and_can_be_brought_back(log: StudyLog) -> None:
    mark = log.add_mark(*GUIDE, ANCHOR, Look.AMBER, "A note.")
    log.remove_mark(mark)
    assert (looks(log), log.all_marks()) == ([], [])
    for change in (lambda: log.change_mark(mark, note="x"), lambda: log.remove_mark(mark)):
        with pytest.raises(KeyError, match=mark):
            change()
    log.undo()
    assert looks(log) == [("amber", "A note.")]
    log.redo()
    assert looks(log) == []


def test_each_change_is_undone_by_itself(log: StudyLog) -> None:
    mark = log.add_mark(*GUIDE, ANCHOR, Look.AMBER)
    log.change_mark(mark, note="First.")
    log.change_mark(mark, look=Look.GREEN)
    told = []
    for _ in range(3):
        action = log.undo()
        assert action is not None
        told.append((action.kind, action.description, looks(log)))
    assert told == [
        (
            ActionKind.MARK_CHANGE,
            "the change to the highlight: “keep a test set apart”",
            [("amber", "First.")],
        ),
        (
            ActionKind.MARK_CHANGE,
            "the change to the highlight: “keep a test set apart”",
            [("amber", "")],
        ),
        (ActionKind.MARK, "the highlight: “keep a test set apart”", []),
    ]
    for _ in range(3):
        log.redo()
    assert looks(log) == [("green", "First.")]


def test_a_section_is_ticked_off_and_not_any_more(log: StudyLog, clock: Clock) -> None:
    log.tick_section(*GUIDE, "why", "aa")
    clock.forward(days=1)
    log.tick_section(*GUIDE, "how", "bb")
    log.tick_section("", "own.md", "", "cc")
    read = log.sections_read(*GUIDE)
    assert {section: each.digest for section, each in read.items()} == {"why": "aa", "how": "bb"}
    assert read["how"].at == clock.now
    log.tick_section(*GUIDE, "why", "aa", is_read=False)
    assert set(log.sections_read(*GUIDE)) == {"how"}
    assert set(log.all_sections_read()) == {GUIDE, ("", "own.md")}
    log.undo()
    assert set(log.sections_read(*GUIDE)) == {"why", "how"}
    log.tick_section(*GUIDE, "why", "dd")
    assert log.sections_read(*GUIDE)["why"].digest == "dd"


def test_who_reads_takes_no_answer_back_and_who_answers_no_highlight(
    log: StudyLog, learner: Learner
) -> None:
    answer, _ = learner.review()
    log.add_mark(*GUIDE, ANCHOR, Look.AMBER)
    undone = log.undo(QUIZ_ACTIONS)
    assert undone is not None
    assert (undone.id, log.entries()) == (answer, [])
    assert looks(log) == [("amber", "")]
    assert log.undo(READING_ACTIONS) is not None
    assert log.undo(READING_ACTIONS) is None
    again = log.redo(QUIZ_ACTIONS)
    assert again is not None
    assert again.id == answer
    # Something new in the quiz does not stand in the way of redoing what was read.
    learner.review()
    assert log.last_undone(QUIZ_ACTIONS) is None
    assert log.redo(READING_ACTIONS) is not None
    assert looks(log) == [("amber", "")]
    assert set(READING_ACTIONS) | set(QUIZ_ACTIONS) == set(ActionKind)


def test_the_place_in_a_text_is_that_of_the_last_reading(log: StudyLog) -> None:
    assert log.reading_place(*GUIDE) is None
    log.add_reading(*GUIDE, 30, 0.5, 812.25)
    assert (log.reading_place(*GUIDE), log.reading_position(*GUIDE)) == (812.25, 0.5)
    log.add_reading(*GUIDE, 30, 0.25)
    assert (log.reading_place(*GUIDE), log.reading_position(*GUIDE)) == (None, 0.25)
    assert log.check() == []


def test_everything_survives_backup_and_restart(tmp_path: Path, clock: Clock) -> None:
    with StudyLog.open(tmp_path / "log.sqlite3", clock=clock) as log:
        do_anything(log, Random(1), 40)
        before = everything(log)
        log.backup(tmp_path / "backup.sqlite3")
    for name in ("log.sqlite3", "backup.sqlite3"):
        with StudyLog.open(tmp_path / name, clock=clock) as log:
            assert everything(log) == before
            log.rebuild()
            assert (everything(log), log.check()) == (before, [])


def test_marks_of_two_laptops_are_united(tmp_path: Path, clock: Clock) -> None:
    files = [tmp_path / "home.sqlite3", tmp_path / "work.sqlite3"]
    with StudyLog.open(files[0], clock=clock) as log:
        do_anything(log, Random(2), 20)
        log.backup(files[1])
    with StudyLog.open(files[0], clock=clock) as home, StudyLog.open(files[1], clock=clock) as work:
        for seed, each in enumerate((home, work)):
            do_anything(each, Random(30 + seed), 20, undo=False)
        mine = {mark.id for mark in home.all_marks()}
        home.merge(files[1])
        work.merge(files[0])
        assert everything(home) == everything(work)
        assert {mark.id for mark in home.all_marks()} - mine
        assert (home.check(), work.check()) == ([], [])
        assert (home.merge(files[1]), work.merge(files[0])) == (0, 0)


def test_two_stories_about_one_highlight_are_not_merged(tmp_path: Path, clock: Clock) -> None:
    files = [tmp_path / "mine.sqlite3", tmp_path / "other.sqlite3"]
    with StudyLog.open(files[0], clock=clock) as log:
        log.add_mark(*GUIDE, ANCHOR, Look.AMBER)
        log.backup(files[1])
        with StudyLog.open(files[1], clock=clock) as other:
            other._db.execute("DROP TRIGGER mark_no_update")
            other._db.execute("UPDATE mark SET quote = 'something else'")
            other._db.execute(
                "CREATE TRIGGER mark_no_update BEFORE UPDATE ON mark BEGIN"
                " SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END"
            )
        with pytest.raises(StudyLogError) as refused:
            log.merge(files[1])
        assert refused.value.cause is Cause.CONTRADICTION


def do_anything(log: StudyLog, rng: Random, steps: int, *, undo: bool = True) -> None:
    """Do what can be done while reading, at random."""
    for number in range(steps):
        marks = log.all_marks()
        wish = rng.choice(["add", "add", "change", "remove", "tick", "undo", "redo"])
        if wish == "add":
            anchor = Anchor(f"passage {number}", "before", "after", number)
            log.add_mark("mle", rng.choice("abc"), anchor, rng.choice(list(Look)), "note")
        elif wish == "change" and marks:
            log.change_mark(rng.choice(marks).id, note=f"note {number}")
        elif wish == "remove" and marks:
            log.remove_mark(rng.choice(marks).id)
        elif wish == "tick":
            section = rng.choice("xyz")
            log.tick_section("mle", "a", section, str(number), is_read=rng.random() < 0.7)
        elif wish == "undo" and undo:
            log.undo()
        elif wish == "redo" and undo:
            log.redo()


def everything(log: StudyLog) -> tuple[object, ...]:
    """Return all that the log says about marks and ticks."""
    last, undone = log.last_action(), log.last_undone()
    return log.all_marks(), log.all_sections_read(), last, undone
