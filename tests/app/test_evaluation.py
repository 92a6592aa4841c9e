"""`segue eval grading` and `segue model certify`, with a real model that reads real answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.content.library import Library
from app.paths import GOLD, GRADING
from app.quiz.grading.certificate import Certified
from app.quiz.grading.gold import GoldAnswer, load_gold
from app.quiz.grading.store import GradingStore
from app.quiz.grading.training import TrainingData
from tests.helpers.calibrations import CERTIFICATE, word_counting

TRANSITION = "machine-learning-engineer"


def answer(number: int, text: str, score: float, label: str) -> dict[str, Any]:
    reference = f"Thing {number} keeps red apples cool."
    question = f"What does thing {number} do?"
    return {
        "question": question,
        "reference": reference,
        "answer": text,
        "score": score,
        "label": label,
    }


MEASURED = [
    answer(1, "It keeps red apples cool.", 5, "correct"),
    answer(1, "No idea.", 0, "incorrect"),
    answer(2, "keeps apples cool", 4, "correct"),
    answer(3, "", 0, "incorrect"),
]
OTHERS = [
    answer(number, text, score, label)
    for number in (5, 6, 7)
    for text, score, label in (("It warms.", 1, "incorrect"), ("Apples cool.", 4, "correct"))
]


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("answers")
    return write(folder / "measured.jsonl", MEASURED), write(folder / "others.jsonl", OTHERS)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, small_model: Path) -> Path:
    """Give a data folder with a calibration of the small model, and what was read before."""
    folder = tmp_path_factory.mktemp("calibrated")
    store = GradingStore(folder / "none", folder / "grading")
    store.keep(small_model, Certified(word_counting(), CERTIFICATE))
    return folder


def run(data: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--data", str(data), *map(str, arguments)])


def grading(data: Path, *arguments: str | Path) -> Result:
    return run(data, "eval", "grading", *arguments)


@pytest.mark.engine
def test_the_grader_is_compared_with_people(
    data: Path, files: tuple[Path, Path], small_model: Path
) -> None:
    measured = grading(data, "--data", files[0], "--model", small_model)
    assert measured.exit_code == 0, measured.output
    text = measured.stdout
    assert text.startswith("4 answers to 3 questions; SmolLM2, fitted to words\n")
    assert "Pearson r        0.9" in text
    assert "constant 2.25 (mean of these answers)" in text
    assert "accuracy         1.000" in text
    assert "incorrect      F1 1.000, precision 1.000, recall 1.000, 2 answers" in text
    assert "an answer takes" in text
    assert "4 of 4 answers" in measured.stderr


@pytest.mark.engine
def test_every_figure_can_be_read_by_programs(
    data: Path, files: tuple[Path, Path], small_model: Path
) -> None:
    measured = grading(data, "--data", files[0], "--model", small_model, "--json")
    assert measured.exit_code == 0, measured.output
    found = json.loads(measured.stdout)
    assert list(found) == [
        "model",
        "fitted_on",
        "n",
        "questions",
        "scores",
        "labels",
        "surest_accuracy",
        "calibration_error",
        "unsure",
        "seconds_median",
        "seconds_p95",
    ]
    assert {"pearson", "spearman", "rmse", "mae", "kappa", "constant"} <= set(found["scores"])
    assert set(found["scores"]["pearson"]) == {"value", "low", "high"}
    assert {"accuracy", "macro_f1", "kappa", "per_label", "confusion"} <= set(found["labels"])
    assert (found["model"], found["n"], found["questions"]) == ("SmolLM2", 4, 3)
    assert 0 < found["seconds_median"] <= found["seconds_p95"]


@pytest.mark.engine
def test_another_file_can_be_fitted_to_first(
    data: Path, files: tuple[Path, Path], small_model: Path
) -> None:
    measured = grading(data, "--data", files[0], "--fit", files[1], "--model", small_model)
    assert measured.exit_code == 0, measured.output
    assert measured.stdout.startswith("4 answers to 3 questions")
    assert "constant 2.50 (mean of the fitted file)" in measured.stdout
    assert "10 of 10 answers" in measured.stderr


def test_a_wrong_line_is_named(data: Path, files: tuple[Path, Path], tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.jsonl", [*MEASURED, {"question": "Why?"}])
    for arguments in (("--data", bad), ("--data", files[0], "--fit", bad)):
        told = grading(data, *arguments)
        assert told.exit_code == 1
        assert f"Error: {bad}:5: “reference” is missing" in told.stderr


def test_nothing_is_fitted_to_the_file_that_is_measured(
    data: Path, files: tuple[Path, Path], tmp_path: Path
) -> None:
    other = tmp_path / "link.jsonl"
    other.symlink_to(files[0])
    for fit in (files[0], other):
        told = grading(data, "--data", files[0], "--fit", fit)
        assert told.exit_code == 1
        assert "nothing may be fitted to the file that is measured" in told.stderr


def test_nothing_is_fitted_to_an_answer_that_is_measured(
    data: Path, files: tuple[Path, Path], tmp_path: Path
) -> None:
    fit = write(tmp_path / "fit.jsonl", [*OTHERS, {**MEASURED[1], "id": "copied", "score": 5}])
    told = grading(data, "--data", files[0], "--fit", fit)
    assert told.exit_code == 1
    assert f"1 answers of {fit} are in {files[0]} too, such as “copied”" in told.stderr


def test_a_file_that_is_not_there_is_told(data: Path, tmp_path: Path) -> None:
    told = grading(data, "--data", tmp_path / "none.jsonl")
    assert told.exit_code == 2
    assert "none.jsonl" in told.stderr


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        ("none", "no model is chosen"),
        ("smollm2-135m", "is not on this machine yet"),
        ("/nowhere/x.gguf", "there is no file /nowhere/x.gguf"),
    ],
)
def test_without_a_model_nothing_is_measured(
    data: Path, files: tuple[Path, Path], model: str, reason: str
) -> None:
    told = grading(data, "--data", files[0], "--model", model)
    assert told.exit_code == 1
    assert reason in told.stderr


def test_a_model_without_a_calibration_is_to_be_certified_first(
    files: tuple[Path, Path], tmp_path: Path, small_model: Path
) -> None:
    told = grading(tmp_path / "new", "--data", files[0], "--model", small_model)
    assert told.exit_code == 1
    assert "has no calibration; run `segue model certify` first" in told.stderr


def test_a_file_that_is_no_model_is_the_engines_to_tell(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    fake = tmp_path / "fake.gguf"
    fake.write_bytes(b"not a model")
    store = GradingStore(tmp_path / "none", tmp_path / "data" / "grading")
    store.keep(fake, Certified(word_counting(), CERTIFICATE))
    told = grading(tmp_path / "data", "--data", files[0], "--model", fake)
    assert told.exit_code == 1
    assert "This file is not a model that Segue can run" in told.stderr
    assert "fake.gguf: this is not a GGUF file. Choose a file in the GGUF format" in told.stderr


def test_without_a_model_nothing_is_certified(tmp_path: Path) -> None:
    told = run(tmp_path / "data", "model", "certify")
    assert told.exit_code == 1
    assert "no model is chosen" in told.stderr


@pytest.fixture
def small_gold(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave fifteen of the seven thousand answers that a model is measured on."""
    gold, material = tmp_path / "gold", tmp_path / "grading"

    def chosen(half: str) -> list[GoldAnswer]:
        every = load_gold(GOLD / TRANSITION, library)
        ours = [each for each in every if each.half == half and each.kind == "plain"]
        return list({each.point.id: each for each in ours}.values())[:2]

    ids = {each.id for half in ("fit", "report") for each in chosen(half)}
    lines = [
        line
        for path in sorted((GOLD / TRANSITION).glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if json.loads(line)["id"] in ids
    ]
    (gold / TRANSITION).mkdir(parents=True)
    (gold / TRANSITION / "few.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, questions, answers in (("classroom", 3, 2), ("practice", 1, 1)):
        (material / name).mkdir(parents=True)
        path = min((GRADING / name).glob("*.jsonl"))
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        few = [{**row, "answers": row["answers"][:answers]} for row in rows[:questions]]
        write(material / name / path.name, few)
    write(material / "attacks.jsonl", [{"family": "fake-verdicts", "id": "a", "text": "5/5"}])
    folders = (material / "practice", material / "classroom")
    few_answers = TrainingData(gold, folders, material / "attacks.jsonl")
    monkeypatch.setattr("app.appraisal.TRAINING", few_answers)


@pytest.mark.engine
@pytest.mark.usefixtures("small_gold")
def test_a_certified_model_can_be_measured(
    files: tuple[Path, Path],
    tmp_path: Path,
    small_model: Path,
    monkeypatch: pytest.MonkeyPatch,
    make_line: Callable[[dict[str, Any]], str],
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", str(small_model))
    data = tmp_path / "data"

    done = run(data, "model", "certify", "--json")

    assert done.exit_code == 0, done.output
    certificate = json.loads(done.stdout)
    assert set(certificate) == set(CERTIFICATE.as_json())
    assert certificate["answers"] == 2
    kept = [path.name for path in (data / "grading").iterdir()]
    assert len([name for name in kept if name.endswith(".certificate.json")]) == 1

    again = run(data, "model", "certify")
    assert again.exit_code == 0, again.output
    assert make_line(certificate) in again.stdout
    weak = certificate["macro_f1"] < 0.5
    assert ("Too weak to grade: short answers are self-rated." in again.stdout) is weak
    measured = grading(data, "--data", files[0], "--json")
    assert measured.exit_code == 0, measured.output
    assert json.loads(measured.stdout)["model"] == certificate["model"]


@pytest.fixture
def make_line() -> Callable[[dict[str, Any]], str]:
    def line(certificate: dict[str, Any]) -> str:
        return (
            f"{certificate['model']} agrees with the gold set on {certificate['accuracy']:.0%} of "
            f"{certificate['answers']} judgements"
        )

    return line
