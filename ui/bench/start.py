"""From the start of the process to a window with something in it, against Anki."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from app.bench.anki import NotMeasuredError
from app.bench.registry import Bench
from app.bench.report import Figure, Goal, Row
from ui.bench.display import display, running
from ui.bench.programs import Program, anki, empty_window, fresh_paths, segue
from ui.bench.x11 import DisplayError, Screen

RUNS = 5
QUICK_RUNS = 1
_PATIENCE = 60.0
_AFTERWARDS = 1.0
"""Seconds a program has to itself after its window is there, before it is ended."""
_AT_MOST_HALF = Goal(0.5, "ratio")


def measure(bench: Bench) -> Iterator[Row]:
    """Start Segue, Anki and an empty window in turns, warm."""
    what = "process start to main window"
    runs = QUICK_RUNS if bench.quick else RUNS
    try:
        with ExitStack() as stack:
            name = stack.enter_context(display())
            screen = stack.enter_context(Screen(name))
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="segue-bench-")))
            programs = {
                "segue": segue(fresh_paths(bench.paths, folder)),
                "empty": empty_window(),
            }
            missing = ""
            try:
                programs["anki"] = anki(bench, folder / "anki")
            except NotMeasuredError as error:
                missing = str(error)
            bench.tell(f"opening {len(programs)} windows {runs + 1} times")
            samples = _samples(programs, screen, name, runs)
    except (NotMeasuredError, DisplayError) as error:
        yield Row(
            "start.window", what, "s", None, goal=_AT_MOST_HALF, note=f"not measured: {error}"
        )
        return
    theirs = samples.get("anki")
    yield Row(
        "start.window",
        what,
        "s",
        Figure.of(samples["segue"]),
        Figure.of(theirs) if theirs else None,
        programs["anki"].name if theirs else "Anki",
        _AT_MOST_HALF,
        missing and f"not compared: {missing}",
    )
    yield Row(
        "start.empty",
        "the same with nothing in the window",
        "s",
        Figure.of(samples["empty"]),
        note="what Python and Qt take of it",
    )


def _samples(
    programs: Mapping[str, Program], screen: Screen, name: str, runs: int
) -> dict[str, list[float]]:
    """Return the seconds of each run; the first, which warms the files up, does not count."""
    samples: dict[str, list[float]] = {key: [] for key in programs}
    for run in range(runs + 1):
        for key, program in programs.items():
            seconds = _seconds(program, screen, name)
            if run:
                samples[key].append(seconds)
    return samples


def _seconds(program: Program, screen: Screen, name: str) -> float:
    began = time.perf_counter()
    with running(program.command, name, program.environment) as process:
        sight = screen.wait_for_window(process.pid, _PATIENCE)
        if sight is None:
            raise NotMeasuredError(
                f"{program.name} shows no window within {_PATIENCE:.0f} s: {process.last_words()}"
            )
        # It goes on starting, and must not do so while the next one is timed.
        time.sleep(_AFTERWARDS)
    return sight.painted - began
