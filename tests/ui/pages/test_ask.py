"""The page Ask: a question, the passages that answer it, and the model's words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.quiz.speech import Speech
from app.workspace import Workspace
from tests.helpers.gated_engine import HOLD, GatedEngine
from tests.ui.conftest import Shop
from ui.fetching import Fetching
from ui.pages.ask import AskPage
from ui.task import running_tasks
from ui.theme import Theme
from ui.widgets.citation import CitationView
from ui.widgets.contents import Place

CREDENTIALS = "May credentials stand in the system prompt?"
SAID = "Keep credentials out of it and enforce authorization in code."


@pytest.fixture
def fetching(workspace: Workspace) -> Iterator[Fetching]:
    fetching = Fetching(workspace)
    yield fetching
    fetching.cancel()


@pytest.fixture
def page(workspace: Workspace, theme: Theme, fetching: Fetching, qtbot: QtBot) -> Iterator[AskPage]:
    page = AskPage(workspace, theme, fetching)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.refresh()
    page.activateWindow()
    page.setFocus()
    settle(page, qtbot)
    yield page
    page.work.stop()
    settle(page, qtbot)


def settle(page: AskPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.work.is_busy and not running_tasks(), timeout=10_000)


def ask(page: AskPage, qtbot: QtBot, question: str) -> None:
    page.box.clear()
    qtbot.keyClicks(page.box, question)
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    settle(page, qtbot)


def citations(page: AskPage) -> list[CitationView]:
    shown = page.findChildren(CitationView)
    return [view for view in shown if view.isVisibleTo(page)]


def test_an_answer_is_quoted_and_leads_to_where_it_stands(page: AskPage, qtbot: QtBot) -> None:
    ask(page, qtbot, CREDENTIALS)
    assert page.headline.text() == "Your material says"
    first = citations(page)[0]
    assert "Keep credentials out of it" in first.quote.text()
    assert first.place.text().startswith("Integrate AI safely ›")
    with qtbot.waitSignal(page.reading_asked) as asked:
        first.read_button.click()
    place, quote = asked.args
    assert place == Place(
        "machine-learning-engineer", "integrate-ai-safely", "output-prompts-and-data"
    )
    assert quote == first.citation.quote
    assert not page.refusal.isVisible()


def test_what_is_not_there_is_said_to_be_missing(page: AskPage, qtbot: QtBot) -> None:
    ask(page, qtbot, "How does SLERP merge two models?")
    assert page.headline.text() == "Not in your material"
    assert page.refusal.text() == "Nothing in your material mentions “SLERP”."
    assert page.message.text().startswith("Nearest to it: ")
    assert citations(page) == []


def test_the_models_words_come_after_and_are_marked(
    page: AskPage, qtbot: QtBot, engine: GatedEngine
) -> None:
    engine.says = f"Keep credentials out of it {HOLD} and enforce authorization in code."
    page.ask(CREDENTIALS)
    qtbot.waitUntil(lambda: bool(citations(page)), timeout=10_000)
    assert page.speech.speech.kept == ""
    engine.held.set()
    settle(page, qtbot)
    assert page.speech.speech == Speech(SAID)
    assert page.speech_mark.isVisible()
    assert "Written by the model" in page.speech_mark.text()


def test_words_that_no_passage_carries_are_not_shown(
    page: AskPage, qtbot: QtBot, engine: GatedEngine
) -> None:
    engine.says = "Penguins breed on the ice in the coldest month of the polar winter."
    ask(page, qtbot, CREDENTIALS)
    assert citations(page)
    assert not page.speech_mark.isVisible()


def test_the_quotation_stays_when_the_model_fails(
    page: AskPage, qtbot: QtBot, engine: GatedEngine
) -> None:
    engine.fails_to_write = EngineError(Cause.OUT_OF_MEMORY)
    ask(page, qtbot, CREDENTIALS)
    assert citations(page)
    assert page.message.text().startswith("No words of the model on this.")


def test_a_new_question_takes_the_place_of_the_one_before(page: AskPage, qtbot: QtBot) -> None:
    ask(page, qtbot, CREDENTIALS)
    ask(page, qtbot, "How do I bake sourdough bread?")
    assert page.headline.text() == "Not in your material"
    assert citations(page) == []


def test_the_model_can_be_stopped(page: AskPage, qtbot: QtBot, engine: GatedEngine) -> None:
    engine.says = f"Keep credentials out of it {HOLD} and more."
    page.ask(CREDENTIALS)
    qtbot.waitUntil(lambda: bool(citations(page)), timeout=10_000)
    page.stop_button.click()
    settle(page, qtbot)
    assert citations(page)
    assert not page.stop_button.isVisible()


def test_a_question_asked_while_another_is_answered_can_be_stopped_too(
    page: AskPage, qtbot: QtBot, engine: GatedEngine
) -> None:
    engine.says = f"Keep credentials out of it {HOLD} and more."
    page.ask(CREDENTIALS)
    qtbot.waitUntil(lambda: bool(citations(page)), timeout=10_000)
    page.ask("Should credentials be kept out of the system prompt?")
    qtbot.waitUntil(lambda: bool(citations(page)), timeout=10_000)
    assert page.stop_button.isVisible()
    page.stop_button.click()
    assert not page.stop_button.isVisible()
    settle(page, qtbot)


def test_nothing_typed_asks_nothing(page: AskPage, qtbot: QtBot) -> None:
    ask(page, qtbot, "   ")
    assert not page.headline.isVisible()
    assert page.message.text().startswith("Type a question.")


def test_who_asks_before_everything_was_read_is_answered_then(
    workspace: Workspace, theme: Theme, fetching: Fetching, qtbot: QtBot
) -> None:
    page = AskPage(workspace, theme, fetching)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    page.ask(CREDENTIALS)
    assert page.message.text() == "Reading what there is…"
    qtbot.waitUntil(lambda: bool(citations(page)), timeout=10_000)
    settle(page, qtbot)


def test_the_model_for_meaning_is_offered_until_it_is_there(
    page: AskPage, workspace: Workspace, shop: Shop, qtbot: QtBot
) -> None:
    assert page.fetch_button.isVisible()
    assert "25 MB, Apache-2.0" in page.meaning.text()
    workspace.desk.embedding = shop.entry
    page.fetch_button.click()
    path = workspace.paths.models / shop.entry.file
    qtbot.waitUntil(path.is_file, timeout=10_000)
    settle(page, qtbot)
    # What the shop has is no model that computes: words go on by themselves.
    assert not page.fetch_button.isVisible()
    qtbot.waitUntil(lambda: "by their words only" in page.meaning.text())
    ask(page, qtbot, "How do I bake sourdough bread?")
    assert page.headline.isVisible()
