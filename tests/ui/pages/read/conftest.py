"""The page Read in a window of its own, and a learner who opens texts and selects words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from ui.pages.read import ReadPage
from ui.task import running_tasks
from ui.theme import Theme
from ui.widgets.contents import Place

TRANSITION = "machine-learning-engineer"
SKILL = "learn-model-optimization"
NOTES = """# My notes

## Kettles

Limescale slows a kettle down. Citric acid dissolves limescale within half an hour.

Vinegar does the same more slowly, and it leaves a smell in the kettle for days.

## Pans

A pan of iron wants oil and heat, and no soap at all. It lasts for a hundred years.

## Sources

1. Somebody (2020). Something.
"""


class Watch:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def read(workspace: Workspace, theme: Theme, watch: Watch, qtbot: QtBot) -> Iterator[ReadPage]:
    with opened(workspace, theme, watch, qtbot) as page:
        yield page


@contextmanager
def opened(workspace: Workspace, theme: Theme, watch: Watch, qtbot: QtBot) -> Iterator[ReadPage]:
    """Open the page in a window, as after a start."""
    page = ReadPage(workspace, theme, now=watch)
    pages = QStackedWidget()
    pages.addWidget(page)
    pages.addWidget(QWidget())
    pages.resize(1000, 700)
    page.refresh()
    pages.show()
    pages.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle(qtbot)
    yield page
    page.explaining.work.stop()
    settle(qtbot)
    pages.close()
    pages.deleteLater()


@pytest.fixture
def own(read: ReadPage, workspace: Workspace, qtbot: QtBot) -> ReadPage:
    """The page with a document of the learner's own on it."""
    open_own(read, workspace, qtbot, NOTES)
    return read


def settle(qtbot: QtBot) -> None:
    """Wait until nothing is being rendered."""
    qtbot.waitUntil(lambda: not running_tasks(), timeout=20_000)
    qtbot.wait(1)


def open_skill(read: ReadPage, qtbot: QtBot, skill: str = SKILL) -> None:
    """Open a guide and wait until it is there."""
    read.open_skill(skill)
    settle(qtbot)


def open_own(read: ReadPage, workspace: Workspace, qtbot: QtBot, text: str) -> Place:
    """Write a document, open it, and let the focus be in it."""
    path = workspace.paths.documents / "notes.md"
    path.write_text(text, encoding="utf-8")
    place = Place(path=path)
    read.refresh()
    settle(qtbot)
    read.open_place(place)
    settle(qtbot)
    read.reader.setFocus()
    return place


def select(read: ReadPage, words: str) -> None:
    """Select words of the text, as somebody does who has just let the mouse go."""
    match = re.search(r"\s+".join(map(re.escape, words.split())), read.reader.text.text)
    assert match is not None, words
    cursor = read.reader.laid_out.select(*match.span())
    assert cursor is not None
    read.reader.setTextCursor(cursor)
    read.reader.setFocus()
    read.reader.selection_settled.emit()
