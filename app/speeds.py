"""How fast models are on this machine: measured, expected from others, and kept."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path
from typing import Protocol, runtime_checkable

import psutil

from app.model.carry import Load, Memory, expected_speed, measured_speed, memory_for
from app.model.client import installed_version
from app.model.gguf import GgufError
from app.model.hardware import Hardware
from app.model.locate import describe_file
from app.model.options import RunOptions
from app.model.protocol import EngineInfo
from app.model.tuning import SECONDS, Found, Tuning, TuningError, TuningStore
from app.model.tuning_search import Step

BUSY = 0.3
"""Share of the processor that others may take meanwhile; beyond that the times tell nothing."""


@runtime_checkable
class TunableEngine(Protocol):
    """An engine on this machine that can be run in different ways."""

    def tune(self, seconds: float) -> Generator[Step, None, Found]:
        """Measure how the model is best run."""

    def use(self, options: RunOptions) -> None:
        """Run the model in another way from now on."""

    def info(self) -> EngineInfo:
        """Describe what runs."""


class Speeds:
    """What is known of the speed of models on this machine.

    Parameters
    ----------
    folder : Path
        Where measurements are kept.
    today : callable
        Gives the date.
    """

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self._store = TuningStore(folder, Hardware.here(), installed_version())
        self._today = today
        # Telling a file apart means reading some of it, which is done once for each.
        self._known: dict[tuple[Path, float], Tuning | None] = {}

    def tuning(self, model: Path) -> Tuning | None:
        """Return what was measured of a model here; None when nothing was."""
        try:
            key = (model, model.stat().st_mtime)
        except OSError:
            return None
        if key not in self._known:
            self._known[key] = self._store.find(model)
        return self._known[key]

    def options(self, model: Path) -> RunOptions | None:
        """Return how a model is best run; None when it was not measured."""
        tuning = self.tuning(model)
        return tuning.options if tuning is not None else None

    def measure(
        self, engine: TunableEngine, model: Path, seconds: float = SECONDS
    ) -> Generator[Step, None, Tuning]:
        """Measure a model, keep what was found, and have the engine run it so.

        Raises
        ------
        TuningError
            Nothing was found out, or it cannot be kept.
        EngineError
            The engine failed, was cancelled, or made room for something else.
        """
        try:
            found = yield from engine.tune(seconds)
            size = describe_file(model).size
        except (ValueError, GgufError) as error:
            raise TuningError(str(error)) from error
        if found.busy > BUSY:
            raise TuningError(
                f"other programs took {found.busy:.0%} of the processor meanwhile, so the times "
                "say nothing; measure again when this computer has nothing else to do"
            )
        tuning = Tuning(
            model=engine.info().model,
            size=size,
            hardware=self._store.hardware,
            llama_cpp=self._store.llama_cpp,
            measured_on=self._today().isoformat(),
            found=found,
        )
        self._store.keep(model, tuning)
        self._known.clear()
        engine.use(tuning.options)
        return tuning

    def load(
        self,
        model: Path | None,
        *,
        size: int | None,
        kv_bytes_per_token: int | None,
        context_length: int | None,
        engine_pid: int | None = None,
    ) -> Load:
        """Return what a model would mean for this machine.

        Parameters
        ----------
        model : Path or None
            Its file, if it is here.
        size, kv_bytes_per_token, context_length : int or None
            What is known of it.
        engine_pid : int or None
            The process of the model in use: what it takes is free for another model.
        """
        measured = self._store.all()
        # Of many files found on a machine, only those that may have been measured are read.
        may_be = model is not None and any(each.size == size for each in measured)
        tuning = self.tuning(model) if model is not None and may_be else None
        speed = measured_speed(tuning) if tuning else expected_speed(size, measured)
        needed = memory_for(size, kv_bytes_per_token, context_length)
        memory = psutil.virtual_memory()
        free = min(memory.available + held_by(engine_pid), memory.total)
        return Load(needed, Memory(memory.total, free), speed)


def held_by(pid: int | None) -> int:
    """Return the bytes of memory that a process alone has, and gives back when it ends."""
    if pid is None:
        return 0
    try:
        memory = psutil.Process(pid).memory_info()
    except psutil.Error:
        return 0
    # The weights are in the file's own pages, which count as free already.
    return max(memory.rss - getattr(memory, "shared", 0), 0)
