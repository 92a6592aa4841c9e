"""Hits say what was found, where, and show the words that were looked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.content.search import Hit, HitKind, Span
from ui.theme import Theme
from ui.widgets.hits import (
    BEFORE_MATCH,
    LONGEST_SNIPPET,
    Found,
    HitList,
    HitModel,
    around_match,
    hit_html,
)


def found(*spans: Span, title: str = "The KV cache", where: str = "Optimize") -> Found:
    return Found(Hit(HitKind.SECTION, "t", "s", "the-kv-cache", title, spans, -1.0), where)


def test_a_hit_shows_its_kind_its_title_and_the_words_that_match(
    qapp: object, theme: Theme
) -> None:
    shown = found(Span("the "), Span("cache", matched=True), Span(" is <kept>"), title="Blocks")
    document = QTextDocument()
    document.setHtml(hit_html(shown, theme, 400))
    assert document.toPlainText() == "Guide · Optimize\nBlocks\nthe cache is <kept>"
    cursor = document.find("cache")
    accent = cursor.charFormat().foreground().color().name()
    assert accent == theme.colour("accent")
    assert cursor.charFormat().fontWeight() > 400


def test_a_snippet_keeps_its_match_near_the_start_and_never_cuts_words() -> None:
    long = "some words that lead up to it " * 4
    spans = around_match([Span(long), Span("match", matched=True), Span(" and more" * 40)])
    text = "".join(span.text for span in spans)
    assert text.startswith("…")
    assert text.index("match") <= BEFORE_MATCH + 1
    assert len(text) <= LONGEST_SNIPPET + 2
    assert text.endswith(("and…", "more…"))
    assert sum(span.matched for span in spans) == 1


@pytest.mark.parametrize("spans", [[], [Span("short")], [Span("all", matched=True)]])
def test_a_short_snippet_stays_as_it_is(spans: list[Span]) -> None:
    assert around_match(spans) == spans


def test_the_model_is_sound_and_speaks(qapp: object) -> None:
    model = HitModel()
    QAbstractItemModelTester(model)
    model.show_found([found(Span("text"))])
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Guide · Optimize: The KV cache. text"
    model.show_found([])
    assert model.rowCount() == 0


def test_rows_are_as_high_as_their_text(theme: Theme, qtbot: QtBot) -> None:
    view = HitList(theme)
    qtbot.addWidget(view)
    view.resize(260, 500)
    view.show()
    view.show_found([found(), found(Span("many words " * 9), title="A long title " * 5)])
    short, long = (view.visualRect(view.hits.index(row)).height() for row in (0, 1))
    assert 30 < short < long
    before = view.grab().toImage()
    theme.choose("dark")
    assert view.grab().toImage() != before
