"""The `segue` command."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from app.appraisal import NotAppraisableError
from app.content.check import check_guide
from app.content.errors import ContentError
from app.content.statistics import statistics
from app.display import missing_display
from app.doctor import examine
from app.evaluation import as_json as evaluated_as_json
from app.evaluation import as_text as evaluated_as_text
from app.evaluation import evaluate_attacks, evaluate_grading, shown
from app.json_output import entry_as_json
from app.model.catalogue import CatalogueEntry, load_catalogue
from app.model.errors import EngineError
from app.model.fetch import fetch, verify
from app.model.fetch_errors import FetchError
from app.paths import CATALOGUE, Paths
from app.study.errors import StudyLogError
from app.terminal import ask, show_progress
from app.workspace import Workspace, load_library

OpenWindow = Callable[[Paths, bool], int]
"""Opens the window over some folders, fetching the model if told to; returns its exit code."""

NO_MODEL = 3
"""Exit code of `segue model status` when the model wanted is still to be fetched."""


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for all your data (also SEGUE_DATA). Models stay where they are (SEGUE_MODELS).",
)
@click.option("--fetch", "fetch_model", is_flag=True, help="Fetch the model if it is not here yet.")
@click.version_option(package_name="segue")
@click.pass_context
def cli(context: click.Context, data: Path | None, fetch_model: bool) -> None:
    """Study a new profession offline, quizzed by a model on this machine.

    Without a command, Segue opens its window.
    """
    open_window: OpenWindow | None = context.obj
    context.obj = Paths.find(data)
    if context.invoked_subcommand is None:
        context.exit(_open(context.obj, open_window, fetch_model))


@cli.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_obj
def doctor_command(paths: Paths, as_json: bool) -> None:
    """Check Python, Qt, llama.cpp, the model, the study log and the content."""
    findings = examine(paths)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            mark = {"ok": "✓", "warning": "!", "broken": "✗"}[finding.state]
            click.echo(f"{mark} {finding.name}: {finding.detail}")
            if finding.action:
                click.echo(f"    {finding.action}")
    if any(finding.state == "broken" for finding in findings):
        sys.exit(1)


@cli.group()
def model() -> None:
    """See, fetch and verify models."""


@model.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the catalogue as JSON.")
@click.pass_obj
def model_list(paths: Paths, as_json: bool) -> None:
    """List the models of the catalogue, and which of them are here."""
    catalogue = load_catalogue(CATALOGUE)
    rows = []
    for entry in catalogue:
        path = paths.models / entry.file
        rows.append(
            {
                "id": entry.id,
                "name": entry.name,
                "licence": entry.licence,
                "size": entry.size,
                "context_length": entry.context_length,
                "memory_needed": entry.memory_needed,
                "default": entry.id == catalogue.default_id,
                "path": str(path) if path.is_file() else None,
            }
        )
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    for row in rows:
        mark = "✓" if row["path"] else " "
        default = " (default)" if row["default"] else ""
        click.echo(f"{mark} {row['id']:24} {_gigabytes(row['size'])}  {row['licence']}{default}")


@model.command("status")
@click.pass_obj
def model_status(paths: Paths) -> None:
    """Say which model a quiz would use; exit with 3 when it is still to be fetched."""
    with _workspace(paths) as workspace:
        choice = workspace.model_choice()
        click.echo(f"{choice.name}: {choice.reason or choice.path}")
        can_be_fetched = choice.entry is not None and not choice.usable
        sys.exit(NO_MODEL if can_be_fetched else 0)


@model.command("fetch")
@click.argument("name", required=False)
@click.pass_obj
def model_fetch(paths: Paths, name: str | None) -> None:
    """Fetch a model of the catalogue (the default one if none is named)."""
    entry = _entry(name)
    click.echo(f"Fetching {entry.name} ({_gigabytes(entry.size).strip()}) over the network.")
    try:
        show_progress(fetch(entry, paths.models))
    except FetchError as error:
        raise click.ClickException(str(error)) from error
    click.echo(str(paths.models / entry.file))


@model.command("verify")
@click.argument("name", required=False)
@click.pass_obj
def model_verify(paths: Paths, name: str | None) -> None:
    """Compare a model's bytes with the catalogue's hash."""
    entry = _entry(name)
    try:
        show_progress(verify(entry, paths.models / entry.file))
    except FetchError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{entry.name}: the bytes are right")


@model.command("certify")
@click.option(
    "--every-answer",
    is_flag=True,
    help="Fit to all practice answers, which takes three times as long.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the certificate as JSON.")
@click.pass_obj
def model_certify(paths: Paths, every_answer: bool, as_json: bool) -> None:
    """Measure the model in use as a grader, and calibrate it; goes on where it was stopped."""
    with _workspace(paths) as workspace:
        try:
            certificate = shown(workspace.certify(every_answer=every_answer))
        except EngineError as error:
            raise click.ClickException(f"{error.title}. {error.action}") from error
        except (NotAppraisableError, OSError) as error:
            raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(certificate.as_json(), indent=2))
        return
    click.echo(
        f"{certificate.model} agrees with the gold set on {certificate.accuracy:.0%} of "
        f"{certificate.answers} judgements ({certificate.surest_accuracy:.0%} of those it is "
        f"surest of); {certificate.seconds:.1f} s an answer on this machine."
    )
    if not certificate.grades:
        click.echo("Too weak to grade: short answers are self-rated.")


@cli.group("eval")
def evaluation() -> None:
    """Measure what the model in use is worth."""


@evaluation.command("grading")
@click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Answers that people judged: JSON Lines with question, reference(s), answer and score "
    "(0-5) or label.",
)
@click.option(
    "--fit",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Other answers to fit the combiner to first.",
)
@click.option("--model", help="Id of the catalogue or path of a GGUF file.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def eval_grading(
    paths: Paths, data: Path, fit: Path | None, model: str | None, as_json: bool
) -> None:
    """Compare the grader with people, on answers that it was not fitted to."""
    with _workspace(paths, model=model) as workspace:
        result = evaluate_grading(workspace, data, fit)
        assert workspace.certified is not None
        told = evaluated_as_json if as_json else evaluated_as_text
        click.echo(told(result, workspace.certified.calibration))


@evaluation.command("attacks")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def eval_attacks(paths: Paths, as_json: bool) -> None:
    """Try to talk the grader round with answers that have no content."""
    with _workspace(paths) as workspace:
        result = evaluate_attacks(workspace)
    if as_json:
        click.echo(json.dumps(result.as_json(), indent=2))
        return
    for each in result.families:
        known = "fitted" if each.fitted else "      "
        click.echo(
            f"{each.family:20} {known} {each.attempts:3} attempts {each.covered:3} covered "
            f"{each.partly:3} partly  inflation {each.inflation:.3f}"
        )
    click.echo(
        f"{result.attempts} attempts, {result.covered} reach covered; inflation "
        f"{result.inflation:.4f}, {result.unfitted_inflation:.4f} in families that nothing is "
        f"fitted to; {result.honest_changed:.1%} of honest answers are changed"
    )


@cli.group()
def content() -> None:
    """Check guides, and count what is in them."""


@content.command("check")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each problem.")
@click.pass_obj
def content_check(paths: Paths, files: tuple[Path, ...], as_json: bool) -> None:
    """Check guides by file, line and rule: those named, or all there are; fail on a problem."""
    library = load_library(paths)
    problems = [] if files else list(library.problems)
    for path in files or [guide.path for guide in library.guides.values()]:
        problems.extend(check_guide(path.resolve(), library))
    for problem in problems:
        row = {**asdict(problem), "path": str(problem.path)}
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else str(problem))
    if problems:
        sys.exit(1)
    if not as_json:
        click.echo(f"{len(files) or len(library.guides)} guides, no problem")


@content.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def content_stats(paths: Paths, as_json: bool) -> None:
    """Print how much each guide has of everything."""
    library = load_library(paths)
    figures = {slug: statistics(library, slug) for slug in library.transitions}
    if as_json:
        rows = {slug: [asdict(each) for each in guides] for slug, guides in figures.items()}
        click.echo(json.dumps(rows, indent=2))
        return
    for slug, guides in figures.items():
        click.echo(slug)
        for each in guides:
            click.echo(
                f"  {each.skill:46} {each.words:5} words {each.key_points:3} key points "
                f"{each.questions:3} questions {each.misconceptions:3} misconceptions "
                f"{each.scenarios} scenarios {each.diagrams} diagrams {each.sources:2} sources"
            )


@cli.command("quiz")
@click.option("--skill", help="Slug of a skill; without it, what is due today.")
@click.option("--count", type=click.IntRange(1, 200), help="Number of questions.")
@click.option("--format", "answer_format", type=click.Choice(["short", "choice"]))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each question.")
@click.pass_obj
def quiz_command(
    paths: Paths, skill: str | None, count: int | None, answer_format: str | None, as_json: bool
) -> None:
    """Study in the terminal: answers are read from standard input."""
    with _workspace(paths) as workspace:
        known = {each.slug for each in workspace.transition.skills}
        if skill is not None and skill not in known:
            listed = "\n  ".join(sorted(known))
            raise click.ClickException(f"there is no skill “{skill}”; the skills are:\n  {listed}")
        session = workspace.start_quiz(skill, count=count, answer_format=answer_format)
        ask(session, workspace, as_json=as_json)


@cli.command("log")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each answer.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@click.pass_obj
def log_command(paths: Paths, as_json: bool, limit: int) -> None:
    """Print the study log, newest first."""
    with _workspace(paths) as workspace:
        for entry in workspace.log.entries(limit=limit):
            if as_json:
                click.echo(json.dumps(entry_as_json(entry), ensure_ascii=False))
                continue
            when = entry.at.strftime("%Y-%m-%d %H:%M")
            mark = f"{entry.score:4.0%}" if entry.score is not None else " –  "
            click.echo(f"{when}  {mark}  {entry.answer.skill}: {entry.answer.question}")
            click.echo(f"      {entry.answer.text}")


def main(open_window: OpenWindow | None = None) -> None:
    """Run the command line; ``open_window`` is what `segue` without a command does."""
    cli(obj=open_window)


def _open(paths: Paths, open_window: OpenWindow | None, fetch_model: bool) -> int:
    reason = missing_display()
    if open_window is not None and reason is None:
        return open_window(paths, fetch_model)
    click.echo(f"{reason or 'There is no window here.'} Studying in the terminal instead.")
    with _workspace(paths) as workspace:
        choice = workspace.model_choice()
        if fetch_model and choice.entry is not None and not choice.usable:
            click.echo(f"Fetching {choice.entry.name} ({_gigabytes(choice.entry.size).strip()}).")
            try:
                show_progress(fetch(choice.entry, paths.models))
                workspace.choose_engine()
            except FetchError as error:
                click.echo(f"{error}\nGoing on without a model.")
        ask(workspace.start_quiz(), workspace, as_json=False)
    return 0


@contextmanager
def _workspace(paths: Paths, *, model: str | None = None) -> Iterator[Workspace]:
    try:
        workspace = Workspace(paths, model=model)
    except (StudyLogError, ContentError, OSError) as error:
        raise click.ClickException(str(error)) from error
    for complaint in workspace.complaints:
        click.echo(complaint, err=True)
    try:
        yield workspace
    except StudyLogError as error:
        raise click.ClickException(str(error)) from error
    finally:
        workspace.close()


def _entry(name: str | None) -> CatalogueEntry:
    catalogue = load_catalogue(CATALOGUE)
    entry = catalogue.get(name) if name else catalogue.default
    if entry is None:
        known = ", ".join(each.id for each in catalogue)
        raise click.ClickException(f"the catalogue has no “{name}”; it has {known}")
    return entry


def _gigabytes(size: object) -> str:
    return f"{size / 1e9:6.2f} GB" if isinstance(size, int) else "  size unknown"
