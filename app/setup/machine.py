"""What the machine must bring along, whether it does, and how to get what is missing."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

DEBIAN, FEDORA, MACOS, WINDOWS = "Debian/Ubuntu", "Fedora", "macOS", "Windows"

QT_LIBRARIES = (
    "libEGL.so.1",
    "libGL.so.1",
    "libxkbcommon.so.0",
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libdbus-1.so.3",
    "libglib-2.0.so.0",
)
"""What Qt itself links to on Linux and does not bring along."""

X11_LIBRARIES = (
    "libX11-xcb.so.1",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render-util.so.0",
    "libxcb-shape.so.0",
    "libxcb-xkb.so.1",
    "libxkbcommon-x11.so.0",
)
"""What Qt needs beyond that for a window on X11; a missing one ends the process."""

_QT_INSTALL = {
    DEBIAN: "sudo apt-get install -y libegl1 libgl1 libxkbcommon0 libfontconfig1 libfreetype6"
    " libdbus-1-3 libglib2.0-0 fonts-dejavu-core libx11-xcb1 libxcb-cursor0 libxcb-icccm4"
    " libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
    " libxkbcommon-x11-0",
    FEDORA: "sudo dnf install -y mesa-libEGL mesa-libGL libxkbcommon fontconfig freetype dbus-libs"
    " glib2 dejavu-sans-fonts libX11-xcb xcb-util-cursor xcb-util-wm xcb-util-image"
    " xcb-util-keysyms xcb-util-renderutil libxkbcommon-x11",
    MACOS: "nothing to install: the package of Qt holds all it needs",
    WINDOWS: "nothing to install: the package of Qt holds all it needs",
}

_COMPILER_INSTALL = {
    DEBIAN: "sudo apt-get install -y gcc g++ make",
    FEDORA: "sudo dnf install -y gcc gcc-c++ make",
    MACOS: "xcode-select --install",
    WINDOWS: "winget install Microsoft.VisualStudio.2022.BuildTools --override"
    ' "--wait --passive --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"',
}


class SetupError(Exception):
    """The machine lacks something, or a step of the set-up failed; the text says what to do."""


def missing_libraries(
    environment: Mapping[str, str] = os.environ,
    *,
    platform: str = sys.platform,
    loads: Callable[[str], bool] | None = None,
) -> list[str]:
    """Return the libraries that a window needs on Linux and that are not there.

    Parameters
    ----------
    environment
        Tells the kind of display; those of X11 are looked for only where a window would use it.
    platform
        As in ``sys.platform``; other systems never lack any.
    loads
        Tells whether a library can be loaded, for tests.
    """
    if not platform.startswith("linux"):
        return []
    loads = _loads if loads is None else loads
    plug_in = environment.get("QT_QPA_PLATFORM", "")
    on_x11 = plug_in.startswith("xcb") or (
        not plug_in and "DISPLAY" in environment and not environment.get("WAYLAND_DISPLAY")
    )
    wanted = QT_LIBRARIES + (X11_LIBRARIES if on_x11 else ())
    return [name for name in wanted if not loads(name)]


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether a window can be shown at all."""
    if not platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


def has_compiler(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether C and C++ can be compiled here."""
    if platform == "win32":
        # The compiler is never on PATH there; CMake finds it through this program.
        base = environment.get("ProgramFiles(x86)", r"C:\Program Files (x86)")
        finder = Path(base) / "Microsoft Visual Studio" / "Installer" / "vswhere.exe"
        return finder.exists() or shutil.which("cl", path=environment.get("PATH")) is not None
    if platform == "darwin":
        # Its /usr/bin/cc is there even without a compiler, and only asks to install one.
        return subprocess.call(["xcode-select", "-p"], stdout=subprocess.DEVNULL) == 0
    path = environment.get("PATH")
    c = [environment.get("CC", ""), "cc", "gcc", "clang"]
    cpp = [environment.get("CXX", ""), "c++", "g++", "clang++"]
    return all(any(name and shutil.which(name, path=path) for name in names) for names in (c, cpp))


def can_make_environments() -> bool:
    """Return whether this Python has what it takes to make a virtual environment with pip."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def libraries_text(missing: list[str]) -> str:
    """Return what to tell somebody who lacks libraries that Qt needs."""
    return _text(f"Qt, which draws Segue's window, needs: {', '.join(missing)}.", _QT_INSTALL)


def compiler_text() -> str:
    """Return what to tell somebody without a compiler."""
    first = "llama.cpp, which runs the model, has to be built once, and there is no C/C++ compiler."
    return _text(first, _COMPILER_INSTALL)


def environments_text(version: tuple[int, int] = sys.version_info[:2]) -> str:
    """Return what to tell somebody whose Python cannot make virtual environments."""
    name = ".".join(map(str, version))
    return _text(
        f"Python {name} is here, but the part of it that makes virtual environments is not.",
        {
            DEBIAN: f"sudo apt-get install -y python{name}-venv",
            FEDORA: f"sudo dnf install -y python{name}",
            MACOS: "brew install python@3.13",
            WINDOWS: "winget install Python.Python.3.13",
        },
    )


def _text(problem: str, commands: Mapping[str, str]) -> str:
    """Put the commands of all systems under a problem, this machine's own first."""
    own = system()
    order = sorted(commands, key=lambda name: name != own)
    lines = [f"  {name:<16}{commands[name]}" for name in order]
    return "\n".join([problem, "", *lines, "", "Then run the same command again."])


def system(platform: str = sys.platform, os_release: Path = Path("/etc/os-release")) -> str | None:
    """Return which of the four systems this is, or None for another Linux."""
    if platform in ("darwin", "win32"):
        return MACOS if platform == "darwin" else WINDOWS
    try:
        text = os_release.read_text(encoding="utf-8")
    except OSError:
        return None
    words = {
        word
        for line in text.splitlines()
        if line.startswith(("ID=", "ID_LIKE="))
        for word in line.partition("=")[2].strip("\"'").split()
    }
    if words & {"debian", "ubuntu"}:
        return DEBIAN
    return FEDORA if words & {"fedora", "rhel"} else None


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
