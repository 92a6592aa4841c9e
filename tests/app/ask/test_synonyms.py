"""Words that stand for each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ask.synonyms import Synonyms
from app.ask.terms import terms


def test_a_word_stands_for_every_other_of_its_groups(tmp_path: Path) -> None:
    file = tmp_path / "synonyms.txt"
    file.write_text("# a remark\ngpu graphics card\n\ncard ticket  # another\n", encoding="utf-8")
    synonyms = Synonyms.load(file)
    assert synonyms.of("gpu") == {"gpu", *terms("graphics card")}
    assert synonyms.of("card") >= {"gpu", "ticket"}
    assert synonyms.of("boat") == {"boat"}


def test_a_file_that_is_not_there_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nothing"):
        Synonyms.load(tmp_path / "nothing.txt")


def test_what_ships_has_no_group_of_one_and_none_of_many(synonyms: Synonyms) -> None:
    assert synonyms.of(terms("picture")[0]) >= set(terms("image photo"))
    assert max(len(group) for group in synonyms.groups.values()) < 40
