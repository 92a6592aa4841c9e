"""What is shown at each place: guides with marks, documents of one's own, and refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.library import Library, Shelf
from app.paths import GUIDES, SEEDS
from ui.reading import LONGEST_DOCUMENT, document_page, list_documents, render_place
from ui.widgets.contents import Place

TRANSITION = "machine-learning-engineer"


@pytest.mark.parametrize("skill", ["learn-model-optimization", "build-ai-applications"])
def test_a_guide_marks_every_key_point_and_ends_with_its_scenarios(
    library: Library, skill: str
) -> None:
    guide = library.guides[TRANSITION, skill]
    page = render_place(library, Place(TRANSITION, skill))
    assert [p.id for p in guide.key_points if f'href="keypoint:{p.id}"' not in page.html] == []
    assert page.headings[-1].text == "Scenarios"
    end = page.html[page.html.index('<h2 id="scenarios">') :]
    assert end.count("<li>") == len(guide.scenarios)
    assert all(scenario.answer[:30] not in page.html for scenario in guide.scenarios)


def test_sources_are_listed_only_where_the_guide_does_not_say_what_to_read(
    library: Library, tmp_path: Path
) -> None:
    skill = "learn-model-optimization"
    shipped = render_place(library, Place(TRANSITION, skill))
    assert "Sources" not in [heading.text for heading in shipped.headings]
    text = (GUIDES / TRANSITION / f"{skill}.md").read_text(encoding="utf-8")
    (tmp_path / TRANSITION).mkdir()
    bare, _, _ = text.partition("## What to read")
    (tmp_path / TRANSITION / f"{skill}.md").write_text(bare, encoding="utf-8")
    own = Library.load([Shelf(SEEDS, tmp_path)])
    page = render_place(own, Place(TRANSITION, skill))
    assert [heading.text for heading in page.headings][-2:] == ["Sources", "Scenarios"]
    source = next(iter(own.guides[TRANSITION, skill].sources.values()))
    assert f"{source.authors} ({source.year})" in page.html


def test_documents_are_found_in_folders_and_named_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    for name in ("b.md", "papers/a.txt", "picture.png", ".hidden.md"):
        (tmp_path / name).write_text("text")
    assert list(list_documents(tmp_path).values()) == ["b.md", "papers/a.txt"]
    assert list_documents(tmp_path / "nowhere") == {}


def test_markdown_is_rendered_without_its_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("---\ntitle: Mine\n---\n\n## One\n\nSome *words* <script>bad()</script>.\n")
    page = document_page(path)
    assert "<em>words</em>" in page.html
    assert page.html.startswith("<h1>notes</h1>")
    assert "Mine" not in page.html
    assert "bad()" not in page.html
    assert [heading.anchor for heading in page.headings] == ["one"]


def test_a_title_of_its_own_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# My notes\n\ntext\n")
    assert document_page(path).html.count("<h1") == 1


def test_plain_text_stays_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("Über <b>\r\nnext line\r\n\r\n# no heading".encode())
    html = document_page(path).html
    assert "<p>Über &lt;b&gt;<br>next line</p><p># no heading</p>" in html


def test_a_long_document_is_cut_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * (LONGEST_DOCUMENT // 5 + 100))
    html = document_page(path).html
    assert "Only the first 400,000 characters are shown." in html
    assert len(html) < LONGEST_DOCUMENT + 500


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    assert "No such file" in document_page(tmp_path / "gone.md").html
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    assert "no text" in document_page(tmp_path / "binary.txt").html
