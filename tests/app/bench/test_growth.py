"""The rows about the study log become one table that shows what grows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import app
from app.bench.growth import growth_table
from app.bench.report import Figure, Row


def row(name: str, ours: float | None, theirs: float | None = None) -> Row:
    measured, against = (None if n is None else Figure.exactly(n) for n in (ours, theirs))
    return Row(name, "in words", "ms", measured, against, "Anki")


ROWS = [
    row("log.undo.1000", 1.25, 2),
    row("log.open.1000", 3),
    row("log.undo.20000.many", 1234.5, 0.001),
    row("log.open.20000.many", None),
]
TABLE = """\
| ms | 1,000 | 20,000 (many) |
| --- | --: | --: |
| undo | 1.25 / 2.00 | 1,234 / 0.00 |
| open | 3.00 | – |"""


def test_a_line_for_each_operation_and_a_column_for_each_length() -> None:
    assert growth_table(row.as_json() for row in ROWS) == TABLE


def test_an_operation_that_one_length_lacks_leaves_a_gap() -> None:
    assert growth_table(row.as_json() for row in ROWS[1:3]).splitlines()[2:] == [
        "| open | 3.00 | – |",
        "| undo | – | 1,234 / 0.00 |",
    ]


def test_it_reads_what_the_command_prints_and_leaves_other_rows_out() -> None:
    lines = [json.dumps(each.as_json()) for each in (*ROWS, row("search.key.50", 9))]
    told = subprocess.run(
        [sys.executable, "-m", "app.bench.growth"],
        input="\n".join(lines),
        cwd=Path(app.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == TABLE
