"""Sessions with the model at work, from which several benchmarks take their figures."""

from __future__ import annotations

import json
import os
import select
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from app.bench.anki import NotMeasuredError
from app.bench.registry import Bench
from app.model.catalogue import load_catalogue
from app.paths import CATALOGUE
from app.settings import load_settings
from app.workspace import choose_model
from ui.bench.display import Running, display, running
from ui.bench.programs import fresh_paths, student

SESSIONS = 5
QUESTIONS = 4
QUICK_SESSIONS, QUICK_QUESTIONS = 1, 2
_PATIENCE = 180.0
"""Seconds for one question, on a machine that is slow and busy."""


@dataclass(frozen=True)
class Memory:
    """What a process takes, in bytes.

    Attributes
    ----------
    resident : int
        Everything in memory, what it shares with other processes included.
    proportional : int or None
        The same with each shared page divided by how many share it; None where that is not told.
    """

    resident: int
    proportional: int | None

    @classmethod
    def of(cls, pid: int) -> Memory:
        """Return what a process takes now."""
        told = psutil.Process(pid).memory_full_info()
        return cls(told.rss, getattr(told, "pss", None))


@dataclass(frozen=True)
class Session:
    """One session, as the learner and a look from outside tell of it.

    Attributes
    ----------
    model : str
        What the model is called.
    file : Path
        Its file.
    context : int
        Tokens that it has room for when it writes.
    grades : bool
        Whether it gave the verdicts; else the learner did.
    at_work : float
        Share of the session in [0, 1] in which the model was at work.
    cores : float
        How many processor cores it took then.
    p99 : float or None
        Of the delays of the window's event loop while the model was at work, in milliseconds;
        None where it never was.
    longest : float
        The longest delay of the whole session.
    nexts : tuple of float
        For each click on “Next”, milliseconds until the question was painted.
    window, engine : Memory
        What the two processes took when all was answered and the model still loaded.
    """

    model: str
    file: Path
    context: int
    grades: bool
    at_work: float
    cores: float
    p99: float | None
    longest: float
    nexts: tuple[float, ...]
    window: Memory
    engine: Memory

    @property
    def note(self) -> str:
        """What must be known of the model to read the figures."""
        without = "" if self.grades else ", which gives no verdicts: the learner does"
        cores = f"{self.cores:.1f} of {os.cpu_count()} cores"
        return f"with {self.model}{without}; at work in {self.at_work:.0%} of the time, on {cores}"


@lru_cache(maxsize=1)
def study(bench: Bench) -> tuple[Session, ...]:
    """Return some sessions; they are held once, as they take minutes.

    Raises
    ------
    NotMeasuredError
        There is no display, or no model, or it failed.
    """
    return tuple(_sessions(bench))


def _sessions(bench: Bench) -> Iterator[Session]:
    settings, _ = load_settings(bench.paths.settings_file)
    choice = choose_model(
        settings.model, load_catalogue(CATALOGUE), bench.paths.models, asked=bench.model
    )
    if not choice.usable:
        raise NotMeasuredError(choice.reason)
    sessions, questions = (
        (QUICK_SESSIONS, QUICK_QUESTIONS) if bench.quick else (SESSIONS, QUESTIONS)
    )
    with ExitStack() as stack:
        name = stack.enter_context(display())
        for number in range(1, sessions + 1):
            bench.tell(f"session {number} of {sessions} with {choice.name}")
            with TemporaryDirectory(prefix="segue-bench-") as folder:
                program = student(fresh_paths(bench.paths, Path(folder)), questions)
                environment = {**program.environment, "SEGUE_MODEL": str(choice.path)}
                with running(program.command, name, environment) as process:
                    told = _told(process, _PATIENCE * questions)
                    yield _session(told, process.pid)


def _told(process: Running, patience: float) -> dict[str, object]:
    """Return what the learner says at the end.

    Raises
    ------
    NotMeasuredError
        There is no end, or a bad one.
    """
    until = time.monotonic() + patience
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([process.output], [], [], left)
        line = process.output.readline() if ready else ""
        if line.startswith("{"):
            told: dict[str, object] = json.loads(line)
            if "failed" in told:
                raise NotMeasuredError(f"the session was broken off: {told['failed']}")
            return told
        if not line:
            break
    raise NotMeasuredError(f"the session came to no end: {process.last_words()}")


def _session(told: dict[str, object], window: int) -> Session:
    engine = told["engine"]
    if not isinstance(engine, int):
        raise NotMeasuredError("the engine was not running when the session was over")
    figures = {key: float(str(told[key])) for key in ("at_work", "cores", "longest")}
    nexts = told["next"]
    assert isinstance(nexts, list)
    p99 = told["p99"]
    return Session(
        model=str(told["model"]),
        file=Path(str(told["file"])),
        context=int(str(told["context"])),
        grades=bool(told["grades"]),
        p99=float(str(p99)) if p99 is not None else None,
        nexts=tuple(float(each) for each in nexts),
        window=Memory.of(window),
        engine=Memory.of(engine),
        **figures,
    )
