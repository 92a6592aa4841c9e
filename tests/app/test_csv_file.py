"""Tables as files that a spreadsheet opens and nothing in them is run."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from app.csv_file import Value, write_csv


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_values_are_written_so_that_programs_read_them(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    rows: list[tuple[Value, ...]] = [
        (date(2026, 5, 20), 12, 0.25, None),
        ("Überdue, “due”", -1, 1 / 3, ""),
    ]
    write_csv(file, ["Day", "Due", "Share", "Note"], rows)
    assert read(file) == [
        ["Day", "Due", "Share", "Note"],
        ["2026-05-20", "12", "0.25", ""],
        ["Überdue, “due”", "-1", "0.333333", ""],
    ]
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel takes it for Latin-1 otherwise


@pytest.mark.parametrize("name", ["=1+1", "+1", "-cmd", "@SUM(A1)"])
def test_a_name_from_a_document_is_not_run_as_a_formula(tmp_path: Path, name: str) -> None:
    file = tmp_path / "table.csv"
    write_csv(file, ["Skill"], [(name,)])
    assert read(file)[1] == [f"'{name}"]


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("a long text of before\n" * 9)
    write_csv(file, ["Day"], [])
    assert read(file) == [["Day"]]
    with pytest.raises(OSError, match="No such file"):
        write_csv(tmp_path / "nowhere" / "table.csv", ["Day"], [])
