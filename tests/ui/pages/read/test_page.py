"""Reading: what there is to read, where it leads, and how long it took."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.content.search import HitKind
from app.study.records import Judgement
from app.workspace import Workspace
from tests.conftest import Clock
from tests.ui.pages.read.conftest import SKILL, TRANSITION, Watch, open_skill, opened, settle
from ui.pages.read import ReadPage
from ui.pages.read.attending import KEEP_AFTER
from ui.reading_clock import AWAY_AFTER
from ui.theme import Theme
from ui.widgets.contents import Place

# A window that opens above another is raised, which a platform without a display cannot.
NO_DISPLAY = pytest.mark.qt_log_ignore("This plugin does not support")


def press(read: ReadPage, point: str) -> None:
    """Activate the mark of a key point."""
    read.reader.anchorClicked.emit(QUrl(f"keypoint:{point}"))


def marked(read: ReadPage) -> list[str]:
    """Return the words that are highlighted."""
    return [mark.cursor.selectedText() for mark in read.reader.extraSelections()]


def test_it_opens_with_the_transition(read: ReadPage) -> None:
    text = read.reader.toPlainText()
    assert text.startswith("Machine Learning Engineer → Foundation Model Engineer")
    assert "Why This Job Will Transform" in text
    assert "What You Can Do to Get Ahead" in text
    assert not read.quiz_button.isVisible()


def test_it_opens_with_what_was_read_last(
    workspace: Workspace, theme: Theme, watch: Watch, qtbot: QtBot
) -> None:
    with opened(workspace, theme, watch, qtbot) as page:
        open_skill(page, qtbot)
        watch.now += 60
        page.keep_reading()
    with opened(workspace, theme, watch, qtbot) as page:
        assert page.reader.toPlainText().startswith("Learn model optimization")


def test_it_opens_with_the_transition_where_what_was_read_last_is_gone(
    workspace: Workspace, theme: Theme, watch: Watch, qtbot: QtBot
) -> None:
    workspace.log.add_reading("", "gone.md", 60.0, 0.5, 100)
    with opened(workspace, theme, watch, qtbot) as page:
        assert page.reader.toPlainText().startswith("Machine Learning Engineer")


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


def test_reading_the_files_again_keeps_the_place(read: ReadPage, qtbot: QtBot) -> None:
    open_skill(read, qtbot)
    read.open_place(Place(TRANSITION, SKILL, "distillation"))
    qtbot.mouseClick(read.reload_button, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert "Distillation" in read.reader.toPlainText()
    assert read.reader.verticalScrollBar().value() > 0


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


def test_reading_goes_on_at_the_very_line_where_it_stopped(
    read: ReadPage, watch: Watch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    bar = read.reader.verticalScrollBar()
    bar.setValue(round(bar.maximum() * 0.6) + 7)
    stopped = bar.value()
    watch.now += 60
    open_skill(read, qtbot, "evaluate-ai-systems")
    open_skill(read, qtbot)
    assert bar.value() == stopped


def test_the_line_is_the_same_in_larger_type_and_a_narrower_window(
    read: ReadPage, theme: Theme, watch: Watch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    point = read.reader.text.sections[2].start
    read.reader.show_span(point, point + 12)
    watch.now += 60
    open_skill(read, qtbot, "evaluate-ai-systems")
    theme.choose("light", 20)
    read.window().resize(860, 640)
    open_skill(read, qtbot)
    first, last = read.reader.visible_span()
    assert first <= point < last


def test_a_text_that_is_being_resized_stays_where_it_is(read: ReadPage, qtbot: QtBot) -> None:
    open_skill(read, qtbot)
    read.open_place(Place(TRANSITION, SKILL, "distillation"))
    place = read.reader.text.sections[2].start
    for width in (900, 1400, 860, 1000):
        read.window().resize(width, 700)
        qtbot.wait(1)
        first, last = read.reader.visible_span()
        assert first <= place + 20 < last, width


def test_own_documents_are_read_from_where_reading_stopped_too(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    path = workspace.paths.documents / "long.md"
    path.write_text("\n\n".join(f"Paragraph {number} of many." for number in range(400)))
    read.refresh()
    settle(qtbot)
    read.open_place(Place(path=path))
    settle(qtbot)
    bar = read.reader.verticalScrollBar()
    bar.setValue(1234)
    watch.now += 20
    open_skill(read, qtbot)
    read.open_place(Place(path=path))
    settle(qtbot)
    assert bar.value() == 1234


def test_time_stops_when_nobody_is_there(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    watch.now += 3600
    qtbot.keyClick(read.reader, Qt.Key.Key_Down)
    watch.now += 30
    read.keep_reading()
    assert workspace.log.study_seconds() == pytest.approx(AWAY_AFTER + 30)


def test_time_stops_while_another_window_is_in_front(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    watch.now += 20
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    watch.now += 600
    read.window().activateWindow()
    qtbot.waitUntil(read.isActiveWindow)
    watch.now += 10
    read.keep_reading()
    assert workspace.log.study_seconds() == pytest.approx(30)


def test_a_crash_costs_two_minutes_of_reading_at_most(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    for _ in range(10):
        watch.now += 25
        qtbot.keyClick(read.reader, Qt.Key.Key_Down)
        read.attending.tick()
    assert workspace.log.study_seconds() >= 250 - KEEP_AFTER


def test_reading_all_files_again_costs_no_time(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    watch.now += 40
    read.reload()
    settle(qtbot)
    assert workspace.log.study_seconds() == pytest.approx(40)


def test_type_becomes_larger_and_smaller_by_keys(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    for key, size in ((Qt.Key.Key_Plus, 13), (Qt.Key.Key_Equal, 14), (Qt.Key.Key_Minus, 13)):
        with qtbot.waitSignal(read.settings_changed):
            qtbot.keyClick(read.reader, key, Qt.KeyboardModifier.ControlModifier)
        assert workspace.settings.font_size == size
    qtbot.keyClick(read.reader, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert workspace.settings.font_size == 12
    for _ in range(30):
        qtbot.mouseClick(read.side.smaller_button, Qt.MouseButton.LeftButton)
    assert workspace.settings.font_size == 9


def test_links_between_guides_lead_to_the_passage(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    open_skill(read, qtbot, "evaluate-ai-systems")
    point = workspace.library.key_points(TRANSITION, SKILL)[0]
    read.reader.anchorClicked.emit(QUrl(f"{SKILL}#{point.id}"))
    settle(qtbot)
    assert read.reader.toPlainText().startswith("Learn model optimization")
    assert len(marked(read)) == 1


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


@pytest.mark.parametrize("entry", [0, 1, 2], ids=["documents", "transitions", "guides"])
def test_the_folder_is_named_where_no_file_manager_answers(
    read: ReadPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, entry: int
) -> None:
    shown: list[Path] = []

    def refuse(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    paths = workspace.paths
    folder = (paths.documents, paths.transitions, paths.guides)[entry]
    read.folder_menu.actions()[entry].trigger()
    assert shown == [folder]
    assert str(folder) in read.message.text()


@NO_DISPLAY
def test_the_button_opens_the_menu_of_folders(read: ReadPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(read.folder_button, Qt.MouseButton.LeftButton)
    assert read.folder_menu.isVisible()
    qtbot.keyClick(read.folder_menu, Qt.Key.Key_Escape)


@NO_DISPLAY
def test_a_mark_says_how_well_its_key_point_is_known(
    read: ReadPage, workspace: Workspace, clock: Clock, qtbot: QtBot
) -> None:
    point = workspace.library.key_points(TRANSITION, SKILL)[0]
    open_skill(read, qtbot)
    press(read, point.id)
    assert read.card.isVisible()
    assert read.card.topic.text().lower() == point.topic.lower()
    assert read.card.state.text() == "Not asked yet"
    qtbot.keyClick(read.card, Qt.Key.Key_Escape)
    session = workspace.start_quiz(key_points=[point.id], answer_format="short")
    session.advance()
    session.rate_self("text", {point.id: Judgement.COVERED})
    session.finish()
    clock.advance(days=2)
    press(read, point.id)
    assert re.fullmatch(r"You would recall it now with \d+ %\.\nDue now\.", read.card.state.text())
    with qtbot.waitSignal(read.point_study_asked) as asked:
        qtbot.mouseClick(read.card.quiz_button, Qt.MouseButton.LeftButton)
    assert asked.args == [point.id]
    assert not read.card.isVisible()


def search(read: ReadPage, qtbot: QtBot, query: str, kind: HitKind) -> None:
    """Look for something, and open the first result of a kind with the keyboard."""
    if not read.finder.field.text():
        read.indexing.update()
        settle(qtbot)
    qtbot.keyClick(read, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert read.finder.field.hasFocus()
    qtbot.keyClicks(read.finder.field, query)
    while (hit := read.finder.results.current_hit()) is not None and hit.kind is not kind:
        qtbot.keyClick(read.finder.field, Qt.Key.Key_Down)
    assert hit is not None
    qtbot.keyClick(read.finder.field, Qt.Key.Key_Return)
    settle(qtbot)


def test_a_key_point_is_found_and_its_passage_marked(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    search(read, qtbot, "pagedattention", HitKind.KEY_POINT)
    assert read.reader.toPlainText().startswith("Optimize for cost and latency")
    point = workspace.library.key_point(TRANSITION, "paged-attention-blocks")
    assert point is not None
    assert marked(read) == [point.quote]
    assert read.reader.verticalScrollBar().value() > 0
    assert read.reader.hasFocus()


def test_a_section_is_found_at_its_words(read: ReadPage, qtbot: QtBot) -> None:
    search(read, qtbot, "round to nearest", HitKind.SECTION)
    assert read.reader.toPlainText().startswith("Learn model optimization")
    assert read.reader.verticalScrollBar().value() > 0


def test_a_scenario_is_found_at_the_end_of_its_guide(read: ReadPage, qtbot: QtBot) -> None:
    search(read, qtbot, "afternoon refunds stranger", HitKind.SCENARIO)
    assert read.reader.toPlainText().startswith("Build AI applications")
    assert read.reader.position() > 0.8


def test_a_skill_of_a_transition_is_found(read: ReadPage, qtbot: QtBot) -> None:
    search(read, qtbot, "multi-modal", HitKind.SKILL)
    assert read.reader.toPlainText().startswith("Understand multi-modal AI")


def test_own_documents_are_listed_found_and_read_as_they_are_now(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    path = workspace.paths.documents / "notes.md"
    filler = "Something else.\n\n" * 80
    path.write_text(f"# My notes\n\n{filler}## Beer\n\nIt is called **zymurgy**.\n{filler}")
    qtbot.keyClick(read, Qt.Key.Key_F5)
    settle(qtbot)
    assert read.contents.places()[-1] == Place(path=path)
    search(read, qtbot, "zymur", HitKind.DOCUMENT)
    assert read.reader.toPlainText().startswith("My notes")
    assert marked(read) == ["It is called zymurgy."]
    assert read.reader.verticalScrollBar().value() > 0
    assert not read.quiz_button.isVisible()
    path.write_text("# My new notes\n")
    open_skill(read, qtbot)
    read.open_place(Place(path=path))
    settle(qtbot)
    assert read.reader.toPlainText() == "My new notes"


def test_time_with_own_documents_is_kept_under_no_skill(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    path = workspace.paths.documents / "notes.txt"
    path.write_text("text")
    read.open_place(Place(path=path))
    settle(qtbot)
    watch.now += 60
    open_skill(read, qtbot)
    assert workspace.log.study_seconds() == pytest.approx(60)
    assert workspace.log.study_seconds(TRANSITION) == 0
