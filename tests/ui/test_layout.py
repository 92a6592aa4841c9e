"""No page cuts off or covers a text: at two sizes, in both schemes, in large type, mirrored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.helpers.layout_flaws import layout_flaws
from tests.ui.scenes import every_scene, settle, two_windows
from ui.theme import Theme
from ui.window import MainWindow

SMALL, LARGE = (1024, 700), (1920, 1080)
NORMAL, BIG = 15, 23  # logical pixels of body text: 100 % and 150 %
LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
LOOKS = (
    # Next to each other is what has the same colours and type: putting these on takes longest.
    ("light", NORMAL, LEFT_TO_RIGHT, SMALL),
    ("light", NORMAL, RIGHT_TO_LEFT, SMALL),
    ("light", NORMAL, LEFT_TO_RIGHT, LARGE),
    ("dark", BIG, LEFT_TO_RIGHT, SMALL),
    ("dark", BIG, LEFT_TO_RIGHT, LARGE),
)


@pytest.fixture
def windows(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[MainWindow, MainWindow]]:
    monkeypatch.delenv("SEGUE_MODEL")
    with two_windows(theme) as made:
        yield made


def test_nothing_is_cut_off_or_covered(
    windows: tuple[MainWindow, MainWindow], theme: Theme, qapp: QApplication
) -> None:
    found: dict[str, list[str]] = {}
    for name, shown in every_scene(windows):
        for scheme, font, direction, size in LOOKS:
            theme.choose(scheme, font)
            qapp.setLayoutDirection(direction)
            if isinstance(shown, MainWindow):
                shown.resize(*size)
            settle()
            flaws = layout_flaws(shown)
            if flaws:
                width, height = size
                found[f"{name} {width}×{height} {scheme} {font} px {direction.name}"] = flaws
        theme.choose("light", NORMAL)
    assert found == {}


class TestTheChecker:
    """What finds no flaw must be able to find one."""

    @pytest.fixture
    def page(self, theme: Theme, qtbot: QtBot) -> QWidget:
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(400, 300)
        page.show()
        return page

    def put(self, page: QWidget, widget: QWidget, *place: int) -> None:
        widget.setParent(page)
        widget.setGeometry(*place)
        widget.show()

    def test_what_fits_is_no_flaw(self, page: QWidget) -> None:
        label = QLabel("A text that breaks into lines " * 6)
        label.setWordWrap(True)
        layout = QVBoxLayout(page)
        for widget in (label, QPushButton("Start"), QLabel("Short")):
            layout.addWidget(widget)
        settle()
        assert layout_flaws(page) == []

    @pytest.mark.parametrize(
        ("widget", "size"),
        [
            (lambda: QLabel("Far too long for this"), (40, 20)),
            (lambda: QPushButton("Far too long for this"), (40, 40)),
            (lambda: QLabel("Start"), (90, 8)),
            (lambda: _with_placeholder("What do you want to know?"), (60, 40)),
            (lambda: _with_choice("Today: what is due, then new"), (60, 40)),
        ],
        ids=["label", "button", "flat label", "field", "choice"],
    )
    def test_what_does_not_fit_is_found(
        self, page: QWidget, widget: object, size: tuple[int, int]
    ) -> None:
        self.put(page, widget(), 10, 10, *size)  # type: ignore[operator]
        [flaw, *_] = layout_flaws(page)
        assert flaw.startswith("cut off")

    def test_so_are_lines_that_have_no_room(self, page: QWidget) -> None:
        label = QLabel("A text that breaks into lines " * 6)
        label.setWordWrap(True)
        self.put(page, label, 10, 10, 120, 30)
        [flaw] = layout_flaws(page)
        assert "pixels in height" in flaw

    def test_and_a_word_that_is_longer_than_its_line(self, page: QWidget) -> None:
        label = QLabel("/home/somebody/.local/share/segue/documents/reading")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.put(page, label, 10, 10, 90, 200)
        [flaw] = layout_flaws(page)
        assert "longest word" in flaw

    def test_texts_that_lie_over_each_other_are_found(self, page: QWidget) -> None:
        self.put(page, QLabel("One"), 10, 10, 60, 30)
        self.put(page, QPushButton("Other"), 50, 12, 120, 44)
        [flaw] = layout_flaws(page)
        assert flaw.startswith("overlapping: QLabel 'One'")

    def test_what_reaches_out_of_its_parent_is_found(self, page: QWidget) -> None:
        self.put(page, QLabel("Near the edge"), 350, 10, 200, 30)
        assert layout_flaws(page) == ["outside its parent: QLabel 'Near the edge'"]

    def test_what_can_be_scrolled_to_is_no_flaw(self, page: QWidget) -> None:
        content = QLabel("Long\n" * 100)
        area = QScrollArea()
        area.setWidget(content)
        self.put(page, area, 10, 10, 300, 200)
        self.put(page, QLabel("Below"), 10, 220, 100, 30)
        assert layout_flaws(page) == []

    def test_but_what_cannot_is(self, page: QWidget) -> None:
        content = QLabel("Wide " * 100)
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        self.put(page, area, 10, 10, 300, 200)
        [flaw] = layout_flaws(page)
        assert "no way to scroll" in flaw


def _with_placeholder(text: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(text)
    return field


def _with_choice(text: str) -> QComboBox:
    choice = QComboBox()
    choice.addItem(text)
    return choice
