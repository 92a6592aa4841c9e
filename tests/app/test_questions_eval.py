"""`segue eval questions`: faults, a real model that writes, the sheet, and what reviewers saved."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.questions_eval import measured_modules


def run(data: Path, *arguments: str | Path) -> Result:
    words = ["--data", str(data), "eval", "questions", *map(str, arguments)]
    return CliRunner().invoke(cli, words)


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def marks_for(key: dict[str, Any], reviewer: str, faulty: set[str]) -> dict[str, Any]:
    """Return what a reviewer saves who finds all good but the numbers that are faulty."""
    marks = {
        number: {
            "judged": True,
            "met": row["criteria"][1:] if number in faulty else row["criteria"],
            "note": "",
        }
        for number, row in key["questions"].items()
    }
    return {
        "format": "segue-review/1",
        "sheet": key["sheet"],
        "reviewer": reviewer,
        "saved": "2026-11-23T09:00:00Z",
        "marks": marks,
    }


def test_without_a_model_the_other_checks_are_tried_on_planted_faults(tmp_path: Path) -> None:
    result = run(tmp_path, "--mutants", "--json")
    assert result.exit_code == 0, result.output
    assert "only the checks that need none are tried" in result.stderr
    data = json.loads(result.stdout)
    assert data["planted"] == 500
    assert {each["planted"] for each in data["faults"]} == {20}
    assert len(data["faults"]) >= 12
    assert data["caught"] == sum(each["caught"] for each in data["faults"])
    assert data["authored"] == 732
    assert data["authored_refused"] / data["authored"] <= 0.10


def test_without_a_model_nothing_can_be_written(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "no model is chosen" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--marks", "FILE"),
        ("--key", "FILE"),
        ("--marks", "FILE", "--key", "FILE", "--mutants"),
        ("--mutants", "--sheet", "new.html"),
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    file = tmp_path / "file.json"
    file.write_text("{}", encoding="utf-8")
    result = run(tmp_path, *(file if each == "FILE" else each for each in arguments))
    assert result.exit_code == 2
    assert "go together" in result.stderr


def test_a_measurement_of_other_code_is_another_one() -> None:
    names = measured_modules()
    for name in names:
        code = ast.parse(Path(str(sys.modules[name].__file__)).read_text("utf-8"))
        for each in ast.walk(code):
            if isinstance(each, ast.ImportFrom) and each.module == "app.quiz.asking":
                assert {f"{each.module}.{alias.name}" for alias in each.names} <= names
            elif isinstance(each, ast.ImportFrom) and str(each.module).startswith(
                "app.quiz.asking"
            ):
                assert each.module in names


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, small_model: Path) -> tuple[Path, Result]:
    """Have SmolLM2 write until two questions are accepted, and make a sheet of them."""
    data = tmp_path_factory.mktemp("written")
    sheet = data / "sheet.html"
    return data, run(data, "--n", "2", "--model", small_model, "--json", "--sheet", sheet)


@pytest.mark.engine
def test_a_real_model_writes_and_what_came_of_it_is_told(written: tuple[Path, Result]) -> None:
    data, result = written
    assert result.exit_code == 0, result.output
    figures = json.loads(result.stdout)
    assert figures["accepted"] >= 2
    assert figures["candidates"] == figures["accepted"] + sum(figures["refused"].values())
    assert figures["candidates"] == sum(each["candidates"] for each in figures["angles"].values())
    assert figures["seconds_per_accepted"] > 0
    lines = Path(figures["file"]).read_text("utf-8").splitlines()
    assert len(lines) == figures["candidates"]
    assert Path(figures["file"]).is_relative_to(data)


@pytest.mark.engine
def test_what_was_made_is_not_made_again(written: tuple[Path, Result], small_model: Path) -> None:
    data, first = written
    again = run(data, "--n", "2", "--model", small_model, "--json")
    assert again.exit_code == 0, again.output
    assert "Going on with" in again.stderr
    assert json.loads(again.stdout) == json.loads(first.stdout)


@pytest.mark.engine
def test_the_sheet_mixes_both_and_marks_lead_back_to_who_wrote_what(
    written: tuple[Path, Result],
) -> None:
    data, _ = written
    key_file = data / "sheet.key.json"
    key = read(key_file)
    origins = [row["origin"] for row in key["questions"].values()]
    assert origins.count("model") == 2
    # Half as many of ours, counted for each format by itself.
    authored = origins.count("authored")
    assert authored in (1, 2)
    page = (data / "sheet.html").read_text("utf-8")
    assert page.count("<article") == 2 + authored
    model = next(number for number, row in key["questions"].items() if row["origin"] == "model")
    files = []
    for name, faulty in (("A", {model}), ("B", set())):
        files.append(data / f"{name}.json")
        files[-1].write_text(json.dumps(marks_for(key, name, faulty)), encoding="utf-8")
    result = run(data, "--marks", files[0], "--marks", files[1], "--key", key_file, "--json")
    assert result.exit_code == 0, result.output
    counted = json.loads(result.stdout)
    assert [each["model"]["met"] for each in counted["reviews"]] == [1, 2, 1]
    assert [each["authored"]["met"] for each in counted["reviews"]] == [authored] * 3
    assert counted["reviews"][2]["reviewers"] == ["A", "B"]
    assert counted["agreement"][0]["share"] == pytest.approx((1 + authored) / (2 + authored))


def test_marks_of_one_reviewer_count_once(tmp_path: Path) -> None:
    row = {"origin": "model", "criteria": ["one", "true"]}
    key = {"format": "segue-review-key/1", "sheet": "abc", "questions": {"1": row}}
    files = [tmp_path / name for name in ("key.json", "marks.json", "copy.json")]
    marks = marks_for(key, "A", set())
    for path, data in zip(files, (key, marks, marks), strict=True):
        path.write_text(json.dumps(data), encoding="utf-8")
    once = run(tmp_path, "--marks", files[1], "--key", files[0])
    assert "1 of 1, 100.0%" in once.output
    twice = run(tmp_path, "--marks", files[1], "--marks", files[2], "--key", files[0])
    assert twice.exit_code == 1
    assert "same reviewer" in twice.stderr


def test_a_key_in_place_of_marks_is_told(tmp_path: Path) -> None:
    key = tmp_path / "key.json"
    data = {"format": "segue-review-key/1", "sheet": "abc", "questions": {}}
    key.write_text(json.dumps(data), encoding="utf-8")
    result = run(tmp_path, "--marks", key, "--key", key)
    assert result.exit_code == 1
    assert "not marks saved by a sheet" in result.stderr
