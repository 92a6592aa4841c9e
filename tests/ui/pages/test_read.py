"""Reading: what there is to read, where it leads, and how long it took."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from ui.pages.read import ReadPage
from ui.task import running_tasks
from ui.theme import Theme
from ui.widgets.contents import Place

TRANSITION = "machine-learning-engineer"
SKILL = "learn-model-optimization"


class Watch:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def read(workspace: Workspace, theme: Theme, watch: Watch, qtbot: QtBot) -> Iterator[ReadPage]:
    page = ReadPage(workspace, theme, now=watch)
    pages = QStackedWidget()
    pages.addWidget(page)
    pages.addWidget(QWidget())
    pages.resize(1000, 700)
    page.refresh()
    pages.show()
    pages.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle(qtbot)
    yield page
    settle(qtbot)
    pages.close()
    pages.deleteLater()


def settle(qtbot: QtBot) -> None:
    """Wait until nothing is being rendered."""
    qtbot.waitUntil(lambda: not running_tasks(), timeout=10_000)
    qtbot.wait(1)


def open_skill(read: ReadPage, qtbot: QtBot, skill: str = SKILL) -> None:
    """Open a guide and wait until it is there."""
    read.open_skill(skill)
    settle(qtbot)


def test_it_opens_with_the_transition(read: ReadPage) -> None:
    text = read.reader.toPlainText()
    assert text.startswith("Machine Learning Engineer → Foundation Model Engineer")
    assert "Why This Job Will Transform" in text
    assert "What You Can Do to Get Ahead" in text
    assert not read.quiz_button.isVisible()


def test_a_guide_is_shown_with_its_headings_in_the_table_of_contents(
    read: ReadPage, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    assert read.reader.toPlainText().startswith("Learn model optimization")
    anchors = [place.anchor for place in read.contents.places() if place.skill == SKILL]
    assert "quantization" in anchors


def test_a_heading_in_the_table_of_contents_scrolls_to_it(read: ReadPage, qtbot: QtBot) -> None:
    open_skill(read, qtbot)
    before = read.reader.verticalScrollBar().value()
    read.open_place(Place(TRANSITION, SKILL, "distillation"))
    assert read.reader.verticalScrollBar().value() > before


def test_the_skill_that_is_read_can_be_quizzed(read: ReadPage, qtbot: QtBot) -> None:
    open_skill(read, qtbot)
    with qtbot.waitSignal(read.study_asked) as asked:
        qtbot.mouseClick(read.quiz_button, Qt.MouseButton.LeftButton)
    assert asked.args == [SKILL]


def test_time_is_kept_when_another_text_is_opened(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    watch.now += 90
    open_skill(read, qtbot, "evaluate-ai-systems")
    assert workspace.log.study_seconds() == pytest.approx(90)
    [row] = workspace.log.progress(TRANSITION, {SKILL: []}, workspace.clock())
    assert row.seconds == pytest.approx(90)


def test_time_does_not_pass_on_another_page(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    watch.now += 20
    pages = read.parentWidget()
    assert isinstance(pages, QStackedWidget)
    pages.setCurrentIndex(1)
    watch.now += 1000
    pages.setCurrentIndex(0)
    watch.now += 10
    read.keep_reading()
    assert workspace.log.study_seconds() == pytest.approx(30)


def test_leafing_through_is_not_reading(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    for skill in (SKILL, "evaluate-ai-systems", "adapt-foundation-models"):
        watch.now += 1
        open_skill(read, qtbot, skill)
    assert workspace.log.study_seconds() == 0


def test_reading_goes_on_where_it_stopped(read: ReadPage, watch: Watch, qtbot: QtBot) -> None:
    open_skill(read, qtbot)
    read.reader.set_position(0.6)
    watch.now += 60
    open_skill(read, qtbot, "evaluate-ai-systems")
    open_skill(read, qtbot)
    assert read.reader.position() == pytest.approx(0.6, abs=0.05)


def test_links_between_guides_lead_to_the_passage(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    open_skill(read, qtbot, "evaluate-ai-systems")
    point = workspace.library.key_points(TRANSITION, SKILL)[0]
    read.reader.anchorClicked.emit(QUrl(f"{SKILL}#{point.id}"))
    settle(qtbot)
    assert read.reader.toPlainText().startswith("Learn model optimization")
    marks = [mark.cursor.selectedText() for mark in read.reader.extraSelections()]
    assert len(marks) == 1


def test_a_link_out_asks_first(
    read: ReadPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    read.reader.anchorClicked.emit(QUrl("https://example.org/paper"))
    box = read.findChild(QMessageBox)
    assert box.informativeText() == "https://example.org/paper"
    assert opened == []
    box.reject()
    read.reader.anchorClicked.emit(QUrl("https://example.org/paper"))
    again = next(b for b in read.findChildren(QMessageBox) if b.isVisible())
    again.accept()
    assert opened == ["https://example.org/paper"]


def test_own_transitions_appear_and_bad_ones_say_why(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    folder = workspace.paths.transitions
    good = (
        '---\ntitle: "Cook"\ntransformsTo: "Chef"\ncategory: "Food"\nslug: "cook"\n---\n\n'
        "## Why This Job Will Transform\n\nCooks change.\n\n- **Taste**: Season well\n\n"
        "## What You Can Do to Get Ahead\n\n**Practise.** Cook every day.\n"
    )
    (folder / "cook.md").write_text(good, encoding="utf-8")
    (folder / "bad.md").write_text("no front matter\n", encoding="utf-8")
    qtbot.keyClick(read, Qt.Key.Key_F5)
    settle(qtbot)
    assert Place("cook") in read.contents.places()
    read.open_place(Place("cook", "taste"))
    settle(qtbot)
    assert "There is no guide for this skill yet." in read.reader.toPlainText()
    read.open_place(Place())
    settle(qtbot)
    text = read.reader.toPlainText()
    assert "bad.md, line 1" in text
    assert str(folder / "bad.md") in text


def test_the_folder_is_named_where_no_file_manager_answers(
    read: ReadPage, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []

    def refuse(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    qtbot.mouseClick(read.folder_button, Qt.MouseButton.LeftButton)
    assert shown == [workspace.paths.transitions]
    assert str(workspace.paths.transitions) in read.message.text()
