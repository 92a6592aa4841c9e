"""What goes into the self-contained folder, and what of the packages it needs stays out.

Used by ``segue.spec``, which PyInstaller runs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import Any

FOLDERS = ("resources", "seeds")
"""Folders of the project that go in as they are."""

ALL_OF = ("app", "ui", "pip", "keyring.backends", "llama_cpp")
"""Packages of which every module goes in: they are imported by name while the program runs."""

DATA_OF = ("pip", "spellchecker", "latex2mathml", "ziamath", "ziafont", "certifi")
"""Packages that read files of their own."""

METADATA_OF = ("segue", "PySide6-Essentials", "llama-cpp-python", "keyring", "sqlite-utils")
"""Packages whose version or entry points are asked for while the program runs."""

EXCLUDED = (
    *("tkinter", "IPython", "matplotlib", "pandas", "PIL", "setuptools", "pkg_resources"),
    *("pytest", "_pytest", "pytestqt", "mypy", "ruff", "PyInstaller", "xllamacpp"),
    *("fastapi", "uvicorn", "starlette", "pydantic", "reportlab", "trustme"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDesigner", "PySide6.QtHelp"),
    *("PySide6.QtSql", "PySide6.QtUiTools", "PySide6.QtQuickWidgets", "PySide6.QtTest"),
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"),
    *("numpy.f2py", "numpy.testing.tests", "scipy.datasets", "sklearn.datasets.tests"),
)
"""Modules that some package would use if they were there, and that Segue never needs."""

_NEVER = (
    "llama_cpp.server",  # needs a web framework
    "app.bootstrap",  # for a checkout
)

_LEFT_OUT = tuple(
    re.compile(pattern)
    for pattern in (
        # Screens without a window system, remote screens, and drawing by way of a graphics card:
        # Segue draws with the processor, and drivers of the system want libraries of the system.
        r"PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\.",
        r"PySide6/Qt/plugins/(egldeviceintegrations|generic|xcbglintegrations)/",
        r"PySide6/Qt/plugins/wayland-graphics-integration-(client|server)/",
        # The theme of GTK would load a second copy of what the folder brings along.
        r"PySide6/Qt/plugins/platformthemes/libqgtk3\.",
        # A keyboard on the screen is the system's to offer; Qt's own is written in QML.
        r"PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin\.",
        r"PySide6/Qt/plugins/(imageformats/libq(pdf|tga|tiff|wbmp|icns)|networkinformation/)",
        # Qt's network is used for sockets of this machine; connections with others are Python's.
        r"PySide6/Qt/plugins/(sqldrivers|qmltooling|qmllint|designer|printsupport|tls)/",
        r"PySide6/Qt/(qml|metatypes|libexec)/",
        # The interface speaks these besides English, which needs no file.
        r"PySide6/Qt/translations/(?!qtbase_(de|es)\.)",
        # Pictures as input of a model.
        r"llama_cpp/lib/(lib)?mtmd\.",
        # Programs for building packages of other systems.
        r"pip/_vendor/distlib/.*\.exe$",
        # A folder of the checkout may hold what was compiled there.
        r"(^|/)__pycache__/",
    )
)

APPLE_PROPERTIES: dict[str, Any] = {
    "CFBundleDisplayName": "Segue",
    "LSApplicationCategoryType": "public.app-category.education",
    "NSHighResolutionCapable": True,
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Language model",
            "CFBundleTypeExtensions": ["gguf"],
            "CFBundleTypeRole": "Viewer",
        },
        {
            # An alternate is offered under "Open With" and never becomes the default by itself.
            "CFBundleTypeName": "Document",
            "CFBundleTypeExtensions": ["md", "markdown", "txt", "html", "htm", "pdf"],
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
        },
    ],
}


def is_needed(module: str) -> bool:
    """Return whether a module of one of our packages goes in."""
    return not any(module == name or module.startswith(f"{name}.") for name in _NEVER)


def is_left_out(name: str) -> bool:
    """Return whether a file that PyInstaller found stays out, by its place in the folder."""
    place = PurePosixPath(name.replace("\\", "/")).as_posix()
    return any(pattern.search(place) for pattern in _LEFT_OUT)


def without_orphans(places: Iterable[str], imports: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the places in the folder of binaries that something uses.

    A library for others to link to goes in only if one of those does: what PyInstaller found for a
    plug-in that stays out is otherwise left over.

    Parameters
    ----------
    places : iterable of str
        All places of binaries.
    imports : callable
        Returns the names of the libraries that the binary of a place links to.
    """
    known = set(places)
    libraries = {PurePosixPath(each).name: each for each in known if _is_library(each)}
    used: set[str] = set()
    to_see = [each for each in known if not _is_library(each)]
    while to_see:
        place = to_see.pop()
        if place in used:
            continue
        used.add(place)
        to_see += [libraries[name] for name in imports(place) if name in libraries]
    return used


def _is_library(place: str) -> bool:
    """Return whether a binary is there for others to link to, on Linux."""
    path = PurePosixPath(place)
    shared = path.name.startswith("lib") and ".so" in path.name
    folder = path.parent.as_posix()
    # Libpython is linked to by nothing: the program that starts everything opens it.
    return (
        shared
        and not path.name.startswith("libpython")
        # Packages that bring libraries in folders of their own have chosen them well.
        and folder in (".", "PySide6/Qt/lib")
    )


def code_files(root: Path) -> list[Path]:
    """Return the files of the packages: also the sources, which are read to know their version."""
    return sorted(
        path
        for room in ("app", "ui")
        for path in (root / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )


def version(root: Path) -> str:
    """Return the version of the project."""
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])
