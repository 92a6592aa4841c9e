"""What grows with the study log: ``segue bench log --json | python -m app.bench.growth``.

The rows of `segue bench log`, one for each operation and length of the log, become one table of
Markdown for `app/study/LOG.md`: a line for each operation, a column for each length.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any, cast

from app.bench.report import number_text

JsonRow = Mapping[str, Any]
"""A row as `Row.as_json` has it."""


def growth_table(rows: Iterable[JsonRow]) -> str:
    """Return the medians of some rows as a table; "ours / theirs" where theirs was measured.

    Rows are named by benchmark, operation, and after these what the column is called.
    """
    cells: dict[tuple[str, str], str] = {}
    columns: dict[str, None] = {}
    for row in rows:
        _, operation, column = row["name"].split(".", maxsplit=2)
        cells[operation, column] = _cell(row)
        columns.setdefault(column)
    operations = dict.fromkeys(operation for operation, _ in cells)
    lines = [["ms", *map(_heading, columns)], ["---", *("--:" for _ in columns)]]
    lines += [
        [operation, *(cells.get((operation, column), "–") for column in columns)]
        for operation in operations
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(row: JsonRow) -> str:
    figures = [row["measured"], row["against"]]
    return " / ".join(number_text(each["median"]) for each in figures if each is not None) or "–"


def _heading(column: str) -> str:
    number, _, rest = column.partition(".")
    return f"{int(number):,}{f' ({rest})' if rest else ''}"


def main() -> None:
    """Turn the lines of standard input into a table."""
    rows = [cast(JsonRow, json.loads(line)) for line in sys.stdin if line.strip()]
    sys.stdout.write(growth_table(row for row in rows if row["name"].startswith("log.")) + "\n")


if __name__ == "__main__":
    main()
