"""Progress shows its sections one at a time, each as the log is when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from app.content.library import Library
from app.study.records import Judgement
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.gated_engine import GatedEngine
from ui.pages.entry import EntryDialog
from ui.pages.progress import ProgressPage
from ui.pages.progress.page import SECTIONS
from ui.task import running_tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from tests.ui.pages.progress.conftest import Answering, Cells, Texts

GOOD, BAD = Judgement.COVERED, Judgement.MISSED


def shown(page: ProgressPage) -> list[str]:
    return [name for name, _ in SECTIONS if page.section(name).isVisible()]


def test_it_begins_with_the_transition(progress: ProgressPage) -> None:
    progress.refresh()
    assert shown(progress) == ["transition"]
    assert progress.tabs.choice() == "transition"


def test_a_click_opens_another_section_as_it_is_now(
    progress: ProgressPage, answer: Answering, qtbot: QtBot
) -> None:
    progress.refresh()
    answer(GOOD)
    qtbot.mouseClick(progress.tabs.button("log"), Qt.MouseButton.LeftButton)
    assert shown(progress) == ["log"]
    assert progress.log.model.rowCount() == 1


def test_keys_turn_to_the_next_section_and_back(progress: ProgressPage, qtbot: QtBot) -> None:
    progress.refresh()
    progress.activateWindow()
    qtbot.waitUntil(progress.isActiveWindow)
    progress.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    for expected in ("skills", "days"):
        qtbot.keyClick(progress.focusWidget(), Qt.Key.Key_PageDown, control)
        assert shown(progress) == [expected]
        assert progress.tabs.button(expected).hasFocus()
    for expected in ("skills", "transition", "log"):
        qtbot.keyClick(progress.focusWidget(), Qt.Key.Key_PageUp, control)
        assert shown(progress) == [expected]


def test_without_a_transition_nothing_breaks(progress: ProgressPage, workspace: Workspace) -> None:
    workspace.library = Library()
    for name, _ in SECTIONS:
        progress.open_section(name)
    assert shown(progress) == ["log"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_section_can_be_drawn_before_the_first_answer_and_after(
    progress: ProgressPage, answer: Answering, clock: Clock, theme: Theme, qtbot: QtBot, scheme: str
) -> None:
    theme.choose(scheme)
    for _ in range(2):
        for name, _title in SECTIONS:
            progress.open_section(name)
            qtbot.waitUntil(lambda: not running_tasks())
            QCoreApplication.processEvents()
            assert not progress.grab().isNull()
        answer(GOOD, BAD)
        clock.advance(days=2)
        answer(GOOD, GOOD)


# -- the grader ------------------------------------------------------------------------------------


def test_the_grader_is_shown_as_it_was_overruled(
    progress: ProgressPage, workspace: Workspace, engine: GatedEngine, cells: Cells, qtbot: QtBot
) -> None:
    session = workspace.start_quiz("learn-model-optimization", count=4, answer_format="short")
    outcomes = []
    while session.advance() is not None:
        grading = session.submit("an answer")
        list(grading.run())
        outcomes.append(session.conclude(grading))
    point = outcomes[0].verdict.points[0].key_point
    session.overrule(outcomes[0], {point: BAD})
    progress.open_section("grader")
    card = progress.grader.overrules.card
    assert card.sentence.text() == "You overruled the grader in 1 of 4 verdicts (25 %)."
    assert "so far there are 1." in progress.grader.overrules.learning.text()
    assert cells(card.numbers, 0)[:4] == ["Mon 23 November 2026", "4", "1", "25 %"]


# -- the log ---------------------------------------------------------------------------------------


def test_before_the_first_answer_the_log_says_so(progress: ProgressPage) -> None:
    progress.open_section("log")
    assert progress.log.nothing.isVisible()
    assert not progress.log.table.isVisible()


def test_the_log_is_newest_first_with_verdicts(
    progress: ProgressPage, answer: Answering, cells: Cells
) -> None:
    answer(GOOD, Judgement.CONTRADICTED)
    progress.open_section("log")
    newest, oldest = (cells(progress.log.table, row) for row in (0, 1))
    assert (newest[0], newest[2:]) == ("just now", ["Missed", "Again"])
    assert (oldest[0], oldest[2:]) == ("1 min ago", ["Covered", "Good"])


def test_more_of_the_log_is_one_click_away(
    progress: ProgressPage, answer: Answering, qtbot: QtBot
) -> None:
    answer(*[GOOD] * 20)
    progress.open_section("log")
    assert progress.log.model.rowCount() == 15
    qtbot.mouseClick(progress.log.more_button, Qt.MouseButton.LeftButton)
    assert progress.log.model.rowCount() == 20
    assert not progress.log.more_button.isVisible()


def test_an_entry_opens_with_everything_that_is_known(
    progress: ProgressPage, workspace: Workspace, answer: Answering, texts: Texts, qtbot: QtBot
) -> None:
    answer(Judgement.PARTLY)
    progress.open_section("log")
    table = progress.log.table
    qtbot.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(progress.log.model.index(0, 1)).center(),
    )
    dialog = progress.findChild(EntryDialog)
    seen = texts(dialog)
    entry = workspace.log.entries()[0]
    claim = workspace.library.key_point("machine-learning-engineer", entry.answer.key_points[0])
    assert claim is not None
    assert entry.answer.question in seen
    assert "my answer" in seen
    assert f"Partly: {claim.claim}" in seen
    assert "Rated Hard" in seen
    assert "Graded by you, sure to 100 %" in seen
    dialog.reject()


def test_an_answer_whose_key_point_is_gone_can_still_be_read(
    progress: ProgressPage, workspace: Workspace, answer: Answering, theme: Theme, qtbot: QtBot
) -> None:
    answer(BAD)
    entry = workspace.log.entries()[0]
    dialog = EntryDialog(entry, Library(), theme, progress)
    lines = [text.text() for text in dialog.findChildren(type(progress.log.nothing))]
    assert f"Missed: {entry.answer.key_points[0]}" in lines
