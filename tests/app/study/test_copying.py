"""A copy counts only if it reads back with every row."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from app.study.copying import (
    DifferingError,
    add_lacking,
    attached,
    copy_file,
    count_rows,
    flaw_in,
)


def database(file: Path, **texts: str) -> Database:
    db = Database(file, execute_plugins=False)
    db.execute("CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT)")
    db.conn.executemany("INSERT INTO note VALUES (?, ?)", texts.items())
    db.conn.commit()
    return db


def test_a_copy_that_lacks_rows_is_not_whole(tmp_path: Path) -> None:
    db = database(tmp_path / "here.db", a="one", b="two")
    rows = count_rows(db, ["note"])
    copy_file(tmp_path / "here.db", tmp_path / "copy.db")
    assert flaw_in(tmp_path / "copy.db", rows) == ""
    database(tmp_path / "half.db", a="one").close()
    assert flaw_in(tmp_path / "half.db", rows) == "ok; {'note': 1} rows instead of {'note': 2}"


def test_rows_that_are_lacking_are_added_and_others_must_agree(tmp_path: Path) -> None:
    db = database(tmp_path / "here.db", a="one")
    database(tmp_path / "other.db", a="one", b="two").close()
    database(tmp_path / "rewritten.db", a="another").close()
    with attached(db, tmp_path / "other.db"):
        assert add_lacking(db, ["note"]) == {"note": 1}
        db.conn.commit()
    with attached(db, tmp_path / "rewritten.db"), pytest.raises(DifferingError, match="1 rows of"):
        add_lacking(db, ["note"])
