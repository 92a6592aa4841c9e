"""What the window's process and the engine's take after a session, the model still loaded."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from app.bench.anki import NotMeasuredError
from app.bench.registry import Bench
from app.bench.report import Figure, Goal, Row
from app.model.catalogue import WEIGHTS_FACTOR
from app.model.gguf import read_header
from app.model.preflight import OBSERVED
from ui.bench.display import display, running
from ui.bench.programs import Program, anki
from ui.bench.sessions import Memory, Session, study
from ui.bench.x11 import DisplayError, Screen

RUNS = 5
QUICK_RUNS = 1
_PATIENCE = 60.0
_SETTLING = 5.0
"""Seconds after which Anki has drawn its page and does nothing any more."""
_MEGABYTE = 1e6

_A_THIRD = Goal(0.35, "ratio")
_AS_RECKONED = Goal(1.0, "ratio")
_WINDOW = "memory of the window's process after a session, model loaded"


def measure(bench: Bench) -> Iterator[Row]:
    """Hold some sessions, open Anki as often, and tell what the processes take."""
    try:
        sessions = study(bench)
    except NotMeasuredError as error:
        note = f"not measured: {error}"
        yield Row("memory.window", _WINDOW, "MB", None, goal=_A_THIRD, note=note)
        return
    theirs: list[Memory] = []
    rival, missing = "Anki", ""
    try:
        rival, theirs = _anki(bench)
    except (NotMeasuredError, DisplayError) as error:
        missing = f"not compared: {error}"
    yield from rows(sessions, rival, theirs, missing)


def rows(
    sessions: tuple[Session, ...], rival: str, theirs: list[Memory], missing: str
) -> Iterator[Row]:
    """Return what sessions tell of memory, beside what Anki's main process takes."""
    yield Row(
        "memory.window",
        _WINDOW,
        "MB",
        _megabytes([session.window.resident for session in sessions]),
        _megabytes([memory.resident for memory in theirs]) if theirs else None,
        rival,
        _A_THIRD,
        missing or "resident; of Anki its main process, which has five others for its pages",
    )
    shared = [session.window.proportional for session in sessions]
    proportional = [each for each in shared if each is not None]
    if proportional:
        others = [each.proportional for each in theirs if each.proportional is not None]
        yield Row(
            "memory.proportional",
            "the same, with shared pages divided by who shares them",
            "MB",
            _megabytes(proportional),
            _megabytes(others) if others else None,
            rival,
        )
    yield _engine(sessions)


def _engine(sessions: tuple[Session, ...]) -> Row:
    session = sessions[-1]
    size = session.file.stat().st_size
    # Grading has a cache of its own beside that for writing.
    tokens = session.context + (OBSERVED if session.grades else 0)
    cache = (read_header(session.file).kv_bytes_per_token or 0) * tokens
    return Row(
        "memory.engine",
        "memory of the engine process after a session",
        "MB",
        _megabytes([session.engine.resident for session in sessions]),
        Figure.exactly((size * WEIGHTS_FACTOR + cache) / _MEGABYTE),
        f"{WEIGHTS_FACTOR:g} × file + cache",
        _AS_RECKONED,
        f"with {session.model}: {size / _MEGABYTE:,.0f} MB, and {cache / _MEGABYTE:,.0f} MB for "
        f"{tokens:,} tokens",
    )


def _anki(bench: Bench) -> tuple[str, list[Memory]]:
    """Return what Anki is called, and what its main process takes each time it is opened."""
    runs = QUICK_RUNS if bench.quick else RUNS
    with ExitStack() as stack:
        name = stack.enter_context(display())
        screen = stack.enter_context(Screen(name))
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="segue-bench-")))
        program = anki(bench, folder / "anki")
        bench.tell(f"opening {program.name} {runs} times")
        return program.name, [_memory(program, screen, name) for _ in range(runs)]


def _memory(program: Program, screen: Screen, name: str) -> Memory:
    with running(program.command, name, program.environment) as process:
        if screen.wait_for_window(process.pid, _PATIENCE) is None:
            raise NotMeasuredError(
                f"{program.name} shows no window within {_PATIENCE:.0f} s: {process.last_words()}"
            )
        time.sleep(_SETTLING)
        return Memory.of(process.pid)


def _megabytes(sizes: list[int]) -> Figure:
    return Figure.of([size / _MEGABYTE for size in sizes])
