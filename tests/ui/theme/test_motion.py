"""Nothing moves for who does not want it to, whatever system they said it to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from ui.theme import Theme
from ui.theme.motion import system_wants_less_motion
from ui.theme.tokens import MOTION

GNOME = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}


def saying(words: str) -> tuple[list[list[str]], object]:
    """Return a system that says some words, and a list of what it was asked."""
    asked: list[list[str]] = []

    def ask(command: list[str]) -> str:
        asked.append(command)
        return words

    return asked, ask


@pytest.mark.parametrize(("said", "less"), [("false\n", True), ("true\n", False), ("", False)])
def test_gnome_is_asked_for_its_animations(said: str, less: bool) -> None:
    asked, ask = saying(said)
    assert system_wants_less_motion("linux", GNOME, ask) is less  # type: ignore[arg-type]
    assert asked[0][-1] == "enable-animations"


@pytest.mark.parametrize(("factor", "less"), [("0", True), ("0.5", False), ("nonsense", False)])
def test_kde_has_a_factor(tmp_path: Path, factor: str, less: bool) -> None:
    (tmp_path / "kdeglobals").write_text(f"[KDE]\nAnimationDurationFactor={factor}\n")
    environment = {"XDG_CURRENT_DESKTOP": "KDE", "XDG_CONFIG_HOME": str(tmp_path)}
    assert system_wants_less_motion("linux", environment) is less


def test_kde_without_a_choice_moves(tmp_path: Path) -> None:
    environment = {"XDG_CURRENT_DESKTOP": "KDE", "XDG_CONFIG_HOME": str(tmp_path)}
    assert not system_wants_less_motion("linux", environment)


def test_a_mac_says_so_in_its_own_way() -> None:
    _asked, ask = saying("1\n")
    assert system_wants_less_motion("darwin", {}, ask)  # type: ignore[arg-type]


def test_a_system_without_a_desktop_is_not_asked() -> None:
    asked, ask = saying("false")
    assert not system_wants_less_motion("linux", {}, ask)  # type: ignore[arg-type]
    assert asked == []


def test_a_program_that_is_not_there_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not system_wants_less_motion("linux", GNOME)


def test_the_learners_choice_counts_more(theme: Theme) -> None:
    theme.choose("light", motion="off")
    assert not theme.moves
    assert theme.duration("sweep") == 0
    theme.choose("light", motion="on")
    assert theme.duration("sweep") == MOTION["sweep"] > 0


def test_a_change_is_told_at_once(theme: Theme) -> None:
    theme.choose("light", motion="on")
    changed = QSignalSpy(theme.changed)
    theme.choose("light", motion="off")
    theme.choose("light", motion="off")
    assert changed.count() == 1
