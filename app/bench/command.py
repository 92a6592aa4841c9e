"""The `segue bench` command."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from pathlib import Path

import click

from app.bench import MORE
from app.bench.registry import (
    BENCHMARKS,
    Bench,
    BrokenOffError,
    UnknownBenchmarkError,
    cache_folder,
    run,
)
from app.bench.report import Row, as_table
from app.paths import Paths


@click.command("bench")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each row.")
@click.option("--quick", is_flag=True, help="Try everything on something small.")
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for what is made once: logs, documents, other programs (some gigabytes).",
)
@click.option(
    "--anki",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A Python that has Anki (pip install 'aqt[qt]'), instead of one that is made.",
)
@click.option(
    "--model",
    metavar="FILE_OR_ID",
    help="A GGUF file or an id of the catalogue, instead of the model in use.",
)
@click.pass_context
def bench_command(
    context: click.Context,
    names: tuple[str, ...],
    as_json: bool,
    quick: bool,
    cache: Path | None,
    anki: Path | None,
    model: str | None,
) -> None:
    """Measure Segue, each quantity against what it is named with, in one run.

    NAME is a benchmark or the beginning of a row's name, such as log.undo; without one, all are
    run. Your own data is not touched.
    """
    paths: Paths = context.obj
    benchmarks = {**BENCHMARKS, **context.meta.get(MORE, {})}
    folder = (cache or cache_folder()).absolute()
    # Not resolved: an environment's Python is a link to one that lacks what it has.
    python = anki.absolute() if anki is not None else None
    bench = Bench(paths, folder, quick, lambda text: click.echo(text, err=True), python, model)
    rows: list[Row] = []
    problem = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for row in run(names, bench, benchmarks):
            rows.append(row)
            if as_json:
                click.echo(json.dumps(row.as_json(), ensure_ascii=False))
    except (UnknownBenchmarkError, BrokenOffError, OSError) as error:
        problem = error
    if rows and not as_json:
        click.echo(f"{_machine()}; benchmarks: {', '.join(benchmarks)}")
        click.echo(as_table(rows))
    if problem is not None:
        raise click.ClickException(str(problem)) from problem


def _machine() -> str:
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
