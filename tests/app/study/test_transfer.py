"""Merging logs, and backing up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.study import Cause, StudyLog, StudyLogError

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner


@pytest.fixture
def home(tmp_path: Path, clock: Clock) -> Iterator[StudyLog]:
    with StudyLog.open(tmp_path / "it's home" / "log.sqlite3", clock=clock) as log:
        yield log


@pytest.fixture
def work(tmp_path: Path, clock: Clock) -> Iterator[StudyLog]:
    with StudyLog.open(tmp_path / "work" / "log.sqlite3", clock=clock) as log:
        yield log


def test_merging_brings_in_the_other_logs_rows_once(
    tmp_path: Path, home: StudyLog, work: StudyLog, new_learner: type[Learner], clock: Clock
) -> None:
    ours, _ = new_learner(home).review("leak")
    clock.forward(hours=1)
    theirs, _ = new_learner(work).review("split")
    file = tmp_path / "work" / "log.sqlite3"
    before = file.read_bytes()
    # A session, an answer, a verdict, a review.
    assert home.merge(file) == 4
    assert home.merge(file) == 0
    assert [entry.id for entry in home.entries()] == [theirs, ours]
    assert set(home.cards("mle")) == {"leak", "split"}
    assert home.check() == []
    assert (file.read_bytes(), len(work.entries())) == (before, 1)


def test_the_other_log_is_not_replayed_by_itself(
    home: StudyLog, new_learner: type[Learner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StudyLog.open(tmp_path / "other.sqlite3", desired_retention=0.8) as other:
        new_learner(other).review()
    rebuilt: list[StudyLog] = []
    rebuild = StudyLog._rebuild
    monkeypatch.setattr(StudyLog, "_rebuild", lambda log: (rebuilt.append(log), rebuild(log)))
    home.merge(tmp_path / "other.sqlite3")
    assert rebuilt == [home]


def test_an_undo_on_the_other_laptop_counts_here(
    tmp_path: Path, home: StudyLog, new_learner: type[Learner]
) -> None:
    new_learner(home).review()
    copy = tmp_path / "copy.sqlite3"
    home.backup(copy)
    with StudyLog.open(copy) as other:
        other.undo()
    home.merge(copy)
    assert (home.entries(), home.cards("mle")) == ([], {})


@pytest.mark.parametrize(
    ("content", "cause"),
    [(b"not a log" * 999, Cause.NOT_A_LOG), (b"", Cause.NOT_A_LOG), (None, Cause.CANNOT_OPEN)],
)
def test_what_cannot_be_merged_is_named(
    tmp_path: Path, home: StudyLog, content: bytes | None, cause: Cause
) -> None:
    file = tmp_path / "other.sqlite3"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(StudyLogError) as caught:
        home.merge(file)
    assert (caught.value.cause, caught.value.path) == (cause, file)
    assert file.exists() == (content is not None)


def test_logs_that_contradict_each_other_are_not_merged(
    tmp_path: Path, home: StudyLog, new_learner: type[Learner]
) -> None:
    answer, _ = new_learner(home).review()
    copy = tmp_path / "copy.sqlite3"
    home.backup(copy)
    with StudyLog.open(copy) as other:
        new_learner(other).review()
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DROP TRIGGER answer_no_update")
        connection.execute("UPDATE answer SET text = 'something else' WHERE id = ?", [answer])
    with pytest.raises(StudyLogError) as caught:
        home.merge(copy)
    assert caught.value.cause is Cause.CONTRADICTION
    assert len(home.entries()) == 1


def test_a_backup_is_one_file_that_opens_as_the_same_log(
    tmp_path: Path, home: StudyLog, new_learner: type[Learner]
) -> None:
    new_learner(home).review()
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "backup.sqlite3").write_text("an older backup")
    home.backup(folder / "backup.sqlite3")
    assert [path.name for path in folder.iterdir()] == ["backup.sqlite3"]
    with StudyLog.open(folder / "backup.sqlite3") as copy:
        assert copy.entries() == home.entries()
        assert copy.check() == []


def test_a_backup_that_cannot_be_put_in_place_leaves_nothing_behind(
    tmp_path: Path, home: StudyLog
) -> None:
    folder = tmp_path / "stick"
    (folder / "in the way").mkdir(parents=True)
    with pytest.raises(StudyLogError) as caught:
        home.backup(folder / "in the way")
    assert caught.value.cause is Cause.BACKUP_FAILED
    assert [path.name for path in folder.iterdir()] == ["in the way"]


def test_a_backup_into_a_folder_that_is_not_there_says_so(tmp_path: Path, home: StudyLog) -> None:
    with pytest.raises(StudyLogError) as caught:
        home.backup(tmp_path / "unplugged" / "backup.sqlite3")
    assert caught.value.cause is Cause.BACKUP_FAILED
    assert home.check() == []


def test_a_log_is_not_backed_up_onto_itself(tmp_path: Path, home: StudyLog) -> None:
    with pytest.raises(ValueError, match="itself"):
        home.backup(tmp_path / "it's home" / "log.sqlite3")
    assert home.check() == []
