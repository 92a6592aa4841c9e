"""An engine whose measurement of speed can be held back, ended and made to fail."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from app.model.options import RunOptions
from app.model.tuning import Comparison, Found
from app.model.tuning_search import Step
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.gguf_file import tiny_model

FOUND = Found(
    RunOptions(8, 4, chunk=512),
    read_tokens_per_second=512.0,
    write_tokens_per_second=21.0,
    busy=0.04,
    comparisons=(
        Comparison("threads", 8, 4, 0.91, 5, chosen=True),
        Comparison("memory_map", False, True, None, 0, chosen=False),
    ),
)


class TunableEngine(GatedEngine):
    """Measures itself in two steps, between which it waits at the gate.

    Attributes
    ----------
    finds : Found or Exception
        What the measurement comes to.
    used : list of RunOptions
        How it was told to be run.
    begun : int
        How many measurements there were.
    """

    def __init__(self) -> None:
        super().__init__()
        self.finds: Found | Exception = FOUND
        self.used: list[RunOptions] = []
        self.begun = 0

    def tune(self, seconds: float) -> Generator[Step, None, Found]:
        self.begun += 1
        self._cancelled.clear()
        yield Step("", "", 0.0)
        self._wait(self.gate)
        yield Step("threads", 8, seconds / 2)
        if isinstance(self.finds, Exception):
            raise self.finds
        return self.finds

    def use(self, options: RunOptions) -> None:
        self.used.append(options)


def put_tunable_engine(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> TunableEngine:
    """Put an engine for a model of the learner's own into a workspace."""
    path = folder / "own.gguf"
    path.write_bytes(tiny_model())
    monkeypatch.setenv("SEGUE_MODEL", str(path))
    workspace.choose_engine()
    engine = TunableEngine()
    workspace.engine = engine  # type: ignore[assignment]
    return engine
