"""The desktop's own tools, which index launchers, file types and icons; none of them is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

Run = Callable[[Sequence[str]], str | None]
"""Runs a tool; returns what it complained about, an empty text, or None where it is missing."""

_PATIENCE = 60.0

INDEXES = {
    "applications": ("mimeinfo.cache",),
    "mime": (
        *("XMLnamespaces", "aliases", "generic-icons", "globs", "globs2", "icons", "magic"),
        *("mime.cache", "subclasses", "treemagic", "types", "version"),
    ),
}
"""What the tools write, by folder; and a description of every type in folders of `mime`."""


def run_tool(command: Sequence[str]) -> str | None:
    """Run a tool if it is installed.

    Returns
    -------
    str or None
        What it said where it failed, else an empty text; None where there is no such tool.
    """
    if shutil.which(command[0]) is None:
        return None
    try:
        ran = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{command[0]}: {error}"
    return f"{ran.stdout}{ran.stderr}".strip() if ran.returncode else ""


def check_launcher(launcher: Path, run: Run = run_tool) -> list[str]:
    """Return what is wrong with a launcher, in the words of the validator if there is one."""
    complaint = run(["desktop-file-validate", str(launcher)])
    return complaint.splitlines() if complaint else []


def refresh(data_home: Path, run: Run = run_tool) -> list[str]:
    """Have launchers, file types and icons looked at anew; return what went wrong."""
    complaints = []
    for command, folder in (
        ("update-desktop-database", data_home / "applications"),
        ("update-mime-database", data_home / "mime"),
    ):
        if folder.is_dir():
            complaints.append(run([command, str(folder)]))
    icons = data_home / "icons" / "hicolor"
    if icons.is_dir():
        # Programs that run look at this time to learn of new icons.
        os.utime(icons)
        # Only an index that is there can be out of date, and a new one would be from now on.
        if (icons / "icon-theme.cache").exists():
            renew = ["gtk-update-icon-cache", "--force", "--ignore-theme-index", "--quiet"]
            complaints.append(run([*renew, str(icons)]))
    return [each for each in complaints if each]


def possible_indexes() -> tuple[str, ...]:
    """Return every file that the tools may make because of ours, relative to the data folder."""
    return (
        *(f"{folder}/{name}" for folder, names in INDEXES.items() for name in names),
        "mime/application/x-gguf.xml",
    )
