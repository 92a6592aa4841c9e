"""The answer as it was given, with the evidence marked where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from app.study.records import Evidence, Judgement, PointVerdict
from ui.pages.quiz.given import GivenAnswer
from ui.theme import Theme
from ui.theme.tokens import contrast

TEXT = "First 🙂 this. Then that. Never mind."
FIRST, THEN, NEVER = Evidence(0, 13), Evidence(14, 24), Evidence(25, 36)
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
LINE = QTextCharFormat.UnderlineStyle.SingleUnderline


def point(name: str, judgement: Judgement, *evidence: Evidence) -> PointVerdict:
    return PointVerdict(name, judgement, 0.9, evidence)


VERDICTS = (
    point("a", Judgement.COVERED, FIRST, THEN),
    point("b", Judgement.PARTLY, THEN),
    point("c", Judgement.CONTRADICTED, NEVER),
    point("d", Judgement.MISSED),
)


@pytest.fixture
def given(theme: Theme, qtbot: QtBot) -> GivenAnswer:
    made = GivenAnswer(theme)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def looks(given: GivenAnswer) -> list[QTextCharFormat]:
    """Return how each marked stretch looks."""
    marks: list[QTextEdit.ExtraSelection] = given.extraSelections()
    return [QTextCharFormat(mark.format) for mark in marks]


def test_evidence_is_marked_where_it_stands_and_only_once(given: GivenAnswer) -> None:
    given.show_answer(TEXT, VERDICTS)
    assert given.marked() == ["First 🙂 this.", "Then that.", "Never mind."]


def test_what_contradicts_differs_in_colour_and_in_shape(given: GivenAnswer, theme: Theme) -> None:
    given.show_answer(TEXT, VERDICTS)
    supports, _, contradicts = looks(given)
    assert contradicts.background().color().name() == theme.colour("bad_soft")
    assert contradicts.underlineStyle() is WAVE
    assert contradicts.underlineColor().name() == theme.colour("bad")
    assert supports.background().color().name() == theme.colour("warm_soft")
    assert supports.underlineStyle() is not WAVE


def test_what_contradicts_one_and_supports_another_counts_as_contradicting(
    given: GivenAnswer,
) -> None:
    given.show_answer(
        TEXT, [point("a", Judgement.CONTRADICTED, FIRST), point("b", Judgement.COVERED, FIRST)]
    )
    assert [each.underlineStyle() for each in looks(given)] == [WAVE]


@pytest.mark.parametrize(
    ("name", "own", "line"),
    [
        ("a", ["First 🙂 this.", "Then that."], LINE),
        ("b", ["Then that."], LINE),
        ("c", ["Never mind."], WAVE),
        ("d", [], LINE),
    ],
)
def test_a_key_point_shows_its_own_evidence_alone(
    given: GivenAnswer, name: str, own: list[str], line: QTextCharFormat.UnderlineStyle
) -> None:
    given.show_answer(TEXT, VERDICTS)
    given.point_to(name)
    assert given.marked() == own
    assert all(each.underlineStyle() is line for each in looks(given))
    given.point_to("")
    assert len(given.marked()) == 3


def test_another_answer_begins_with_all_of_its_evidence(given: GivenAnswer) -> None:
    given.show_answer(TEXT, VERDICTS)
    given.point_to("d")
    given.show_answer(TEXT, VERDICTS)
    assert len(given.marked()) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["", "a", "c"])
def test_marks_can_be_read_and_their_lines_seen(
    given: GivenAnswer, theme: Theme, scheme: str, name: str
) -> None:
    given.show_answer(TEXT, VERDICTS)
    given.point_to(name)
    theme.choose(scheme)
    for look in looks(given):
        back = look.background().color().name()
        assert contrast(look.foreground().color().name(), back) >= 4.5
        if look.fontUnderline():
            assert contrast(look.underlineColor().name(), back) >= 3


def test_it_is_as_tall_as_its_text(given: GivenAnswer) -> None:
    given.show_answer("word " * 4)
    little = given.heightForWidth(300)
    given.show_answer("word " * 400)
    much = given.heightForWidth(300)
    assert much > 10 * little
    assert given.heightForWidth(600) < much


def test_no_answer_is_said(given: GivenAnswer) -> None:
    given.show_answer("")
    assert given.toPlainText() == "No answer"
