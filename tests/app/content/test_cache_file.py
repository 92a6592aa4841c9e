"""A cache is opened whatever its file is like, and nobody else's file is ever changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.content.cache_file import CacheForm, open_cache_file

FORM = CacheForm("DROP TABLE IF EXISTS kept; CREATE TABLE kept (what TEXT);", 0x53454758, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A cache with one row in it."""
    path = tmp_path / "new" / "cache.db"
    with open_cache_file(path, FORM).conn as connection:
        connection.execute("INSERT INTO kept VALUES ('row')")
    connection.close()
    return path


def rows_in(path: Path, form: CacheForm = FORM) -> int:
    db = open_cache_file(path, form)
    [rows] = db.execute("SELECT count(*) FROM kept").fetchone()
    db.conn.close()
    return int(rows)


def test_what_is_kept_is_there_again(path: Path) -> None:
    assert rows_in(path) == 1


def test_a_cache_of_another_version_is_made_anew(path: Path) -> None:
    assert rows_in(path, replace(FORM, version=2)) == 0


def test_a_damaged_cache_is_made_anew(path: Path) -> None:
    path.write_bytes(b"no database at all " * 500)
    assert rows_in(path) == 0
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_the_file_of_another_cache_is_left_alone(path: Path) -> None:
    assert rows_in(path, replace(FORM, application_id=0x53454759)) == 0
    assert rows_in(path) == 1
