"""What a machine may lack, and the words in which that is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.setup.machine import (
    DEBIAN,
    FEDORA,
    MACOS,
    QT_LIBRARIES,
    WINDOWS,
    X11_LIBRARIES,
    can_make_environments,
    compiler_text,
    environments_text,
    has_compiler,
    has_display,
    libraries_text,
    missing_libraries,
    system,
)


@pytest.mark.parametrize(
    "text",
    [compiler_text(), environments_text((3, 12)), libraries_text(["libEGL.so.1"])],
    ids=["compiler", "environments", "libraries"],
)
def test_every_message_has_the_command_of_all_four_systems(text: str) -> None:
    lines = text.splitlines()
    for name in (DEBIAN, FEDORA, MACOS, WINDOWS):
        assert any(line.startswith(f"  {name} ") for line in lines), name
    assert "sudo apt-get install -y" in text
    assert "sudo dnf install -y" in text
    assert "Traceback" not in text
    assert lines[-1] == "Then run the same command again."


def test_the_own_system_comes_first() -> None:
    own = system()
    if own is None:
        pytest.skip("this Linux is none of the four")
    assert compiler_text().splitlines()[2].startswith(f"  {own}")


def test_a_missing_library_is_named() -> None:
    assert "libEGL.so.1, libGL.so.1" in libraries_text(["libEGL.so.1", "libGL.so.1"])


def test_the_package_for_environments_fits_the_python() -> None:
    assert "python3.12-venv" in environments_text((3, 12))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ID=debian\n", DEBIAN),
        ('NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', DEBIAN),
        ("ID=fedora\n", FEDORA),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', FEDORA),
        ("ID=arch\n", None),
        ("", None),
    ],
)
def test_a_linux_is_known_by_its_release_file(tmp_path: Path, text: str, name: str | None) -> None:
    release = tmp_path / "os-release"
    release.write_text(text)
    assert system("linux", release) == name


def test_other_systems_need_no_release_file(tmp_path: Path) -> None:
    assert system("darwin") == MACOS
    assert system("win32") == WINDOWS
    assert system("linux", tmp_path / "none") is None


@pytest.mark.parametrize(
    ("environment", "with_x11"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, False),
        ({}, False),
    ],
)
def test_libraries_are_looked_for_where_the_window_will_use_them(
    environment: dict[str, str], with_x11: bool
) -> None:
    missing = missing_libraries(environment, platform="linux", loads=lambda _: False)
    assert set(missing) == {*QT_LIBRARIES, *(X11_LIBRARIES if with_x11 else ())}


def test_only_what_does_not_load_is_missing() -> None:
    found = missing_libraries({}, platform="linux", loads=lambda name: name != "libEGL.so.1")
    assert found == ["libEGL.so.1"]


def test_other_systems_bring_everything_with_qt() -> None:
    assert missing_libraries({}, platform="darwin", loads=lambda _: False) == []
    assert missing_libraries({}, platform="win32", loads=lambda _: False) == []


def test_a_display_is_what_the_environment_says() -> None:
    assert not has_display({}, "linux")
    assert has_display({"DISPLAY": ":0"}, "linux")
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_display({}, "darwin")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their compilers are not on PATH")
def test_both_compilers_must_be_there(tmp_path: Path) -> None:
    def install(name: str) -> None:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)

    assert not has_compiler({"PATH": str(tmp_path)})
    install("cc")
    assert not has_compiler({"PATH": str(tmp_path)})
    install("clang++")
    assert has_compiler({"PATH": str(tmp_path)})


def test_this_python_makes_environments() -> None:
    assert can_make_environments()
