"""`segue ask` and `segue eval ask`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.ask_command import NOT_THERE
from app.commands import commands
from app.paths import Paths
from tests.app.ask.conftest import KETTLES


def run(paths: Paths, *words: str) -> Result:
    return CliRunner().invoke(commands, list(words), obj=paths)


def test_a_question_is_answered_with_the_passage_quoted(paths: Paths) -> None:
    result = run(paths, "ask", "Which HTTP status codes are worth a retry?")
    assert result.exit_code == 0
    assert "429 and 503 are worth a retry after a wait" in result.stdout
    assert "Build AI applications › Failures, retries and fallbacks" in result.stdout


def test_what_is_not_there_is_refused_with_an_exit_code(paths: Paths) -> None:
    result = run(paths, "ask", "How does SLERP merge two models?")
    assert result.exit_code == NOT_THERE
    assert result.stdout.startswith(
        "Not in your material. Nothing in your material mentions “SLERP”"
    )


def test_an_embedding_model_that_is_broken_costs_no_answer(paths: Paths) -> None:
    paths.make()
    (paths.models / "all-MiniLM-L6-v2-Q8_0.gguf").write_bytes(b"no model")
    result = run(paths, "ask", "Which HTTP status codes are worth a retry?")
    assert result.exit_code == 0
    assert "429 and 503" in result.stdout
    assert "found by their words only" in result.stderr


def test_the_reply_as_json(paths: Paths) -> None:
    paths.make()
    (paths.documents / "kettles.md").write_text(KETTLES, encoding="utf-8")
    result = run(paths, "ask", "--json", "Does citric acid dissolve limescale in a kettle?")
    reply = json.loads(result.stdout)
    assert reply["answered"] is True
    [first, *_] = reply["citations"]
    assert first["quote"].startswith("Citric acid dissolves limescale")
    assert first["path"].endswith("kettles.md")
    assert (first["skill"], first["anchor"]) == (None, "descaling")
    assert (reply["refusal"], reply["answer"], reply["found_by"]) == (None, None, "words")


def test_figures_of_the_labelled_questions(paths: Paths) -> None:
    result = run(paths, "eval", "ask", "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert list(found) == ["words"]
    assert found["words"]["inside"] == 61
    assert 0.8 < found["words"]["refused"] <= 1.0


def test_judges_can_be_fitted_to_labels_of_ones_own(paths: Paths, tmp_path: Path) -> None:
    labels, judges = tmp_path / "own.jsonl", tmp_path / "judges.json"
    rows = [
        {"question": f"What are {n} retries worth?", "half": half, **answer}
        for half in ("fit", "report")
        for n, answer in enumerate(
            [
                {"skill": "build-ai-applications", "quotes": ["429 and 503 are worth a retry"]},
                {"outside": "far"},
            ]
            * 6
        )
    ]
    labels.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    result = run(paths, "eval", "ask", "--labels", str(labels), "--fit", str(judges))
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("words\n  6 questions inside")
    assert json.loads(judges.read_text())["judges"][0]["embedder"] == ""


@pytest.mark.parametrize("line", ["nonsense", '{"question": "Q?", "half": "fit"}'])
def test_wrong_labels_are_named(paths: Paths, tmp_path: Path, line: str) -> None:
    labels = tmp_path / "own.jsonl"
    labels.write_text(line, encoding="utf-8")
    result = run(paths, "eval", "ask", "--labels", str(labels))
    assert result.exit_code == 1
    assert "own.jsonl, line 1" in result.output
