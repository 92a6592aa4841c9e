"""What is planned in code is sound before the model adds a word."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.content.library import Library
from app.content.types import KeyPoint, Misconception
from app.quiz.asking.checks import CODE_CHECKS, refusal
from app.quiz.asking.context import Contexts
from app.quiz.asking.sketch import MOST_WORDS, RECALL, WHY, WORDINGS, Turn, sketch, suited
from app.quiz.asking.tokens import unchanged_part
from app.quiz.asking.types import Angle, Candidate
from app.quiz.lexical import Lexicon
from tests.app.quiz.asking.conftest import CAUSED, POINT, RIVAL

ALONE = replace(POINT, claim=POINT.claim.partition(", because")[0] + ".")
"""A claim without its reason."""


def rng(seed: int = 0) -> random.Random:
    return random.Random(seed)


def one(point: KeyPoint, angle: Angle, known: Sequence[str] = (), seed: int = 0) -> str:
    """Return the first of the wordings that are planned."""
    drawn = sketch(point, angle, known, rng(seed))
    assert drawn is not None
    return drawn.wordings[0]


@pytest.mark.parametrize(
    ("point", "angles"),
    [
        (POINT, {Angle.WHY, Angle.COMPARE, Angle.CHOOSE, Angle.DEBUG}),
        (ALONE, {Angle.RECALL, Angle.COMPARE, Angle.CHOOSE, Angle.DEBUG}),
        (RIVAL, {Angle.CHOOSE, Angle.DEBUG, Angle.ESTIMATE}),
        (CAUSED, {Angle.WHY, Angle.CHOOSE, Angle.DEBUG, Angle.COMPARE}),
        (
            replace(POINT, topic="how filters and tables differ"),
            {Angle.COMPARE, Angle.WHY, Angle.CHOOSE, Angle.DEBUG},
        ),
    ],
)
def test_an_angle_suits_a_key_point_or_not(point: KeyPoint, angles: set[Angle]) -> None:
    assert set(suited(point)) == angles


def test_what_is_turned_is_the_topic_or_the_effect() -> None:
    recall = sketch(ALONE, Angle.RECALL, (), rng())
    assert recall is not None
    assert recall.turn == Turn(RECALL, POINT.topic, "How", "")
    why = sketch(CAUSED, Angle.WHY, (), rng())
    assert why is not None
    assert why.turn == Turn(WHY, "A fixed delay brings the load back", "Why", CAUSED.topic)
    besides = replace(CAUSED, claim=f"{CAUSED.claim.rstrip('.')}; jitter spreads it.")
    assert sketch(besides, Angle.WHY, (), rng()) is None


def test_a_sum_is_not_asked_for_without_its_numbers() -> None:
    sized = replace(RIVAL, topic="how large a Bloom filter is")
    assert Angle.RECALL not in suited(sized)
    assert Angle.RECALL in suited(replace(sized, topic="how large a filter with 1 percent is"))


def test_a_search_for_a_mistake_has_one_misconception_whole() -> None:
    for seed in range(9):
        text = one(POINT, Angle.DEBUG, seed=seed)
        parts = [unchanged_part(each.claim) for each in POINT.misconceptions]
        assert sum(part in text for part in parts) == 1


def test_each_misconception_has_its_turn_once() -> None:
    known: list[str] = []
    for seed in range(len(POINT.misconceptions)):
        known.append(one(ALONE, Angle.DEBUG, known, seed))
    parts = [unchanged_part(each.claim) for each in POINT.misconceptions]
    assert [sum(part in text for text in known) for part in parts] == [1, 1, 1]
    assert sketch(ALONE, Angle.DEBUG, known, rng()) is None


def test_a_comparison_has_two_that_no_question_has() -> None:
    text = one(POINT, Angle.COMPARE)
    assert sum(each.claim in text for each in POINT.misconceptions) == 2
    assert sketch(POINT, Angle.COMPARE, [text], rng()) is None


def test_one_sum_is_asked_for_once() -> None:
    assert sketch(RIVAL, Angle.DEBUG, [one(RIVAL, Angle.ESTIMATE)], rng()) is None


def test_the_claim_with_words_exchanged_is_not_quoted() -> None:
    claim = "A full Bloom filter finds all stored keys but reports strange keys as well."
    swapped = "A full Bloom filter reports all strange keys but finds stored keys as well."
    point = replace(POINT, claim=claim, misconceptions=(Misconception(swapped, "The reverse."),))
    assert sketch(point, Angle.DEBUG, (), rng()) is None
    assert sketch(point, Angle.CHOOSE, (), rng()) is not None


def test_a_topic_is_not_asked_for_alone_where_the_claim_says_more() -> None:
    assert sketch(ALONE, Angle.RECALL, (), rng()) is not None
    assert sketch(POINT, Angle.RECALL, (), rng()) is None
    more = replace(ALONE, claim=f"{ALONE.claim.rstrip('.')}; a table of keys errs in neither.")
    assert sketch(more, Angle.RECALL, (), rng()) is None


def test_the_figure_is_asked_for_where_only_one_is_wrong() -> None:
    number, why = RIVAL.misconceptions[0].claim, RIVAL.misconceptions[0].why
    assert "figure" in one(RIVAL, Angle.ESTIMATE)
    two = Misconception(f"{number.rstrip('.')}, or 77 in 1234.", why)
    several = replace(RIVAL, misconceptions=(two,))
    assert "figure" not in one(several, Angle.ESTIMATE).rpartition("”")[2]


def test_another_stem_makes_no_other_choice() -> None:
    known = [one(POINT, Angle.CHOOSE)]
    assert all(sketch(POINT, Angle.CHOOSE, known, rng(seed)) is None for seed in range(20))


def test_a_choice_offers_the_claim_and_its_misconceptions() -> None:
    drawn = sketch(POINT, Angle.CHOOSE, (), rng())
    assert drawn is not None
    assert [each.text for each in drawn.options if each.right] == [POINT.claim]
    assert {each.text for each in drawn.options if not each.right} == {
        each.claim for each in POINT.misconceptions
    }
    assert all(each.why for each in drawn.options if not each.right)


def test_there_are_a_few_wordings_to_choose_from() -> None:
    drawn = sketch(POINT, Angle.DEBUG, (), rng())
    assert drawn is not None
    assert 1 < len(set(drawn.wordings)) <= WORDINGS


def test_what_would_be_too_long_is_not_planned() -> None:
    long = replace(POINT, topic="how a " + "very " * MOST_WORDS + "long filter works")
    assert Angle.CHOOSE not in suited(long)


def test_nearly_all_that_is_put_together_passes_the_checks_of_code(library: Library) -> None:
    points = library.key_points("machine-learning-engineer")
    lexicon = Lexicon.of(f"{point.claim} {point.answer}" for point in points)
    outcomes: Counter[bool] = Counter()
    for guide in library.guides.values():
        contexts = Contexts(guide, lexicon)
        for point in guide.key_points:
            context = contexts.of(point)
            for angle in suited(point):
                drawn = sketch(point, angle, (), rng(len(outcomes)))
                assert drawn is not None
                for text in drawn.wordings[:1]:
                    candidate = Candidate(point, angle, text, drawn.options)
                    outcomes[refusal(candidate, context, CODE_CHECKS) is None] += 1
    assert sum(outcomes.values()) > 500
    assert outcomes[False] < 0.06 * sum(outcomes.values())


def test_a_mistake_that_leaves_out_half_of_the_claim_is_not_quoted() -> None:
    halves = replace(POINT, claim=f"{ALONE.claim.rstrip('.')}; deletion calls for counters.")
    assert sketch(halves, Angle.DEBUG, (), rng()) is None
    both = Misconception("It errs both ways, and deletion clears all bits of a key.", "Shared.")
    assert sketch(replace(halves, misconceptions=(both,)), Angle.DEBUG, (), rng()) is not None


def test_most_key_points_have_a_mistake_to_find_and_a_choice(library: Library) -> None:
    points = library.key_points("machine-learning-engineer")
    assert sum(Angle.DEBUG in suited(point) for point in points) > 0.85 * len(points)
    # An authored question may ask for the topic already, and has the same options.
    assert sum(Angle.CHOOSE in suited(point) for point in points) > 0.7 * len(points)
