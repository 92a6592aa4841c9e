"""Judges: fitted, kept in a file that people can read, and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from app.ask.features import Kind
from app.ask.judge import Judge, JudgeError, fit_judge, load_judges, save_judges

KIND = Kind()


@pytest.fixture
def judge() -> Judge:
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(200, len(KIND.features)))
    rows[:, -1] = 7.0  # tells nothing
    return fit_judge(KIND, rows, [bool(row[0] + row[2] > 0.8) for row in rows], 0.3)


def test_what_speaks_for_it_raises_the_probability(judge: Judge) -> None:
    rows = np.zeros((3, len(KIND.features)))
    rows[:, -1] = 7.0
    rows[:, 0] = rows[:, 2] = [-2.0, 0.4, 2.0]
    low, middle, high = judge.probabilities(rows)
    assert low < 0.05 < middle < 0.95 < high
    assert judge.weights[-1] == pytest.approx(0.0, abs=1e-3)
    assert judge.probabilities(rows[:0]).shape == (0,)


def test_a_file_gives_the_same_judge_back(judge: Judge, tmp_path: Path) -> None:
    file = tmp_path / "judges.json"
    save_judges(file, {KIND.label: judge})
    again = load_judges(file)[KIND.label]
    assert again.packed() == judge.packed()
    assert again.threshold == 0.3
    rows = np.ones((2, len(KIND.features)))
    assert again.probabilities(rows) == pytest.approx(judge.probabilities(rows))


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        '{"format": 2, "judges": []}',
        '{"format": 1, "judges": [{"embedder": "", "reader": ""}]}',
        '{"format": 1, "judges": [{"embedder": "", "reader": "", "threshold": 0.5, "constant": 0,'
        ' "features": {"worded": [0, 1, 2]}}]}',
    ],
)
def test_a_wrong_file_is_named(text: str, tmp_path: Path) -> None:
    file = tmp_path / "judges.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(JudgeError, match=r"judges\.json is no file of judges"):
        load_judges(file)
    with pytest.raises(JudgeError, match=r"cannot read .*nowhere"):
        load_judges(tmp_path / "nowhere.json")


def test_numbers_that_are_none_are_refused(judge: Judge, tmp_path: Path) -> None:
    packed = judge.packed()
    packed["features"]["worded"] = [0.0, float("nan"), 1.0]
    file = tmp_path / "judges.json"
    file.write_text(json.dumps({"format": 1, "judges": [packed]}), encoding="utf-8")
    with pytest.raises(JudgeError, match="centre, spread and weight"):
        load_judges(file)


def test_there_is_a_judge_for_words_alone(judges: Mapping[str, Judge]) -> None:
    assert "words" in judges
    assert "words + all-minilm-l6-v2" in judges
    for each in judges.values():
        assert 0.05 < each.threshold < 0.95
        # More of the question's words never speaks against a passage on the whole.
        assert each.weights[:4].sum() > 0
