"""Having a passage explained: streamed, checked, cited, stopped, and without a model refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.quiz.speech import Speech
from tests.helpers.gated_engine import HOLD, GatedEngine
from tests.ui.pages.read.conftest import select, settle
from ui.pages.read import ReadPage
from ui.pages.read.explaining import NOTHING_HOLDS

ACID = "Citric acid dissolves limescale within half an hour."
SAID = "Citric acid dissolves limescale."
MORE = "Vinegar leaves a smell in the kettle."
MORE_TEXT = "Limescale slows a kettle down. Citric acid dissolves limescale within half an hour."


def test_the_model_explains_what_is_selected_and_the_passage_is_cited(
    engine: GatedEngine, own: ReadPage, qtbot: QtBot
) -> None:
    engine.says = f"{SAID} {MORE}"
    select(own, ACID)
    qtbot.keyClick(own.reader, Qt.Key.Key_E)
    settle(qtbot)
    sheet = own.explain_sheet
    assert sheet.isVisible()
    assert sheet.speech.speech == Speech(f"{SAID} {MORE}")
    assert sheet.badge.text() == "Written by the model from this passage"
    assert sheet.quote.text() == f"“{ACID}”"
    assert sheet.place.text() == "notes › Kettles"
    assert not sheet.stop_button.isVisible()
    assert not own.bar.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert own.reader.hasFocus()


def test_it_grows_while_it_is_written_and_can_be_stopped(
    engine: GatedEngine, own: ReadPage, qtbot: QtBot
) -> None:
    engine.says = f"{SAID} Vinegar {HOLD} leaves a smell."
    select(own, ACID)
    qtbot.mouseClick(own.bar.explain_button, Qt.MouseButton.LeftButton)
    sheet = own.explain_sheet
    qtbot.waitUntil(lambda: sheet.speech.speech.kept.strip() == SAID)
    assert sheet.stop_button.isVisible()
    qtbot.mouseClick(sheet.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not own.explaining.work.is_busy)
    assert sheet.state.text() == "Stopped."
    assert sheet.speech.speech.kept.strip() == SAID
    assert not sheet.stop_button.isVisible()


def test_what_the_passage_does_not_carry_is_not_shown(
    engine: GatedEngine, own: ReadPage, qtbot: QtBot
) -> None:
    engine.says = "Baking soda and lemon peel from the freezer scrub every stain."
    select(own, ACID)
    qtbot.keyClick(own.reader, Qt.Key.Key_E)
    settle(qtbot)
    assert own.explain_sheet.speech.speech.kept == ""
    assert own.explain_sheet.state.text() == NOTHING_HOLDS
    assert not own.explain_sheet.badge.isVisible()


def test_without_a_selection_the_section_is_explained(
    engine: GatedEngine, own: ReadPage, qtbot: QtBot
) -> None:
    engine.says = SAID
    qtbot.keyClick(own.reader, Qt.Key.Key_E)
    settle(qtbot)
    assert "Limescale slows a kettle down." in own.explain_sheet.quote.text()


def test_without_a_model_it_says_what_to_do(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    qtbot.keyClick(own.reader, Qt.Key.Key_E)
    sheet = own.explain_sheet
    assert sheet.isVisible()
    assert sheet.state.text().startswith("Nothing can be explained without a model:")
    with qtbot.waitSignal(own.models_asked):
        qtbot.mouseClick(sheet.models_button, Qt.MouseButton.LeftButton)


def test_a_model_that_fails_is_named_with_what_to_do(
    engine: GatedEngine, own: ReadPage, qtbot: QtBot
) -> None:
    engine.fails_to_write = EngineError(Cause.OUT_OF_MEMORY)
    select(own, ACID)
    qtbot.keyClick(own.reader, Qt.Key.Key_E)
    settle(qtbot)
    assert EngineError(Cause.OUT_OF_MEMORY).title in own.explain_sheet.state.text()
    assert not own.explain_sheet.stop_button.isVisible()


def test_another_text_puts_the_explanation_away(
    engine: GatedEngine, own: ReadPage, qtbot: QtBot
) -> None:
    engine.says = f"{SAID} Vinegar {HOLD} leaves a smell."
    select(own, ACID)
    qtbot.keyClick(own.reader, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: own.explain_sheet.speech.speech.kept.strip() == SAID)
    own.open_skill("learn-model-optimization")
    settle(qtbot)
    assert not own.explain_sheet.isVisible()
    assert not own.explaining.work.is_busy


def test_what_is_explained_in_place_of_another_can_be_stopped_too(
    engine: GatedEngine, own: ReadPage, qtbot: QtBot
) -> None:
    engine.says = f"{SAID} Vinegar {HOLD} leaves a smell."
    for words in (ACID, MORE_TEXT):
        select(own, words)
        own.explain()
        qtbot.waitUntil(lambda: own.explain_sheet.speech.speech.kept.strip() == SAID)
    assert own.explain_sheet.stop_button.isVisible()
    assert own.explain_sheet.state.text() == ""
    own.explain_sheet.stop_button.click()
    assert own.explain_sheet.state.text() == "Stopped."
    settle(qtbot)


def test_a_note_takes_the_place_of_the_explanation_and_escape_leaves_it(
    engine: GatedEngine, own: ReadPage, qtbot: QtBot
) -> None:
    engine.says = SAID
    select(own, ACID)
    own.explain()
    settle(qtbot)
    own.marking.note()
    assert not own.explain_sheet.isVisible()
    assert own.note_sheet.edit.hasFocus()
    qtbot.keyClick(own.note_sheet.edit, Qt.Key.Key_Escape)
    assert not own.note_sheet.isVisible()
