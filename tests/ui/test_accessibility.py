"""Who does not see the window, or has no mouse, can use all of it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.helpers.accessible_tree import accessible_flaws, nodes_of
from tests.helpers.focus_walk import (
    described,
    misplaced,
    ring_is_seen,
    tab_stops,
    unreached,
)
from tests.ui.scenes import every_scene, settle, two_windows
from ui.theme import Theme


@dataclass
class Survey:
    """What is wrong in each state of the window; best nothing.

    Attributes
    ----------
    told : dict of str to list of str
        What a screen reader could not make sense of.
    order : dict of str to list of str
        What Tab does not reach, or reaches out of order.
    rings : dict of str to list of str
        Controls at which nobody would see the focus.
    """

    told: dict[str, list[str]] = field(default_factory=dict)
    order: dict[str, list[str]] = field(default_factory=dict)
    rings: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def survey(_shared_theme: Theme) -> Survey:
    """Go through every state once, which takes longer than looking at it."""
    found, seen = Survey(), set[tuple[str, ...]]()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SEGUE_MODEL", raising=False)
        _shared_theme.choose("light", 15, "on")
        with two_windows(_shared_theme) as windows:
            for name, shown in every_scene(windows):
                found.told[name] = accessible_flaws(shown)
                shown.activateWindow()
                settle()
                stops = tab_stops(shown)
                found.order[name] = [*unreached(shown, stops), *misplaced(stops)]
                # One of each kind is enough: the style sheet does not know them apart.
                new = {kind_of(stop): stop for stop in stops if kind_of(stop) not in seen}
                seen |= set(new)
                found.rings[name] = unseen(list(new.values()), _shared_theme)
    return found


def unseen(stops: list[QWidget], theme: Theme) -> list[str]:
    """Return the controls at which the focus is not seen in light or in dark."""
    found: list[str] = []
    for scheme in ("dark", "light") if stops else ():
        theme.choose(scheme)
        settle()
        found += [f"{described(stop)} in {scheme}" for stop in stops if not ring_is_seen(stop)]
    return found


def kind_of(widget: QWidget) -> tuple[str, ...]:
    properties = (str(widget.property(name) or "") for name in ("role", "scale", "checked"))
    return type(widget).__name__, *properties


def test_a_screen_reader_can_tell_of_every_control(survey: Survey) -> None:
    assert {name: flaws for name, flaws in survey.told.items() if flaws} == {}


def test_tab_leads_to_every_control_in_the_order_of_reading(survey: Survey) -> None:
    assert {name: flaws for name, flaws in survey.order.items() if flaws} == {}


def test_it_is_seen_where_the_focus_is(survey: Survey) -> None:
    assert {name: flaws for name, flaws in survey.rings.items() if flaws} == {}


class TestTheCheckers:
    """What finds no flaw must be able to find one."""

    @pytest.fixture
    def page(self, theme: Theme, qtbot: QtBot) -> QWidget:
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(400, 300)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    def fill(self, page: QWidget, *widgets: QWidget) -> None:
        layout = QVBoxLayout(page)
        for widget in widgets:
            layout.addWidget(widget)
        settle()

    def test_a_control_without_a_name(self, page: QWidget) -> None:
        self.fill(page, QPushButton(""), QPushButton("Start"))
        assert accessible_flaws(page) == ["no name: Client › Button ''"]

    def test_a_field_without_a_name(self, page: QWidget) -> None:
        self.fill(page, QLineEdit())
        assert len(accessible_flaws(page)) == 1

    def test_two_controls_that_cannot_be_told_apart(self, page: QWidget) -> None:
        self.fill(page, QPushButton("Read"), QPushButton("Read"))
        assert accessible_flaws(page) == ["2 times the same Button 'Read'"]

    def test_something_that_nobody_can_say_what_it_is(self, page: QWidget) -> None:
        thing = QWidget()
        thing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        thing.setAccessibleName("A thing")
        self.fill(page, thing)
        [flaw] = accessible_flaws(page)
        assert flaw.startswith("can have the focus")

    def test_what_is_hidden_is_passed_over(self, page: QWidget) -> None:
        hidden = QPushButton("")
        self.fill(page, hidden, QPushButton("Start"))
        hidden.hide()
        assert accessible_flaws(page) == []
        assert "Start" in [node.name for node in nodes_of(page)]

    def test_a_control_that_tab_passes_by(self, page: QWidget) -> None:
        first, second = QPushButton("First"), QPushButton("Second")
        self.fill(page, first, second)
        first.setFocus()
        assert unreached(page, tab_stops(page)) == []
        assert unreached(page, [first]) == ["QPushButton ''"]

    def test_an_order_against_the_direction_of_reading(self, page: QWidget) -> None:
        above, below, last = QPushButton("Above"), QPushButton("Below"), QPushButton("Last")
        self.fill(page, above, below, last)
        assert misplaced([above, below, last]) == []
        assert misplaced([below, last, above]) == []  # the same round
        [flaw] = misplaced([above, last, below])
        assert flaw.startswith("up: ")

    def test_back_in_a_row(self, page: QWidget) -> None:
        buttons = [QPushButton(name) for name in ("Left", "Middle", "Right")]
        row = QHBoxLayout(page)
        for button in buttons:
            row.addWidget(button)
        settle()
        left, middle, right = buttons
        assert misplaced([left, middle, right]) == []
        [flaw] = misplaced([left, right, middle])
        assert flaw.startswith("back in the row: ")

    def test_a_focus_that_is_not_seen(self, page: QWidget) -> None:
        button, frame = QPushButton("Start"), QFrame()
        frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        frame.setFixedSize(120, 40)
        self.fill(page, button, frame)
        assert ring_is_seen(button)
        assert not ring_is_seen(frame)
        assert QApplication.focusWidget() is None
