"""Sentences are changed a little and stay sentences."""

from __future__ import annotations

import random

import pytest

from app.quiz.asking import rewording


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The largest value sets the step.", "the largest value sets the step."),
        ("GPTQ rounds column by column.", "GPTQ rounds column by column."),
        ("LLaVA's projector maps features.", "LLaVA's projector maps features."),
        ("Koenecke et al. (2024) found it.", "Koenecke et al. (2024) found it."),
        ("Gemini Ultra's launch was late.", "Gemini Ultra's launch was late."),
        ("In MCP, a host runs clients.", "in MCP, a host runs clients."),
    ],
)
def test_a_sentence_goes_on_in_lower_case_unless_it_opens_with_a_name(text: str, told: str) -> None:
    assert rewording.lower_first(text) == told


def test_a_claim_follows_that_only_if_it_is_one_sentence() -> None:
    assert rewording.as_clause("The step is coarse.") == "the step is coarse"
    assert rewording.as_clause("About 36%: all steps must succeed.") is None
    assert rewording.as_clause("16 × (4,096 + 14,336) = 294,912 is the number.") is None
    assert rewording.as_clause("Blinding, random order, independent judgments.") is None


def test_names_and_studies_are_pointed_at() -> None:
    asked = "How does QLoRA save memory, and what did Biderman et al. (2024) find?"
    assert rewording.names(asked) == ["QLoRA"]
    assert (
        rewording.without_names(asked, "this method")
        == "How does this method save memory, and what did the authors find?"
    )
    assert rewording.without_names("What's in CHAIR's scores?", "it") == "What's in its scores?"
    assert rewording.without_names("Why is a queue kept short?", "it") is None
    # The name belongs to "revision".
    assert rewording.without_names("What does MCP revision 2 change?", "it") is None


def test_a_reworded_question_asks_the_same_in_other_words() -> None:
    rng = random.Random(1)
    text = "In speculative decoding, how does acceptance depend on the draft?"
    again = rewording.reworded(text, rng)
    assert again == "In what way does acceptance hinge on the draft in speculative decoding?"
    assert rewording.reworded("Why not?", rng) is None


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "Liu et al. found two shares. They were low! Why?"
    assert rewording.sentences(text) == ["Liu et al. found two shares.", "They were low!", "Why?"]


def test_the_share_of_words_is_of_the_first_text() -> None:
    assert rewording.share_of_words("memory of caches", "caches and memory and queues") == 1
    assert rewording.share_of_words("caches and memory and queues", "caches") == pytest.approx(
        1 / 3
    )
    assert rewording.share_of_words("", "caches") == 0
