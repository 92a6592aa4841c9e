"""Slow work ends in exactly one way, and the window learns of it on its own thread."""

from __future__ import annotations

from collections.abc import Generator
from threading import Event, current_thread

import pytest
from pytestqt.qtbot import QtBot

from ui.task import Task, end_all_tasks, running_tasks


class Watcher:
    """Writes down everything that a task tells, in order."""

    def __init__(self, task: Task) -> None:
        self.heard: list[tuple[str, object]] = []
        task.advanced.connect(lambda item: self.heard.append(("advanced", item)))
        task.finished.connect(lambda result: self.heard.append(("finished", result)))
        task.failed.connect(lambda error: self.heard.append(("failed", error)))
        task.cancelled.connect(lambda: self.heard.append(("cancelled", None)))


def count_to(last: int) -> Generator[object, None, str]:
    yield from range(last)
    return "counted"


def test_every_item_arrives_in_order_and_then_the_result(qtbot: QtBot) -> None:
    task = Task(lambda: count_to(3))
    watcher = Watcher(task)
    with qtbot.waitSignal(task.finished):
        task.start()
    assert watcher.heard == [
        ("advanced", 0),
        ("advanced", 1),
        ("advanced", 2),
        ("finished", "counted"),
    ]
    assert not task.is_running


@pytest.mark.parametrize("error", [RuntimeError("decode failed"), OSError("disk"), KeyError("x")])
def test_any_exception_arrives_as_failure(qtbot: QtBot, error: Exception) -> None:
    def work() -> Generator[object, None, object]:
        yield 1
        raise error

    task = Task(work)
    watcher = Watcher(task)
    with qtbot.waitSignal(task.failed):
        task.start()
    assert watcher.heard == [("advanced", 1), ("failed", error)]


def test_an_exception_while_the_generator_is_made_is_a_failure_too(qtbot: QtBot) -> None:
    def work() -> Generator[object, None, object]:
        raise ValueError("no generator at all")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as failure:
        task.start()
    assert str(failure.args[0]) == "no generator at all"


def test_cancelling_interrupts_what_the_work_waits_for(qtbot: QtBot) -> None:
    interrupted = Event()

    def work() -> Generator[object, None, object]:
        yield "begun"
        interrupted.wait(10)
        raise RuntimeError("interrupted")
        yield  # pragma: no cover

    task = Task(work, stop_now=interrupted.set)
    watcher = Watcher(task)
    with qtbot.waitSignal(task.advanced):
        task.start()
    with qtbot.waitSignal(task.cancelled, timeout=2000):
        task.cancel()
        task.cancel()
    assert watcher.heard == [("advanced", "begun"), ("cancelled", None)]


def test_cancelling_closes_the_generator(qtbot: QtBot) -> None:
    closed = Event()

    def work() -> Generator[object, None, object]:
        try:
            while True:
                yield "again"
        finally:
            closed.set()

    task = Task(work)
    with qtbot.waitSignal(task.advanced):
        task.start()
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert closed.is_set()


def test_the_work_runs_elsewhere_and_its_news_arrives_here(qtbot: QtBot) -> None:
    threads: list[object] = []

    def work() -> Generator[object, None, object]:
        yield current_thread()

    task = Task(work)
    task.advanced.connect(lambda thread: threads.extend([thread, current_thread()]))
    with qtbot.waitSignal(task.finished):
        task.start()
    assert threads[0] is not threads[1]
    assert threads[1] is current_thread()


def test_a_task_that_nobody_holds_runs_to_its_end(qtbot: QtBot) -> None:
    seen: list[object] = []

    def launch() -> None:
        task = Task(lambda: count_to(2))
        task.finished.connect(seen.append)
        task.start()

    launch()
    qtbot.waitUntil(lambda: seen == ["counted"])
    assert running_tasks() == ()


def test_leaving_ends_everything(qtbot: QtBot) -> None:
    gates = [Event(), Event()]

    def wait_for(gate: Event) -> Generator[object, None, object]:
        yield gate.wait(10)

    tasks = [Task(lambda gate=gate: wait_for(gate), stop_now=gate.set) for gate in gates]
    for task in tasks:
        task.start()
    assert end_all_tasks()
    qtbot.waitUntil(lambda: running_tasks() == ())
