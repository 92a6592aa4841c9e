"""The benchmark of the study log measures every operation, and leaves everything as it was."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.bench.log import OPERATIONS, QUICK_CASES, measure
from app.bench.registry import Bench
from app.bench.report import Row


def measured(bench: Bench) -> dict[str, Row]:
    return {row.name: row for row in measure(bench)}


def digests(folder: Path) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.glob("*.sqlite3")
    }


def test_without_anki_ours_is_measured_all_the_same(
    bench: Bench, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    rows = measured(bench)
    assert list(rows) == [
        f"log.{operation.name}.{case.reviews}{case.suffix}"
        for case in QUICK_CASES
        for operation in OPERATIONS
    ]
    for row in rows.values():
        assert row.measured is not None
        assert 0 < row.measured.least <= row.measured.median <= row.measured.p95
        assert row.against is None
        assert row.note.startswith("Anki was not measured: Anki cannot be installed")
    assert {row.what.split(": ")[1] for row in rows.values()} == {
        "1,000 reviews, 244 key points",
        "2,000 reviews, 488 key points",
    }
    made = digests(bench.cache)
    assert len(made) == 2
    assert sum("making a log" in line for line in said) == 2

    measured(bench)
    assert digests(bench.cache) == made
    assert sum("making a log" in line for line in said) == 2
    assert list(bench.cache.glob("log-*/")) == []
    assert not bench.paths.database.exists()
