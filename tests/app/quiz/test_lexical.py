"""Lexical evidence: shared words weigh by how much they tell."""

from __future__ import annotations

from app.quiz.lexical import Lexicon

LEXICON = Lexicon.of(
    ["the model reads tokens", "the model writes tokens", "LoRA trains two small matrices"]
)


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert LEXICON.weight("lora") > LEXICON.weight("model") > 1


def test_coverage_grows_with_the_words_of_the_claim() -> None:
    claim = "LoRA trains two small matrices"
    steps = ["nothing of it", "small", "two small matrices", "LoRA trains two small matrices"]
    found = [LEXICON.coverage(claim, step) for step in steps]
    assert found[0] == 0.0
    assert found == sorted(found)
    assert found[-1] == 1.0


def test_words_of_the_question_are_no_evidence() -> None:
    claim, question = "LoRA trains two small matrices", "What does LoRA train?"
    assert LEXICON.coverage(claim, "LoRA trains", question) == 0.0
    assert LEXICON.coverage(claim, "two small matrices", question) == 1.0
