"""Titles that programs put into files, and what of them is one."""

from __future__ import annotations

import pytest

from app.material.reading.titles import telling


@pytest.mark.parametrize(
    "title",
    [
        *("untitled", "Untitled-1", "Document1", "Microsoft Word - thesis_v3.docx", "paper.dvi"),
        *("PowerPoint Presentation", "(anonymous)", "index", "", "123", "draft"),
    ],
)
def test_what_says_nothing_is_no_title(title: str) -> None:
    assert telling(title) == ""


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Attention Is All You Need", "Attention Is All You Need"),
        ("Microsoft Word - Handbook of a team", "Handbook of a team"),
        ("Paper mills", "Paper mills"),
        ("Document stores compared", "Document stores compared"),
    ],
)
def test_what_says_something_is_kept(title: str, kept: str) -> None:
    assert telling(title) == kept
