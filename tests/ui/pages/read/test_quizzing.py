"""From reading to being asked: about a selection, a section, a skill."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.ui.pages.read.conftest import SKILL, TRANSITION, open_skill, select
from ui.pages.read import ReadPage

ACID = "Citric acid dissolves limescale within half an hour."


def test_selected_words_ask_about_the_key_points_that_stand_in_them(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    text, point = read.reader.text, workspace.library.key_points(TRANSITION, SKILL)[3]
    span = text.span_of(point.quote)
    assert span is not None
    select(read, " ".join(text.text[span[0] : span[1]].split()[:4]))
    assert read.bar.quiz_button.isVisible()
    with qtbot.waitSignal(read.points_study_asked) as asked:
        qtbot.keyClick(read.reader, Qt.Key.Key_Q)
    assert asked.args == [(point.id,)]


def test_without_a_selection_the_section_is_asked_about(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    section = read.reader.text.sections[2]
    read.reader.show_span(section.start, section.end)
    read.reader.unselect()
    points = workspace.library.key_points(TRANSITION, SKILL)
    there = read.reader.text.points_within(points, section.start, section.end)
    with qtbot.waitSignal(read.points_study_asked) as asked:
        qtbot.mouseClick(read.foot.section_quiz_button, Qt.MouseButton.LeftButton)
    assert asked.args == [tuple(point.id for point in there)]
    assert 1 < len(there) < len(points)


def test_the_session_asks_exactly_these(read: ReadPage, workspace: Workspace, qtbot: QtBot) -> None:
    open_skill(read, qtbot)
    with qtbot.waitSignal(read.points_study_asked) as asked:
        read.reader.show_span(read.reader.text.sections[1].start, 10**6)
        read.quizzing.quiz_section()
    [ids] = asked.args
    session = workspace.start_quiz(key_points=ids)
    assert [point.id for point in session.plan] == list(ids)


def test_words_without_a_key_point_say_so(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    assert not own.bar.quiz_button.isVisible()
    with qtbot.assertNotEmitted(own.points_study_asked):
        qtbot.keyClick(own.reader, Qt.Key.Key_Q)
    assert own.message.text().startswith("No key point rests on this")
    assert not own.foot.section_quiz_button.isVisible()
