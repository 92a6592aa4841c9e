"""What goes into the self-contained folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.setup.bundle import code_files, is_left_out, is_needed, version, without_orphans
from app.setup.dist import size_of
from app.setup.verbs import ROOT


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqminimalegl.so",
        "PySide6\\Qt\\plugins\\sqldrivers\\qsqlite.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "pip/_vendor/distlib/t64.exe",
        "app/model/__pycache__/worker.cpython-311.pyc",
    ],
)
def test_what_segue_never_uses_stays_out(name: str) -> None:
    assert is_left_out(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/translations/qtbase_es.qm",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "llama_cpp/lib/libllama.so",
        "resources/models.json",
        "app/model/worker.py",
    ],
)
def test_what_it_uses_goes_in(name: str) -> None:
    assert not is_left_out(name)


def test_a_library_goes_in_only_where_something_links_to_it() -> None:
    links = {
        "PySide6/QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
        "PySide6/Qt/lib/libQt6Gui.so.6": ["libfreetype.so.6"],
        "libfreetype.so.6": ["libz.so.1"],
        "libz.so.1": [],
        "libcairo.so.2": ["libpixman-1.so.0", "libcairo.so.2"],
        "libpixman-1.so.0": [],
        "PySide6/Qt/lib/libQt6Quick.so.6": ["libQt6Gui.so.6"],
        "numpy/core.so": ["libblas.so"],
        "numpy.libs/libblas.so": [],
        "numpy.libs/libgfortran.so.5": [],
        "llama_cpp/lib/libllama.so": [],
        "libpython3.11.so.1.0": [],
    }
    left_out = set(links) - without_orphans(links, links.__getitem__)
    assert left_out == {"libcairo.so.2", "libpixman-1.so.0", "PySide6/Qt/lib/libQt6Quick.so.6"}


def test_on_other_systems_everything_that_was_found_goes_in() -> None:
    links: dict[str, list[str]] = {"Qt6Gui.dll": [], "PySide6/Qt/lib/QtGui.framework/QtGui": []}
    assert without_orphans(links, links.__getitem__) == set(links)


def test_modules_are_left_out_with_all_that_is_in_them() -> None:
    assert not is_needed("llama_cpp.server")
    assert not is_needed("llama_cpp.server.app")
    assert is_needed("llama_cpp.llama")
    assert is_needed("app.model.worker")


def test_sources_and_what_lies_between_them_go_in_but_nothing_compiled() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in code_files(ROOT)}
    assert {"app/content/library.py", "ui/theme/window.qss", "app/study/SCHEMA.md"} <= names
    assert not any("__pycache__" in name for name in names)


def test_the_version_is_the_projects() -> None:
    assert version(ROOT).count(".") == 2


def test_the_size_counts_what_is_there_and_not_what_links_lead_to(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1000)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_bytes(b"x" * 500)
    (tmp_path / "link").symlink_to("a")
    assert 1500 < size_of(tmp_path) < 1600
