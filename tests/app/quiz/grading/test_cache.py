"""A broken cache costs time and nothing else."""

from __future__ import annotations

from pathlib import Path

from app.quiz.grading.cache import open_cache


def test_a_missing_file_is_made_with_its_folder(tmp_path: Path) -> None:
    database = open_cache(tmp_path / "new" / "cache.db")
    assert database.table_names() == []
    database.conn.close()
    assert (tmp_path / "new" / "cache.db").exists()


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    first = open_cache(tmp_path / "cache.db")
    first.table("seen").insert({"key": "a"})
    first.conn.close()
    second = open_cache(tmp_path / "cache.db")
    assert list(second.table("seen").rows) == [{"key": "a"}]
    second.conn.close()


def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(b"not a database at all, only words" * 100)
    database = open_cache(path)
    database.table("seen").insert({"key": "a"})
    assert database.table_names() == ["seen"]
    database.conn.close()
