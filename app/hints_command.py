"""`segue eval hints`: whether hints give the answer away."""

from __future__ import annotations

import json
import random
from dataclasses import asdict

import click

from app.ask_command import run_to_end
from app.model.errors import EngineError
from app.paths import Paths
from app.quiz.hint_figures import hinted_questions, measure_hints
from app.terminal import opened

SEED = 1
"""Which key points are looked at where not all are."""


@click.command("hints")
@click.option(
    "--n", "count", type=click.IntRange(1), help="Look at so many key points, drawn once."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def eval_hints(paths: Paths, count: int | None, as_json: bool) -> None:
    """Look whether hints tell too much; with a model that grades, whether they pass for answers."""
    with opened(paths) as workspace:
        questions = list(hinted_questions(workspace.library, workspace.transition.slug))
        if count is not None and count < len(questions):
            questions = random.Random(SEED).sample(questions, count)  # noqa: S311 - a sample
        tutor = workspace.tutor if workspace.tutor is not None and workspace.tutor.grades else None
        try:
            found = run_to_end(measure_hints(questions, workspace.lexicon, tutor), "Hints")
        except EngineError as error:
            raise click.ClickException(error.explanation) from error
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], indent=2))
        return
    for each in found:
        graded = f", {each.covering} pass for an answer" if tutor is not None else ""
        click.echo(f"step {each.step}: {each.hints} hints, {each.telling} tell too much{graded}")
