"""The user's data stand where the user says."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.paths import Paths


def test_data_given_by_hand_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUE_DATA", str(tmp_path / "environment"))
    assert Paths.find(tmp_path / "hand").data == tmp_path / "hand"
    assert Paths.find().data == tmp_path / "environment"


def test_models_do_not_move_with_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEGUE_MODELS")
    assert Paths.find(tmp_path / "a").models == Paths.find(tmp_path / "b").models
    monkeypatch.setenv("SEGUE_MODELS", str(tmp_path / "models"))
    assert Paths.find().models == tmp_path / "models"


def test_folders_are_made_when_missing(paths: Paths) -> None:
    paths.make()
    paths.make()
    assert paths.transitions.is_dir()
    assert paths.guides.is_dir()
    assert paths.models.is_dir()
    assert paths.database.parent == paths.data
