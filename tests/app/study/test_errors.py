"""Causes that the surroundings answer for come in words; mistakes of ours do not."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.study.errors import Cause, StudyLogError, explained


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_says_what_is_wrong_and_what_to_do(cause: Cause) -> None:
    error = StudyLogError(cause, Path("log.sqlite3"), "SQLite said so")
    assert error.title.endswith(".")
    assert error.action.endswith(".")
    assert "SQL" not in str(error)
    assert "log.sqlite3" in str(error)


def test_a_mistake_of_ours_is_not_dressed_up() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError, match="syntax"), explained(None):
        connection.execute("SELEKT 1")
    connection.close()
    with pytest.raises(sqlite3.ProgrammingError), explained(None):
        connection.execute("SELECT 1")
