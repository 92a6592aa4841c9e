"""A measurement asks for cell after cell, keeps everything, and goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.content.library import Library
from app.model.errors import Cause, EngineError
from app.quiz.asking.made import MadeFile
from app.quiz.asking.measuring import cells_of, measure
from app.quiz.asking.plan import Cell
from app.quiz.asking.types import Accepted, Angle, Candidate, Outcome, Refused
from tests.helpers.guide_contexts import Material, material

ANGLES = (Angle.WHY, Angle.DEBUG)


class Author:
    """Has three candidates for each cell, a good one among them, and remembers what it knew."""

    def __init__(self, *, stops_after: int = 1000) -> None:
        self.asked: list[tuple[str, Angle, tuple[str, ...]]] = []
        self._left = stops_after

    def __call__(self, cell: Cell, known: Sequence[str]) -> Iterator[Outcome]:
        if self._left == 0:
            raise EngineError(Cause.CRASHED, "gone")
        self._left -= 1
        point, angle = cell.key_point, cell.angle
        self.asked.append((point.id, angle, tuple(known)))
        yield Refused(Candidate(point, angle, "bad"), "is_kept", "is bad")
        yield Accepted(Candidate(point, angle, f"good {point.id} {angle}"))
        yield Refused(Candidate(point, angle, "bad"), "is_new", "is old")


@pytest.fixture(scope="module")
def ours(library: Library) -> Material:
    found = material(library)
    few = list(found.points.values())[:4]
    return Material({point.id: point for point in few}, found.contexts)


@pytest.fixture
def cells(ours: Material) -> list[Cell]:
    return cells_of(ours.points.values(), lambda _: ANGLES, seed=1)


def ticking() -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += 0.5


def test_every_key_point_comes_once_before_any_comes_again(
    cells: list[Cell], ours: Material
) -> None:
    assert len(cells) == 8
    assert {cell.key_point.id for cell in cells[:4]} == set(ours.points)
    assert len({(cell.key_point.id, cell.angle) for cell in cells}) == 8
    assert cells == cells_of(ours.points.values(), lambda _: ANGLES, seed=1)
    assert cells != cells_of(ours.points.values(), lambda _: ANGLES, seed=2)
    assert cells_of([], lambda _: ANGLES, seed=1) == []


def test_it_ends_when_enough_are_accepted(
    cells: list[Cell], ours: Material, tmp_path: Path
) -> None:
    file = MadeFile(tmp_path / "made.jsonl", ours.points)
    author, clock = Author(), ticking()
    work = measure(cells, author, file, wanted=3, clock=lambda: next(clock))
    steps = list(work)
    assert [step.accepted for step in steps] == [1, 2, 3]
    assert [step.cell for step in steps] == cells[:3]
    assert [each.check for each in file.made] == ["is_kept", "", "is_new"] * 3
    assert file.made[0].reason == "is bad"
    # By this clock, which goes on whenever it is looked at.
    assert {each.seconds for each in file.made} == {0.5}
    assert [known for _, _, known in author.asked] == [()] * 3


def test_what_was_accepted_is_known_when_its_key_point_comes_again(
    cells: list[Cell], ours: Material, tmp_path: Path
) -> None:
    file = MadeFile(tmp_path / "made.jsonl", ours.points)
    author = Author()
    list(measure(cells, author, file, wanted=8))
    for point, _, known in author.asked[4:]:
        before = [(other, angle) for other, angle, _ in author.asked[:4] if other == point]
        assert known == tuple(f"good {other} {angle}" for other, angle in before)


def test_it_goes_on_after_a_stop_and_asks_nothing_twice(
    cells: list[Cell], ours: Material, tmp_path: Path
) -> None:
    path = tmp_path / "made.jsonl"
    first, second = Author(stops_after=2), Author()
    with pytest.raises(EngineError):
        list(measure(cells, first, MadeFile(path, ours.points), wanted=5))
    file = MadeFile(path, ours.points)
    assert sum(each.accepted for each in file.made) == 2
    list(measure(cells, second, file, wanted=5))
    assert len(second.asked) == 3
    asked = [(point, angle) for point, angle, _ in first.asked + second.asked]
    assert asked == [(cell.key_point.id, cell.angle) for cell in cells[:5]]
    third = Author()
    list(measure(cells, third, file, wanted=5))
    assert not third.asked


def test_it_ends_when_there_is_nothing_left_to_ask(
    cells: list[Cell], ours: Material, tmp_path: Path
) -> None:
    file = MadeFile(tmp_path / "made.jsonl", ours.points)
    assert len(list(measure(cells, Author(), file, wanted=99))) == 8
