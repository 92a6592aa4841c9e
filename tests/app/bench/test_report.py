"""A row says what was measured, against what, and whether that is good enough."""

from __future__ import annotations

import json

import pytest

from app.bench.report import Figure, Goal, Row, as_table


def row(**changes: object) -> Row:
    values: dict[str, object] = {
        "name": "log.undo.10000",
        "what": "undo an answer",
        "unit": "ms",
        "measured": Figure.of([2.0, 4.0, 3.0]),
        "against": Figure.exactly(6.0),
        "rival": "Anki",
        "goal": Goal(5),
    }
    return Row(**{**values, **changes})  # type: ignore[arg-type]


def test_samples_are_told_by_median_least_and_p95() -> None:
    figure = Figure.of([float(n) for n in range(100, 0, -1)])
    assert (figure.median, figure.least, figure.p95, figure.samples) == (50.5, 1.0, 96.0, 100)


def test_one_look_is_a_figure_too() -> None:
    assert Figure.of([7.0]) == Figure.exactly(7.0) == Figure(7.0, 7.0, 7.0, 1)


def test_the_p95_of_few_samples_is_the_greatest() -> None:
    assert Figure.of([1.0, 9.0, 2.0]).p95 == 9.0


def test_the_ratio_is_of_the_medians() -> None:
    assert row().ratio == 0.5
    assert row(against=None).ratio is None
    assert row(measured=None).ratio is None
    assert row(against=Figure.exactly(0.0)).ratio is None


@pytest.mark.parametrize(
    ("goal", "held"),
    [
        (Goal(3), True),
        (Goal(2.9), False),
        (Goal(4, "p95"), True),
        (Goal(3.9, "p95"), False),
        (Goal(0.5, "ratio"), True),
        (Goal(0.4, "ratio"), False),
        (Goal(0.5, "ratio", "least"), True),
        (Goal(0.6, "ratio", "least"), False),
        (Goal(3, side="least"), True),
        (None, None),
    ],
)
def test_a_goal_is_held_up_to_its_bound(goal: Goal | None, held: bool | None) -> None:
    assert row(goal=goal).held is held


def test_nobody_can_say_whether_a_ratio_to_nothing_is_held() -> None:
    assert row(goal=Goal(1, "ratio"), against=None).held is None
    assert row(goal=Goal(5), against=None).held is True
    assert row(measured=None).held is None


def test_a_row_is_a_line_of_json() -> None:
    told = json.loads(json.dumps(row(note="quick").as_json()))
    assert told == {
        "name": "log.undo.10000",
        "what": "undo an answer",
        "unit": "ms",
        "measured": {"median": 3.0, "least": 2.0, "p95": 4.0, "samples": 3},
        "against": {"median": 6.0, "least": 6.0, "p95": 6.0, "samples": 1},
        "rival": "Anki",
        "ratio": 0.5,
        "goal": "≤ 5 ms",
        "held": True,
        "note": "quick",
    }


def test_goals_are_written_with_their_unit() -> None:
    goals = (Goal(5), Goal(20, "p95"), Goal(0.97, "ratio", "least"))
    assert [goal.text("ms") for goal in goals] == ["≤ 5 ms", "≤ 20 ms (p95)", "≥ 0.97 ×"]


def test_a_table_has_a_line_for_each_row_and_says_what_was_not_measured() -> None:
    table = as_table(
        [
            row(),
            row(name="log.save", goal=Goal(0.2, "ratio")),
            row(name="window.start", measured=None, against=None, note="there is no display"),
        ]
    )
    headings, undo, save, start, note = table.splitlines()
    assert headings.split()[:5] == ["name", "what", "median", "min", "p95"]
    assert undo.split()[-8:] == ["6.00", "ms", "0.50", "×", "≤", "5", "ms", "yes"]
    assert save.endswith("≤ 0.2 ×  NO")
    assert "–" in start
    assert note == "window.start: there is no display"
    assert len({line.index("undo an answer") for line in (undo, save, start)}) == 1
