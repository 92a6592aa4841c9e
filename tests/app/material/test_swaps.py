"""Names that stand in each other's place."""

from __future__ import annotations

from app.material.swaps import Names

TEXTS = (
    "The globs2 file and the magic2 file are read by update_cache and by update_index. "
    "A text/x-plain file is no text/x-html file. Linux reads them, and Windows reads them as XML.",
    "The magic2 file is larger than the globs2 file; update_cache writes both, update_index one. "
    "Of text/x-plain and text/x-html, Linux and Windows know one as XML or JSON. JSON is new.",
)
NAMES = Names.of(TEXTS)


def _swapped(claim: str) -> list[str]:
    return list(NAMES.swapped(claim, claim, TEXTS[0]))


def test_a_name_becomes_another_that_is_written_alike() -> None:
    assert _swapped("The globs2 file is a list.") == ["The magic2 file is a list."]
    assert _swapped("A cache is made by update_cache.") == ["A cache is made by update_index."]
    assert _swapped("The type is text/x-plain.") == ["The type is text/x-html."]


def test_a_name_that_is_in_the_quote_takes_nobodys_place() -> None:
    assert _swapped("The globs2 file is larger than the magic2 file.") == []


def test_words_of_standards_are_no_names() -> None:
    assert _swapped("It MUST be read.") == []


def test_a_name_that_stands_there_twice_is_left_alone() -> None:
    assert _swapped("The globs2 file is a globs2 file.") == []


def test_names_that_stand_once_in_a_document_are_not_used() -> None:
    names = Names.of(["A call of read_one is like a call of read_two, and read_one is old."])
    assert list(names.swapped("It uses read_two.", "It uses read_two.", "read_one")) == [
        "It uses read_one."
    ]
    assert list(names.swapped("It uses read_one.", "It uses read_one.", "read_two")) == []
