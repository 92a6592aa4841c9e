"""How the Segue that runs now is started again: by its full path, quoted as launchers want it."""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from pathlib import Path

_RESERVED = frozenset(" \t\"'\\><~|&;$*?#()`")
"""What the desktop entry specification has quoted; line breaks are refused."""


class DesktopError(Exception):
    """Segue cannot be added to the desktop; the text says why and what to do."""


def running_program(candidates: Iterable[Path] | None = None) -> Path:
    """Return the full path of the program that is Segue as it runs now.

    Parameters
    ----------
    candidates : iterable of Path, optional
        Where it may be; by default where installers put it.

    Raises
    ------
    DesktopError
        There is none, because Segue was started from its source without being installed.
    """
    for candidate in _candidates() if candidates is None else candidates:
        # Not resolved: what a link leads to may change with the next update, the link does not.
        path = candidate.absolute()
        if path.is_file():
            return path
    raise DesktopError(
        "The program `segue` is not installed here, so a launcher would have nothing to start. "
        "Install Segue first: `pipx install .` or `make setup` in a checkout, or pipx with its "
        "wheel."
    )


def _candidates() -> list[Path]:
    if getattr(sys, "frozen", False):
        return [Path(sys.executable)]
    called = Path(sys.argv[0])
    user = sysconfig.get_preferred_scheme("user")
    return [
        Path(sysconfig.get_path("scripts")) / "segue",
        *([called] if called.name == "segue" else []),
        Path(sysconfig.get_path("scripts", user)) / "segue",
    ]


def exec_value(arguments: Sequence[str]) -> str:
    """Return the value of ``Exec`` that starts a program with these arguments and some files.

    Raises
    ------
    DesktopError
        The specification has no way to write the path of the program, or an argument.
    """
    if "=" in arguments[0]:
        raise DesktopError(
            f"A launcher cannot start a program in a folder with an equals sign: {arguments[0]}. "
            "Move Segue to another folder, and try again."
        )
    return string_value(" ".join([*map(_quoted, arguments), "%F"]))


def string_value(text: str) -> str:
    """Return a text as the value of a key of a launcher.

    Raises
    ------
    DesktopError
        It holds line breaks or other characters that cannot be written there.
    """
    if re.search("[\x00-\x1f\x7f\ud800-\udfff]", text):
        raise DesktopError(
            f"A launcher cannot name {text!r}: it has a line break or another character that is "
            "not text. Use a folder with a plain name, and try again."
        )
    return text.replace("\\", "\\\\")


def _quoted(argument: str) -> str:
    argument = argument.replace("%", "%%")
    if argument and not _RESERVED & set(argument):
        return argument
    return '"{}"'.format(re.sub(r'(["`$\\])', r"\\\1", argument))
