"""Another program's window is seen when it is there, and when there is something in it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import pytest

from ui.bench.display import running
from ui.bench.x11 import DisplayError, Screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="windows are seen through X11")

WINDOW = """\
import sys
from PySide6.QtWidgets import QApplication, QLabel, QWidget
application = QApplication([])
window = QWidget()
window.setStyleSheet("background: #336699; font-size: 60px")
window.resize({size})
label = QLabel("Seen", window)
label.move(20, 150)
label.setVisible({visible})
window.show()
application.exec()
"""


@pytest.fixture
def screen(shown_on: str) -> Iterator[Screen]:
    with Screen(shown_on) as screen:
        yield screen


def program(size: str, visible: bool) -> tuple[str, ...]:
    return (sys.executable, "-c", WINDOW.format(size=size, visible=visible))


def test_a_window_with_something_in_it_is_seen(screen: Screen, shown_on: str) -> None:
    began = time.perf_counter()
    with running(program("600, 500", visible=True), shown_on, {}) as process:
        sight = screen.wait_for_window(process.pid, 60)
    assert sight is not None, process.pid
    assert began < sight.mapped <= sight.painted < time.perf_counter()


def test_a_window_of_one_colour_is_not_painted_yet(screen: Screen, shown_on: str) -> None:
    with running(program("600, 500", visible=False), shown_on, {}) as process:
        assert screen.wait_for_window(process.pid, 4) is None
        assert screen._window_of(process.pid, 400) is not None  # but it was there


def test_a_small_window_is_no_main_window(screen: Screen, shown_on: str) -> None:
    with running(program("300, 250", visible=True), shown_on, {}) as process:
        assert screen.wait_for_window(process.pid, 4) is None
        assert screen.wait_for_window(process.pid, 20, least=200) is not None


def test_the_window_of_another_program_is_not_taken_for_it(screen: Screen, shown_on: str) -> None:
    with (
        running(program("600, 500", visible=True), shown_on, {}) as process,
        running((sys.executable, "-c", "input()"), shown_on, {}) as other,
    ):
        assert screen.wait_for_window(process.pid, 60) is not None
        assert screen.wait_for_window(other.pid, 0.5) is None


def test_a_window_that_goes_away_while_it_is_looked_at_is_no_trouble(
    screen: Screen, shown_on: str
) -> None:
    with running(program("600, 500", visible=True), shown_on, {}) as process:
        assert screen.wait_for_window(process.pid, 60) is not None
    # Its number is no window any more; asking about it must not end this process.
    assert screen.wait_for_window(process.pid, 0.3) is None


def test_a_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(DisplayError, match="no X server answers at :4077"):
        Screen(":4077")
