"""A bar that knows how far something is, or only that it is being done."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.progress_bar import ProgressBar


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> ProgressBar:
    theme.choose("light", motion="on")
    bar = ProgressBar(theme, "Fetching")
    qtbot.addWidget(bar)
    bar.resize(300, 6)
    bar.show()
    return bar


def test_it_sweeps_while_nobody_knows_how_far_it_is(bar: ProgressBar, qtbot: QtBot) -> None:
    assert bar.share() is None
    before = bar.grab().toImage()
    qtbot.waitUntil(lambda: bar.grab().toImage() != before)


def test_it_stands_still_where_nothing_may_move(
    bar: ProgressBar, theme: Theme, qtbot: QtBot
) -> None:
    theme.choose("light", motion="off")
    assert not bar.is_moving
    before = bar.grab().toImage()
    qtbot.wait(120)
    assert bar.grab().toImage() == before


def test_it_shows_how_far_it_is(bar: ProgressBar) -> None:
    bar.show_share(0.25)
    assert bar.share() == 0.25
    assert not bar.is_moving
    bar.show_share(7.0)
    assert bar.share() == 1.0
    bar.show_busy()
    assert bar.is_moving


def test_nothing_moves_that_is_not_seen(bar: ProgressBar) -> None:
    bar.hide()
    assert not bar.is_moving
    bar.show()
    assert bar.is_moving


def test_it_has_a_name(bar: ProgressBar) -> None:
    assert bar.accessibleName() == "Fetching"
