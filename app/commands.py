"""The commands of `segue`, all but opening the window."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from app.appraisal import NotAppraisableError
from app.ask_command import ask_command, eval_ask
from app.bench.command import bench_command
from app.content.check import check_guide
from app.content.statistics import statistics
from app.desktop_command import desktop_command
from app.doctor import examine
from app.evaluation import as_json as evaluated_as_json
from app.evaluation import as_text as evaluated_as_text
from app.evaluation import evaluate_attacks, evaluate_grading, shown
from app.hints_command import eval_hints
from app.json_output import entry_as_json
from app.keeping_command import backup_command, merge_command, restore_command
from app.material_command import material_command
from app.model.catalogue import CatalogueEntry, load_catalogue
from app.model.errors import EngineError
from app.model.fetch import fetch, verify
from app.model.fetch_errors import FetchError
from app.model.tuning import SECONDS, Tuning, TuningError
from app.paths import CATALOGUE, Paths
from app.questions_eval import (
    Measured,
    count_marks,
    evaluate_faults,
    evaluate_questions,
    make_review_sheet,
)
from app.reading_command import reading_command
from app.server_command import server_command
from app.terminal import ask, opened, show_progress
from app.tuning_text import as_text, step_words
from app.workspace import Workspace, load_library

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
NO_MODEL = 3
"""Exit code of `segue model status` when the model wanted is still to be fetched."""


@click.group()
def commands() -> None:
    """Hold the commands; the group that people call is in `app.cli`."""


@commands.command("doctor")
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


@commands.group()
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
    with opened(paths) as workspace:
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


@model.command("tune")
@click.option("--json", "as_json", is_flag=True, help="Print what was measured as JSON.")
@click.pass_obj
def model_tune(paths: Paths, as_json: bool) -> None:
    """Measure for 20 seconds how the model in use is best run here, and run it so from now on."""
    with opened(paths) as workspace:
        try:
            tuning = _tuned(workspace)
        except EngineError as error:
            raise click.ClickException(error.explanation) from error
        except TuningError as error:
            raise click.ClickException(str(error)) from error
    click.echo(json.dumps(tuning.packed(), indent=2) if as_json else as_text(tuning))


@model.command("try")
@click.pass_obj
def model_try(paths: Paths) -> None:
    """Load the model in use, even one that was set aside because loading it ended the engine."""
    with opened(paths) as workspace:
        if workspace.engine is None:
            raise click.ClickException(workspace.model_choice().reason)
        try:
            info = workspace.engine.load()
        except EngineError as error:
            raise click.ClickException(error.explanation) from error
    click.echo(f"{info.model} works; it takes {info.context_length:,} tokens at a time.")


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
    with opened(paths) as workspace:
        try:
            work = workspace.certify(every_answer=every_answer, in_background=False)
            certificate = shown(work)
        except EngineError as error:
            raise click.ClickException(error.explanation) from error
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


@commands.group("eval")
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
    with opened(paths, model=model) as workspace:
        result = evaluate_grading(workspace, data, fit)
        assert workspace.certified is not None
        told = evaluated_as_json if as_json else evaluated_as_text
        click.echo(told(result, workspace.certified.calibration))


@evaluation.command("attacks")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def eval_attacks(paths: Paths, as_json: bool) -> None:
    """Try to talk the grader round with answers that have no content."""
    with opened(paths) as workspace:
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


@evaluation.command("questions")
@click.option("--n", "wanted", type=click.IntRange(1), default=120, show_default=True)
@click.option("--model", help="Id of the catalogue or path of a GGUF file.")
@click.option("--sheet", type=_NEW_FILE, help="Write a sheet for blind review, and its key.")
@click.option("--mutants", is_flag=True, help="Try the checks on planted faults instead.")
@click.option(
    "--marks", type=_FILE, multiple=True, help="Count what a reviewer saved; needs --key."
)
@click.option("--key", type=_FILE, help="The key of the sheet that was reviewed.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def eval_questions(
    paths: Paths,
    wanted: int,
    model: str | None,
    sheet: Path | None,
    mutants: bool,
    marks: tuple[Path, ...],
    key: Path | None,
    as_json: bool,
) -> None:
    """Have the model write questions until --n are accepted; go on where that was stopped."""
    if bool(marks) != (key is not None) or (marks and mutants) or (sheet and (marks or mutants)):
        raise click.UsageError(
            "--marks and --key go together, and neither with --mutants or --sheet"
        )
    if key is not None:
        click.echo(count_marks(marks, key, as_json))
        return
    with opened(paths, model=model) as workspace:
        result = evaluate_faults(workspace) if mutants else evaluate_questions(workspace, wanted)
        click.echo(json.dumps(result.as_json(), indent=2) if as_json else result.as_text())
        if sheet is not None and isinstance(result, Measured):
            key = make_review_sheet(workspace, result, sheet)
            click.echo(f"{sheet} is for reviewers; {key} tells which is which.", err=True)


@commands.group()
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


@commands.command("quiz")
@click.option("--skill", help="Slug of a skill; without it, what is due today.")
@click.option("--count", type=click.IntRange(1, 200), help="Number of questions.")
@click.option("--minutes", type=click.IntRange(1, 240), help="Ask for so long instead.")
@click.option(
    "--format",
    "answer_format",
    type=click.Choice(["mixed", "short", "choice", "cloze", "scenario"]),
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each question.")
@click.pass_obj
def quiz_command(
    paths: Paths,
    skill: str | None,
    count: int | None,
    minutes: int | None,
    answer_format: str | None,
    as_json: bool,
) -> None:
    """Study in the terminal: answers are read from standard input."""
    with opened(paths) as workspace:
        known = {each.slug for each in workspace.transition.skills}
        if skill is not None and skill not in known:
            listed = "\n  ".join(sorted(known))
            raise click.ClickException(f"there is no skill “{skill}”; the skills are:\n  {listed}")
        session = workspace.start_quiz(
            skill, count=count, minutes=minutes, answer_format=answer_format
        )
        ask(session, workspace, as_json=as_json)


@commands.command("log")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each answer.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@click.pass_obj
def log_command(paths: Paths, as_json: bool, limit: int) -> None:
    """Print the study log, newest first."""
    with opened(paths) as workspace:
        for entry in workspace.log.entries(limit=limit):
            if as_json:
                click.echo(json.dumps(entry_as_json(entry), ensure_ascii=False))
                continue
            when = entry.at.strftime("%Y-%m-%d %H:%M")
            mark = f"{entry.score:4.0%}" if entry.score is not None else " –  "
            click.echo(f"{when}  {mark}  {entry.answer.skill}: {entry.answer.question}")
            click.echo(f"      {entry.answer.text}")


commands.add_command(bench_command)
commands.add_command(server_command)
commands.add_command(material_command)
commands.add_command(reading_command)
commands.add_command(ask_command)
commands.add_command(desktop_command)
for command in (backup_command, restore_command, merge_command):
    commands.add_command(command)
evaluation.add_command(eval_ask)
evaluation.add_command(eval_hints)


def study_here(paths: Paths, *, fetch_model: bool) -> None:
    """Study in the terminal what today holds, fetching the model first if told to."""
    with opened(paths) as workspace:
        choice = workspace.model_choice()
        if fetch_model and choice.entry is not None and not choice.usable:
            click.echo(f"Fetching {choice.entry.name} ({_gigabytes(choice.entry.size).strip()}).")
            try:
                show_progress(fetch(choice.entry, paths.models))
                workspace.choose_engine()
            except FetchError as error:
                click.echo(f"{error}\nGoing on without a model.")
        ask(workspace.start_quiz(), workspace, as_json=False)


def _entry(name: str | None) -> CatalogueEntry:
    catalogue = load_catalogue(CATALOGUE)
    entry = catalogue.get(name) if name else catalogue.default
    if entry is None:
        known = ", ".join(each.id for each in catalogue)
        raise click.ClickException(f"the catalogue has no “{name}”; it has {known}")
    return entry


def _tuned(workspace: Workspace) -> Tuning:
    """Measure the model in use, with a line on standard error that says what is tried."""
    work = workspace.tune()
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            click.echo(err=True)
            tuning: Tuning = end.value
            return tuning
        said = step_words(step.option, step.value)
        click.echo(f"\r{step.seconds:3.0f} of {SECONDS:.0f} s, {said:50}", err=True, nl=False)


def _gigabytes(size: object) -> str:
    return f"{size / 1e9:6.2f} GB" if isinstance(size, int) else "  size unknown"
