"""Segue offers to open files without taking them from the program that opens them today."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desktop.associations import joinable
from app.desktop.places import Places

TYPES = ("application/pdf", "text/markdown", "application/x-gguf")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    environment = {
        "HOME": str(tmp_path / "home"),
        "XDG_DATA_DIRS": str(tmp_path / "usr"),
        "XDG_CONFIG_DIRS": str(tmp_path / "etc"),
        "XDG_CURRENT_DESKTOP": "ubuntu:GNOME",
    }
    return Places.find(environment)


def program(folder: Path, name: str, types: str, more: str = "") -> None:
    path = folder / "applications" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    entry = f"[Desktop Entry]\nName=Other\nMimeType = {types}\n{more}"
    path.write_text(f"# mine\n{entry}[Desktop Action x]\nMimeType=image/png;\n", encoding="utf-8")


def choice(path: Path, line: str, group: str = "Default Applications") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"[{group}]\n{line}\n", encoding="utf-8")


def test_where_nobody_opens_a_type_segue_may(places: Places) -> None:
    assert joinable(places, TYPES) == TYPES


def test_a_type_that_is_opened_only_by_being_first_is_left_alone(
    places: Places, tmp_path: Path
) -> None:
    program(tmp_path / "usr", "reader.desktop", "application/pdf;image/tiff;")
    assert joinable(places, TYPES) == ("text/markdown", "application/x-gguf")


def test_an_editor_of_plain_text_opens_markdown_too(places: Places, tmp_path: Path) -> None:
    program(tmp_path / "usr", "editor.desktop", "text/plain;")
    assert "text/markdown" not in joinable(places, TYPES)


@pytest.mark.parametrize(
    "where",
    [
        "home/.config/mimeapps.list",
        "home/.config/gnome-mimeapps.list",
        "etc/mimeapps.list",
        "home/.local/share/applications/mimeapps.list",
        "usr/applications/gnome-mimeapps.list",
    ],
)
def test_a_default_that_is_written_down_stays_the_default(
    places: Places, tmp_path: Path, where: str
) -> None:
    program(tmp_path / "usr", "org.reader.desktop", "application/pdf;")
    choice(tmp_path / where, "application/pdf=gone.desktop;org.reader.desktop;")
    assert "application/pdf" in joinable(places, TYPES)


def test_a_default_that_is_not_installed_counts_for_nothing(places: Places, tmp_path: Path) -> None:
    program(tmp_path / "usr", "reader.desktop", "application/pdf;")
    choice(tmp_path / "home/.config/mimeapps.list", "application/pdf=gone.desktop")
    assert "application/pdf" not in joinable(places, TYPES)


def test_what_was_only_added_is_no_default(places: Places, tmp_path: Path) -> None:
    program(tmp_path / "usr", "reader.desktop", "application/pdf;")
    line = "application/pdf=reader.desktop"
    choice(tmp_path / "home/.config/mimeapps.list", line, "Added Associations")
    assert "application/pdf" not in joinable(places, TYPES)


def test_launchers_in_subfolders_have_the_name_of_the_folder_in_theirs(
    places: Places, tmp_path: Path
) -> None:
    program(tmp_path / "usr", "kde/reader.desktop", "application/pdf;")
    choice(tmp_path / "etc/mimeapps.list", "application/pdf=kde-reader.desktop")
    assert "application/pdf" in joinable(places, TYPES)


def test_a_hidden_launcher_and_segues_own_do_not_count(places: Places, tmp_path: Path) -> None:
    program(tmp_path / "usr", "old.desktop", "application/pdf;", "Hidden=true\n")
    program(tmp_path / "home/.local/share", "segue.desktop", "application/pdf;")
    assert "application/pdf" in joinable(places, TYPES)


def test_a_learner_who_chose_segue_keeps_it(places: Places, tmp_path: Path) -> None:
    program(tmp_path / "usr", "reader.desktop", "application/pdf;")
    choice(tmp_path / "home/.config/mimeapps.list", "application/pdf=segue.desktop")
    assert "application/pdf" in joinable(places, TYPES)


def test_relative_folders_in_the_environment_are_ignored(tmp_path: Path) -> None:
    found = Places.find({"HOME": str(tmp_path), "XDG_DATA_HOME": "here", "XDG_DATA_DIRS": "x:/y"})
    assert found.data_home == tmp_path / ".local" / "share"
    assert found.data_dirs == (Path("/y"),)
    assert found.desktops == ()
