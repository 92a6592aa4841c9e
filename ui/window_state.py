"""What a window keeps for the next time: its size and place, its movable edges, its last page."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from app.settings import Settings

FIRST = "today"
_OVER = "quiz"
"""The page of something that ends with the window."""


def geometry_of(window: QMainWindow) -> str:
    """Return a window's size and place as text."""
    return base64.b64encode(window.saveGeometry().data()).decode()


def restore_geometry(window: QMainWindow, kept: str) -> None:
    """Give a window the size and place that it had; what cannot be read changes nothing."""
    with suppress(ValueError):  # a settings file that somebody has edited
        window.restoreGeometry(QByteArray(base64.b64decode(kept)))


def edges_of(pages: Mapping[str, QWidget], kept: str) -> str:
    """Return as text how the movable edges of pages stand.

    Parameters
    ----------
    pages : mapping
        Those that were opened, by name.
    kept : str
        What was kept before, which still holds for all others.
    """
    states = _states(kept)
    for name, page in pages.items():
        found = page.findChildren(QSplitter)
        if found:
            states[name] = [base64.b64encode(each.saveState().data()).decode() for each in found]
    return json.dumps(states) if states else ""


def restore_edges(name: str, page: QWidget, kept: str) -> None:
    """Put the movable edges of a page where they were; what cannot be read changes nothing."""
    states = _states(kept).get(name, [])
    for splitter, state in zip(page.findChildren(QSplitter), states, strict=False):
        with suppress(ValueError):
            splitter.restoreState(QByteArray(base64.b64decode(state)))


def first_page(settings: Settings, today: date, names: Collection[str]) -> str:
    """Return the page to begin with: where one left off today, and on a new day what is due."""
    left_today = settings.page_day == today.isoformat()
    if left_today and settings.page in names and settings.page != _OVER:
        return settings.page
    return FIRST


def _states(kept: str) -> dict[str, list[str]]:
    try:
        data = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    if not isinstance(data, dict):
        return {}
    return {
        name: states
        for name, states in data.items()
        if isinstance(states, list) and all(isinstance(each, str) for each in states)
    }
