"""Figures of a measurement: what was refused, what it took, and what repeats."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.asking.fault_figures import FaultFigures, fault_figures
from app.quiz.asking.figures import question_figures
from app.quiz.asking.made import Made, MadeFile
from app.quiz.asking.mutants import authored, make_mutants
from app.quiz.asking.planting import Fault
from app.quiz.asking.types import Angle, Candidate, Check
from tests.helpers.guide_contexts import material

BANK = ("How does LoRA save memory in training?", "Which speed does one GPU reach at 20 % load?")


@pytest.fixture
def point(library: Library) -> KeyPoint:
    return library.key_points("machine-learning-engineer")[0]


def made(point: KeyPoint, angle: Angle, text: str, check: str = "", seconds: float = 10) -> Made:
    candidate = Candidate(point, angle, text, model="small", prompt="ask/1")
    return Made(candidate, check, "", seconds)


def test_candidates_are_counted_by_outcome_and_by_angle(point: KeyPoint) -> None:
    rows = [
        made(point, Angle.WHY, "Why is a queue of requests kept short?"),
        made(point, Angle.WHY, "Why?", check="right_length", seconds=4),
        made(point, Angle.DEBUG, "?", check="right_length", seconds=5),
        made(point, Angle.DEBUG, "Same", check="is_new", seconds=1),
    ]
    found = question_figures(rows, BANK)
    assert (found.all.candidates, found.all.accepted, found.all.seconds) == (4, 1, 20)
    assert found.refused == {"right_length": 2, "is_new": 1}
    assert found.per_angle[Angle.WHY].seconds_each == 14
    assert found.per_angle[Angle.DEBUG].seconds_each is None
    assert set(found.per_angle) == {Angle.WHY, Angle.DEBUG}
    data = found.as_json()
    assert data["seconds_per_accepted"] == 20
    assert data["angles"]["debug"] == {
        "candidates": 2,
        "accepted": 0,
        "seconds": 6,
        "seconds_per_accepted": None,
    }
    text = found.as_text()
    assert "small with ask/1: 4 candidates, 1 accepted, 20.0 s each" in text
    assert "2 refused: right_length" in text


def test_repeats_count_whatever_the_checks_said(point: KeyPoint) -> None:
    rows = [
        made(point, Angle.WHY, "How does LoRA save memory during training?"),
        made(point, Angle.WHY, "What keeps a judge from preferring long answers?"),
        made(point, Angle.WHY, "What keeps the judge from preferring longer answers?"),
        made(point, Angle.WHY, BANK[1], check="is_new"),
    ]
    found = question_figures(rows, BANK)
    assert found.duplicates == 2
    assert found.share_of_duplicates == pytest.approx(2 / 3)
    assert {each.other for each in found.nearest[:2]} == {BANK[0], rows[1].candidate.text}
    assert "2 near-duplicates among what would be shown (66.7%" in found.as_text()


def test_nothing_made_is_no_division_by_zero() -> None:
    found = question_figures([], BANK)
    assert found.share_of_duplicates is None
    assert found.as_json()["seconds_per_accepted"] is None


def test_planted_faults_are_counted_by_the_check_that_caught_them(library: Library) -> None:
    ours = material(library)

    def is_short(candidate: Candidate, _: object) -> str | None:
        return None if len(candidate.text.split()) < 60 else "is long"

    planted = make_mutants(ours.contexts, ours.points, each=2)
    samples = list(authored(ours.contexts, ours.points))[:5]
    work = fault_figures(planted, samples, [Check(is_short)])
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            found: FaultFigures = end.value
            break
    assert steps == list(range(1, len(planted) + len(samples) + 1))
    rows = {each.fault: each for each in found.faults}
    assert rows[Fault.TOO_LONG].caught == rows[Fault.TOO_LONG].planted == 2
    assert rows[Fault.TOO_LONG].checks == {"is_short": 2}
    assert rows[Fault.YES_NO].caught == 0
    assert found.share_caught == pytest.approx(2 / len(planted))
    assert found.share_refused == 0
    assert found.as_json()["caught"] == 2
    assert "too long" in found.as_text()


def test_what_was_checked_before_a_stop_is_not_checked_again(
    library: Library, tmp_path: Path
) -> None:
    ours = material(library)
    planted = make_mutants(ours.contexts, ours.points, each=1)
    looked: list[str] = []

    def looks(candidate: Candidate, _: object) -> str | None:
        looked.append(candidate.text)
        return "is long" if len(candidate.text.split()) > 60 else None

    path, checks = tmp_path / "faults.jsonl", [Check(looks)]
    work = fault_figures(planted, [], checks, MadeFile(path, ours.points))
    for _ in range(10):
        next(work)
    work.close()
    assert len(looked) == 10
    found = ended(fault_figures(planted, [], checks, MadeFile(path, ours.points)))
    assert len(looked) == len(planted)
    assert found == ended(fault_figures(planted, [], checks))
    assert sum(each.caught for each in found.faults) == 1


def ended(work: Generator[int, None, FaultFigures]) -> FaultFigures:
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: FaultFigures = end.value
            return found
