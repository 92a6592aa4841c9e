"""From a click on “Next” to the next question on the screen, with the model at work.

The question is there before the click: one of ours, or one that the model has worded ahead.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.bench.anki import NotMeasuredError
from app.bench.registry import Bench
from app.bench.report import Figure, Goal, Row
from ui.bench.sessions import Session, study

_AT_ONCE = Goal(50.0, "p95")
_WHAT = "next question on the screen"


def measure(bench: Bench) -> Iterator[Row]:
    """Hold some sessions and tell how long each question but the first took to appear."""
    try:
        yield from rows(study(bench))
    except NotMeasuredError as error:
        yield Row("next.shown", _WHAT, "ms", None, goal=_AT_ONCE, note=f"not measured: {error}")


def rows(sessions: tuple[Session, ...]) -> Iterator[Row]:
    """Return what sessions tell of questions."""
    nexts = [each for session in sessions for each in session.nexts]
    note = sessions[-1].note
    yield Row("next.shown", _WHAT, "ms", Figure.of(nexts), goal=_AT_ONCE, note=note)
