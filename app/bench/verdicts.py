"""What reading an answer ahead, while it is typed, saves when it is handed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from time import perf_counter, sleep

from app.bench.report import Goal, Row
from app.bench.stopping import works
from app.bench.timing import milliseconds
from app.bench.turns import in_turns
from app.content.library import Library, Shelf
from app.model.client import LocalEngine
from app.paths import GUIDES, PROMPTS, SEEDS
from app.quiz.grading.passages import PassageTemplates, Reading
from app.quiz.grading.reader import Reader

_GOAL = Goal(0.35, "ratio")
_QUESTIONS = 6
"""So many that a question is forgotten before it is its turn to be read the other way."""
_WORDS, _UNREAD = 40, 5
_BEGINS = 0.5


def measure_verdicts(engine: LocalEngine, rounds: int) -> Iterator[Row]:
    """Read answers for two key points each: cold, and with all but the last words read ahead."""
    reader = Reader(engine, PassageTemplates.load(PROMPTS))
    asked = _readings()
    for name, unread in (("typed", _UNREAD), ("waited", 0)):
        turns = count()
        cold_turns = count(_QUESTIONS // 2)

        def ahead(turns: Iterator[int] = turns, unread: int = unread) -> float:
            readings = asked[next(turns) % _QUESTIONS]
            _read_ahead(engine, reader, [reading.unanswered for reading in readings])
            _read_ahead(engine, reader, [_without_end(reading, unread) for reading in readings])
            return milliseconds(lambda: reader.read(readings))

        def cold(turns: Iterator[int] = cold_turns) -> float:
            readings = asked[next(turns) % _QUESTIONS]
            return milliseconds(lambda: reader.read(readings))

        until = f"all but its last {unread} words" if unread else "all of it"
        row = Row(
            f"engine.verdict.{name}",
            f"read an answer of {_WORDS} words for two key points, {until} read ahead",
            "ms",
            None,
            rival="the same, cold",
            goal=_GOAL,
        )
        yield in_turns(row, ahead, cold, rounds)


def _readings() -> list[list[Reading]]:
    """Return answers to questions about two key points each."""
    library = Library.load([Shelf(SEEDS, GUIDES)])
    points = library.key_points(next(iter(library.transitions)))
    return [
        [
            Reading(
                first.questions[0].text,
                point.claim,
                " ".join(f"{first.answer} {second.answer} {first.quote}".split()[:_WORDS]),
                tuple(wrong.claim for wrong in point.misconceptions),
            )
            for point in (first, second)
        ]
        for first, second in islice(zip(points[::2], points[1::2], strict=False), _QUESTIONS)
    ]


def _without_end(reading: Reading, words: int) -> Reading:
    known = reading.answer.split()
    return replace(reading, answer=" ".join(known[: len(known) - words]))


def _read_ahead(engine: LocalEngine, reader: Reader, readings: list[Reading]) -> None:
    """Have something read ahead, and wait until it has been."""
    reader.prepare(readings)
    deadline = perf_counter() + _BEGINS
    while not works(engine) and perf_counter() < deadline:
        sleep(0.0005)
    while works(engine):
        sleep(0.0005)
