"""Highlights leave as a text that any program can read."""

from __future__ import annotations

from datetime import UTC, datetime

from app.content.anchor import Anchor
from app.content.render import render
from app.study.marked import Look, Mark
from app.study.marks_markdown import MarkedText, marks_markdown

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def mark(id_: str, quote: str, note: str = "", look: Look = Look.AMBER) -> Mark:
    return Mark(id_, AT, "mle", "evaluation", Anchor(quote), look, note)


def test_each_text_has_a_part_with_quotations_notes_and_dates() -> None:
    marks = (mark("1", "A quote."), mark("2", "Another.", "Ask *why*.", Look.GREEN))
    written = marks_markdown([MarkedText("A guide", marks), MarkedText("Nothing", ())])
    assert written.splitlines()[:5] == [
        "# Highlights and notes",
        "",
        "## A guide",
        "",
        "> A quote.",
    ]
    assert "Ask *why*." in written
    assert "*green, 2026-11-23*" in written
    assert "Nothing" not in written
    assert written.endswith("\n")


def test_what_lost_its_place_is_there_and_says_so() -> None:
    text = MarkedText("A guide", (mark("1", "Gone words."),), frozenset({"1"}))
    written = marks_markdown([text])
    assert "> Gone words." in written
    assert "lost its place" in written


def test_no_word_of_a_quotation_is_taken_for_markup() -> None:
    quote = "names_like_this * 2 <b> [x](y) `code`"
    html = render(marks_markdown([MarkedText("T", (mark("1", quote),))])).html
    assert "names_like_this * 2 &lt;b&gt; [x](y) `code`" in html
