"""Everything in the self-contained folder is named there with its licence."""

from __future__ import annotations

import shutil
from pathlib import Path

import PySide6
import pytest

from app.setup.licences import collect, system_packages


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("licences") / "licences"
    modules = {"click", "click.core", "numpy", "yaml", "ui.window", "json"}
    collect(folder, modules, [Path(PySide6.__file__), Path("/nowhere/libforeign.so.1")])
    return folder


def test_packages_of_modules_and_of_files_are_named_with_their_licence(folder: Path) -> None:
    lines = (folder / "NOTICE.txt").read_text(encoding="utf-8").splitlines()
    named = {
        line.partition(" ")[0].lower(): line.partition(": ")[2] for line in lines if ": " in line
    }
    assert named["pyside6_essentials"].startswith("LGPL-3.0-only")
    assert "BSD" in named["click"]
    assert "BSD" in named["numpy"]
    assert named["pyyaml"].startswith("MIT")
    assert named["python"] == "PSF-2.0"
    assert "library of the system" in named["libforeign.so.1"]
    assert "segue" not in named


def test_the_texts_are_there(folder: Path) -> None:
    assert "Redistribution" in (folder / "click" / "LICENSE.txt").read_text(encoding="utf-8")
    assert len([path for path in (folder / "numpy").iterdir() if path.is_file()]) > 5
    assert "LESSER GENERAL PUBLIC" in (folder / "LGPL-3.0.txt").read_text(encoding="utf-8")
    assert "GENERAL PUBLIC LICENSE" in (folder / "GPL-3.0.txt").read_text(encoding="utf-8")
    assert "ggml" in (folder / "llama.cpp.txt").read_text(encoding="utf-8")
    assert "MIT" in (folder / "Segue.txt").read_text(encoding="utf-8")


def test_it_says_that_qt_may_be_replaced_and_where(folder: Path) -> None:
    text = " ".join((folder / "NOTICE.txt").read_text(encoding="utf-8").split())
    assert "You may replace any of them with your own build" in text
    assert "_internal/PySide6" in text


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="this is no Debian")
def test_libraries_of_a_debian_are_named_by_their_package() -> None:
    [libc] = list(Path("/lib").glob("*-linux-gnu/libc.so.6"))
    foreign, package = system_packages([libc, Path("/nowhere/x.so")])
    assert package.name == "libc6"
    assert package.version
    assert "GNU C Library" in package.texts[0].read_text(encoding="utf-8")
    assert foreign.name == "x.so"


def test_collecting_again_begins_anew(folder: Path) -> None:
    collect(folder, {"click"}, [])
    assert not (folder / "numpy").exists()
