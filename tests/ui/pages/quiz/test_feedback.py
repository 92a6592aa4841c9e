"""Words of the model on the page: muted while they may be taken back, announced when kept."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QTextDocument
from pytestqt.qtbot import QtBot

from app.quiz.speech import Speech
from ui.pages.quiz.feedback import WRITING, FeedbackText
from ui.pages.quiz.verdict import VerdictView
from ui.theme import DARK, LIGHT, Theme

KEPT = "One factor is zero."
DRAFT = " The other is random,"


@pytest.fixture
def feedback(theme: Theme, qtbot: QtBot) -> FeedbackText:
    made = FeedbackText(theme)
    qtbot.addWidget(made)
    return made


def shown(feedback: FeedbackText) -> dict[str, str]:
    """Return each stretch of text that is shown, with its colour if that is not the usual one."""
    document = QTextDocument()
    document.setHtml(feedback.text())
    parts = {}
    blocks = document.begin().begin()
    while not blocks.atEnd():
        part = blocks.fragment()
        brush = part.charFormat().foreground()
        parts[part.text()] = brush.color().name() if brush.style().value else ""
        blocks += 1
    return parts


def heard(feedback: FeedbackText) -> str:
    """Return what a screen reader says of it."""
    return QAccessible.queryAccessibleInterface(feedback).text(QAccessible.Text.Name)


def test_a_draft_is_muted_until_it_is_kept(feedback: FeedbackText) -> None:
    feedback.show_speech(Speech(draft=KEPT))
    assert shown(feedback) == {f"{KEPT} …": LIGHT.muted}
    feedback.show_speech(Speech(KEPT))
    assert shown(feedback) == {KEPT: ""}
    feedback.show_speech(Speech(KEPT, DRAFT))
    assert shown(feedback) == {KEPT: "", f"{DRAFT} …": LIGHT.muted}


def test_a_draft_that_is_taken_back_leaves_what_was_kept(feedback: FeedbackText) -> None:
    feedback.show_speech(Speech(KEPT, DRAFT))
    feedback.show_speech(Speech(KEPT))
    assert shown(feedback) == {KEPT: ""}
    feedback.show_speech(Speech())
    assert shown(feedback) == {}


def test_a_draft_follows_the_theme(feedback: FeedbackText, theme: Theme) -> None:
    feedback.show_speech(Speech(KEPT, DRAFT))
    theme.choose("dark")
    assert shown(feedback)[f"{DRAFT} …"] == DARK.muted


def test_what_the_model_writes_is_never_markup(feedback: FeedbackText) -> None:
    feedback.show_speech(Speech("<b>a</b> &amp;", " <img src='x'>"))
    assert list(shown(feedback)) == ["<b>a</b> &amp;", " <img src='x'> …"]


def test_who_listens_hears_only_what_is_kept(feedback: FeedbackText) -> None:
    feedback.show_speech(Speech(draft=KEPT))
    assert heard(feedback) == WRITING
    feedback.show_speech(Speech(KEPT, DRAFT))
    assert heard(feedback) == KEPT


def test_each_sentence_is_announced_once_when_it_is_kept(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Qt has no way to listen to announcements from Python.
    announced: list[str] = []
    monkeypatch.setattr(
        "ui.pages.quiz.verdict.announce", lambda _widget, message: announced.append(message)
    )
    view = VerdictView(theme)
    qtbot.addWidget(view)
    second = f"{DRAFT} so they differ."
    for speech in (
        Speech(draft="One factor"),
        Speech(KEPT),
        Speech(KEPT, DRAFT),
        Speech(KEPT),
        Speech(KEPT, DRAFT),
        Speech(KEPT + second),
    ):
        view.change_feedback(speech)
    assert announced == [KEPT, second.strip()]
