"""Whether a window can be opened here, found out before Qt is asked and ends the process."""

from __future__ import annotations

from importlib.util import find_spec

from app.setup.machine import has_display, libraries_text, missing_libraries


def missing_display() -> str | None:
    """Return why no window can be opened here, for the learner; None when one can."""
    if find_spec("PySide6") is None:
        return "PySide6 is not installed."
    if not has_display():
        return "There is no display."
    missing = missing_libraries()
    return libraries_text(missing) if missing else None
