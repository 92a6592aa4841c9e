"""What was filled in: slips of the keys are forgiven, another term or figure is not."""

from __future__ import annotations

import pytest

from app.quiz.gaps.gap import Fit, Gap, joined, split
from app.quiz.gaps.judging import confidence_of, evidence_in, judge_filled, judgement_of
from app.quiz.gaps.terms import distance
from app.quiz.gaps.vocabulary import Vocabulary
from app.study.records import Evidence, Judgement


def fit(gap: Gap, typed: str, vocabulary: Vocabulary, shown: str = "") -> Fit:
    [filled] = judge_filled([gap], [typed], shown, vocabulary)
    return filled.fit


@pytest.mark.parametrize(
    ("wanted", "typed", "expected"),
    [
        ("latency", "Latency.", Fit.EXACT),
        ("latency", "the latency", Fit.EXACT),
        ("fine-tuning", "fine tuning", Fit.EXACT),
        ("NF4", "nf 4", Fit.EXACT),
        ("quantization", "quantisation", Fit.EXACT),
        ("behavior", "behaviour", Fit.EXACT),
        ("latency", "latencies", Fit.WORDING),
        ("quantization", "quantized", Fit.WORDING),
        ("quantization", "qauntization", Fit.SLIP),
        ("latency", "latncy", Fit.SLIP),
        ("weight-only", "weight", Fit.PART),
        ("grid", "gird", Fit.NEAR),  # too short to be sure
        ("latency", "throughput", Fit.WRONG),
        ("latency", "", Fit.EMPTY),
        ("latency", "?!", Fit.EMPTY),
    ],
)
def test_terms(wanted: str, typed: str, expected: Fit, vocabulary: Vocabulary) -> None:
    assert fit(Gap(wanted), typed, vocabulary) is expected


@pytest.mark.parametrize(
    ("wanted", "typed"),
    [
        ("encoder", "decoder"),
        ("symmetric", "asymmetric"),
        ("supervised", "unsupervised"),
        ("maximization", "minimization"),
        ("quantization", "dequantization"),
        ("overfitting", "underfitting"),
        ("INT8", "INT4"),
        ("calibration", "calculation"),
    ],
)
def test_no_slip_turns_one_term_into_another(
    wanted: str, typed: str, vocabulary: Vocabulary
) -> None:
    assert fit(Gap(wanted), typed, vocabulary) in (Fit.NEAR, Fit.OTHER_TERM)


def test_a_slip_that_is_as_near_to_another_known_term_is_not_believed() -> None:
    known = Vocabulary(spread={"pruning": 1, "priming": 1})
    assert fit(Gap("pruning"), "prining", known) is Fit.NEAR
    assert fit(Gap("pruning"), "prining", Vocabulary(spread={"pruning": 1})) is Fit.SLIP


def test_another_name_that_the_guides_use_is_right(vocabulary: Vocabulary) -> None:
    gap = Gap("RAG", accepted=("Retrieval-augmented generation",))
    assert fit(gap, "retrieval augmented generation", vocabulary) is Fit.WORDING


def test_words_beside_the_gap_may_be_typed_along(vocabulary: Vocabulary) -> None:
    shown = "The KV ____ grows with every token."
    assert fit(Gap("cache"), "KV cache", vocabulary, shown) is Fit.EXACT
    assert fit(Gap("cache"), "not cache", vocabulary, shown) is not Fit.EXACT


