"""`segue desktop`, as somebody types it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import Front, cli

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such files")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "usr"))
    monkeypatch.delenv("SEGUE_DATA", raising=False)
    return tmp_path / ".local" / "share"


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments], obj=Front())


def _row(*arguments: str) -> dict[str, Any]:
    result = _run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    row: dict[str, Any] = json.loads(result.stdout)
    return row


def test_from_nothing_to_the_menu_and_back(home: Path) -> None:
    assert "not in the menu" in _run("desktop", "status").output
    said = _run("desktop", "install").output
    assert f"+ {home / 'applications/segue.desktop'}" in said
    found = _row("desktop", "status")
    assert found["installed"]
    assert found["current"]
    assert found["starts"] == f"{found['program']} %F"
    assert {each["state"] for each in found["files"]} == {"ok"}
    said = _run("desktop", "uninstall").output
    assert f"- {home / 'applications/segue.desktop'}" in said
    assert not (home / "applications" / "segue.desktop").exists()
    assert "nothing to remove" in _run("desktop", "uninstall").output


def test_a_folder_of_data_that_was_asked_for_is_in_the_launcher(home: Path) -> None:
    _row("--data", "/srv/my study", "desktop", "install")
    assert _row("desktop", "status")["starts"].endswith('--data "/srv/my study" %F')
    assert not _row("desktop", "status")["current"]
    assert "Installing again would change that" in _run("desktop", "status").output


def test_a_file_in_the_way_ends_it_with_what_to_do(home: Path) -> None:
    launcher = home / "applications" / "segue.desktop"
    launcher.parent.mkdir(parents=True)
    launcher.write_text("mine")
    result = _run("desktop", "install")
    assert result.exit_code == 1
    assert str(launcher) in result.output
    assert "--replace" in result.output
    assert _row("desktop", "install", "--replace")["files"]


def test_outcomes_are_json_too(home: Path) -> None:
    written = _row("desktop", "install")
    assert written["complaints"] == []
    removed = _row("desktop", "uninstall")
    assert set(removed["files"]) == set(written["files"])
    assert removed["kept"] == []


@pytest.mark.parametrize(("platform", "words"), [("darwin", "Segue.app"), ("win32", "Pin")])
def test_other_systems_are_told_what_to_do_there(
    monkeypatch: pytest.MonkeyPatch, platform: str, words: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    result = _run("desktop", "install")
    assert result.exit_code == 1
    assert words in result.output
