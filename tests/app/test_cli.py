"""The command line, as far as it needs no process of its own; tests/e2e has the rest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import Front, cli
from app.model.errors import Cause, EngineError
from app.paths import GUIDES, Paths
from tests.helpers.gguf_file import tiny_model
from tests.helpers.tunable_engine import FOUND, TunableEngine

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


class TestTune:
    """`segue model tune` measures the model in use and keeps what it finds."""

    @pytest.fixture
    def engine(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TunableEngine:
        model = tmp_path / "own.gguf"
        model.write_bytes(tiny_model())
        monkeypatch.setenv("SEGUE_MODEL", str(model))
        made = TunableEngine()
        monkeypatch.setattr("app.model.client.LocalEngine", lambda *_args, **_options: made)
        return made

    def test_what_was_found_is_told_as_text(self, folder: Path, engine: TunableEngine) -> None:
        tuned = run(folder, "model", "tune")
        assert tuned.exit_code == 0, tuned.output
        assert "Gated reads 512 and writes 21 tokens a second" in tuned.stdout
        assert "8 threads to read and 4 to write" in tuned.stdout
        assert "of 20 s, trying threads to read: 8" in tuned.stderr
        assert engine.used == [FOUND.options]

    def test_and_as_json_without_anything_else(self, folder: Path, engine: TunableEngine) -> None:
        told = json.loads(run(folder, "model", "tune", "--json").stdout)
        assert told["model"] == "Gated"
        assert set(told["hardware"]) == {"processor", "cores", "threads"}
        assert (told["threads"], told["write_threads"], told["chunk"]) == (8, 4, 512)
        assert (told["memory_map"], told["key_type"]) == (True, "f16")
        assert (told["read_tokens_per_second"], told["write_tokens_per_second"]) == (512.0, 21.0)
        assert told["comparisons"][0] == {
            "option": "threads",
            "value": 8,
            "against": 4,
            "ratio": 0.91,
            "pairs": 5,
            "chosen": True,
        }

    def test_it_is_kept_beside_the_study_log(self, folder: Path, engine: TunableEngine) -> None:
        run(folder, "model", "tune")
        (kept,) = (folder / "tuning").glob("*.json")
        assert json.loads(kept.read_text())["measured"][0]["threads"] == 8

    def test_without_a_model_it_says_so(self, folder: Path) -> None:
        tuned = run(folder, "model", "tune")
        assert tuned.exit_code == 1
        assert "no model is chosen" in tuned.stderr

    def test_why_nothing_was_found_out_is_told(self, folder: Path, engine: TunableEngine) -> None:
        engine.finds = EngineError(Cause.OUT_OF_MEMORY)
        tuned = run(folder, "model", "tune")
        assert tuned.exit_code == 1
        assert "Close other programs" in tuned.stderr
        assert not (folder / "tuning").exists()


class TestFiles:
    """`segue FILE…` opens the window with files; commands are what they were."""

    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[bool, list[str]]]:
        """Whether to fetch, and the names of the files, of each window that was opened."""
        monkeypatch.setattr("app.cli.missing_display", lambda: None)
        return []

    def start(self, opened: list[tuple[bool, list[str]]], folder: Path, *arguments: str) -> Result:
        def open_window(_paths: Paths, fetch: bool, *, files: Sequence[Path] = ()) -> int:
            opened.append((fetch, [path.name for path in files]))
            return 0

        front = Front(open_window)
        return CliRunner().invoke(cli, ["--data", str(folder), *arguments], obj=front)

    def test_they_are_given_to_the_window(
        self, opened: list[tuple[bool, list[str]]], folder: Path, tmp_path: Path
    ) -> None:
        files = [tmp_path / "a paper.pdf", tmp_path / "small.gguf"]
        for path in files:
            path.write_bytes(b"x")
        done = self.start(opened, folder, "--fetch", *map(str, files))
        assert done.exit_code == 0, done.output
        assert opened == [(True, ["a paper.pdf", "small.gguf"])]

    def test_without_any_the_window_opens_as_ever(
        self, opened: list[tuple[bool, list[str]]], folder: Path
    ) -> None:
        assert self.start(opened, folder).exit_code == 0
        assert opened == [(False, [])]

    def test_a_file_that_is_not_there_is_named(
        self, opened: list[tuple[bool, list[str]]], folder: Path, tmp_path: Path
    ) -> None:
        done = self.start(opened, folder, str(tmp_path / "gone.pdf"))
        assert done.exit_code == 2
        assert "gone.pdf' does not exist" in done.output
        assert opened == []

    def test_a_mistyped_command_is_still_one(
        self, opened: list[tuple[bool, list[str]]], folder: Path
    ) -> None:
        done = self.start(opened, folder, "qiuz")
        assert done.exit_code == 2
        assert "No such command 'qiuz'" in done.output

    def test_a_command_wins_over_a_file_of_its_name(
        self,
        opened: list[tuple[bool, list[str]]],
        folder: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "content").write_text("a file")
        assert "problem" in self.start(opened, folder, "content", "check").output
        assert opened == []
        assert self.start(opened, folder, "./content").exit_code == 0
        assert opened == [(False, ["content"])]

    def test_without_a_display_another_way_is_named(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.cli.missing_display", lambda: "There is no display.")
        paper = tmp_path / "paper.pdf"
        paper.write_bytes(b"x")
        done = self.start([], folder, str(paper))
        assert done.exit_code == 2
        assert "There is no display. `segue material add FILE`" in done.output
