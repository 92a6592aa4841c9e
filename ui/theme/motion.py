"""Whether things may move: what the system was told by its user, unless Segue was told otherwise.

Qt does not pass this wish on, so each system is asked in its own way, where one is known.
"""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

_PATIENCE = 0.3  # seconds for a program of the system that should answer in a few milliseconds
_SPI_GETCLIENTAREAANIMATION = 0x1042

Ask = Callable[[list[str]], str]
"""Runs a program of the system and returns what it says; nothing where there is none."""


def system_wants_less_motion(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    ask: Ask | None = None,
) -> bool:
    """Tell whether the system's user turned animations off; False where nobody knows."""
    if platform == "win32":
        return _windows_wants_less()
    ask = ask or _said_by
    if platform == "darwin":
        said = ask(["defaults", "read", "com.apple.universalaccess", "reduceMotion"])
        return said.strip() == "1"
    desktop = environment.get("XDG_CURRENT_DESKTOP", "").lower()
    if "kde" in desktop:
        return _kde_wants_less(environment)
    if not desktop:
        return False
    # All others that have the wish at all keep it where GNOME does.
    said = ask(["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"])
    return said.strip() == "false"


def _kde_wants_less(environment: Mapping[str, str]) -> bool:
    folder = environment.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    settings = configparser.ConfigParser(strict=False, interpolation=None)
    with suppress(OSError, configparser.Error, UnicodeDecodeError, ValueError):
        settings.read(Path(folder) / "kdeglobals", encoding="utf-8")
        return settings.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) == 0.0
    return False


def _windows_wants_less() -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - of no use elsewhere

        shown = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0
        )
        return not shown.value
    return False


def _said_by(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout
