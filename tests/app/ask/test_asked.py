"""A question as it is looked for."""

from __future__ import annotations

import pytest

from app.ask.asked import LONGEST, read_question
from app.ask.synonyms import Synonyms
from app.ask.terms import terms
from app.quiz.lexical import Lexicon

NONE = Synonyms()


def test_only_telling_words_are_looked_for() -> None:
    asked = read_question("How do I actually make  a kettle\nboil faster?", NONE)
    assert asked.text == "How do I actually make a kettle boil faster?"
    assert [word for word, _ in asked.terms] == terms("kettle boil faster")


def test_what_may_stand_for_a_word_is_looked_for_too() -> None:
    asked = read_question("boat", Synonyms({"boat": frozenset({"boat", "ship"})}))
    assert asked.stems == ["boat", "ship"]
    assert asked.coverage({"ship"}, Lexicon()) == 1.0
    assert asked.coverage({"train"}, Lexicon()) == 0.0


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("How does KIVI store two bits?", ["KIVI"]),
        ("What is the Muon optimizer?", ["Muon"]),
        ("GRPO or DPO?", ["DPO", "GRPO"]),
        ("How many tokens has GPT-4?", ["GPT-4"]),
        ("Do 300 tries prove it?", ["300"]),
        ("Why is a prompt read so fast?", []),
    ],
)
def test_names_are_told_from_words(question: str, names: list[str]) -> None:
    asked = read_question(question, NONE)
    assert sorted({name for name, _ in asked.names}) == sorted(names)
    telling = {word for word, _ in asked.terms}
    assert {stem for _, stem in asked.names} <= telling


@pytest.mark.parametrize("nothing", ["", "  ", "???", "How is it?", "what do I do?"])
def test_a_question_without_a_telling_word_has_nothing_to_look_for(nothing: str) -> None:
    asked = read_question(nothing, NONE)
    assert asked.terms == ()
    assert asked.coverage(set(), Lexicon()) == 0.0


def test_who_pastes_a_page_wants_its_beginning() -> None:
    asked = read_question("kettle " + "tea " * 500 + "samovar", NONE)
    assert LONGEST - 10 < len(asked.text) <= LONGEST
    assert [word for word, _ in asked.terms] == terms("kettle tea")
