"""Settings survive their file, and a bad file costs nothing but itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.settings import Settings, load_settings, save_settings


def test_settings_survive_their_file(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.json"
    settings = Settings().changed(theme="dark", session_length=20, model="none")
    save_settings(settings, path)
    assert load_settings(path) == (settings, [])


def test_no_file_means_defaults_without_complaint(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == (Settings(), [])


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00\xff"])
def test_a_file_that_cannot_be_read_gives_defaults_and_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="latin-1")
    settings, complaints = load_settings(path)
    assert settings == Settings()
    assert str(path) in complaints[0]


def test_one_bad_value_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    values = {"theme": "dark", "session_length": -3, "from_the_future": 1}
    path.write_text(json.dumps(values))
    settings, complaints = load_settings(path)
    assert (settings.theme, settings.session_length) == ("dark", Settings().session_length)
    assert len(complaints) == 1
    assert "session_length" in complaints[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("desired_retention", 1.0),
        ("desired_retention", "high"),
        ("session_length", 2.5),
        ("session_length", True),
        ("model", 7),
    ],
)
def test_values_out_of_range_are_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=name):
        Settings().changed(**{name: value})


def test_a_write_that_fails_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(theme="dark"), path)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(OSError, match=r".+"):
        save_settings(Settings(), blocked / "settings.json")
    assert load_settings(path)[0].theme == "dark"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["blocked", "settings.json"]
