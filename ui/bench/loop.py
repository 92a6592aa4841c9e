"""How long the window's event loop keeps a key waiting, in a quiz with the model at work."""

from __future__ import annotations

from collections.abc import Iterator

from app.bench.anki import NotMeasuredError
from app.bench.registry import Bench
from app.bench.report import Figure, Goal, Row
from ui.bench.sessions import Session, study

_SMOOTH = Goal(16.0)
_NEVER_STUCK = Goal(60.0, "p95")


def measure(bench: Bench) -> Iterator[Row]:
    """Hold some sessions and tell the delays of each."""
    try:
        yield from rows(study(bench))
    except NotMeasuredError as error:
        what = "event-loop delay of the window in a quiz"
        yield Row("loop", what, "ms", None, goal=_SMOOTH, note=f"not measured: {error}")


def rows(sessions: tuple[Session, ...]) -> Iterator[Row]:
    """Return what sessions tell of delays."""
    note = sessions[-1].note
    at_work = [session.p99 for session in sessions if session.p99 is not None]
    yield Row(
        "loop.p99",
        "event-loop delay in a quiz, model at work: 99 of 100 are shorter",
        "ms",
        Figure.of(at_work) if at_work else None,
        goal=_SMOOTH,
        note=note if at_work else "not measured: the model had nothing to do",
    )
    yield Row(
        "loop.longest",
        "event-loop delay in a quiz: the longest of a session",
        "ms",
        Figure.of([session.longest for session in sessions]),
        goal=_NEVER_STUCK,
        note=note,
    )
