"""`segue eval`: how well the model in use does on answers that people judged."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import click

from app.appraisal import NotAppraisableError
from app.model.errors import EngineError
from app.quiz.grading.agreement import Figure
from app.quiz.grading.answers import LabelledAnswer, load_answers
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.certificate import Progress
from app.quiz.grading.evaluation import Evaluation
from app.quiz.grading.resistance import Resistance
from app.workspace import Workspace

Result = TypeVar("Result")


def evaluate_grading(workspace: Workspace, data: Path, fit: Path | None) -> Evaluation:
    """Measure the grader on a file of answers, fitted to another file first if one is given.

    Raises
    ------
    click.ClickException
        A file is wrong, both are the same, there is no model, or it fails.
    """
    if fit is not None and fit.resolve() == data.resolve():
        raise click.ClickException("nothing may be fitted to the file that is measured")
    answers = _loaded(data)
    extra = _loaded(fit) if fit is not None else []
    known = {_content(each) for each in answers}
    shared = [each for each in extra if _content(each) in known]
    if shared:
        raise click.ClickException(
            f"{len(shared)} answers of {fit} are in {data} too, such as “{shared[0].id}”; "
            "nothing may be fitted to what is measured"
        )
    try:
        return shown(workspace.appraisal().evaluate_grading(answers, extra))
    except EngineError as error:
        raise click.ClickException(error.explanation) from error
    except (NotAppraisableError, ValueError, OSError) as error:
        raise click.ClickException(str(error)) from error


def evaluate_attacks(workspace: Workspace) -> Resistance:
    """Try the attacks on the grader in use.

    Raises
    ------
    click.ClickException
        There is no model, or it fails.
    """
    try:
        return shown(workspace.appraisal().evaluate_resistance())
    except EngineError as error:
        raise click.ClickException(error.explanation) from error
    except (NotAppraisableError, ValueError, OSError) as error:
        raise click.ClickException(str(error)) from error


def shown(work: Generator[Progress, None, Result]) -> Result:
    """Run work to its end with a line on standard error that says how far it is."""
    while True:
        try:
            progress = next(work)
        except StopIteration as end:
            click.echo(err=True)
            result: Result = end.value
            return result
        left = progress.seconds_left
        rest = "" if left is None else f", {left / 60:.0f} min left"
        click.echo(f"\r{progress.done} of {progress.total} answers{rest}   ", err=True, nl=False)


def as_text(result: Evaluation, calibration: Calibration) -> str:
    """Return what was measured, for people."""
    lines = [
        f"{result.n} answers to {result.questions} questions; {calibration.model}, "
        f"fitted to {calibration.fitted_on}"
    ]
    if result.scores is not None:
        scores = result.scores
        base = "mean of these answers" if scores.constant_is_mean else "mean of the fitted file"
        lines += [
            f"Pearson r        {_figure(scores.pearson)}",
            f"Spearman rho     {_figure(scores.spearman)}",
            f"RMSE             {_figure(scores.rmse)}   constant {scores.constant:.2f} "
            f"({base}): {scores.constant_rmse.value:.3f}",
            f"MAE              {_figure(scores.mae)}   constant: {scores.constant_mae.value:.3f}",
            f"quadratic kappa  {_figure(scores.kappa)}",
        ]
    if result.labels is not None:
        labels = result.labels
        lines += [
            f"accuracy         {_figure(labels.accuracy)}",
            f"macro-F1         {_figure(labels.macro_f1)}",
        ]
        if labels.kappa is not None:
            lines.append(f"quadratic kappa  {_figure(labels.kappa)}")
        lines += [
            f"  {each.label:14} F1 {each.f1.value:.3f}, precision {each.precision.value:.3f}, "
            f"recall {each.recall.value:.3f}, {each.support} answers"
            for each in labels.per_label
        ]
        lines.append(
            f"surest 80 %      accuracy {result.surest_accuracy:.3f}; "
            f"calibration error {result.calibration_error:.3f}"
        )
    lines.append(
        f"left unsure {result.unsure:.0%}; an answer takes {result.seconds:.2f} s, "
        f"95 % of them at most {result.seconds_p95:.2f} s"
    )
    return "\n".join(lines)


def as_json(result: Evaluation, calibration: Calibration) -> str:
    """Return what was measured, for programs."""
    fitted = {"model": calibration.model, "fitted_on": calibration.fitted_on}
    return json.dumps({**fitted, **result.as_json()}, indent=2)


def _loaded(path: Path) -> list[LabelledAnswer]:
    try:
        return load_answers(path)
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error


def _content(each: LabelledAnswer) -> tuple[str, str]:
    return each.rubric.question, each.answer


def _figure(figure: Figure) -> str:
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"
