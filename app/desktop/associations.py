"""Which types of files Segue may offer to open without becoming the program that opens them.

A launcher that names a type can become its default merely by standing in the user's own folder:
desktops ask that one first wherever nobody has written down another choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.desktop.places import Places

LAUNCHER = "segue.desktop"


def joinable(places: Places, types: Sequence[str]) -> tuple[str, ...]:
    """Return those of some types that are opened by the same program after Segue joins as before.

    That is so where a default is written down, and where no other program opens the type.
    """
    handlers = _handlers(places)
    defaults = _defaults(places)
    return tuple(
        type_
        for type_ in types
        if any(each in handlers or each == LAUNCHER for each in defaults.get(type_, ()))
        or not any(_names(type_) & known for known in handlers.values())
    )


def _names(type_: str) -> set[str]:
    """Return the types whose programs would open a file of this one."""
    return {type_, "text/plain"} if type_.startswith("text/") else {type_}


def _handlers(places: Places) -> dict[str, set[str]]:
    """Return the types of every other launcher, by its name."""
    found: dict[str, set[str]] = {}
    for folder in places.applications:
        for path in sorted(folder.rglob("*.desktop")):
            name = "-".join(path.relative_to(folder).parts)
            if name == LAUNCHER or name in found:
                continue
            keys = group(path, "Desktop Entry")
            hidden = keys.get("Hidden") == "true"
            found[name] = set() if hidden else set(_list(keys.get("MimeType", "")))
    return found


def _defaults(places: Places) -> dict[str, list[str]]:
    """Return the launchers that were chosen as default for each type, wherever it is written."""
    found: dict[str, list[str]] = {}
    names = [f"{desktop}-mimeapps.list" for desktop in places.desktops] + ["mimeapps.list"]
    for folder in (*places.config_dirs, *places.applications):
        for name in names:
            for type_, launchers in group(folder / name, "Default Applications").items():
                found.setdefault(type_, []).extend(_list(launchers))
    return found


def group(path: Path, wanted: str) -> dict[str, str]:
    """Return the keys of one group of a file; none where it cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    keys: dict[str, str] = {}
    inside = ""
    for line in lines:
        if line.startswith("["):
            inside = line.strip().strip("[]")
        elif inside == wanted and not line.startswith("#"):
            key, equals, value = line.partition("=")
            if equals:
                keys[key.strip()] = value.strip()
    return keys


def _list(value: str) -> list[str]:
    return [each.strip() for each in value.split(";") if each.strip()]
