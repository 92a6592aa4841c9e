"""Nothing that was said to be saved is lost: killed processes, a full disk, a second window."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from fsrs import Rating
from sqlite_utils import Database

from app.study import Cause, Grader, StudyLog, StudyLogError, Verdict

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


@pytest.fixture
def start(source: Path) -> Start:
    """Start a process that studies into a file."""
    script = Path(__file__).with_name("child_writer.py")

    def start_child(*arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(script), *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(source)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start_child


def kill_somewhere(child: subprocess.Popen[str], random: Random, seconds: float) -> list[str]:
    """Kill a studying process at a random moment; returns the answers that it reported saved."""
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(random.random() * seconds)
    child.kill()
    output, errors = child.communicate(timeout=60)
    assert errors == ""
    return [line for line in output.splitlines(keepends=True) if line.endswith("\n")]


def killing(file: Path, start: Start, rounds: int) -> int:
    random = Random(rounds)
    reported: set[str] = set()
    for number in range(rounds):
        reported |= {line.strip() for line in kill_somewhere(start(file, number), random, 0.25)}
        with StudyLog.open(file) as log:
            assert log.check() == []
            assert reported <= {log.entry(id_).id for id_ in reported}
    return len(reported)


def test_killing_the_process_loses_no_reported_answer(file: Path, start: Start) -> None:
    assert killing(file, start, rounds=20) > 20


@pytest.mark.slow
def test_killing_the_process_very_often_loses_no_reported_answer(file: Path, start: Start) -> None:
    assert killing(file, start, rounds=200) > 200


def test_a_process_killed_while_it_makes_the_file_leaves_one_that_opens(
    tmp_path: Path, start: Start
) -> None:
    random = Random(7)
    for number in range(5):
        file = tmp_path / f"{number}.sqlite3"
        kill_somewhere(start(file, number), random, 0.02)
        with StudyLog.open(file) as log:
            assert log.check() == []


def test_two_processes_write_at_once_and_see_each_others_rows(
    file: Path, start: Start, new_learner: type[Learner]
) -> None:
    with StudyLog.open(file) as log:
        children = [start(file, seed, 40) for seed in (1, 2)]
        learner = new_learner(log)
        mine = [learner.answer() for _ in range(40)]
        printed: list[str] = []
        for child in children:
            output, errors = child.communicate(timeout=60)
            assert (errors, child.returncode) == ("", 0)
            printed += output.split()[1:]
        assert len(printed) == 80
        assert {log.entry(id_).id for id_ in printed + mine} == {*printed, *mine}
        assert log.check() == []


def test_ids_follow_the_order_of_writing_across_windows(
    file: Path, clock: Clock, new_learner: type[Learner]
) -> None:
    with StudyLog.open(file, clock=clock) as one, StudyLog.open(file, clock=clock) as two:
        learners = [new_learner(one), new_learner(two)]
        ids = []
        for number in range(20):
            clock.forward(seconds=-1)
            ids.append(learners[number % 2].answer())
        assert ids == sorted(ids)


def test_a_window_that_never_finishes_writing_is_reported_and_can_be_waited_for(
    file: Path, new_learner: type[Learner]
) -> None:
    with StudyLog.open(file) as log:
        learner = new_learner(log)
        log._db.execute("PRAGMA busy_timeout = 50")
        other = Database(file)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StudyLogError) as caught:
            learner.answer()
        assert caught.value.cause is Cause.BUSY
        assert log.entries() == [], "reading goes on meanwhile"
        other.rollback()
        other.close()
        learner.answer()
        assert len(log.entries()) == 1


def test_a_full_disk_is_reported_and_the_log_goes_on_when_there_is_space(
    file: Path, new_learner: type[Learner]
) -> None:
    db = Database(file)
    with StudyLog(db) as log:
        learner = new_learner(log)
        [pages] = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages + 20}")
        saved: list[str] = []
        with pytest.raises(StudyLogError) as caught:
            saved.extend(learner.answer(text="a long answer " * 100) for _ in range(1000))
        assert caught.value.cause is Cause.DISK_FULL
        assert "Free some space" in caught.value.action
        assert [entry.id for entry in log.entries()] == saved[::-1]
        db.execute(f"PRAGMA max_page_count = {pages + 1000}")
        saved.append(learner.answer())
        assert [entry.id for entry in log.entries()] == saved[::-1]
        assert log.check() == []


def test_a_transaction_that_fails_halfway_leaves_nothing(log: StudyLog, learner: Learner) -> None:
    answer = learner.answer("leak", "split")
    verdict = Verdict(answer, (), 0.5, 0.5, Grader.CODE, None)
    with pytest.raises(sqlite3.IntegrityError, match="rating"):
        log.add_verdict(verdict, {"leak": Rating.Good, "split": 5})  # type: ignore[dict-item]
    assert log.entry(answer).verdict is None
    assert log.cards("mle") == {}
    assert log.check() == []


def test_threads_share_one_log(file: Path, new_learner: type[Learner]) -> None:
    with StudyLog.open(file) as log:
        learner = new_learner(log)
        failures: list[Exception] = []

        def study() -> None:
            try:
                for _ in range(15):
                    learner.review()
                    log.entries(limit=5)
                    log.last_undone()
            except Exception as error:
                failures.append(error)

        threads = [threading.Thread(target=study) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert len(log.entries()) == 60
        assert log.check() == []
