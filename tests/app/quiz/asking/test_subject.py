"""Topics are put so that somebody can ask about them, and claims split into cause and effect."""

from __future__ import annotations

import pytest

from app.content.library import Library
from app.quiz.asking.causes import causal
from app.quiz.asking.subject import compares, question_on


@pytest.mark.parametrize(
    ("topic", "question"),
    [
        ("how an idempotency key is made", "how an idempotency key is made"),
        ("which HTTP errors call for a retry", "which HTTP errors call for a retry"),
        ("the effect of a key", "what the effect of a key is"),
        ("the size of a key", None),
        ("access control in retrieval", None),
        ("the effect of " + "very " * 12 + "long topics", None),
    ],
)
def test_a_topic_becomes_an_indirect_question_where_it_names_one_thing(
    topic: str, question: str | None
) -> None:
    assert question_on(topic) == question


def test_topics_that_compare_are_known() -> None:
    assert compares("how routers and cascades differ in waiting time")
    assert compares("LoRA against full fine-tuning")
    assert not compares("how routers work")


@pytest.mark.parametrize(
    ("claim", "effect", "cause"),
    [
        (
            "Retries by the code are limited because an instruction binds no model.",
            "Retries by the code are limited",
            "an instruction binds no model",
        ),
        (
            "A key is sent with every attempt so that the server can find the first result.",
            "A key is sent with every attempt",
            "the server can find the first result",
        ),
    ],
)
def test_cause_and_effect_are_told_apart(claim: str, effect: str, cause: str) -> None:
    found = causal(claim)
    assert found is not None
    assert (found.effect, found.cause) == (effect, cause)


@pytest.mark.parametrize(
    "claim",
    [
        "A Bloom filter never misses a stored key.",
        "Thresholds move hits, so it is set on labeled pairs of questions.",
        "Baselines vary in their tuning, so compare the trials spent on both.",
        "About 9.6 bits per key, because each key sets seven of them.",
        "It fails, so all stop.",
        "More tests found 20 of 100 programs wrong, so too few tests had been written before.",
        "Gradients shrink with the temperature, so that their loss is multiplied by its square.",
        "The loss falls, and more tests pass, because all labels were cleaned by hand.",
        "Two rates changed, so as far as anybody knows nothing is certain.",
    ],
)
def test_what_cannot_be_asked_for_by_itself_is_left_alone(claim: str) -> None:
    assert causal(claim) is None


def test_most_key_points_can_be_asked_for_in_some_way(library: Library) -> None:
    points = library.key_points("machine-learning-engineer")
    asked = sum(question_on(point.topic) is not None for point in points)
    assert asked > 0.3 * len(points)
    assert sum(causal(point.claim) is not None for point in points) > 0.02 * len(points)
