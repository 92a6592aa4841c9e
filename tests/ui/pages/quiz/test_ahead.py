"""An answer is read while it is typed: in the pauses, and when enough of it is new."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.pages.quiz.ahead import ENOUGH, ReadingAhead, unread

PAUSE = 20  # milliseconds
LONG = "An outlier coarsens"


@pytest.fixture
def read() -> list[str]:
    return []


@pytest.fixture
def ahead(read: list[str], qtbot: QtBot) -> Iterator[ReadingAhead]:
    owner = QObject()
    made = ReadingAhead(owner, pause=PAUSE)
    made.begin(read.append)
    yield made
    made.begin(None)


def test_what_is_typed_is_read_in_the_next_pause(
    ahead: ReadingAhead, read: list[str], qtbot: QtBot
) -> None:
    for end in range(1, len(LONG) + 1):
        ahead.follow(LONG[:end])
    assert read == []
    qtbot.waitUntil(lambda: read == [LONG])


def test_a_few_letters_more_are_not_worth_it(
    ahead: ReadingAhead, read: list[str], qtbot: QtBot
) -> None:
    ahead.follow(LONG)
    qtbot.waitUntil(lambda: bool(read))
    ahead.follow(LONG + " its")
    qtbot.wait(3 * PAUSE)
    assert read == [LONG]
    ahead.follow(LONG + " its whole group")
    qtbot.waitUntil(lambda: read == [LONG, LONG + " its whole group"])


def test_nothing_is_read_once_the_answer_is_submitted(
    ahead: ReadingAhead, read: list[str], qtbot: QtBot
) -> None:
    ahead.follow(LONG)
    ahead.pause()
    qtbot.wait(3 * PAUSE)
    assert read == []
    ahead.follow(LONG + "!")
    qtbot.waitUntil(lambda: read == [LONG + "!"])


def test_another_answer_is_read_from_its_start(
    ahead: ReadingAhead, read: list[str], qtbot: QtBot
) -> None:
    ahead.follow(LONG)
    qtbot.waitUntil(lambda: bool(read))
    second: list[str] = []
    ahead.begin(second.append)
    ahead.follow(LONG)
    qtbot.waitUntil(lambda: second == [LONG])
    assert read == [LONG]


def test_where_nothing_reads_nothing_happens(
    ahead: ReadingAhead, read: list[str], qtbot: QtBot
) -> None:
    ahead.follow(LONG)
    ahead.begin(None)
    qtbot.wait(3 * PAUSE)
    ahead.follow(LONG)
    qtbot.wait(3 * PAUSE)
    assert read == [], "nor by who read the answer before"
    ahead.begin(read.append)
    ahead.follow(LONG)
    qtbot.waitUntil(lambda: read == [LONG])


@pytest.mark.parametrize(
    ("known", "typed", "new"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("abc", "abcdef", 3),
        ("abcdef", "abc", 0),  # taking away leaves nothing to be read
        ("abcdef", "xbcdef", 6),  # what follows a change is read again
        ("abcdef", "abxcdef", 5),
    ],
)
def test_all_that_follows_a_change_is_new(known: str, typed: str, new: int) -> None:
    assert unread(known, typed) == new


def test_a_sentence_is_enough() -> None:
    assert len("It is faster.") >= ENOUGH
