"""Claims with gaps."""

from __future__ import annotations

import pytest

from app.content.library import Library
from app.quiz.cloze import GAP, judge_cloze, make_cloze
from app.quiz.lexical import Lexicon
from app.study.records import Judgement

EVEN = Lexicon()
CLAIM = "Merged adapters add no latency, while unmerged ones cost 15 percent more."


def test_the_words_that_the_learner_sees_anyway_stay() -> None:
    cloze = make_cloze(CLAIM, "What do merged adapters add?", EVEN, most_left=0.0)
    assert cloze.text.startswith("Merged adapters add no ____, while ")
    assert "latency" in cloze.missing


def test_numbers_are_always_left_out_unless_they_are_given() -> None:
    assert "15" in make_cloze(CLAIM, "", EVEN, most_left=1.0).missing
    assert "15" not in make_cloze(CLAIM, "Why 15 percent?", EVEN, most_left=0.0).missing


def test_gaps_in_a_row_are_one() -> None:
    cloze = make_cloze("Alpha beta gamma is delta", "", EVEN, most_left=0.0)
    assert cloze.text == f"{GAP} is {GAP}"
    assert cloze.missing == ("Alpha", "beta", "gamma", "delta")


@pytest.mark.parametrize(
    ("answer", "judgement"),
    [
        ("latency, 15", Judgement.COVERED),
        ("15 and LATENCIES!", Judgement.COVERED),
        ("latency", Judgement.PARTLY),
        ("memory, 20", Judgement.MISSED),
        ("", Judgement.MISSED),
    ],
)
def test_only_the_missing_words_count(answer: str, judgement: Judgement) -> None:
    given = "Merged adapters add no, while unmerged ones cost percent more."
    cloze = make_cloze(CLAIM, given, EVEN, most_left=0.0)
    assert cloze.missing == ("latency", "15")
    assert judge_cloze(cloze, answer, EVEN) is judgement


def test_every_claim_that_ships_has_something_to_fill_in(library: Library) -> None:
    points = library.key_points("machine-learning-engineer")
    lexicon = Lexicon.of(point.claim for point in points)
    for point in points:
        cloze = make_cloze(point.claim, point.topic, lexicon, most_left=0.55)
        assert cloze.missing
        assert GAP in cloze.text
        assert judge_cloze(cloze, point.claim, lexicon) is Judgement.COVERED
        assert judge_cloze(cloze, point.topic, lexicon) is Judgement.MISSED
