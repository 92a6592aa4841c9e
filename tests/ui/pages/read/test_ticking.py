"""Sections are ticked off by hand, or offered when they were read; never by scrolling past."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.study.errors import Cause, StudyLogError
from app.workspace import Workspace
from tests.ui.pages.read.conftest import (
    NOTES,
    SKILL,
    TRANSITION,
    Watch,
    open_own,
    open_skill,
    settle,
)
from ui.pages.read import ReadPage
from ui.widgets.contents import Place, Tick

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "\n\n".join(
    [
        *("# Long", "## One", *["Some words to be read slowly. " * 12] * 8),
        *("## Two", *["Other words to be read slowly. " * 12] * 8),
    ]
)


def ticks(read: ReadPage, place: Place) -> dict[str, Tick]:
    """Return which boxes of a text's headings are ticked."""
    found = {}
    for item in read.contents._items():
        at = item.data(Qt.ItemDataRole.UserRole + 1)
        if isinstance(at, Place) and at.text == place.text and at.anchor and item.isCheckable():
            found[at.anchor] = Tick(item.checkState())
    return found


def said_of(read: ReadPage, place: Place) -> str:
    """Return what a screen reader says of a text in the table of contents."""
    item = read.contents._find(place)
    assert item is not None
    return str(item.accessibleText())


