"""A column is centred, no wider than can be read, and never cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.meter import Meter
from ui.widgets.page import Column, clear, horizontal
from ui.widgets.text import Text, restyle


@pytest.mark.parametrize(("width", "widest"), [(600, 600), (1600, 720)])
def test_a_column_keeps_to_its_measure(theme: Theme, qtbot: QtBot, width: int, widest: int) -> None:
    column = Column(measure=720)
    qtbot.addWidget(column)
    text = Text("A sentence that goes on for a while. " * 20)
    column.body.addWidget(text)
    column.resize(width, 500)
    column.show()
    assert text.width() <= widest
    left, right = (
        text.mapTo(column.viewport(), p).x()
        for p in (text.rect().topLeft(), text.rect().topRight())
    )
    assert left == pytest.approx(column.viewport().width() - right, abs=3)


def test_long_text_makes_the_page_longer_and_not_wider(theme: Theme, qtbot: QtBot) -> None:
    column = Column()
    qtbot.addWidget(column)
    column.resize(500, 300)
    column.body.addWidget(Text("Words and more words. " * 200))
    column.show()
    widget = column.widget()
    assert widget.width() == column.viewport().width()
    qtbot.waitUntil(lambda: widget.height() > column.viewport().height())
    column.verticalScrollBar().setValue(100)
    column.show_top()
    assert column.verticalScrollBar().value() == 0


def test_what_is_taken_out_is_gone(theme: Theme, qtbot: QtBot) -> None:
    column = Column()
    qtbot.addWidget(column)
    inner = horizontal()
    inner.addWidget(Text("inner"))
    column.body.addLayout(inner)
    column.body.addWidget(Text("outer"))
    clear(column.body)
    qtbot.wait(1)
    assert column.body.count() == 0
    assert column.findChildren(Text) == []


def test_text_is_never_markup(qtbot: QtBot) -> None:
    text = Text("<b>bold?</b> & <img src=x>")
    qtbot.addWidget(text)
    assert text.textFormat() is Qt.TextFormat.PlainText


def test_a_tone_colours_text(theme: Theme, qtbot: QtBot) -> None:
    text = Text("Missed")
    qtbot.addWidget(text)
    text.set_tone("bad")
    assert text.palette().color(text.foregroundRole()).name() == theme.colour("bad")
    restyle(text, tone="")
    assert text.palette().color(text.foregroundRole()).name() == theme.colour("text")


def test_a_banner_says_it_all_to_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.show_message("The disk is full", "Free some space.", "bad")
    assert banner.isVisible()
    assert banner.accessibleName() == "The disk is full. Free some space."
    assert banner.text() == "The disk is full Free some space."
    banner.show_message("All is well")
    assert banner.accessibleName() == "All is well."


def test_a_banner_without_buttons_uses_its_width(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.resize(700, 80)
    banner.show_message("Something happened", "It takes a line of its own to say what it was.")
    qtbot.waitUntil(banner.isVisible)
    qtbot.waitUntil(lambda: all(text.width() > 500 for text in banner.findChildren(Text)))


@pytest.mark.parametrize(("share", "shown"), [(-0.5, 0.0), (0.25, 0.25), (7.0, 1.0)])
def test_a_meter_stays_between_nothing_and_all(
    theme: Theme, qtbot: QtBot, share: float, shown: float
) -> None:
    meter = Meter(theme, "Quantization")
    qtbot.addWidget(meter)
    meter.show_share(share, "3 of 12 seen")
    meter.show()
    assert meter.share() == shown
    assert meter.accessibleName() == "Quantization: 3 of 12 seen"
