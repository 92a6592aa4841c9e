"""Data folders with answers and own material in them, and work done to its end."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

from app.material.adding import add_file
from app.material.proposing import propose
from app.material.store import MaterialStore
from app.material.wording import Writer
from app.paths import PROMPTS, Paths
from app.quiz.lexical import Lexicon
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.papers import NOTES

T = TypeVar("T")


def done(work: Generator[object, None, T]) -> T:
    """Do some work to its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: T = end.value
            return value


def answer(paths: Paths, clock: Clock, count: int = 2) -> None:
    """Answer some questions of a data folder's."""
    workspace = Workspace(paths, clock=clock)
    session = workspace.start_quiz(count=count, answer_format="choice")
    while (question := session.advance()) is not None:
        clock.advance(seconds=20)
        session.choose(question.right_option)
    workspace.close()


def bring_material(paths: Paths, clock: Clock, tmp_path: Path) -> None:
    """Add a file to the material of a data folder, and accept a key point of it."""
    notes = tmp_path / "notes.md"
    notes.write_text(NOTES, encoding="utf-8")
    with MaterialStore(paths.material, clock=clock) as store:
        document = done(add_file(store, notes))
        done(propose(store, document, Writer(None, PROMPTS, Lexicon())))
        clock.advance(minutes=1)
        store.accept(store.proposals()[0].id)
        store.plan_reading("A paper")


def lose(paths: Paths) -> None:
    """Lose a whole data folder."""
    shutil.rmtree(paths.data)
