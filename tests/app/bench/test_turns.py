"""What is compared is measured in turns, and both sides alike."""

from __future__ import annotations

from collections.abc import Callable

from app.bench.report import Goal, Row
from app.bench.turns import in_turns

ROW = Row("speed", "how fast", "ms", None, rival="theirs", goal=Goal(0.5, "ratio"))


def giving(name: str, samples: list[float | None], taken: list[str]) -> Callable[[], float | None]:
    def sample() -> float | None:
        taken.append(name)
        return samples[taken.count(name) - 1]

    return sample


def test_both_take_turns_and_the_first_turn_does_not_count() -> None:
    taken: list[str] = []

    row = in_turns(
        ROW, giving("ours", [99, 1, 2, 3], taken), giving("theirs", [99, 4, 4, 4], taken), 3
    )

    assert taken == ["ours", "theirs"] * 4
    assert row.measured is not None
    assert row.against is not None
    assert (row.measured.samples, row.measured.median, row.against.median) == (3, 2, 4)
    assert (row.name, row.ratio, row.held) == ("speed", 0.5, True)


def test_a_turn_with_a_sample_that_cannot_be_used_is_left_out_as_a_whole() -> None:
    taken: list[str] = []

    row = in_turns(
        ROW, giving("ours", [0, 1, None, 3], taken), giving("theirs", [0, 10, 20, None], taken), 3
    )

    assert row.measured is not None
    assert row.against is not None
    assert (row.measured.samples, row.measured.median, row.against.median) == (1, 1, 10)


def test_without_any_sample_the_row_says_so() -> None:
    taken: list[str] = []

    row = in_turns(ROW, giving("ours", [1, None], taken), giving("theirs", [1, 1], taken), 1)

    assert row.measured is None
    assert row.held is None
    assert "no turn" in row.note
