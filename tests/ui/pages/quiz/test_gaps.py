"""Sentences with gaps on the quiz page, from the first letter to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.quiz.gaps.gap import Filled, Fit, Gap
from app.study.records import Format
from app.workspace import Workspace
from tests.helpers.quiz_user import QuizUser
from ui.pages.quiz.gap_notes import gap_notes
from ui.pages.quiz.gaps import GapField, GapSentence
from ui.theme import Theme

POINT = "rtn-outlier-coarsens-group"
TWO = (Gap("scale"), Gap("4.5", is_figure=True, unit="bits"))
SENTENCE = "A shared ____ of 16 bits makes (____) bits for each weight of a group of thirty-two."


@pytest.fixture
def sentence(theme: Theme, qtbot: QtBot) -> GapSentence:
    made = GapSentence(theme)
    qtbot.addWidget(made)
    made.resize(460, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.ask(SENTENCE, TWO)
    return made


def begin(quiz: QuizUser) -> str:
    question = quiz.begin("cloze", key_points=(POINT,))
    return question.gaps[0].text


def test_the_gap_has_the_focus_and_enter_submits(quiz: QuizUser, workspace: Workspace) -> None:
    wanted = begin(quiz)
    [field] = quiz.page.asking.gaps.fields
    assert field.hasFocus()
    assert not quiz.page.asking.question.isVisible()
    assert not quiz.page.asking.edit.isVisible()
    assert "an outlier's effect" in quiz.page.asking.kind.text()
    assert not quiz.page.asking.submit_button.isEnabled()
    quiz.type(wanted)
    assert quiz.page.asking.submit_button.isEnabled()
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.verdict.headline.text() == "Covered"
    assert quiz.page.foot.next_button.hasFocus()
    [entry] = workspace.log.entries()
    assert (entry.answer.format, entry.answer.text) == (Format.CLOZE, wanted)


def test_a_near_miss_is_told_beside_the_sentence(quiz: QuizUser) -> None:
    begin(quiz)
    quiz.type("gird")
    quiz.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    verdict = quiz.page.verdict
    assert verdict.headline.text() == "Not there yet"
    assert verdict.gap_notes.text() == "“gird” is close: it is “grid”."
    assert not verdict.given.isVisible()
    [field] = quiz.page.asking.gaps.fields
    assert field.isReadOnly()
    assert field.text() == "gird"
    assert field.accessibleDescription() == "Wrong"


def test_undo_gives_back_the_sentence_with_what_was_typed(
    quiz: QuizUser, workspace: Workspace
) -> None:
    begin(quiz)
    quiz.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    quiz.type("gird")
    quiz.press(Qt.Key.Key_Return)
    quiz.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    [field] = quiz.page.asking.gaps.fields
    assert (field.text(), field.isReadOnly(), field.hasFocus()) == ("gird", False, True)
    assert quiz.page.asking.confidence.levels.choice() == "2"
    assert workspace.log.entries() == []
    field.clear()
    quiz.type("grid")
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.verdict.headline.text() == "Covered"


def test_not_knowing_shows_what_was_missing(quiz: QuizUser) -> None:
    begin(quiz)
    quiz.page.asking.unknown_button.click()
    assert quiz.page.verdict.gap_notes.text() == "It is “grid”."
    assert quiz.page.verdict.headline.text() == "Not there yet"


def test_a_hint_is_one_key_away_while_typing(quiz: QuizUser) -> None:
    begin(quiz)
    quiz.type("g")
    quiz.press(Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert quiz.page.asking.hints.isVisible()
    assert quiz.page.asking.gaps.texts() == ["g"]


def test_a_verdict_on_a_gap_can_be_overruled(quiz: QuizUser, workspace: Workspace) -> None:
    begin(quiz)
    quiz.type("raster")
    quiz.press(Qt.Key.Key_Return)
    quiz.press(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert quiz.page.verdict.headline.text() == "Covered"
    assert workspace.log.entries()[0].overruled


def test_a_short_question_after_a_gap_has_room_to_write(quiz: QuizUser) -> None:
    begin(quiz)
    quiz.page.asking.unknown_button.click()
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.asking.question.isVisible()
    assert quiz.page.asking.edit.isVisible()
    assert quiz.page.asking.edit.hasFocus()
    assert not quiz.page.asking.gaps.isVisible()


class TestSentence:
    def test_it_is_read_out_whole(self, sentence: GapSentence) -> None:
        assert sentence.text().startswith("A shared blank of 16 bits makes (blank) bits")
        assert [field.accessibleName() for field in sentence.fields] == ["Gap 1 of 2", "Gap 2 of 2"]

    def test_it_breaks_into_lines_and_nothing_overlaps(self, sentence: GapSentence) -> None:
        for width in (300, 460, 900):
            sentence.resize(width, sentence.heightForWidth(width))
            first, second = (field.geometry() for field in sentence.fields)
            assert not first.intersects(second)
            for place in (first, second):
                assert sentence.rect().contains(place)
        assert sentence.heightForWidth(300) > sentence.heightForWidth(900)

    def test_written_from_right_to_left_it_is_mirrored(self, sentence: GapSentence) -> None:
        before = sentence.fields[0].geometry()
        sentence.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        after = sentence.fields[0].geometry()
        assert after.x() == sentence.width() - before.x() - before.width()

    def test_enter_goes_to_the_gap_that_is_empty_and_then_submits(
        self, sentence: GapSentence, qtbot: QtBot
    ) -> None:
        sentence.focus_first()
        first, second = sentence.fields
        qtbot.keyClicks(first, "scale")
        with qtbot.assertNotEmitted(sentence.submitted):
            qtbot.keyClick(first, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is second
        qtbot.keyClicks(second, "4.5")
        with qtbot.waitSignal(sentence.submitted):
            qtbot.keyClick(second, Qt.Key.Key_Return)
        assert sentence.texts() == ["scale", "4.5"]

    def test_tab_goes_from_gap_to_gap(self, sentence: GapSentence, qtbot: QtBot) -> None:
        sentence.focus_first()
        qtbot.keyClick(sentence.fields[0], Qt.Key.Key_Tab)
        assert sentence.fields[1].hasFocus()

    def test_the_width_of_a_gap_tells_nothing(self, sentence: GapSentence) -> None:
        sentence.ask("____ and ____", (Gap("KV"), Gap("quantization")))
        short, long = sentence.fields
        assert short.width() == long.width()

    def test_right_and_wrong_differ_in_more_than_colour(self, sentence: GapSentence) -> None:
        for field, text in zip(sentence.fields, ("scale", "45"), strict=True):
            field.setText(text)
        filled = (Filled(TWO[0], "scale", Fit.EXACT), Filled(TWO[1], "45", Fit.WRONG))
        sentence.show_outcome(filled)
        assert [marks(field) for field in sentence.fields] == [["Right"], ["Wrong"]]

    def test_a_correction_changes_the_mark_that_is_there(self, sentence: GapSentence) -> None:
        for fit in (Fit.WRONG, Fit.PART, Fit.EXACT):
            sentence.show_outcome((Filled(TWO[0], "scale", fit), Filled(TWO[1], "45", Fit.WRONG)))
        assert [marks(field) for field in sentence.fields] == [["Right"], ["Wrong"]]


def marks(field: GapField) -> list[str]:
    return [action.text() for action in field.actions() if not action.icon().isNull()]


@pytest.mark.parametrize("fit", Fit)
def test_each_way_to_miss_has_its_sentence(fit: Fit) -> None:
    notes = gap_notes([Filled(TWO[0], "scael", fit)])
    assert len(notes) == (fit is not Fit.EXACT)
    assert all("scale" in note for note in notes)
