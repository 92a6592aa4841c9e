"""Tables as CSV files that spreadsheets and programs read alike."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

Value = str | int | float | date | None
"""What a cell may hold; None leaves it empty."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write a table into a file, which is replaced.

    Numbers are written with a full stop, dates as YYYY-MM-DD, shares in [0, 1].

    Raises
    ------
    OSError
        It cannot be written there.
    """
    # The mark at the beginning tells Excel that it is UTF-8; other programs skip it.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows([_written(value) for value in row] for row in rows)


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, date):
        return value.isoformat()
    # Names come from documents that others wrote; a spreadsheet would run them as formulas.
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return str(value)
