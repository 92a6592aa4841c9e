"""The learner of the benchmark does at the real window what people do, with a real model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.helpers.calibrations import calibrate_small
from ui.bench import studying
from ui.bench.studying import Painted, Student, half_of, press
from ui.task import end_all_tasks
from ui.theme import Theme
from ui.window import MainWindow

PATIENCE = 120_000  # milliseconds, on a busy machine


@pytest.fixture
def window(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(workspace, theme, idle_after=0)
    with qtbot.waitSignal(made.started, timeout=PATIENCE):
        made.show()
    yield made
    made.close()
    end_all_tasks()
    made.deleteLater()


@pytest.fixture
def told() -> list[dict[str, object]]:
    """What the learner has said at the end."""
    return []


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither look nor read for longer than it takes."""
    for name, seconds in (("_KEY_EVERY", 0.001), ("_LOOKING", 0.1), ("_READING_VERDICT", 0.2)):
        monkeypatch.setattr(studying, name, seconds)


@pytest.mark.engine
@pytest.mark.parametrize("grades", [True, False], ids=["graded", "judged by the learner"])
def test_a_session_is_held_and_told_of(
    workspace: Workspace,
    window: MainWindow,
    small_model: Path,
    qtbot: QtBot,
    told: list[dict[str, object]],
    monkeypatch: pytest.MonkeyPatch,
    grades: bool,
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", str(small_model))
    if grades:
        calibrate_small(small_model, workspace.paths.grading)
    workspace.choose_engine()

    Student(window, workspace, 2, told.append)
    qtbot.waitUntil(lambda: told != [], timeout=PATIENCE)

    [report] = told
    assert "failed" not in report
    assert report["grades"] is grades
    assert report["file"] == str(small_model)
    assert report["context"] == 4096
    entries = workspace.log.entries()
    assert len(entries) == 2
    points = [
        workspace.library.key_point(e.answer.transition, e.answer.key_points[0]) for e in entries
    ]
    assert [e.answer.text for e in entries] == [half_of(p.answer) for p in points if p is not None]
    assert all(entry.verdict is not None for entry in entries)
    nexts = report["next"]
    assert isinstance(nexts, list)
    assert [0 < shown < PATIENCE for shown in nexts] == [True]
    assert isinstance(report["longest"], float)
    assert report["longest"] > 0
    if grades:
        assert workspace.engine is not None
        assert report["engine"] == workspace.engine.pid
        assert 0 < float(str(report["at_work"])) <= 1
        assert float(str(report["cores"])) > 0
        assert isinstance(report["p99"], float)


@pytest.mark.engine
def test_a_session_that_is_broken_off_says_why(
    workspace: Workspace,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    told: list[dict[str, object]],
    small_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = tmp_path / "cut.gguf"
    model.write_bytes(small_model.read_bytes()[:20_000_000])
    monkeypatch.setenv("SEGUE_MODEL", str(model))
    calibrate_small(model, workspace.paths.grading)
    workspace.choose_engine()

    Student(window, workspace, 1, told.append)
    qtbot.waitUntil(lambda: told != [], timeout=PATIENCE)

    assert told[0].keys() == {"failed"}
    assert "cut.gguf" in str(told[0]["failed"])


def test_keys_arrive_as_if_they_were_pressed(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    for character in "Só!":
        press(field, character)
    assert field.text() == ""  # not before the loop gets to them
    qtbot.waitUntil(lambda: field.text() == "Só!")


def test_a_widget_counts_as_painted_after_the_turn_in_which_it_is(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    qtbot.wait(20)
    painted = Painted(field)
    qtbot.wait(20)
    assert painted.at == 0
    field.setText("new")
    qtbot.waitUntil(lambda: painted.at > 0)
    first = painted.at
    field.setText("newer")
    qtbot.wait(20)
    assert painted.at == first


@pytest.mark.parametrize(
    ("answer", "half"),
    [("One two three four", "One two"), ("One two three", "One"), ("One", "One")],
)
def test_half_an_answer_is_never_nothing(answer: str, half: str) -> None:
    assert half_of(answer) == half
