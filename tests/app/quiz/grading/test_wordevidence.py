"""What the words of an answer tell: shares of a rubric, numbers, negations and lengths."""

from __future__ import annotations

import math
from dataclasses import astuple

import pytest

from app.quiz.grading.answers import Rubric
from app.quiz.grading.wordevidence import WORD_FEATURES, WordEvidence, word_evidence
from app.quiz.lexical import Lexicon

QUESTION = "What does quantization change in a model?"
CLAIM = "Quantization stores each weight in fewer bits, such as 4."
WRONG = "Quantization removes unimportant neurons."
RUBRIC = Rubric(QUESTION, (CLAIM,), (WRONG, "Quantization retrains everything."))
LEXICON = Lexicon.of([QUESTION, CLAIM, WRONG])


def tell(answer: str, rubric: Rubric = RUBRIC) -> WordEvidence:
    return word_evidence(LEXICON, rubric, answer)


def test_the_claim_itself_has_everything() -> None:
    found = tell(CLAIM)
    assert (found.coverage, found.coverage_with_question, found.precision) == (1.0, 1.0, 1.0)
    assert (found.fragments, found.length_ratio) == (1.0, 0.0)
    assert (found.foreign_share, found.question_share, found.misconception_coverage) == (0, 0, 0)
    assert (found.foreign_number, found.missing_number, found.negation_differs) == (0, 0, 0)


def test_repeating_the_question_is_no_coverage() -> None:
    found = tell(QUESTION)
    assert found.coverage == found.fragments == 0.0
    assert found.coverage_with_question > 0.0
    assert found.question_share > 0.0
    assert found.foreign_share == 0.0


def test_coverage_grows_with_the_words_of_the_claim() -> None:
    steps = ["bananas", "bits", "fewer bits", "each weight in fewer bits", CLAIM]
    found = [tell(step).coverage for step in steps]
    assert found[0] == 0.0
    assert found == sorted(found)
    assert len(set(found)) == len(found)


def test_what_nothing_of_the_rubric_has_is_foreign() -> None:
    assert tell("bananas are yellow").foreign_share == 1.0
    half = tell("fewer bananas")
    assert half.foreign_share + half.precision == pytest.approx(1.0)


def test_words_of_a_misconception_are_neither_right_nor_foreign() -> None:
    found = tell("it removes unimportant neurons")
    assert found.misconception_coverage == 1.0
    assert found.precision == found.foreign_share == 0.0
    assert tell("it retrains everything").misconception_coverage == 1.0, "the best covered one"
    assert tell("fewer bits").misconception_coverage == 0.0


def test_without_misconceptions_none_is_covered() -> None:
    rubric = Rubric(QUESTION, (CLAIM,))
    assert tell("it removes unimportant neurons", rubric).misconception_coverage == 0.0


def test_every_reference_and_the_model_answer_count_as_right() -> None:
    other, model_answer = "Numbers get coarser.", "Like rounding prices to whole dollars."
    rubric = Rubric(QUESTION, (CLAIM, other), also=(model_answer,))
    for right in (other, model_answer):
        found = tell(right, rubric)
        assert (found.coverage, found.precision, found.foreign_share) == (1.0, 1.0, 0.0)
    assert tell(other, rubric).coverage_with_question == 0.0, "of the first reference alone"


def test_fragments_survive_typing_errors() -> None:
    typed = tell("storrs eech weigth in fewwer bitz")
    assert typed.coverage < 0.1
    assert 0.1 < typed.fragments < 1.0
    assert tell("xyzzy").fragments == 0.0


@pytest.mark.parametrize(
    ("answer", "foreign", "missing"),
    [
        ("4 bits", 0, 0),
        ("8 bits", 1, 1),
        ("fewer bits", 0, 1),
        ("4 instead of 16 bits", 1, 0),
    ],
)
def test_numbers_are_compared_with_the_rubric(answer: str, foreign: int, missing: int) -> None:
    found = tell(answer)
    assert (found.foreign_number, found.missing_number) == (foreign, missing)


def test_a_number_of_the_question_is_neither_foreign_nor_missing() -> None:
    rubric = Rubric("How big are 2 models?", ("Both 2 models need 1,000 bytes.",), also=("1 KB",))
    for answer in ("1000 bytes", "2 of them: 1,000 bytes", "1000 bytes, 1 KB"):
        found = tell(answer, rubric)
        assert (found.foreign_number, found.missing_number) == (0.0, 0.0)


@pytest.mark.parametrize(
    "negated",
    ["It does not store bits.", "It doesn’t.", "It can't.", "Never.", "Es speichert keine Bits."],
)
def test_a_negation_on_one_side_alone_differs(negated: str) -> None:
    assert tell(negated).negation_differs == 1.0
    assert tell(negated, Rubric(QUESTION, ("It is not exact.",))).negation_differs == 0.0


def test_a_word_that_only_begins_like_a_negation_is_none() -> None:
    assert tell("It notes a notion of normal nodes.").negation_differs == 0.0


def test_lengths_are_in_words_and_long_answers_are_all_alike() -> None:
    found = tell("two words")
    assert found.length == pytest.approx(math.log(3))
    assert found.reference_length == pytest.approx(math.log(1 + len(CLAIM.split())))
    assert found.length_ratio == pytest.approx(found.length - found.reference_length)
    assert tell("word " * 200).length_ratio == tell("word " * 900).length_ratio == 2.0


@pytest.mark.parametrize("answer", ["", "...", "the", "\n", "$ {x} %s", "量化", "🙂 7"])
def test_every_answer_gives_finite_figures(answer: str) -> None:
    found = tell(answer)
    assert all(map(math.isfinite, astuple(found)))
    shares = astuple(found)[: WORD_FEATURES.index("length")]
    assert all(0.0 <= each <= 1.0 + 1e-9 for each in shares)


def test_a_row_has_the_figures_by_their_names() -> None:
    found = tell("fewer bits, not 8")
    named = dict(zip(WORD_FEATURES, found.row(), strict=True))
    assert named == {name: getattr(found, name) for name in WORD_FEATURES}
