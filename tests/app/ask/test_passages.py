"""Texts cut into passages of a handy length, each with its headings."""

from __future__ import annotations

from pathlib import Path

from app.ask.passages import (
    LONGEST,
    Passage,
    document_texts,
    library_texts,
    sectioned_text,
)
from app.content.guide_page import guide_page
from app.content.library import Library
from app.content.plaintext import fold
from tests.app.ask.conftest import Rewrite


def of(folder: Path) -> list[Passage]:
    [text] = document_texts(folder)
    return list(text.passages)


def test_a_document_is_cut_at_its_headings(documents: Path) -> None:
    top, descaling, buying = of(documents)
    assert top.title == "Kettles"
    assert (top.headings, descaling.headings) == ((), ("Descaling",))
    assert buying.place == "Kettles › Buying one"
    assert buying.anchor == "buying-one"
    assert descaling.text.startswith("Citric acid dissolves limescale within half an hour.")
    assert descaling.path == str(documents / "kettles.md")


def test_headings_below_each_other_are_a_path(documents: Path, rewrite: Rewrite) -> None:
    rewrite("# T\n\n## A\n\na\n\n### B\n\nb\n\n## C\n\nc\n")
    assert [passage.headings for passage in of(documents)] == [("A",), ("A", "B"), ("C",)]


def test_code_and_pictures_are_no_passages(documents: Path, rewrite: Rewrite) -> None:
    rewrite(
        "# T\n\nBefore.\n\n```python\n# not a heading\nx = 1\n```\n\n![A kettle](k.svg)\n\nAfter.\n"
    )
    assert [passage.text for passage in of(documents)] == ["Before. After."]


def test_a_number_that_begins_a_line_is_no_item(documents: Path, rewrite: Rewrite) -> None:
    rewrite("# T\n\nIt came out in the same year (July\n2024) as the other.\n")
    assert [passage.text for passage in of(documents)] == [
        "It came out in the same year (July 2024) as the other."
    ]


def test_no_passage_is_longer_than_can_be_read_at_a_glance(
    documents: Path, rewrite: Rewrite
) -> None:
    rewrite("# T\n\n" + "One sentence more about kettles. " * 200 + "\n\n" + "word " * 900)
    found = of(documents)
    assert len(found) > 5
    assert max(len(passage.text) for passage in found) <= LONGEST
    assert sum(len(passage.text.split()) for passage in found) == 200 * 5 + 900


def test_plain_text_is_cut_between_paragraphs(documents: Path) -> None:
    (documents / "kettles.md").unlink()
    (documents / "notes.txt").write_text("# no heading\n\n" + "a b c. " * 60 + "\n\nlast")
    found = of(documents)
    assert [passage.title for passage in found] == ["notes"] * len(found)
    assert found[0].text.startswith("# no heading a b c.")
    assert all(passage.headings == () and passage.anchor == "" for passage in found)


def test_what_is_no_text_has_no_passages(documents: Path) -> None:
    (documents / "kettles.md").write_bytes(b"\0\1\2")
    assert of(documents) == []


def test_every_anchor_of_a_guide_is_one_of_its_page(library: Library) -> None:
    for guide in library.guides.values():
        anchors = {heading.anchor for heading in guide_page(guide).headings}
        [text] = [each for each in library_texts(library) if each.key.endswith(f"/{guide.skill}")]
        assert {passage.anchor for passage in text.passages} - {""} <= anchors
        assert sum(bool(passage.anchor) for passage in text.passages) > 8


def test_a_passage_knows_what_is_asked_about_it(library: Library) -> None:
    passages = [each for text in library_texts(library) for each in text.passages]
    for point in library.key_points("machine-learning-engineer"):
        homes = [each for each in passages if fold(point.quote) in fold(each.text)]
        for home in homes:
            assert any(
                question.text in asked for question in point.questions for asked in home.asked
            )
    assert sum(bool(each.asked) for each in passages) > 100


def test_a_text_that_was_read_elsewhere_is_cut_alike() -> None:
    parts = [(("Part", "Chapter"), "First paragraph.\n\n" + "More of it. " * 200), ((), "Top.")]
    text = sectioned_text("material:1", "A file", parts)
    assert text.key == "material:1"
    assert text.passages[0].place == "A file › Part › Chapter"
    assert text.passages[0].text.startswith("First paragraph.")
    assert max(len(passage.text) for passage in text.passages) <= LONGEST
    assert text.passages[-1].text == "Top."
    assert not any(passage.can_be_read for passage in text.passages)
