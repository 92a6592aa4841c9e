"""Values of the study log."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.study import (
    Action,
    ActionKind,
    Grader,
    Judgement,
    PointVerdict,
    Verdict,
    score_of,
)


@pytest.mark.parametrize(
    ("judgements", "score"),
    [
        ([], 0.0),
        ([Judgement.COVERED], 1.0),
        ([Judgement.COVERED, Judgement.PARTLY], 0.75),
        ([Judgement.MISSED, Judgement.CONTRADICTED], 0.0),
    ],
)
def test_the_score_is_the_mean_credit(judgements: list[Judgement], score: float) -> None:
    assert score_of(judgements) == score


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_shares_outside_0_to_1_are_refused(share: float) -> None:
    with pytest.raises(ValueError, match=r"in \[0, 1\]"):
        PointVerdict("leak", Judgement.COVERED, share)
    with pytest.raises(ValueError, match="score"):
        Verdict("a", (), share, 0.5, Grader.CODE, None)


def test_every_action_says_in_words_what_it_is() -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    said = {Action(kind, "id", at, None, "Why?").description for kind in ActionKind}
    assert len(said) == len(ActionKind)
    assert "the answer: “Why?”" in said
    assert Action(ActionKind.SKIP, "id", at, None, None).description == "skipping a question"
