"""`segue backup`, `restore` and `merge` as people and programs call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.paths import Paths
from tests.conftest import Clock
from tests.helpers.data_folders import answer, bring_material, lose


def _run(paths: Paths, *arguments: object) -> Result:
    return CliRunner().invoke(cli, ["--data", str(paths.data), *map(str, arguments)])


@pytest.fixture
def studied(paths: Paths, clock: Clock, tmp_path: Path) -> Paths:
    answer(paths, clock)
    bring_material(paths, clock, tmp_path)
    return paths


def test_from_backup_to_restore(studied: Paths, tmp_path: Path) -> None:
    saved = _run(studied, "backup", tmp_path / "b.zip", "--json")
    assert saved.exit_code == 0, saved.output
    row = json.loads(saved.stdout)
    assert (row["answers"], row["documents"], row["copies"]) == (2, 1, 1)
    lose(studied)
    back = _run(studied, "restore", tmp_path / "b.zip")
    assert back.exit_code == 0, back.output
    assert "2 answers, 1 own files." in back.stdout
    again = _run(studied, "restore", tmp_path / "b.zip", "--json")
    assert Path(json.loads(again.stdout)["aside"]).is_dir()


def test_a_backup_says_plainly_what_is_in_it(studied: Paths, tmp_path: Path) -> None:
    said = _run(studied, "backup", tmp_path / "b.zip", "--without-files").stdout
    assert "read back and whole" in said
    assert "1 own files with their key points and decisions (0 of them as files, too)" in said
    assert "Models and keys of servers are not in it" in said


def test_a_merge_says_what_is_new(studied: Paths, tmp_path: Path) -> None:
    _run(studied, "backup", tmp_path / "b.zip")
    other = Paths(tmp_path / "other", tmp_path / "models")
    said = _run(other, "merge", tmp_path / "b.zip").stdout
    assert said.startswith("New here: 2 answers, 1 own file, ")
    assert "1 decision, 1 reading-list entry" in said
    assert _run(other, "merge", tmp_path / "b.zip").stdout == "Everything in it was here already.\n"
    row = json.loads(_run(other, "merge", tmp_path / "b.zip", "--json").stdout)
    assert row["rows"] == 0


@pytest.mark.parametrize("command", ["restore", "merge"])
def test_what_is_wrong_is_said_and_ends_with_1(
    studied: Paths, tmp_path: Path, command: str
) -> None:
    (tmp_path / "x.zip").write_bytes(b"x")
    result = _run(studied, command, tmp_path / "x.zip")
    assert result.exit_code == 1
    assert "x.zip: is not a backup of Segue" in result.output
    assert _run(studied, command, tmp_path / "gone.zip").exit_code == 1


def test_nothing_is_written_over(studied: Paths, tmp_path: Path) -> None:
    _run(studied, "backup", tmp_path / "b.zip")
    result = _run(studied, "backup", tmp_path / "b.zip")
    assert result.exit_code == 1
    assert "is there already" in result.output
