"""`segue ask`, and `segue eval ask`, which measures it."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from app.ask.features import Kind
from app.ask.index import Embedder
from app.ask.judge import Judge, JudgeError, save_judges
from app.ask.labels import LabelError, load_labels
from app.ask.measuring import Figures, Observed, calibrate, figures, observing, reading_all
from app.ask.reply import Reply
from app.ask.searching import find_passages
from app.model.errors import EngineError
from app.paths import ASK, Paths
from app.quiz.speech import Speech
from app.terminal import opened
from app.workspace import Workspace

Result = TypeVar("Result")

NOT_THERE = 4
"""Exit code of `segue ask` when the material does not carry the answer."""


@click.command("ask")
@click.argument("question")
@click.option("--json", "as_json", is_flag=True, help="Print the reply as one JSON object.")
@click.pass_obj
def ask_command(paths: Paths, question: str, as_json: bool) -> None:
    """Answer QUESTION from the guides and your own documents, with the passages quoted.

    Exits with 4 when they do not carry the answer.
    """
    with opened(paths) as workspace:
        try:
            desk = workspace.desk
        except JudgeError as error:
            raise click.ClickException(str(error)) from error
        try:
            run_to_end(desk.updating(), "Reading what there is")
        except EngineError as error:
            click.echo(f"Passages are found by their words only. {error.explanation}", err=True)
        reply, said = None, ""
        try:
            for each in desk.answering(question):
                if isinstance(each, Reply):
                    reply = each
                    if not as_json:
                        _print_reply(reply)
                elif isinstance(each, Speech):
                    said = each.kept
        except EngineError as error:
            if reply is None:
                raise click.ClickException(error.explanation) from error
            click.echo(f"No words of the model: {error.explanation}", err=True)
        assert reply is not None
        if as_json:
            click.echo(json.dumps(reply_as_json(reply, said), ensure_ascii=False, indent=2))
        elif said:
            click.echo(f"\nIn the model's words: {said}")
    if not reply.answered:
        sys.exit(NOT_THERE)


@click.command("ask")
@click.option(
    "--fit",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Calibrate anew and write the judges here.",
)
@click.option("--no-model", is_flag=True, help="Leave the model that reads out of it.")
@click.option(
    "--labels",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Other labelled questions than those that ship.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def eval_ask(
    paths: Paths, fit: Path | None, no_model: bool, labels: Path | None, as_json: bool
) -> None:
    """Measure answers and refusals on labelled questions that nothing was fitted to."""
    with opened(paths) as workspace:
        try:
            judges = dict(workspace.desk.judges)
            found = _evaluate(
                workspace,
                labels or ASK / "questions.jsonl",
                judges,
                fit=fit is not None,
                read=not no_model,
            )
            if fit is not None:
                save_judges(fit, judges)
        except EngineError as error:
            raise click.ClickException(error.explanation) from error
        except (LabelError, JudgeError, OSError) as error:
            raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps({label: asdict(each) for label, each in found.items()}, indent=2))
        return
    for label, each in found.items():
        click.echo(
            f"{label}\n  {each.inside} questions inside: {each.answered:.0%} answered; of those "
            f"{each.any_carries:.0%} with a citation that carries the answer "
            f"({each.first_carries:.0%} the first, {each.quote_carries:.0%} in the words quoted)\n"
            f"  {each.outside} questions outside: {each.refused:.0%} refused "
            f"({each.near_refused:.0%} of those of the field)"
        )


def reply_as_json(reply: Reply, said: str) -> dict[str, object]:
    """Return a reply as the command line prints it: a contract, changed only by adding."""
    return {
        "question": reply.question,
        "answered": reply.answered,
        "refusal": reply.refusal or None,
        "citations": [
            {
                "title": citation.passage.title,
                "headings": list(citation.passage.headings),
                "skill": citation.passage.skill or None,
                "path": citation.passage.path or None,
                "anchor": citation.passage.anchor or None,
                "quote": citation.quote,
                "passage": citation.passage.text,
                "probability": round(citation.probability, 3),
            }
            for citation in reply.citations
        ],
        "nearest": [passage.place for passage in reply.nearest],
        "answer": said or None,
        "found_by": reply.kind.label,
    }


def _evaluate(
    workspace: Workspace, labels: Path, judges: dict[str, Judge], *, fit: bool, read: bool
) -> dict[str, Figures]:
    """Return the figures of each judge that there is, or that is made, by its label."""
    desk = workspace.desk
    known = load_labels(labels)
    run_to_end(desk.updating(), "Reading what there is")
    embedders: list[Embedder | None] = [None]
    embedders += [desk.embedder] if desk.embedder is not None else []
    found: dict[str, Figures] = {}
    read_before: dict[tuple[str, str], float] = {}
    for embedder in embedders:
        find = partial(find_passages, desk.index, desk.synonyms, embedder=embedder)
        observed = run_to_end(observing(known, find), "Finding passages")
        kind = Kind(embedder.name if embedder is not None else "")
        _measure(kind, observed, judges, found, fit=fit)
        reader = desk.reader if read else None
        if reader is None:
            continue
        strict = Kind(kind.embedder, reader.name)
        if fit or strict.label in judges:
            work = reading_all(observed, judges[kind.label], reader, read_before)
            observed = run_to_end(work, "Reading passages")
            _measure(strict, observed, judges, found, fit=fit)
    return found


def _measure(
    kind: Kind,
    observed: list[Observed],
    judges: dict[str, Judge],
    found: dict[str, Figures],
    *,
    fit: bool,
) -> None:
    if fit:
        judges[kind.label] = calibrate(kind, [o for o in observed if o.label.half == "fit"])
    if kind.label in judges:
        reported = [each for each in observed if each.label.half == "report"]
        found[kind.label] = figures(reported, judges[kind.label])


def _print_reply(reply: Reply) -> None:
    if not reply.answered:
        click.echo(f"Not in your material. {reply.refusal}")
        for passage in reply.nearest:
            click.echo(f"  Nearest: {passage.place}")
        return
    for citation in reply.citations:
        click.echo(f"“{citation.quote}”\n  {citation.passage.place}")


def run_to_end(work: Generator[float, None, Result], what: str) -> Result:
    """Do some work to its end, with a line on standard error where somebody looks at it."""
    while True:
        try:
            share = next(work)
        except StopIteration as end:
            if sys.stderr.isatty():
                click.echo(f"\r{'':40}\r", err=True, nl=False)
            result: Result = end.value
            return result
        if sys.stderr.isatty():
            click.echo(f"\r{what}: {share:4.0%}", err=True, nl=False)
