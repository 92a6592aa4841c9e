"""Anki's own library at work, in a process and an environment of its own.

It is run by a Python that has Anki and nothing of ours: ``python -I anki_child.py``. It reads
commands from standard input, one JSON list to a line, and answers each with a line of JSON.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from typing import Any

PER_DAY = 250
_DAY = 86_400_000  # milliseconds


class Anki:
    """One collection, opened as Anki's window opens it."""

    def __init__(self) -> None:
        # By name: for whoever reads the source of Segue, Anki is not installed.
        self._open = import_module("anki.collection").Collection
        self._request = import_module("anki.collection").AddNoteRequest
        self._cards = import_module("anki.cards")
        self._good = import_module("anki.scheduler.v3").CardAnswer.GOOD
        self._file = ""
        self._collection: Any = None

    def version(self) -> str:
        """Return which Anki this is."""
        return str(import_module("anki.buildinfo").version)

    def make(self, file: str, reviews: int, cards: int) -> None:
        """Make a collection of cards that were reviewed so often, the last time today."""
        with closing(self._open(file)) as collection:
            note_type = collection.models.by_name("Basic")
            requests = []
            for number in range(cards):
                note = collection.new_note(note_type)
                note.fields = [f"Why does key point {number} matter, and when does it not?", "A"]
                requests.append(self._request(note, 1))
            collection.add_notes(requests)
            ids = collection.db.list("SELECT id FROM cards ORDER BY id")
            collection.db.execute(
                "UPDATE cards SET type = 2, queue = 2, ivl = 30 + id % 300, due = id % 60 - 20,"
                " factor = 2500, reps = ?",
                reviews // cards,
            )
        now = time.time_ns() // 1_000_000
        step = _DAY // PER_DAY
        rows = (
            # One review after another up to now, each of another card in turn.
            (now - (reviews - n) * step, ids[n * 7 % cards], -1, 1 + (n * 13 % 10 > 0) * 2)
            for n in range(reviews)
        )
        with closing(sqlite3.connect(file)) as db, db:
            db.executemany("INSERT INTO revlog VALUES (?, ?, ?, ?, 30, 20, 2500, 20000, 1)", rows)

    def open(self, file: str) -> None:
        """Open a collection."""
        self._file = file
        self._collection = self._open(file)

    def reopen(self) -> float:
        """Open the collection again, and return how long that took."""
        self._collection.close()
        return _timed(lambda: self.open(self._file))

    def answer(self) -> float:
        """Rate the card whose turn it is, and return how long saving that took."""
        scheduler = self._collection.sched
        [queued] = scheduler.get_queued_cards().cards
        card = self._cards.Card(self._collection, backend_card=queued.card)
        card.start_timer()
        answer = scheduler.build_answer(card=card, states=queued.states, rating=self._good)
        return _timed(lambda: scheduler.answer_card(answer))

    def undo(self) -> float:
        """Take back the last answer, and return how long that took."""
        return _timed(self._collection.undo)

    def today(self) -> float:
        """Ask for what the list of decks shows, and return how long that took."""
        return _timed(
            lambda: (self._collection.sched.deck_due_tree(), self._collection.studied_today())
        )

    def progress(self) -> float:
        """Ask for what the page of statistics shows of all time, and return how long that took."""
        return _timed(lambda: self._collection._backend.graphs(search="", days=0))

    def close(self) -> None:
        """Close the collection."""
        self._collection.close()


def _timed(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Do what the lines of standard input say until it ends."""
    # Anki prints to standard output at times, and what it says is no answer of ours.
    answers, sys.stdout = sys.stdout, sys.stderr
    anki = Anki()
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        result = getattr(anki, name)(*arguments)
        answers.write(json.dumps(result) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
