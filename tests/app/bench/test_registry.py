"""Benchmarks are found by name and imported when they are run, not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import app
from app.bench.registry import BENCHMARKS, Bench, BrokenOffError, UnknownBenchmarkError, load, run


@pytest.mark.parametrize("name", BENCHMARKS)
def test_each_name_leads_to_a_function(name: str) -> None:
    assert callable(load(BENCHMARKS[name]))


def test_an_unknown_name_is_refused_before_anything_runs(bench: Bench, said: list[str]) -> None:
    with pytest.raises(UnknownBenchmarkError, match=r"“speed\.of\.light”") as refused:
        list(run(["log", "speed.of.light"], bench))
    assert str(refused.value).endswith(f"there are {', '.join(BENCHMARKS)}")
    assert said == []


def test_rows_can_be_chosen_by_the_beginning_of_their_names(bench: Bench) -> None:
    rows = list(run(["search.slowest", "search.index.50"], bench))
    assert [row.name for row in rows] == [
        "search.slowest.50",
        "search.index.50",
        "search.slowest.100",
    ]


def test_what_cannot_go_on_does_not_keep_the_others_from_being_measured(bench: Bench) -> None:
    in_the_way = bench.cache / "documents-50"
    in_the_way.write_text("a file where a folder should be")
    rows = run(["search", "server"], bench)
    assert next(rows).name == "server"
    with pytest.raises(BrokenOffError, match=r"^search was broken off: .*documents-50"):
        next(rows)


def test_the_command_costs_nothing_until_it_is_called() -> None:
    program = (
        "import sys, app.bench.command; "
        "print([m for m in sys.modules if m.startswith(('app.bench.', 'numpy', 'app.content'))])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(app.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == str(
        ["app.bench.report", "app.bench.registry", "app.bench.command"]
    )
