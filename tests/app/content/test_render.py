"""A rendered document shows what its author wrote and can neither run nor load anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.formula import draw
from app.content.render import render


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "<style>body { background: url(http://example.org) }</style>",
        '<iframe src="http://example.org"></iframe>',
        "[click](javascript:alert(1))",
        '<a href="file:///etc/passwd">passwd</a>',
        '<a href="data:text/html,x">x</a>',
        "![remote](http://example.org/a.png)",
        "![protocol](//example.org/a.png)",
        "![local](/etc/passwd)",
        "![up](../secret.svg)",
        "![back](..\\secret.svg)",
        '<object data="x"></object><embed src="x"><link href="http://e"><base href="http://e">',
        '<p style="background: url(http://example.org)">x</p>',
        '<meta http-equiv="refresh" content="0;url=http://example.org">',
        "<svg><use href='http://example.org#a'/></svg>",
    ],
)
def test_nothing_runs_and_nothing_loads(hostile: str, tmp_path: Path) -> None:
    page = render(f"before\n\n{hostile}\n\nafter", tmp_path)
    lowered = page.html.lower()
    for forbidden in (
        *("<script", "alert", "onerror", "src=", "javascript:", "file:", "data:", "url("),
        *("<iframe", "<object", "<embed", "<link", "<base", "<meta", "<svg", "<style"),
    ):
        assert forbidden not in lowered
    assert page.images == {}
    assert "before" in page.html
    assert "after" in page.html


def test_pictures_beside_the_document_are_handed_over(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"<svg/>")
    (tmp_path / "notes.txt").write_text("x")
    page = render("![An arrow](a.svg) ![Text](notes.txt) ![Gone](gone.svg)", tmp_path)
    assert page.images == {"a.svg": b"<svg/>"}
    assert 'alt="An arrow"' in page.html
    assert page.html.count("src=") == 1


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg/>")
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.svg").symlink_to(secret)
    assert render("![a](a.svg)", folder).images == {}


def test_headings_make_the_table_of_contents() -> None:
    page = render("## One & two\n\ntext\n\n### Three\n\n## One & two\n")
    assert [(each.level, each.text, each.anchor) for each in page.headings] == [
        (2, "One & two", "one-two"),
        (3, "Three", "three"),
        (2, "One & two", "one-two_1"),
    ]
    assert 'id="one-two_1"' in page.html


def test_tables_code_and_footnotes_are_shown() -> None:
    page = render("|a|b|\n|-|-:|\n|1|2|\n\n```python\nx = 1\n```\n\nText[^1]\n\n[^1]: Note\n")
    assert "<table>" in page.html
    assert 'style="text-align: right;"' in page.html
    assert '<span class="mi">1</span>' in page.html
    assert "Note" in page.html


def test_formulas_become_pictures_with_their_tex_as_text() -> None:
    page = render("Of rank $r$ they have $r(d_1 + d_2)$ entries, and $$\\frac{a}{b}$$")
    assert len(page.images) == 3
    assert 'alt="r(d_1 + d_2)"' in page.html
    assert all(picture.startswith(b"<svg") for picture in page.images.values())


@pytest.mark.parametrize("text", ["from $5 to $10", "$ 5$ x", "`$x$`", "```\n$x$\n```"])
def test_money_and_code_are_not_formulas(text: str) -> None:
    assert render(text).images == {}


def test_tex_that_is_not_understood_is_shown_as_it_stands() -> None:
    assert draw(r"\frac{a", inline=True) is None
    assert r"<code>\frac{a</code>" in render(r"see $\frac{a$ here").html


def test_lists_in_lists_without_end_are_shown_as_they_were_typed() -> None:
    page = render("- " * 2000 + "<b>a</b>")
    assert page.html.startswith("<pre>")
    assert "<b>" not in page.html


def test_a_formula_nested_without_end_is_not_drawn() -> None:
    assert draw(r"\frac{1}{" * 30 + "x" + "}" * 30, inline=True) is None
