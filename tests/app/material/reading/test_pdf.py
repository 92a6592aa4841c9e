"""PDFs as programs really make them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.material.blocks import BlockKind
from app.material.errors import MaterialError
from app.material.reading.pdf import MOST_PAGES, read_pdf
from app.material.sections import cut
from tests.helpers.papers import make_lines, make_long, make_paper, make_picture_only


def test_a_paper_in_two_columns_is_read_in_order(paper: Path) -> None:
    reading = read_pdf(paper.read_bytes(), "paper.pdf")
    assert reading.title == "Filters That Forget Nothing"
    assert reading.pages == 3
    headings = [block.text for block in reading.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["Filters That Forget Nothing", "1 Introduction", "2 Cost", "References"]
    text = " ".join(block.text for block in reading.blocks)
    runs = [text.index(f"Run {number} of the experiment") for number in range(24)]
    assert runs == sorted(runs)


def test_sentences_are_whole_across_lines_columns_and_pages(paper: Path) -> None:
    text = "\n".join(block.text for block in read_pdf(paper.read_bytes(), "x").blocks)
    assert "It never returns a false negative, because bits are only ever set." in text
    whole = "each of them kept the array in memory while the elements were read from a file."
    assert text.count(whole) == 3 * 24


def test_running_heads_page_numbers_and_captions_are_no_prose(paper: Path) -> None:
    blocks = read_pdf(paper.read_bytes(), "x").blocks
    assert not any("Journal of Filters" in block.text for block in blocks)
    assert not any(block.text in {"1", "2", "3"} for block in blocks)
    [caption] = [block for block in blocks if block.text.startswith("Figure 1")]
    assert caption.kind is BlockKind.ASIDE
    items = [block.text for block in blocks if block.kind is BlockKind.ITEM]
    assert items[0] == "Each element sets at most seven bits of the array."


def test_the_outline_of_the_file_names_its_headings(tmp_path: Path) -> None:
    outlined = make_paper(tmp_path / "outlined.pdf", outline=True)
    blocks = read_pdf(outlined.read_bytes(), "x").blocks
    headings = [block.text for block in blocks if block.kind is BlockKind.HEADING]
    assert headings == ["1 Introduction", "2 Cost", "References"]


def test_a_word_broken_at_the_end_of_a_line_is_made_whole(tmp_path: Path) -> None:
    lines = [
        "The segmen-",
        "tation of pictures needs a well-",
        "known model. Another well-known one is older.",
    ]
    path = make_lines(tmp_path / "broken.pdf", lines)
    [block] = read_pdf(path.read_bytes(), "x").blocks
    assert block.text == (
        "The segmentation of pictures needs a well-known model. Another well-known one is older."
    )


def test_pages_are_sections_where_there_is_no_heading(tmp_path: Path) -> None:
    path = make_lines(tmp_path / "plain.pdf", ["Nothing here is set larger.", "Nor is this."])
    [section] = cut(read_pdf(path.read_bytes(), "x"))
    assert (section.heading, section.page) == ("Page 1", 1)


def test_an_encrypted_file_says_what_to_do(tmp_path: Path) -> None:
    path = make_lines(tmp_path / "locked.pdf", ["Secret."], password="opensesame")
    with pytest.raises(MaterialError, match=r"locked\.pdf: is encrypted; save a copy without"):
        read_pdf(path.read_bytes(), "locked.pdf")


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_a_truncated_file_is_refused_by_name(paper: Path, share: float) -> None:
    content = paper.read_bytes()
    with pytest.raises(MaterialError, match=r"^cut\.pdf.*: (?:is damaged|has no text)"):
        read_pdf(content[: int(len(content) * share)], "cut.pdf")


def test_a_scan_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = make_picture_only(tmp_path / "scan.pdf")
    with pytest.raises(MaterialError, match=r"has no text, only pictures.*OCR"):
        read_pdf(path.read_bytes(), "scan.pdf")


def test_three_hundred_pages_are_read_in_seconds_and_told_of(tmp_path: Path) -> None:
    content = make_long(tmp_path / "book.pdf", 300).read_bytes()
    told: list[tuple[int, int]] = []
    began = time.process_time()
    reading = read_pdf(content, "book.pdf", lambda done, of: told.append((done, of)))
    assert time.process_time() - began < 10
    assert told == [(page, 300) for page in range(1, 301)]
    sections = cut(reading)
    assert len(sections) == 300
    assert sections[136].heading == "137 Chapter on filter number 137"
    assert sections[136].page == 137


def test_a_file_with_too_many_pages_is_refused(tmp_path: Path) -> None:
    content = make_long(tmp_path / "huge.pdf", MOST_PAGES + 1).read_bytes()
    with pytest.raises(MaterialError, match=r"has 1,501 pages; at most 1,500"):
        read_pdf(content, "huge.pdf")
