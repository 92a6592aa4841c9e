"""Questions that do not fit their claim, each refused for its reason."""

from __future__ import annotations

import pytest

from app.material.asked import Asked, misfit
from app.quiz.lexical import Lexicon

SECTION = (
    "By default models are kept in memory for 5 minutes before being unloaded. "
    "Requests queue because memory is short. The proxy speeds reads up by caching blocks."
)


def _refused(question: str, claim: str, heading: str = "") -> str | None:
    return misfit(Asked(question, claim, heading, SECTION, Lexicon()))


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        (
            "How long are models kept in memory by default?",
            "By default models are kept in memory for 5 minutes before being unloaded.",
        ),
        ("Why do requests queue?", "Requests queue because memory is short."),
        ("How does the proxy speed up reads?", "The proxy speeds reads up by caching blocks."),
        ("What is a proxy?", "A proxy is a program between two others."),
        ("How do reads compare with writes?", "Reads are faster than writes."),
    ],
)
def test_what_asks_for_the_claim_fits(question: str, claim: str) -> None:
    assert _refused(question, claim) is None


@pytest.mark.parametrize(
    ("question", "claim", "check"),
    [
        ("Why memory?", "Requests queue because memory is short.", "has_a_fit_length"),
        ("Why are models kept in memory?", "Models are kept in memory.", "asks_for_what_is_said"),
        ("How can models be unloaded?", "Models are unloaded.", "asks_for_what_is_said"),
        (
            "What happens if requests queue as memory is short?",
            "Requests queue because memory is short.",
            "leaves_something_to_say",
        ),
        (
            "How long does a bloom filter keep models in memory?",
            "By default models are kept in memory for 5 minutes before being unloaded.",
            "stays_in_its_section",
        ),
    ],
)
def test_what_does_not_is_refused(question: str, claim: str, check: str) -> None:
    reason = _refused(question, claim)
    assert reason is not None
    assert reason.startswith(f"{check}: ")


def test_the_heading_put_as_a_question_asks_for_too_much() -> None:
    claim = "By default models are kept in memory for 5 minutes before being unloaded."
    question = "What are models in memory?"
    assert _refused(question, claim, "Models in memory") == "is_no_heading: repeats the heading"
