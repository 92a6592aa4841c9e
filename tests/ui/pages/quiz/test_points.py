"""Key points: judged with a click or a key, in doubt where the grader is, and pointed to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.content.library import Library
from app.content.types import KeyPoint
from app.study.records import Judgement
from ui.pages.quiz.points import Finding, PointList, PointRow
from ui.theme import Theme

SURE = Finding(Judgement.COVERED, said=("a group shares one scale",))
UNSURE = Finding(Judgement.PARTLY, doubt=0.52)


@pytest.fixture
def points(library: Library) -> Sequence[KeyPoint]:
    return library.key_points("machine-learning-engineer")[:2]


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Iterator[PointList]:
    made = PointList(theme)
    made.resize(600, 300)
    made.move(0, 0)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def rows(shown: PointList, points: Sequence[KeyPoint]) -> list[PointRow]:
    """A row of which the grader is sure, and one of which it is not."""
    shown.show_points(points, {points[0].id: SURE, points[1].id: UNSURE})
    return list(shown.rows.values())


def test_a_sure_key_point_shows_its_judgement(rows: list[PointRow]) -> None:
    assert not rows[0].asks
    assert rows[0].segments.choice() == "covered"
    assert not rows[0].question.isVisible()


def test_an_unsure_one_asks_and_shows_no_guess_as_a_judgement(rows: list[PointRow]) -> None:
    assert rows[1].asks
    assert rows[1].segments.choice() is None
    assert rows[1].question.isVisible()
    assert rows[1].question.text().startswith("Unsure (52 %)")
    assert "counts as partly until you choose" in rows[1].question.text()


def test_the_first_in_doubt_is_found(shown: PointList, rows: list[PointRow]) -> None:
    assert shown.first_in_doubt() is rows[1]


def test_without_doubt_there_is_none(shown: PointList, points: Sequence[KeyPoint]) -> None:
    shown.show_points(points, {point.id: SURE for point in points})
    assert shown.first_in_doubt() is None


def test_a_click_judges(
    shown: PointList, rows: list[PointRow], points: Sequence[KeyPoint], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shown.judged) as judged:
        qtbot.mouseClick(rows[1].segments.button("missed"), Qt.MouseButton.LeftButton)
    assert judged.args == [points[1].id, "missed"]


@pytest.mark.parametrize(
    ("key", "judgement"),
    [
        (Qt.Key.Key_1, "contradicted"),
        (Qt.Key.Key_2, "missed"),
        (Qt.Key.Key_3, "partly"),
        (Qt.Key.Key_4, "covered"),
    ],
)
def test_a_digit_judges_the_row_with_the_focus_and_does_nothing_else(
    shown: PointList, rows: list[PointRow], qtbot: QtBot, key: Qt.Key, judgement: str
) -> None:
    elsewhere: list[int] = []
    shortcut = QShortcut(QKeySequence(key), shown)
    shortcut.activated.connect(lambda: elsewhere.append(1))
    rows[1].setFocus()
    with qtbot.waitSignal(shown.judged) as judged:
        qtbot.keyClick(rows[1], key)
    assert judged.args[1] == judgement
    assert elsewhere == []


def test_a_digit_judges_from_the_buttons_of_the_row_too(
    shown: PointList, rows: list[PointRow], points: Sequence[KeyPoint], qtbot: QtBot
) -> None:
    button = rows[0].segments.button("partly")
    button.setFocus()
    with qtbot.waitSignal(shown.judged) as judged:
        qtbot.keyClick(button, Qt.Key.Key_2)
    assert judged.args == [points[0].id, "missed"]


def test_other_keys_keep_their_meaning(
    shown: PointList, rows: list[PointRow], qtbot: QtBot
) -> None:
    heard: list[int] = []
    QShortcut(QKeySequence("P"), shown).activated.connect(lambda: heard.append(1))
    rows[0].setFocus()
    qtbot.wait(1)
    qtbot.keyClick(rows[0], Qt.Key.Key_P)
    assert heard == [1]


def test_every_row_can_be_reached_with_the_keyboard(
    shown: PointList, rows: list[PointRow], qtbot: QtBot
) -> None:
    rows[0].setFocus()
    reached = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached[1:] == [rows[1], rows[1].segments.button("contradicted")]


def test_the_focus_points_to_a_key_point_until_it_leaves(
    shown: PointList, rows: list[PointRow], points: Sequence[KeyPoint]
) -> None:
    told: list[str] = []
    shown.pointed_to.connect(told.append)
    rows[0].setFocus()
    rows[1].segments.button("partly").setFocus()
    rows[1].segments.button("partly").clearFocus()
    assert [each for each in told if each] == [points[0].id, points[1].id]
    assert told[-1] == ""


def test_the_mouse_points_to_a_key_point_while_it_is_there(
    shown: PointList, rows: list[PointRow], points: Sequence[KeyPoint]
) -> None:
    told: list[str] = []
    rows[0].setFocus()
    shown.pointed_to.connect(told.append)
    move_mouse(rows[1].rect().center(), rows[1])
    move_mouse(rows[1].segments.rect().center(), rows[1].segments)
    move_mouse(QPoint(2, rows[1].geometry().top() - 2), shown)
    assert told == [points[1].id, points[0].id], "then the focus counts again"


def test_a_mouse_at_rest_points_to_nothing(
    shown: PointList, points: Sequence[KeyPoint], qtbot: QtBot
) -> None:
    move_mouse(QPoint(300, 40), shown)
    with qtbot.assertNotEmitted(shown.pointed_to, wait=50):
        shown.show_points(points, {})
    with qtbot.waitSignal(shown.pointed_to) as told:
        move_mouse(QPoint(300, 40), shown)
    assert told.args == [points[0].id]


def test_other_rows_point_to_nothing(
    shown: PointList, rows: list[PointRow], points: Sequence[KeyPoint], qtbot: QtBot
) -> None:
    rows[0].setFocus()
    with qtbot.waitSignal(shown.pointed_to) as told:
        shown.show_points(points, {})
    assert told.args == [""]


def test_a_screen_reader_hears_judgement_and_evidence(
    rows: list[PointRow], points: Sequence[KeyPoint]
) -> None:
    assert rows[0].accessibleName() == f"{points[0].topic}: covered. {points[0].claim}"
    assert "a group shares one scale" in rows[0].accessibleDescription()
    assert rows[1].accessibleName().startswith(f"{points[1].topic}: unsure.")


def move_mouse(to: QPoint, of: QWidget) -> None:
    """Move the mouse to a place in a widget, as a hand would: by way of the places before it."""
    window = of.window()
    for x in (1, 0):
        QTest.mouseMove(window.windowHandle(), of.mapTo(window, to - QPoint(x, 0)))
        QApplication.processEvents()
