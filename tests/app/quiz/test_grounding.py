"""A sentence is read clause by clause: what it speaks of, whether it denies it, whose words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.content.types import KeyPoint, Misconception
from app.quiz.grounding import Material, begun, clauses, content_word, root
from app.quiz.lexical import Lexicon

LEXICON = Lexicon.of(["the base is frozen", "the base and the adapters", "a scale per group"])


def read(text: str) -> list[tuple[set[str], bool]]:
    return [(set(clause.words), clause.negated) for clause in clauses(text, LEXICON)]


def roots(text: str) -> set[str]:
    return set(map(root, text.split()))


@pytest.mark.parametrize(
    "family",
    [
        "retrieval retrieve retrieved retrieves retrieving retriever",
        "cite cited cites citing citation",
        "quantize quantized quantizes quantization",
        "evaluate evaluation evaluated evaluator",
        "drop drops dropped dropping",
        "low lower lowers lowered",
        "query queries",
    ],
)
def test_words_of_one_family_meet(family: str) -> None:
    assert len({root(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("rate", "ratio"), ("event", "even"), ("page", "pay")])
def test_words_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert root(one) != root(other)


@pytest.mark.parametrize(
    ("token", "word"),
    [("14,336", "14336"), ("0.5", "0.5"), ("two", "2"), ("the", None), ("learner", None)],
)
def test_numbers_are_digits_and_small_words_are_nothing(token: str, word: str | None) -> None:
    assert content_word(token) == word
    assert content_word("learned") is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The base is frozen.", [("base frozen", False)]),
        ("The base is not frozen.", [("base frozen", True)]),
        ("The base isn’t frozen.", [("base frozen", True)]),
        ("It is not only the base.", [("only base", False)]),
        ("The base is frozen, which is not so.", [("base frozen", True)]),
        ("It is wrong that the base is frozen.", [("base frozen", True)]),
        ("That is wrong, the base is frozen.", [("base frozen", False)]),
        ("You did not say that the base is frozen.", [("base frozen", False)]),
        ("Your answer should mention the base.", [("base", False)]),
        ("The base is frozen but adapters are not.", [("base frozen", False), ("adapter", True)]),
        ("Adapters rather than the base.", [("adapter", False), ("base", True)]),
        ("No. The base is frozen.", [("base frozen", False)]),
        ("This is important.", []),
    ],
)
def test_a_negation_reaches_as_far_as_its_clause(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert read(text) == [(roots(words), negated) for words, negated in expected]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("You say that the base is frozen, but adapters change.", [True, False]),
        ("Your answer freezes adapters; the base is frozen.", [True, False]),
        ("The learner's answer is wrong because the base is frozen.", [False]),
        ("The base is frozen.", [False]),
        ("Your answer should say that the base is frozen.", [False]),
    ],
)
def test_what_the_learner_said_ends_at_a_contrast(text: str, reported: list[bool]) -> None:
    assert [clause.reported for clause in clauses(text, LEXICON)] == reported


@pytest.mark.parametrize(
    ("one", "other", "denies"),
    [
        ("loss falls", "the loss rises", True),
        ("loss does not fall", "the loss rises", False),
        ("loss does not rise", "the loss rises", True),
        ("adapters add no latency", "adapters remove latency", False),
        ("not all adapters are frozen", "the adapters are frozen", False),
    ],
)
def test_opposites_and_negations_cancel_out(one: str, other: str, *, denies: bool) -> None:
    (first,), (second,) = clauses(one, LEXICON), clauses(other, LEXICON)
    assert first.alike(second) > 0.5
    assert first.denies(second) is denies


def test_words_of_the_guide_of_the_learner_and_of_misconceptions_are_told_apart(
    points: Sequence[KeyPoint],
) -> None:
    wrong = Misconception("Bananas quantize themselves.", "Fruit has no weights.")
    point = replace(points[0], claim="Groups share a scale.", answer="A scale each.", quote="scale")
    point = replace(point, misconceptions=(wrong,))
    material = Material("Who shares?", "Zebras, not lions.", (point,), LEXICON)
    assert material.told == {root("groups"), root("share"), root("scale"), "each"}
    assert material.told < material.known
    assert material.answered == {root("zebras"), root("lions")}
    assert material.asserted == {root("zebras")}
    assert [words for _, words in material.misconceptions] == [
        frozenset(map(root, ("bananas", "quantize", "themselves")))
    ]
    assert root("fruit") in material.explained
    assert root("fruit") not in material.known


@pytest.mark.parametrize("part", ["you say ", ", ", " \n", "a", "not ", "x. ", "your answer but "])
def test_an_endless_answer_is_read_at_once(points: Sequence[KeyPoint], part: str) -> None:
    began = time.process_time()
    assert len(Material("Why?", part * 30_000, tuple(points), LEXICON).answered) < 9
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("", ""),
        ("The base", ""),
        ("The base is frozen", ""),
        ("The base is frozen,", "The base is frozen,"),
        ("The base is frozen, so", "The base is frozen,"),
        ("The base is frozen and stored", "The base is frozen"),
        ("The base is frozen; gradients", "The base is frozen;"),
        ("The base is frozen: gradients pass", "The base is frozen:"),
        ("Base and adapters are", ""),  # too little to stand alone
        ("It has 4,096", ""),
        ("It has two times 4,", ""),  # or 4,096
        ("It has two times 4, and", "It has two times 4,"),
        ("The gradients pass through", ""),
        ("The gradients all pass back through the", "The gradients all pass back"),
        ("The gradients all pass back through the base, but", "The gradients all pass back through"
         " the base,"),
        ("One single outlier value coarsens its own", ""),
        ("One single outlier value coarsens its own group", "One single outlier value coarsens its"
         " own"),
        # Once a clause is whole, the next one is waited for.
        ("The base is frozen, gradients all pass back to it", "The base is frozen,"),
    ],
)  # fmt: skip
def test_an_unfinished_sentence_can_be_read_as_far_as_it_is_whole(written: str, whole: str) -> None:
    assert begun(written) == whole
