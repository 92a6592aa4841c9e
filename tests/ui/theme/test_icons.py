"""Icons are our own drawings, in whatever colour the theme says."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.theme import Theme, ThemedIcon
from ui.theme.icons import ICONS, application_icon, icon, pixmap

NAMES = sorted(path.stem for path in ICONS.glob("*.svg") if path.stem != "segue")


def colours_of(image: QImage) -> set[str]:
    """Return the colours of all pixels that are not transparent at all."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize(
    "name", [name for name in NAMES if not name.startswith(("arrow-", "tick"))]
)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: object, name: str) -> None:
    root = ElementTree.parse(ICONS / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert colours_of(pixmap(name, "#ff0000", 48).toImage()) == {"#ff0000"}


def test_pictures_for_dense_screens_have_more_pixels_and_the_same_size(qapp: object) -> None:
    dense = pixmap("play", "#000000", 20, 2.0)
    assert (dense.width(), dense.deviceIndependentSize().width()) == (40, 20)


def test_an_icon_has_another_colour_when_it_is_checked(qapp: object) -> None:
    made = icon("today", "#111111", 20, checked="#00ff00")
    on = made.pixmap(20, 20, made.Mode.Normal, made.State.On)
    assert "#00ff00" in colours_of(on.toImage())


def test_a_buttons_icon_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    themed = ThemedIcon(button, theme, "play", colour="text")
    for choice in ("light", "dark"):
        theme.choose(choice)
        shown = button.icon().pixmap(18, 18).toImage()
        assert QColor(theme.colour("text")).name() in colours_of(shown)
    before = button.icon().cacheKey()
    themed.show("stop")
    assert button.icon().cacheKey() != before


def test_a_button_that_is_gone_is_left_alone(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Gone")
    ThemedIcon(button, theme, "play")
    button.deleteLater()
    qtbot.wait(10)
    theme.choose("dark")


def test_the_program_has_an_icon(qapp: object) -> None:
    assert not application_icon().isNull()


def test_icons_grow_with_the_type(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    ThemedIcon(button, theme, "play", size=20)
    assert button.iconSize().width() == 20
    theme.choose("light", 30)
    assert button.iconSize().width() == 40
    theme.choose("light", 12)
    assert button.iconSize().width() == 20


def test_the_gap_before_the_text_is_on_the_side_of_the_text(theme: Theme, qtbot: QtBot) -> None:
    first: list[int] = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        button = QPushButton("Stop")
        qtbot.addWidget(button)
        button.setLayoutDirection(direction)
        ThemedIcon(button, theme, "play")
        picture = button.icon().pixmap(button.iconSize()).toImage()
        inked = [x for x in range(22) if any(picture.pixelColor(x, y).alpha() for y in range(18))]
        first.append(inked[0])
    assert first[1] == first[0] + 4
