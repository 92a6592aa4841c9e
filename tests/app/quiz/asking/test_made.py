"""What was made in a measurement outlives a stop, also one in the middle of a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.asking.made import Made, MadeError, MadeFile
from app.quiz.asking.types import Angle, Candidate
from app.quiz.question import Option


@pytest.fixture
def points(library: Library) -> dict[str, KeyPoint]:
    return {point.id: point for point in library.key_points("machine-learning-engineer")[:3]}


def made(point: KeyPoint, text: str, check: str = "") -> Made:
    options = (Option("Yes: “so”.", right=True), Option("No.", right=False, why="It is not."))
    candidate = Candidate(point, Angle.WHY, text, options, "model", "ask/2", 1.25)
    return Made(candidate, check, "is old" if check else "", 2.5)


def test_what_was_made_is_there_after_opening_again(
    points: dict[str, KeyPoint], tmp_path: Path
) -> None:
    first, second, _ = points.values()
    rows = [made(first, "Why\nso?"), made(second, "Größe — warum?", check="is_new")]
    file = MadeFile(tmp_path / "new" / "made.jsonl", points)
    for row in rows:
        file.add(row)
    again = MadeFile(file.path, points)
    assert again.made == file.made == rows
    assert [each.accepted for each in again.made] == [True, False]


def test_a_line_cut_off_by_a_crash_costs_that_line_only(
    points: dict[str, KeyPoint], tmp_path: Path
) -> None:
    point = next(iter(points.values()))
    file = MadeFile(tmp_path / "made.jsonl", points)
    file.add(made(point, "Why so?"))
    file.add(made(point, "Why not?"))
    file.path.write_bytes(file.path.read_bytes()[:-30])
    again = MadeFile(file.path, points)
    assert [each.candidate.text for each in again.made] == ["Why so?"]
    again.add(made(point, "Since when?"))
    texts = [each.candidate.text for each in MadeFile(file.path, points).made]
    assert texts == ["Why so?", "Since when?"]


def test_a_damaged_line_is_named(points: dict[str, KeyPoint], tmp_path: Path) -> None:
    file = MadeFile(tmp_path / "made.jsonl", points)
    file.add(made(next(iter(points.values())), "Why so?"))
    with file.path.open("a", encoding="utf-8") as stream:
        stream.write("not JSON\n")
    with pytest.raises(MadeError, match=r"made\.jsonl, line 2"):
        MadeFile(file.path, points)


def test_key_points_that_are_gone_are_left_out(points: dict[str, KeyPoint], tmp_path: Path) -> None:
    first, second, _ = points.values()
    file = MadeFile(tmp_path / "made.jsonl", points)
    file.add(made(first, "Why so?"))
    file.add(made(second, "Why not?"))
    left = {second.id: second}
    assert [each.candidate.text for each in MadeFile(file.path, left).made] == ["Why not?"]