def scroll_through(read: ReadPage, watch: Watch, seconds: float, share: float = 1.0) -> None:
    """Go down the page step by step, in so many seconds."""
    bar = read.reader.verticalScrollBar()
    last = round(bar.maximum() * share)
    step = max(1, read.reader.viewport().height() // 2)
    stops = [*range(0, last, step), last]
    for stop in stops:
        bar.setValue(stop)
        watch.now += seconds / len(stops)
        read.attending.clock.notice()
    read.attending.tick()


def test_the_section_on_the_screen_is_ticked_by_key(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    place = Place(path=workspace.paths.documents / "notes.md")
    assert ticks(own, place) == {"kettles": Tick.NO, "pans": Tick.NO}
    qtbot.keyClick(own.reader, Qt.Key.Key_T)
    assert ticks(own, place) == {"kettles": Tick.YES, "pans": Tick.NO}
    assert own.foot.tick_button.isChecked()
    assert own.foot.tick_button.accessibleName() == "“Kettles” is read: take the tick away"
    assert said_of(own, place) == "notes.md, 1 of 2 sections read"
    qtbot.keyClick(own.reader, Qt.Key.Key_Z, CONTROL)
    assert ticks(own, place)["kettles"] is Tick.NO


def test_boxes_in_the_table_of_contents_are_ticked_by_key_and_click(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    place = Place(path=workspace.paths.documents / "notes.md")
    contents = own.contents
    item = contents._find(Place(path=place.path, anchor="pans"))
    assert item is not None
    contents.setCurrentIndex(item.index())
    qtbot.keyClick(contents, Qt.Key.Key_Space)
    assert ticks(own, place)["pans"] is Tick.YES
    assert set(workspace.log.sections_read("", "notes.md")) == {"pans"}
    qtbot.keyClick(contents, Qt.Key.Key_Space)
    assert workspace.log.sections_read("", "notes.md") == {}
    qtbot.mouseClick(own.foot.tick_button, Qt.MouseButton.LeftButton)
    assert said_of(own, place).endswith("1 of 2 sections read")


def test_the_share_of_other_texts_is_shown_before_they_are_opened(
    read: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    total = len(read.reader.text.sections)
    for section in read.reader.text.sections:
        workspace.log.tick_section(TRANSITION, SKILL, section.anchor, section.digest)
    workspace.log.tick_section(TRANSITION, "evaluate-ai-systems", "sampling", "x")
    read.refresh()
    assert said_of(read, Place(TRANSITION, SKILL)).endswith("all sections read")
    other = said_of(read, Place(TRANSITION, "evaluate-ai-systems"))
    assert other.startswith("Evaluate AI systems, 1 of ")
    assert total > 4


def test_a_section_that_was_rewritten_says_so(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.keyClick(own.reader, Qt.Key.Key_T)
    open_skill(own, qtbot)
    place = open_own(own, workspace, qtbot, NOTES.replace("half an hour", "an hour"))
    assert ticks(own, place)["kettles"] is Tick.CHANGED
    assert own.foot.tick_button.text() == "Rewritten since you read it"
    assert not said_of(own, place).endswith("read")
    qtbot.keyClick(own.reader, Qt.Key.Key_T)
    assert ticks(own, place)["kettles"] is Tick.YES


def test_reading_a_section_at_a_reading_pace_offers_to_tick_it_off(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    place = open_own(read, workspace, qtbot, LONG)
    scroll_through(read, watch, 400)
    assert read.foot.offer.isVisible()
    assert read.foot.offer_text.text() == "You have read “One”."
    assert ticks(read, place) == {"one": Tick.NO, "two": Tick.NO}
    qtbot.keyClick(read.reader, Qt.Key.Key_T)
    assert ticks(read, place)["one"] is Tick.YES
    # The other one is offered once its last line was seen, too.
    qtbot.keyClick(read.reader, Qt.Key.Key_End)
    watch.now += 3
    read.attending.tick()
    assert read.foot.offer_text.text() == "You have read “Two”."
    qtbot.mouseClick(read.foot.offer_leave_button, Qt.MouseButton.LeftButton)
    assert not read.foot.offer.isVisible()
    scroll_through(read, watch, 400)
    assert not read.foot.offer.isVisible()
    assert ticks(read, place)["two"] is Tick.NO


@pytest.mark.parametrize("seconds", [0.5, 10.0])
def test_scrolling_through_is_not_reading(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot, seconds: float
) -> None:
    place = open_own(read, workspace, qtbot, LONG)
    scroll_through(read, watch, seconds)
    assert not read.foot.offer.isVisible()
    assert Tick.YES not in ticks(read, place).values()


def test_being_away_is_not_reading(
    read: ReadPage, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    open_own(read, workspace, qtbot, LONG)
    watch.now += 36_000
    read.attending.tick()
    read.reader.verticalScrollBar().setValue(read.reader.verticalScrollBar().maximum())
    read.attending.tick()
    assert not read.foot.offer.isVisible()


def test_what_is_left_out_of_the_share_cannot_be_ticked(own: ReadPage, qtbot: QtBot) -> None:
    text = own.reader.text
    own.ticking.stand_at(len(text.text) - 2, len(text.text) - 1)
    assert not own.foot.tick_button.isVisible()
    own.ticking.toggle()
    assert own.marking._workspace.log.all_sections_read() == {}


def test_the_list_of_problems_is_nothing_to_be_read(read: ReadPage, qtbot: QtBot) -> None:
    read.open_place(Place())
    settle(qtbot)
    qtbot.keyClick(read.reader, Qt.Key.Key_T)
    assert read.marking._workspace.log.all_sections_read() == {}


def test_a_tick_that_cannot_be_kept_is_not_said_to_be_there(
    own: ReadPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise StudyLogError(Cause.DISK_FULL, workspace.paths.database)

    said: list[str] = []
    monkeypatch.setattr("ui.pages.read.ticking.announce", lambda _widget, words: said.append(words))
    monkeypatch.setattr(workspace.log, "tick_section", fail)
    own.foot.tick_button.click()
    assert "disk is full" in own.message.text()
    assert not own.foot.tick_button.isChecked()
    assert said == []


def test_sections_of_a_guide_read_again_are_counted_again(
    read: ReadPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    open_skill(read, qtbot)
    guide = Place(TRANSITION, SKILL)
    qtbot.keyClick(read.reader, Qt.Key.Key_T)
    before = said_of(read, guide)
    read.open_place(Place(TRANSITION))
    settle(qtbot)
    monkeypatch.setattr("ui.pages.read.ticking.count_sections", lambda _guide: 99)
    read.reload()
    settle(qtbot)
    assert said_of(read, guide) == before.split(", ")[0] + ", 1 of 99 sections read"


def test_scrolling_does_not_ask_the_log(
    own: ReadPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(workspace.log, "sections_read", lambda *key: asked.append(key) or {})
    own.ticking.watch(0, 10, 0.1)
    assert asked == []
