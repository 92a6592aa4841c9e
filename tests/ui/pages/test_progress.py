"""Progress shows what the study log says, in figures and line by line."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.study.records import Judgement
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.gated_engine import GatedEngine
from ui.pages.entry import EntryDialog
from ui.pages.progress import ProgressPage
from ui.theme import Theme
from ui.widgets.tables import TallTable
from ui.widgets.text import Text

SKILL = "learn-model-optimization"


@pytest.fixture
def progress(workspace: Workspace, theme: Theme, qtbot: QtBot) -> ProgressPage:
    page = ProgressPage(workspace, theme)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    return page


def answer(workspace: Workspace, clock: Clock, judgements: list[Judgement]) -> None:
    """Answer questions about one skill, each a minute after the other."""
    session = workspace.start_quiz(SKILL, count=len(judgements), answer_format="short")
    for judgement in judgements:
        question = session.advance()
        assert question is not None
        clock.advance(minutes=1)
        session.rate_self("my answer", {question.key_points[0].id: judgement})


def cells(table: TallTable, row: int) -> list[str]:
    """Return the texts of a row."""
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def texts(widget: QWidget) -> list[str]:
    """Return all texts that can be seen."""
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def test_before_the_first_answer_it_says_so(progress: ProgressPage) -> None:
    progress.refresh()
    assert progress.nothing.isVisible()
    assert not progress.log.isVisible()
    assert cells(progress.skills, 0)[1:4] == ["0 of 21", "0", "–"]


def test_each_skill_has_its_row(progress: ProgressPage, workspace: Workspace, clock: Clock) -> None:
    answer(workspace, clock, [Judgement.COVERED, Judgement.COVERED, Judgement.MISSED])
    clock.advance(days=1)
    progress.refresh()
    assert progress.skills_model.rowCount() == 11
    total = len(workspace.library.key_points("machine-learning-engineer", SKILL))
    row = cells(progress.skills, 6)
    assert row[:3] == ["Learn model optimization", f"3 of {total}", "3"]
    assert row[4:] == ["yesterday", "3 min"]
    assert row[3].endswith(" %")


def test_the_figures_add_up(
    progress: ProgressPage, workspace: Workspace, clock: Clock, qtbot: QtBot
) -> None:
    answer(workspace, clock, [Judgement.COVERED, Judgement.PARTLY])
    progress.refresh()
    qtbot.wait(1)
    shown = texts(progress.widget())
    assert "2 of 244" in shown
    assert shown[shown.index("answers") - 1] == "2"
    assert shown[shown.index("studied") - 1] == "2 min"


def test_the_grader_is_shown_as_it_was_overruled(
    progress: ProgressPage, workspace: Workspace, engine: GatedEngine, qtbot: QtBot
) -> None:
    session = workspace.start_quiz(SKILL, count=4, answer_format="short")
    outcomes = []
    while session.advance() is not None:
        grading = session.submit("an answer")
        list(grading.run())
        outcomes.append(session.conclude(grading))
    point = outcomes[0].verdict.points[0].key_point
    session.overrule(outcomes[0], {point: Judgement.MISSED})
    progress.refresh()
    qtbot.wait(1)
    shown = texts(progress.widget())
    assert shown[shown.index("verdicts overruled") - 1] == "25 %"
    assert "You overruled the grader in 1 of 4 verdicts (25 %)" in shown
    assert any("the grader learns from them; so far there are 1." in text for text in shown)
    assert cells(progress.overrules.weeks, 0) == ["23 November", "4", "1", "25 %"]


def test_the_calendar_knows_the_days(
    progress: ProgressPage, workspace: Workspace, clock: Clock
) -> None:
    answer(workspace, clock, [Judgement.COVERED])
    clock.advance(days=2)
    answer(workspace, clock, [Judgement.COVERED, Judgement.COVERED])
    progress.refresh()
    assert progress.activity.accessibleName().startswith("3 answers on 2 days since")


def test_the_log_is_newest_first_with_verdicts(
    progress: ProgressPage, workspace: Workspace, clock: Clock
) -> None:
    answer(workspace, clock, [Judgement.COVERED, Judgement.CONTRADICTED])
    progress.refresh()
    newest, oldest = cells(progress.log, 0), cells(progress.log, 1)
    assert (newest[0], newest[2:]) == ("just now", ["Missed", "Again"])
    assert (oldest[0], oldest[2:]) == ("1 min ago", ["Covered", "Good"])


def test_more_of_the_log_is_one_click_away(
    progress: ProgressPage, workspace: Workspace, clock: Clock, qtbot: QtBot
) -> None:
    answer(workspace, clock, [Judgement.COVERED] * 20)
    progress.refresh()
    assert progress.log_model.rowCount() == 15
    qtbot.mouseClick(progress.more_button, Qt.MouseButton.LeftButton)
    assert progress.log_model.rowCount() == 20
    assert not progress.more_button.isVisible()


def test_an_entry_opens_with_everything_that_is_known(
    progress: ProgressPage, workspace: Workspace, clock: Clock, qtbot: QtBot
) -> None:
    answer(workspace, clock, [Judgement.PARTLY])
    progress.refresh()
    qtbot.mouseClick(
        progress.log.viewport(),
        Qt.MouseButton.LeftButton,
        pos=progress.log.visualRect(progress.log_model.index(0, 1)).center(),
    )
    dialog = progress.findChild(EntryDialog)
    shown = texts(dialog)
    entry = workspace.log.entries()[0]
    claim = workspace.library.key_point("machine-learning-engineer", entry.answer.key_points[0])
    assert claim is not None
    assert entry.answer.question in shown
    assert "my answer" in shown
    assert f"Partly: {claim.claim}" in shown
    assert "Rated Hard" in shown
    assert "Graded by you, sure to 100 %" in shown
    dialog.reject()


def test_an_answer_whose_key_point_is_gone_can_still_be_read(
    workspace: Workspace, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    answer(workspace, clock, [Judgement.MISSED])
    entry = workspace.log.entries()[0]
    from app.content.library import Library

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = EntryDialog(entry, Library(), theme, parent)
    assert f"Missed: {entry.answer.key_points[0]}" in texts(dialog)


def test_old_days_are_counted_too(
    progress: ProgressPage, workspace: Workspace, clock: Clock
) -> None:
    answer(workspace, clock, [Judgement.COVERED])
    clock.now += timedelta(days=400)
    progress.refresh()
    assert cells(progress.skills, 6)[4] == "13 months ago"
    assert progress.activity.accessibleName().startswith("0 answers")