@pytest.mark.parametrize(
    ("wanted", "unit", "typed", "expected"),
    [
        ("3,072", "bytes", "3072", Fit.EXACT),
        ("3,072", "bytes", "3 072 bytes", Fit.EXACT),
        ("3,072", "bytes", "3.072", Fit.EXACT),
        ("4.5", "bits", "4,5", Fit.EXACT),
        ("4.5", "bits", "about 4.50 bits", Fit.EXACT),
        ("12", "", "twelve", Fit.EXACT),
        ("64", "times", "sixty-four", Fit.EXACT),
        ("1.39", "", "USD 1.39", Fit.EXACT),
        ("90", "%", "90 per cent", Fit.EXACT),
        ("90", "%", "0.9", Fit.UNIT),
        ("10.4", "s", "10.4 ms", Fit.UNIT),
        ("−3", "", "3", Fit.SIGN),
        ("4.5", "bits", "4.6", Fit.NEAR),
        ("4.5", "bits", "45", Fit.WRONG),
        ("4.5", "bits", "many", Fit.WRONG),
        ("4.5", "bits", "9" * 500, Fit.WRONG),
        # Words behind the figure that multiply it, whether the gap has them or not.
        ("58.7", "million", "58.7", Fit.EXACT),
        ("58.7", "million", "58.7 million entries", Fit.EXACT),
        ("9", "million", "9 million tokens", Fit.EXACT),
        ("9", "million", "9,000,000", Fit.EXACT),
        ("9", "million", "9 billion", Fit.WRONG),
        ("9", "million", "9.1 million", Fit.NEAR),
        ("200", "", "two hundred", Fit.EXACT),
        ("2", "", "two hundred", Fit.WRONG),
        ("10,000", "", "ten thousand", Fit.EXACT),
        ("200,000", "", "two hundred thousand", Fit.EXACT),
        ("-3,000", "", "−3,000", Fit.EXACT),
        # More than one number is a range, a choice, a fraction or a power, and no figure.
        ("10", "", "10^6", Fit.WRONG),
        ("10", "", "10⁶", Fit.WRONG),
        ("3", "", "3-5", Fit.WRONG),
        ("50", "%", "50 or 60", Fit.WRONG),
        ("50", "%", "fifty or sixty", Fit.WRONG),
        ("2", "", "2/3", Fit.WRONG),
    ],
)
def test_figures(wanted: str, unit: str, typed: str, expected: Fit, vocabulary: Vocabulary) -> None:
    gap = Gap(wanted, is_figure=True, unit=unit)
    assert fit(gap, typed, vocabulary) is expected


@pytest.mark.parametrize(
    ("typed", "judgement", "sure"),
    [
        (("scale", "4.5"), Judgement.COVERED, 1.0),
        (("scael", "4.5"), Judgement.COVERED, 0.9),
        (("scale", "4.6"), Judgement.PARTLY, 0.8),
        (("", ""), Judgement.MISSED, 1.0),
    ],
)
def test_all_gaps_must_be_filled(typed: tuple[str, str], judgement: Judgement, sure: float) -> None:
    gaps = (Gap("scale"), Gap("4.5", is_figure=True))
    filled = judge_filled(gaps, typed, "A ____ makes it ____ bits.", Vocabulary())
    assert judgement_of(filled) is judgement
    assert confidence_of(filled) == sure


def test_what_counts_is_marked_in_what_the_log_keeps() -> None:
    gaps = (Gap("scale"), Gap("4.5", is_figure=True))
    filled = judge_filled(gaps, ("grid", "4.5"), "", Vocabulary())
    text = joined([each.typed for each in filled])
    assert [text[span.start : span.end] for span in evidence_in(filled)] == ["4.5"]
    assert evidence_in(filled) == (Evidence(6, 9),)


@pytest.mark.parametrize("typed", [("scale", "4.5"), ("", "4.5"), ("scale", ""), ("", "")])
def test_what_was_typed_comes_back_from_the_log(typed: tuple[str, str]) -> None:
    assert split(joined(typed), 2) == typed


def test_one_gap_takes_all_that_was_typed() -> None:
    assert split("this; and that", 1) == ("this; and that",)
    assert split("one; two; three", 2) == ("one", "two three")
    assert split("", 0) == ()


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("grid", "grid", 0),
        ("grid", "gird", 1),
        ("grid", "gri", 1),
        ("grid", "grids", 1),
        ("a", "bcd", 3),
        ("", "ab", 2),
    ],
)
def test_distance_counts_slips_of_the_keys(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 4) == distance(other, one, 4) == slips
    assert distance(one, other, max(0, slips - 1)) == max(slips, 0)
