"""The rest of the start is done after the first picture, and never keeps a key waiting for all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.bench.studying import press
from ui.remainder import Remainder


class Canvas(QLineEdit):
    """A field that notes when it is painted and what is typed into it."""

    def __init__(self) -> None:
        super().__init__()
        self.happened: list[str] = []
        self.textEdited.connect(lambda text: self.happened.append(f"typed {text[-1]}"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - of Qt
        super().paintEvent(event)
        if "painted" not in self.happened:
            self.happened.append("painted")


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[Canvas]:
    made = Canvas()
    qtbot.addWidget(made)
    made.winId()  # there is a window to follow, not shown yet
    yield made
    made.close()


def remainder(canvas: Canvas, *names: str) -> Remainder:
    steps = [lambda name=name: canvas.happened.append(name) for name in names]
    made = Remainder(steps, canvas)
    made.done.connect(lambda: canvas.happened.append("done"))
    made.follow(canvas.windowHandle())
    return made


def test_first_the_picture_then_each_step_then_the_end(canvas: Canvas, qtbot: QtBot) -> None:
    remainder(canvas, "one", "two")
    qtbot.wait(30)
    assert canvas.happened == []
    canvas.show()
    qtbot.waitUntil(lambda: "done" in canvas.happened)
    assert canvas.happened == ["painted", "one", "two", "done"]


def test_a_key_is_served_between_two_steps(canvas: Canvas, qtbot: QtBot) -> None:
    def press_and_go_on() -> None:
        canvas.happened.append("one")
        press(canvas, "a")
        assert "typed a" not in canvas.happened  # it waits for the loop

    made = Remainder((press_and_go_on, lambda: canvas.happened.append("two")), canvas)
    made.follow(canvas.windowHandle())
    canvas.show()
    with qtbot.waitSignal(made.done):
        pass
    assert canvas.happened == ["painted", "one", "typed a", "two"]


def test_who_closes_the_window_at_once_waits_for_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    made = remainder(canvas, "one", "two")
    canvas.show()
    made.stop()
    qtbot.wait(50)
    assert canvas.happened in (["painted"], [])
    canvas.hide()
    canvas.show()
    qtbot.wait(50)
    assert "one" not in canvas.happened


def test_a_window_shown_again_does_nothing_twice(canvas: Canvas, qtbot: QtBot) -> None:
    made = remainder(canvas, "one")
    canvas.show()
    qtbot.waitUntil(lambda: "done" in canvas.happened)
    canvas.hide()
    made.follow(canvas.windowHandle())
    canvas.show()
    qtbot.wait(50)
    assert canvas.happened.count("one") == 1
    assert canvas.happened.count("done") == 1
