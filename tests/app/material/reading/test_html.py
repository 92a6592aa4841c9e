"""HTML: what the page says, and nothing of what it would do."""

from __future__ import annotations

import time

import pytest

from app.material.blocks import Block, BlockKind
from app.material.reading.html import html_reading, read_html

PAGE = """<!doctype html><html><head><title>Release 2.0 &mdash; Docs</title>
<script>document.write("<p>Run by nobody.</p>")</script><style>p { color: red }</style></head>
<body onload="alert(1)">
<nav><a href="/">Home</a> <a href="/docs">Docs</a></nav>
<header><p>Subscribe to our newsletter!</p></header>
<main>
  <h1>Release 2.0</h1>
  <p>The parser is <b>twice</b> as fast as before,<br>because tables are&nbsp;cached<sup><a
    href="#n1">[1]</a></sup>.</p>
  <script>steal(document.cookie)</script>
  <ul><li>Removed <code>old_api()</code>.</li><li><p>Added two options.</p></li></ul>
  <pre>pip install parser==2.0
parser --fast</pre>
  <table><tr><th>Size</th><th>Time</th></tr><tr><td>10</td><td>3 s</td></tr></table>
  <figure><img src="http://example.com/pixel.gif" onerror="alert(2)" alt="A chart">
  <figcaption>Figure 1: Times.</figcaption></figure>
  <p hidden>Never shown.</p><p style="display: none">Nor this.</p>
  <div aria-hidden="true">Nor this either.</div>
</main>
<footer>Copyright</footer></body></html>"""


def test_reads_what_the_page_is_about_and_leaves_out_what_surrounds_it() -> None:
    reading = html_reading(PAGE)
    assert reading.title == "Release 2.0 — Docs"
    assert reading.pages is None
    assert reading.blocks == (
        Block(BlockKind.HEADING, "Release 2.0", 1),
        Block(
            BlockKind.PARAGRAPH,
            "The parser is twice as fast as before, because tables are cached.",
        ),
        Block(BlockKind.ITEM, "Removed old_api()."),
        Block(BlockKind.ITEM, "Added two options."),
        Block(BlockKind.CODE, "pip install parser==2.0\nparser --fast"),
        Block(BlockKind.TABLE, "Size | Time"),
        Block(BlockKind.TABLE, "10 | 3 s"),
        Block(BlockKind.ASIDE, "Figure 1: Times."),
    )


@pytest.mark.parametrize(
    "page",
    [
        "<script>alert('told')</script><p>Shown.</p>",
        "<p>Shown.<script>told()</script></p>",
        "<p>Shown.</p><template><p>told</p></template>",
        "<p>Shown.</p><svg><text>told</text></svg>",
        "<p>Shown.</p><iframe srcdoc='<p>told</p>'></iframe>",
        "<p>Shown.</p><!-- told -->",
        "<p>Shown.</p><object data='told'>told</object>",
        "<p>Shown.</p><textarea>told</textarea>",
    ],
)
def test_nothing_that_would_run_or_is_not_seen_becomes_text(page: str) -> None:
    assert [block.text for block in html_reading(page).blocks] == ["Shown."]


def test_without_main_the_whole_body_is_read_but_its_frame() -> None:
    page = "<body><header>Site</header><h2>Topic</h2>Loose words.<aside>Ad</aside></body>"
    assert [block.text for block in html_reading(page).blocks] == ["Topic", "Loose words."]


def test_a_small_article_is_not_taken_for_the_page() -> None:
    page = f"<body><article>Teaser.</article><p>{'The real text is here. ' * 20}</p></body>"
    assert any("real text" in block.text for block in html_reading(page).blocks)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>Größe – 5 €</p>".encode(), "Größe – 5 €"),
        ("<p>Größe</p>".encode("latin-1"), "Größe"),
        (b'<meta charset="iso-8859-1"><p>Gr\xf6\xdfe \x80</p>', "Größe €"),
        ('<meta charset="shift_jis"><p>速度</p>'.encode("shift_jis"), "速度"),
        ('<meta charset="no-such-set"><p>Größe</p>'.encode(), "Größe"),
        ("<p>Größe</p>".encode("utf-16"), "Größe"),
    ],
)
def test_reads_the_encoding_that_the_page_has(content: bytes, expected: str) -> None:
    assert read_html(content).blocks[-1].text == expected


def test_broken_markup_is_read_as_browsers_do() -> None:
    page = "<p>First <b>bold<p>Second</i> one</div><li>Item<li>Other"
    assert [block.text for block in html_reading(page).blocks] == [
        "First bold",
        "Second one",
        "Item",
        "Other",
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ul><li>a</li></ul><p>b</p>c<p>d", ["- a", "b", "c", "d"]),
        ("<ul><li><p>a</p><p>b</p></li></ul><p>c", ["- a", "- b", "c"]),
        ("<ul><li>a<ul><li>b</ul>c</ul><p>d", ["- a", "- b", "- c", "d"]),
        ("<ol><li><pre>code</pre>a</ol><h2>T</h2><p>b", ["code", "- a", "T", "b"]),
        ("<table><tr><td>a<ul><li>b</ul><td>c</table><p>d", ["a b | c", "d"]),
    ],
)
def test_an_item_ends_with_its_list(page: str, expected: list[str]) -> None:
    marks = {BlockKind.ITEM: "- "}
    shown = [marks.get(block.kind, "") + block.text for block in html_reading(page).blocks]
    assert shown == expected


def test_a_row_is_one_line_whatever_is_in_its_cells() -> None:
    page = """<p>Before.</p><table><thead>
      <tr><th><p>Option</p></th>
          <th><p>Meaning</p></th></tr></thead><tbody>
      <tr><td><p><code>-v</code></p></td>
          <td><p>Says more.</p><p>Twice:</p><ul><li><p>all</p></li></ul></td></tr>
      <tr><td></td><td></td></tr></tbody></table><p>After.</p>"""
    assert html_reading(page).blocks == (
        Block(BlockKind.PARAGRAPH, "Before."),
        Block(BlockKind.TABLE, "Option | Meaning"),
        Block(BlockKind.TABLE, "-v | Says more. Twice: all"),
        Block(BlockKind.PARAGRAPH, "After."),
    )


@pytest.mark.parametrize(
    "cells",
    [
        "<td><img src=x></td><td><p>One.</p><p>Two.</p></td>",
        "<td>Menu</td><td><h1>Title</h1><p>One.</p><p>Two.</p></td>",
        "<td>Menu</td><td><table><tr><td><p>One.</p><p>Two.</p></td></tr></table></td>",
    ],
)
def test_a_table_that_lays_the_page_out_is_read_as_what_is_in_it(cells: str) -> None:
    blocks = html_reading(f"<table><tr>{cells}</tr></table>").blocks
    assert blocks[-2:] == (
        Block(BlockKind.PARAGRAPH, "One."),
        Block(BlockKind.PARAGRAPH, "Two."),
    )


def test_deep_nesting_neither_overflows_nor_takes_for_ever() -> None:
    began = time.monotonic()
    assert html_reading("<div>" * 3000 + "<p>Deep down.</p>").blocks[0].text == "Deep down."
    assert time.monotonic() - began < 10


def test_a_page_without_text_has_no_blocks() -> None:
    assert html_reading("").blocks == ()
    assert html_reading("<script>1</script>").blocks == ()
