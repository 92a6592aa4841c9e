"""A passage that is cited."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ask.passages import Passage
from app.ask.reply import Citation
from ui.theme import Theme
from ui.widgets.citation import CitationView


def view(theme: Theme, qtbot: QtBot, passage: Passage) -> CitationView:
    shown = CitationView(Citation(passage, "<b>Words</b> of it.", 0.9), 2, theme)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_words_and_place_are_shown_as_they_are(theme: Theme, qtbot: QtBot) -> None:
    passage = Passage("A guide", "<b>Words</b> of it.", ("Part",), transition="t", skill="s")
    shown = view(theme, qtbot, passage)
    assert shown.quote.text() == "“<b>Words</b> of it.”"
    assert shown.place.text() == "A guide › Part"
    assert shown.read_button.accessibleName() == "Read it there: A guide › Part"
    with qtbot.waitSignal(shown.read_asked):
        shown.read_button.click()


def test_what_no_page_shows_leads_nowhere(theme: Theme, qtbot: QtBot) -> None:
    assert not view(theme, qtbot, Passage("A file", "Words.")).read_button.isVisible()
