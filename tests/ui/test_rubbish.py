"""Rubbish is collected, and what belongs to Qt on the window's thread only."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from threading import Thread, current_thread

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from ui.rubbish import Collector


class Ring(QTimer):
    """A timer that only a collector can destroy: it holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture(autouse=True)
def _as_python_starts() -> Iterator[None]:
    gc.enable()
    yield
    gc.unfreeze()
    gc.disable()


def rings_on_another_thread(count: int) -> None:
    """Make more rubbish than Python's collector would let lie."""

    def make() -> None:
        for _number in range(count):
            ring: list[object] = []
            ring.append(ring)

    thread = Thread(target=make)
    thread.start()
    thread.join()


def test_a_timer_is_destroyed_on_the_windows_thread(qtbot: QtBot) -> None:
    threads: list[str] = []
    owner = QObject()
    collector = Collector(owner, every_ms=20)
    dropped = Ring()
    dropped.destroyed.connect(
        lambda: threads.append(current_thread().name), Qt.ConnectionType.DirectConnection
    )
    del dropped
    rings_on_another_thread(200_000)
    assert threads == []
    qtbot.waitUntil(lambda: threads != [])
    assert threads == [current_thread().name]
    assert collector.parent() is owner


def test_what_lived_long_is_found_as_well(qtbot: QtBot) -> None:
    owner = QObject()
    Collector(owner, every_ms=1)
    old = Ring()
    there = weakref.ref(old)
    gc.collect(0)
    gc.collect(1)  # it counts as old now, which is looked through seldom
    del old
    qtbot.waitUntil(lambda: there() is None)


def test_pythons_own_collector_is_off() -> None:
    owner = QObject()
    Collector(owner)
    assert not gc.isenabled()
