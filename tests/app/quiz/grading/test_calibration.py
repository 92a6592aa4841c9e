"""A calibration is the same after its file, and no other file is taken for one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.quiz.grading.alignment import Tokens, TokenScale
from app.quiz.grading.calibration import Calibration, CalibrationError, Judged
from app.quiz.grading.combiner import JUDGEMENTS
from app.quiz.grading.fit import fit_calibration
from app.quiz.grading.measure import Measured
from app.quiz.grading.reader import Observed
from app.study.records import Judgement
from tests.helpers.calibrations import believing
from tests.helpers.measured import SCALE, planted


@pytest.fixture(scope="module")
def rows() -> list[Measured]:
    return planted(120)


@pytest.fixture(scope="module")
def calibration(rows: list[Measured]) -> Calibration:
    rng = np.random.default_rng(4)
    scale = TokenScale.of([rng.normal(3, 2, (50, 6)).astype(np.float32)])
    return fit_calibration(rows, scale, model="Small é", fitted_on="noise").calibration


def judged(calibration: Calibration, rows: list[Measured]) -> list[Judged]:
    return calibration.judge_rows(
        [row.inputs for row in rows], [row.aligned for row in rows], [row.words for row in rows]
    )


def test_its_file_changes_nothing(
    calibration: Calibration, rows: list[Measured], tmp_path: Path
) -> None:
    path = tmp_path / "new" / "folder" / "small.json"
    calibration.save(path)
    kept = Calibration.load(path)

    assert (kept.model, kept.fitted_on) == ("Small é", "noise")
    assert kept.sure_from == pytest.approx(calibration.sure_from, abs=0.0005)
    assert judged(kept, rows) == judged(calibration, rows)
    assert (kept.scale.mean == calibration.scale.mean).all()
    assert (kept.scale.spread == calibration.scale.spread).all()
    kept.save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == path.read_bytes()


def test_its_file_can_be_read_by_people(calibration: Calibration, tmp_path: Path) -> None:
    calibration.save(tmp_path / "small.json")
    lines = (tmp_path / "small.json").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if '"weights"' in line]) == 5
    assert max(len(line) for line in lines if '"weights"' not in line) < 100


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(format=2),
        lambda data: data["inputs"].pop(),
        lambda data: data["combiner"]["features"].reverse(),
        lambda data: data["probe"].pop("score"),
    ],
)
def test_one_of_another_version_is_to_be_fitted_again(
    calibration: Calibration, tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    path = tmp_path / "old.json"
    calibration.save(path)
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(CalibrationError, match=rf"{re.escape(str(path))}.*fit it again"):
        Calibration.load(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"3", b"null", b"{}", b'"text"', b"\xff\xfe\x00", b'{"format": 1}'],
)
def test_a_file_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    with pytest.raises(CalibrationError, match=rf"^{re.escape(str(path))}: not a calibration: "):
        Calibration.load(path)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("probe", "covered", "weights"), "1 2 three"),
        (("probe", "covered", "weights"), [1, 2]),
        (("probe", "covered", "weights"), "1 2 3"),
        (("probe", "partly"), None),
        (("probe", "partly", "scale"), None),
        (("tokens", "mean"), {}),
        (("tokens", "spread", "values"), "x"),
        (("combiner", "judgements", "missed"), {}),
        (("combiner", "judgements"), []),
        (("combiner", "score"), {"constant": 1}),
        (("combiner",), "nothing"),
        (("sure_from",), "very"),
        (("sure_from",), None),
    ],
)
def test_a_broken_part_is_a_broken_file(
    calibration: Calibration, tmp_path: Path, keys: tuple[str, ...], value: object
) -> None:
    path = tmp_path / "broken.json"
    calibration.save(path)
    data = json.loads(path.read_text(encoding="utf-8"))
    part = data
    for key in keys[:-1]:
        part = part[key]
    part[keys[-1]] = value
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(CalibrationError, match=rf"^{re.escape(str(path))}: not a calibration: "):
        Calibration.load(path)


def test_a_file_that_is_not_there_is_the_systems_to_tell(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Calibration.load(tmp_path / "none.json")


def test_the_likeliest_judgement_is_given_with_its_probability() -> None:
    shares = dict(zip(Judgement, (0.2, 0.5, 0.2, 0.1), strict=True))
    said = Judged(shares, 2.5)
    assert said.judgement is Judgement.PARTLY
    assert said.confidence == 0.5


def test_nothing_is_made_of_no_answers(calibration: Calibration) -> None:
    assert calibration.judge([], []) == []


def test_observed_answers_are_aligned_and_judged(rows: list[Measured]) -> None:
    calibration = replace(believing(), scale=SCALE)
    width = 4
    observed = []
    for judgement in JUDGEMENTS:
        inputs = np.zeros((9, width), np.float32)
        inputs[:, JUDGEMENTS.index(judgement)] = 1.0
        some = np.ones((3, 6), np.float32)
        tokens = Tokens(some, some, some, (some,), some)
        observed.append(Observed(inputs, np.stack([inputs, inputs * 0]), tokens))

    found = calibration.judge(observed, [row.words for row in rows[:4]])

    assert [each.judgement for each in found] == list(JUDGEMENTS)
    estimates = calibration.sentence_estimates(observed[0])
    assert estimates.shape == (2, 5)
    assert estimates[0, 0] > estimates[1, 0]
