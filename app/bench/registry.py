"""Which benchmarks there are. None of them is imported before it is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

import platformdirs

from app.bench.report import Row
from app.paths import Paths


@dataclass(frozen=True)
class Bench:
    """What a benchmark works with.

    Attributes
    ----------
    paths : Paths
        The user's folders: the models are there. The user's data is never measured or touched.
    cache : Path
        What takes long to make and is the same every time is kept here; it may be deleted.
    quick : bool
        Whether to try everything on something small: the figures then say little.
    tell : callable
        Says in a line what is going on.
    anki : Path or None
        A Python that has Anki, to compare with; without one, an environment is made in ``cache``.
    model : str or None
        Id of the catalogue or path of a GGUF file; None for the one that the user has chosen.
    """

    paths: Paths
    cache: Path
    quick: bool
    tell: Callable[[str], None]
    anki: Path | None = None
    model: str | None = None


Benchmark = Callable[[Bench], Iterator[Row]]
"""Measures, and gives each row as soon as it is known."""

BENCHMARKS: Mapping[str, str] = {
    "engine": "app.bench.engine:measure",
    "log": "app.bench.log:measure",
    "search": "app.bench.search:measure",
    "server": "app.bench.server:measure",
}
"""Name to module and function; the rows of a benchmark have names that begin with its own."""


def cache_folder() -> Path:
    """Return where benchmarks keep what they make once."""
    return Path(platformdirs.user_cache_dir("segue-bench", False))


class UnknownBenchmarkError(Exception):
    """There is no benchmark of that name; the text lists those that there are."""


class BrokenOffError(Exception):
    """Some benchmarks could not go on; the text says which and why, a line each."""


def run(
    names: Sequence[str], bench: Bench, benchmarks: Mapping[str, str] = BENCHMARKS
) -> Iterator[Row]:
    """Run some benchmarks, or all, and give their rows.

    Parameters
    ----------
    names : sequence of str
        Names of benchmarks or of rows: "log.undo" runs "log" and gives the rows that begin so.
    benchmarks : mapping
        Those that there are, as in `BENCHMARKS`.

    Raises
    ------
    UnknownBenchmarkError
        There is no such benchmark; nothing was run.
    BrokenOffError
        At the end, when everything else was measured.
    """
    from app.model.errors import EngineError  # noqa: PLC0415 - whoever asks for help needs neither
    from app.study.errors import StudyLogError  # noqa: PLC0415

    wanted = {name: [each for each in names if _benchmark(each) == name] for name in benchmarks}
    unknown = [name for name in names if _benchmark(name) not in benchmarks]
    if unknown:
        known = ", ".join(benchmarks)
        raise UnknownBenchmarkError(f"there is no benchmark “{unknown[0]}”; there are {known}")
    broken = []
    for name, rows in wanted.items():
        if names and not rows:
            continue
        try:
            for row in load(benchmarks[name])(bench):
                if not rows or any(_begins(row.name, each) for each in rows):
                    yield row
        # All of them take an hour, which one full disk or dead engine must not cost.
        except (EngineError, StudyLogError, OSError) as error:
            broken.append(f"{name} was broken off: {error}")
    if broken:
        raise BrokenOffError("\n".join(broken))


def load(place: str) -> Benchmark:
    """Import a benchmark, given module and function, and return its function."""
    module, function = place.split(":")
    return cast(Benchmark, getattr(import_module(module), function))


def _benchmark(name: str) -> str:
    return name.partition(".")[0]


def _begins(name: str, beginning: str) -> bool:
    return f"{name}.".startswith(f"{beginning}.")
