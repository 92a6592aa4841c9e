"""`segue bench` measures what it is told to, and prints a table or JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.bench.registry import BENCHMARKS
from app.cli import Front, cli


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def bench(cache: Path, *arguments: str) -> Result:
    data = cache.parent / "data"
    return CliRunner().invoke(
        cli, ["--data", str(data), "bench", "--cache", str(cache), *arguments]
    )


def test_json_is_a_row_to_a_line(cache: Path) -> None:
    told = bench(cache, "search.key", "--quick", "--json")
    assert told.exit_code == 0, told.output
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert [row["name"] for row in rows] == ["search.key.50", "search.key.100"]
    assert all(row["measured"]["median"] > 0 for row in rows)
    assert "indexing 50 documents" in told.stderr


def test_a_table_names_the_machine_that_it_holds_for(cache: Path) -> None:
    machine, headings, *rows = bench(cache, "search.index", "--quick").stdout.splitlines()
    assert "SQLite" in machine
    assert headings.startswith("name")
    assert [row.split()[0] for row in rows] == ["search.index.50", "search.index.100"]


def test_an_unknown_name_is_an_error_that_lists_the_known_ones(cache: Path) -> None:
    told = bench(cache, "speed")
    assert told.exit_code == 1
    known = ", ".join(BENCHMARKS)
    assert told.stderr.strip() == f"Error: there is no benchmark “speed”; there are {known}"


def test_a_folder_that_cannot_be_made_is_an_error(cache: Path) -> None:
    cache.write_text("a file")
    told = bench(cache / "below", "search", "--quick")
    assert told.exit_code == 1
    assert str(cache) in told.stderr


def test_benchmarks_of_the_window_stand_beside_those_of_the_core(cache: Path) -> None:
    front = Front(benchmarks={"window": "app.bench.search:measure"})
    arguments = ["--data", str(cache.parent), "bench", "--cache", str(cache)]
    told = CliRunner().invoke(cli, [*arguments, "speed"], obj=front)
    assert told.stderr.strip().endswith(f"there are {', '.join(BENCHMARKS)}, window")
    told = CliRunner().invoke(cli, [*arguments, "window", "--quick"], obj=front)
    assert told.exit_code == 0, told.output
    assert "indexing 50 documents" in told.stderr


def test_a_python_without_the_anki_that_it_was_to_have_is_told(cache: Path) -> None:
    told = bench(cache, "log.open", "--quick", "--anki", sys.executable)
    assert told.exit_code == 0, told.output
    assert "No module named 'anki'" in told.stdout


def test_a_python_that_is_not_there_is_an_error(cache: Path) -> None:
    told = bench(cache, "log", "--anki", str(cache / "bin" / "python"))
    assert told.exit_code == 2
    assert "--anki" in told.stderr


def test_a_model_that_is_named_is_the_one_that_is_measured(cache: Path) -> None:
    told = bench(cache, "engine", "--model", "/no/such.gguf", "--quick", "--json")
    assert told.exit_code == 0, told.output
    assert json.loads(told.stdout)["note"] == "there is no file /no/such.gguf"


def test_what_was_measured_before_a_failure_is_printed(cache: Path) -> None:
    cache.mkdir()
    (cache / "documents-100").write_text("a file where a folder should be")
    told = bench(cache, "search", "--quick")
    assert told.exit_code == 1
    _, _, *rows = told.stdout.splitlines()
    assert [row.split()[0] for row in rows if row.startswith("search.key")] == ["search.key.50"]
    assert "search was broken off" in told.stderr
    assert "documents-100" in told.stderr
