"""The command line, as far as it needs no process of its own; tests/e2e has the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.paths import GUIDES

GUIDE = GUIDES / "machine-learning-engineer" / "learn-about-ai-agents.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--data", str(folder), *arguments])


def test_what_ships_passes_every_check(folder: Path) -> None:
    checked = run(folder, "content", "check")
    assert checked.exit_code == 0, checked.output
    assert "11 guides, no problem" in checked.output


def test_a_bad_guide_is_named_by_file_line_and_rule(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "machine-learning-engineer" / GUIDE.name
    bad.parent.mkdir()
    bad.write_text(GUIDE.read_text(encoding="utf-8").replace("level: recall", "level: guru", 1))
    checked = run(folder, "content", "check", str(bad))
    assert checked.exit_code == 1
    assert f"{GUIDE.name}:" in checked.output
    assert ": level: " in checked.output
    as_json = run(folder, "content", "check", "--json", str(bad))
    (problem,) = [json.loads(line) for line in as_json.output.splitlines()]
    assert problem["rule"] == "level"
    assert problem["line"] > 1


def test_the_figures_of_every_guide_are_printed(folder: Path) -> None:
    printed = run(folder, "content", "stats", "--json")
    guides = json.loads(printed.output)["machine-learning-engineer"]
    assert len(guides) == 11
    assert {"skill", "words", "key_points", "questions", "misconceptions", "scenarios"} <= set(
        guides[0]
    )
    assert "learn-about-ai-agents" in run(folder, "content", "stats").output


def test_choices_in_the_terminal_are_told_right_from_wrong(folder: Path) -> None:
    arguments = ("quiz", "--count", "2", "--format", "choice")
    asked = CliRunner().invoke(cli, ["--data", str(folder), *arguments], input="1\n9\n2\n")
    assert asked.exit_code == 0, asked.output
    assert "Type the number of one option." in asked.output
    assert asked.output.count("covered") + asked.output.count("contradicted") == 2
    assert "What comes back" in asked.output


def test_a_question_can_be_skipped_flagged_and_looked_up(folder: Path) -> None:
    answers = ":passage\n:flag two answers fit\n:skip\n:quit\n"
    arguments = ("quiz", "--count", "3", "--format", "short")
    asked = CliRunner().invoke(cli, ["--data", str(folder), *arguments], input=answers)
    assert asked.exit_code == 0, asked.output
    assert "“" in asked.output
    assert "Flagged" in asked.output
    assert "[3/3]" in asked.output
    assert run(folder, "log", "--json").output == ""


def test_the_log_can_be_read_by_people(folder: Path) -> None:
    arguments = ("quiz", "--count", "1", "--format", "short")
    CliRunner().invoke(cli, ["--data", str(folder), *arguments], input="my own words\nc\n")
    printed = run(folder, "log").output
    assert "my own words" in printed
    assert "100%" in printed
