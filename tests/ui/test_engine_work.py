"""The engine does one thing at a time for the window, and the newest wish wins."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.engine_work import EngineWork


class SlowEngine:
    """Works until it is told to stop, as a real one does in the middle of a prompt."""

    def __init__(self) -> None:
        self.stopped = Event()
        self.jobs: list[str] = []

    def job(self, name: str) -> Generator[str, None, None]:
        self.stopped.clear()
        self.jobs.append(name)
        yield f"{name} begun"
        if not self.stopped.wait(10):
            raise TimeoutError(name)
        raise RuntimeError("interrupted")

    def stop(self) -> None:
        self.stopped.set()


@pytest.fixture
def engine() -> SlowEngine:
    return SlowEngine()


@pytest.fixture
def work(engine: SlowEngine, qtbot: QtBot) -> Iterator[EngineWork]:
    owner = QObject()
    work = EngineWork(engine.stop, owner)
    yield work
    work.stop()
    qtbot.waitUntil(lambda: not work.is_busy)


def quick(*items: str) -> Generator[str, None, None]:
    yield from items


def test_items_arrive_and_then_the_end(work: EngineWork, qtbot: QtBot) -> None:
    heard: list[object] = []
    work.start(
        lambda: quick("a", "b"), on_item=heard.append, on_finished=lambda: heard.append("end")
    )
    qtbot.waitUntil(lambda: heard == ["a", "b", "end"])
    assert not work.is_busy


def test_new_work_ends_what_runs_at_once(
    work: EngineWork, engine: SlowEngine, qtbot: QtBot
) -> None:
    heard: list[object] = []
    work.start(lambda: engine.job("prepare"), on_cancelled=lambda: heard.append("cancelled"))
    qtbot.waitUntil(lambda: engine.jobs == ["prepare"])
    work.start(lambda: quick("graded"), on_item=heard.append)
    qtbot.waitUntil(lambda: heard == ["cancelled", "graded"], timeout=2000)


def test_of_two_that_wait_only_the_newer_begins(
    work: EngineWork, engine: SlowEngine, qtbot: QtBot
) -> None:
    heard: list[object] = []
    work.start(lambda: engine.job("prepare"))
    qtbot.waitUntil(lambda: engine.jobs == ["prepare"])
    work.start(
        lambda: quick("older"),
        on_item=heard.append,
        on_cancelled=lambda: heard.append("older was dropped"),
    )
    work.start(lambda: quick("newer"), on_item=heard.append)
    qtbot.waitUntil(lambda: not work.is_busy)
    assert heard == ["older was dropped", "newer"]


def test_work_between_two_requests_is_told_again(work: EngineWork, qtbot: QtBot) -> None:
    asked = Event()
    second_request = Event()

    def deaf_at_first() -> Generator[str, None, None]:
        yield "begun"
        # The first call to stop comes while nothing is asked of the engine, and is lost.
        asked.wait(10)
        asked.clear()
        if not second_request.wait(10):
            raise TimeoutError

    calls: list[int] = []

    def stop_engine() -> None:
        calls.append(1)
        if len(calls) > 1:
            second_request.set()
        asked.set()

    owner = QObject()
    stubborn = EngineWork(stop_engine, owner)
    begun: list[object] = []
    stubborn.start(deaf_at_first, on_item=begun.append)
    qtbot.waitUntil(lambda: begun == ["begun"])
    stubborn.stop()
    qtbot.waitUntil(lambda: not stubborn.is_busy, timeout=3000)


def test_a_failure_is_told(work: EngineWork, qtbot: QtBot) -> None:
    def fails() -> Generator[str, None, None]:
        yield from ()
        raise ValueError("the model crashed")

    heard: list[object] = []
    work.start(fails, on_failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert str(heard[0]) == "the model crashed"


def test_the_page_is_drawn_before_work_that_can_wait(work: EngineWork, qtbot: QtBot) -> None:
    heard: list[str] = []
    QTimer.singleShot(0, lambda: heard.append("drawn"))
    work.start(
        lambda: quick("feedback"), when_drawn=True, on_finished=lambda: heard.append("feedback")
    )
    assert work.is_busy
    qtbot.waitUntil(lambda: not work.is_busy)
    assert heard == ["drawn", "feedback"]


def test_work_that_waits_for_the_picture_may_be_stopped_or_replaced(
    work: EngineWork, engine: SlowEngine, qtbot: QtBot
) -> None:
    heard: list[object] = []
    work.start(
        lambda: engine.job("prepare"), when_drawn=True, on_cancelled=lambda: heard.append("left")
    )
    work.stop()
    assert heard == ["left"]
    assert not work.is_busy
    work.start(
        lambda: engine.job("prepare"), when_drawn=True, on_cancelled=lambda: heard.append("left")
    )
    work.start(lambda: quick("graded"), on_item=heard.append)
    qtbot.waitUntil(lambda: heard == ["left", "left", "graded"])
    qtbot.wait(80)
    assert engine.jobs == []
