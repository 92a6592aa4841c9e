"""Wordings around a statement leave it whole and say what it is about."""

from __future__ import annotations

import pytest

from app.quiz.asking import frames
from app.quiz.asking.tokens import unchanged_part
from tests.app.quiz.asking.conftest import POINT

WRONG = POINT.misconceptions[0].claim


@pytest.mark.parametrize(
    ("statement", "topic", "reported"),
    [
        ("A filter errs both ways.", "filters", "a filter errs both ways"),
        ("Stored keys may be missed.", "filters", "stored keys may be missed"),
        ("A 50/50 split is fair.", "splits", "a 50/50 split is fair"),
        ("BLEU rises with length.", "scores", "BLEU rises with length"),
        ("Medusa drafts with heads.", "how Medusa drafts", "Medusa drafts with heads"),
        ("Kim et al. (2023) found none.", "a study", "Kim et al. (2023) found none"),
        ("Least-to-most prompting sorts.", "prompting", "least-to-most prompting sorts"),
        ("Zxqvian methods fail.", "methods", None),
        ("One errs; the other does not.", "both", None),
        ("Add a check before each call.", "checks", None),
    ],
)
def test_indirect_speech_begins_small_unless_with_a_name(
    statement: str, topic: str, reported: str | None
) -> None:
    assert frames.indirect(statement, topic) == reported


@pytest.mark.parametrize(
    ("statement", "topic", "alone"),
    [
        ("How a Bloom filter answers a lookup is settled.", POINT.topic, True),
        (WRONG, POINT.topic, False),
        ("It misses stored keys.", POINT.topic, False),
        ("About 36% of runs succeed.", "the success of 20 steps", False),
        ("Stored keys are missed.", "how LoRA adapters are merged", False),
        ("Caches are cut page by page.", "caches of pages in the GPU", False),
        ("The cache is cut page by page.", "caches of pages in the GPU", False),
        ("The GPU holds caches of pages.", "caches of pages in the GPU", True),
    ],
)
def test_a_statement_that_leans_on_its_topic_is_known(
    statement: str, topic: str, alone: bool
) -> None:
    assert frames.stands_alone(statement, topic) == alone


def test_every_wording_has_the_wrong_statement_whole_and_asks_once() -> None:
    wordings = frames.said("Bloom filter", WRONG, frames.CORRECT)
    assert len(wordings) == len(set(wordings)) > 50
    assert all(unchanged_part(WRONG) in text for text in wordings)
    assert all(text.count("?") == 1 and text.endswith("?") for text in wordings)


def test_what_leans_on_its_topic_is_said_as_an_answer_to_it() -> None:
    wrong = "It misses stored keys."
    for text in frames.said(POINT.topic, wrong, frames.CORRECT):
        assert text.startswith(f"Asked {POINT.topic}, a") or text.startswith(
            f"Asked {POINT.topic}, an"
        )
        assert f"answers: “{wrong}”" in text
    [first, *_] = frames.both(POINT.topic, wrong, WRONG)
    assert first.startswith(
        f"Two colleagues are asked {POINT.topic}. One says: “{wrong}” The other"
    )


def test_a_topic_that_asks_nothing_is_asked_about() -> None:
    [first, *_] = frames.said("access control", "It is not needed.", frames.CORRECT)
    assert first.startswith("Asked about access control, ")


def test_every_stem_names_the_topic() -> None:
    stems = frames.choice(POINT.topic)
    assert all(POINT.topic in stem and stem.endswith("?") for stem in stems)
