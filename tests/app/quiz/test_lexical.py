"""Lexical evidence: shared words weigh by how much they tell, and spans are verbatim."""

from __future__ import annotations

from app.quiz.lexical import Lexicon, evidence

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


def test_evidence_is_the_sentence_that_shares_the_claim() -> None:
    answer = "I think so. It trains two small matrices of rank 1.5, mostly!  Then tea."
    (span,) = evidence(LEXICON, "LoRA trains two small matrices", answer)
    assert answer[span.start : span.end] == "It trains two small matrices of rank 1.5, mostly!"


def test_an_answer_about_something_else_has_no_evidence() -> None:
    assert evidence(LEXICON, "LoRA trains two small matrices", "Bananas are yellow.") == ()
