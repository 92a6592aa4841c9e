"""`segue material`: the learner's own files, and what is proposed of them."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from app.content.types import Misconception, Wording
from app.material.desk import MaterialDesk
from app.material.errors import MaterialError
from app.material.handles import handle, resolved
from app.material.proposing import MOST, Step
from app.material.reading.process import Progress
from app.material.records import Content, Document, Part, Proposal, State
from app.material.serial import content_as_json
from app.model.errors import EngineError
from app.paths import Paths
from app.terminal import opened
from app.workspace import Workspace

T = TypeVar("T")
_WHY = "You marked this as wrong."


@click.group("material")
def material_command() -> None:
    """Add files of your own, and decide which key points of them are asked."""


@material_command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", default="", help="What to call it; by default what it calls itself.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def add(paths: Paths, file: Path, title: str, as_json: bool) -> None:
    """Add a Markdown, text, HTML or PDF FILE; it is copied, so the original may go."""
    with at_desk(paths) as (_, desk):
        document = followed(desk.add(file, title=title))
        row = _document_row(document, desk)
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False, indent=2))
            return
        pages = f", {document.pages} pages" if document.pages is not None else ""
        click.echo(
            f"{row['id']}  “{document.title}”: {row['sections']} sections, "
            f"{document.characters:,} characters{pages}.\n"
            f"`segue material propose {row['id']}` looks for key points in it."
        )


@material_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each file.")
@click.pass_obj
def list_(paths: Paths, as_json: bool) -> None:
    """List your files, the newest first."""
    with at_desk(paths) as (_, desk):
        for document in desk.store.documents():
            row = _document_row(document, desk)
            if as_json:
                click.echo(json.dumps(row, ensure_ascii=False))
                continue
            click.echo(
                f"{row['id']}  {document.title} ({document.name}): {row['new']} in the inbox, "
                f"{row['accepted']} accepted, {row['rejected']} rejected"
            )


@material_command.command("sections")
@click.argument("document")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each section.")
@click.pass_obj
def sections(paths: Paths, document: str, as_json: bool) -> None:
    """List the sections of a file, or print their text as JSON."""
    with at_desk(paths) as (_, desk):
        found = _document(desk, document)
        for each in desk.store.sections(found.id):
            if as_json:
                row = {
                    "number": each.number,
                    "heading": each.heading,
                    "trail": each.trail,
                    "page": each.page,
                    "text": each.text,
                }
                click.echo(json.dumps(row, ensure_ascii=False))
                continue
            page = f"  page {each.page}" if each.page is not None else ""
            indent = "  " * len(each.trail)
            click.echo(f"{each.number:4}  {indent}{each.heading or '–'}{page}")


@material_command.command("propose")
@click.argument("document")
@click.option(
    "--most",
    type=click.IntRange(1, 2000),
    default=MOST,
    show_default=True,
    help="Sentences tried in this file at most, over all runs.",
)
@click.option(
    "--section",
    "within",
    type=int,
    multiple=True,
    help="Number of a section to look at, and no other; once or more.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what came of it as JSON.")
@click.pass_obj
def propose(paths: Paths, document: str, most: int, within: tuple[int, ...], as_json: bool) -> None:
    """Look for key points in a file, section by section; goes on where it was stopped."""
    with at_desk(paths) as (workspace, desk):
        found = _document(desk, document)
        known = {each.number for each in desk.store.sections(found.id)}
        for number in within:
            if number not in known:
                see = f"see `segue material sections {document}`"
                raise click.ClickException(f"there is no section {number}; {see}")
        if workspace.engine is None:
            reason = workspace.model_choice().reason or "no model is chosen"
            click.echo(
                f"Without a model ({reason}): the sentences are taken as they are.", err=True
            )
        work = desk.propose(
            found,
            workspace.engine,
            workspace.lexicon,
            most=most,
            within=frozenset(within) or None,
        )
        figures = followed(work)
        if as_json:
            click.echo(json.dumps(_document_row(found, desk), ensure_ascii=False, indent=2))
            return
        click.echo(
            f"{figures.new} key points in the inbox; {figures.refused} of {figures.tried} "
            "sentences made none."
        )


@material_command.command("inbox")
@click.option("--document", help="Only of this file.")
@click.option("--all", "everything", is_flag=True, help="Also what was decided about.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each proposal.")
@click.pass_obj
def inbox(paths: Paths, document: str | None, everything: bool, as_json: bool) -> None:
    """Show the key points that wait for your decision."""
    with at_desk(paths) as (_, desk):
        only = _document(desk, document).id if document is not None else None
        titles = {each.id: each.title for each in desk.store.documents()}
        found = desk.store.proposals(None if everything else State.NEW, only)
        if not found and not as_json:
            click.echo("The inbox is empty.")
        for each in found:
            if as_json:
                row = proposal_row(each, titles[each.document])
                click.echo(json.dumps(row, ensure_ascii=False))
                continue
            _show(each, titles[each.document])


@material_command.command("accept")
@click.argument("proposals", nargs=-1, required=True)
@click.pass_obj
def accept(paths: Paths, proposals: tuple[str, ...]) -> None:
    """Let proposals into the schedule, by their ids in the inbox."""
    with at_desk(paths) as (_, desk):
        for each in _proposals(desk, proposals):
            desk.accept(each.id)
        click.echo(f"{len(proposals)} accepted; the quiz asks them from now on.")


@material_command.command("reject")
@click.argument("proposals", nargs=-1, required=True)
@click.pass_obj
def reject(paths: Paths, proposals: tuple[str, ...]) -> None:
    """Keep proposals out of the schedule, or take accepted ones out again."""
    with at_desk(paths) as (_, desk):
        for each in _proposals(desk, proposals):
            desk.reject(each.id)
        click.echo(f"{len(proposals)} rejected.")


@material_command.command("edit")
@click.argument("proposal")
@click.option("--claim", help="What is to be known, as one sentence.")
@click.option("--question", help="What is asked.")
@click.option("--topic", help="What it is about, in a few words.")
@click.option("--quote", help="Words of the same section that it rests on.")
@click.option(
    "--wrong", multiple=True, help="A misconception; given once or more, they replace all."
)
@click.pass_obj
def edit(
    paths: Paths,
    proposal: str,
    claim: str | None,
    question: str | None,
    topic: str | None,
    quote: str | None,
    wrong: tuple[str, ...],
) -> None:
    """Change what a proposal says; whether it is accepted stays as it is."""
    with at_desk(paths) as (_, desk):
        [found] = _proposals(desk, [proposal])
        before = found.content
        whys = {each.claim: each.why for each in before.misconceptions}
        changed = Content(
            quote=before.quote if quote is None else quote,
            topic=before.topic if topic is None else topic,
            claim=before.claim if claim is None else claim,
            question=before.question if question is None else question,
            misconceptions=tuple(Misconception(each, whys.get(each, _WHY)) for each in wrong)
            or before.misconceptions,
        )
        try:
            desk.edit(found.id, changed)
        except ValueError as error:
            raise click.ClickException(f"Nothing was changed: {error}.") from error
        title = desk.store.document(found.document).title
        _show(desk.store.proposal(found.id), title)


@material_command.command("undo")
@click.pass_obj
def undo(paths: Paths) -> None:
    """Take back your last decision in the inbox."""
    with at_desk(paths) as (_, desk):
        undone = desk.undo()
        click.echo(f"Undone: {undone}." if undone else "There is nothing to undo.")


@material_command.command("redo")
@click.pass_obj
def redo(paths: Paths) -> None:
    """Do again what was undone last."""
    with at_desk(paths) as (_, desk):
        redone = desk.redo()
        click.echo(f"Done again: {redone}." if redone else "There is nothing to do again.")


@material_command.command("rename")
@click.argument("document")
@click.argument("title")
@click.pass_obj
def rename(paths: Paths, document: str, title: str) -> None:
    """Call a file TITLE from now on, wherever it is named."""
    with at_desk(paths) as (_, desk):
        found = _document(desk, document)
        try:
            desk.rename(found.id, title)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
        click.echo(f"“{found.title}” is called “{title.strip()}” now.")


@material_command.command("remove")
@click.argument("document")
@click.pass_obj
def remove(paths: Paths, document: str) -> None:
    """Take a file away with all its key points; `undo` brings it back."""
    with at_desk(paths) as (_, desk):
        found = _document(desk, document)
        desk.remove(found.id)
        click.echo(f"“{found.title}” was taken away; what you answered stays in the log.")


@contextmanager
def at_desk(paths: Paths) -> Iterator[tuple[Workspace, MaterialDesk]]:
    """Open the learner's material for a command; what is wrong is told and ends the command."""
    with opened(paths) as workspace:
        try:
            yield workspace, workspace.material
        except EngineError as error:
            kept = f"{error.explanation} What was made so far is kept."
            raise click.ClickException(kept) from error
        except MaterialError as error:
            raise click.ClickException(str(error)) from error


def followed(work: Generator[Progress | Step, None, T]) -> T:
    """Do some work to its end, with a line on standard error that says how far it is."""
    is_shown = False
    try:
        while True:
            step = next(work)
            if isinstance(step, Step):
                words = f"{step.done} of {step.of}, {step.proposed} proposed: {step.heading[:40]}"
            elif step.of:
                words = f"page {step.done} of {step.of}"
            else:
                continue
            is_shown = True
            click.echo(f"\r{words:78}", err=True, nl=False)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        if is_shown:
            click.echo(err=True)
        work.close()


def proposal_row(proposal: Proposal, title: str) -> dict[str, Any]:
    """Return a proposal for a program to read; its fields are only ever added to."""
    draft = proposal.draft
    return {
        "id": handle(proposal.id),
        "state": proposal.state.value,
        "edited": proposal.is_edited,
        "document": handle(proposal.document),
        "title": title,
        "section": draft.section,
        "heading": proposal.heading,
        "page": proposal.page,
        "start": draft.start,
        "end": draft.end,
        "statement": draft.statement,
        **content_as_json(proposal.content),
        "by_model": list(draft.by_model),
        "model": draft.model or None,
        "prompts": draft.prompts,
        "key_point": proposal.key_point,
        "worded_by": {part.value: proposal.worded_by(part).value for part in Part},
    }


def _document_row(document: Document, desk: MaterialDesk) -> dict[str, Any]:
    figures = desk.store.figures(document.id)
    return {
        "id": handle(document.id),
        "title": document.title,
        "name": document.name,
        "kind": document.kind.value,
        "hash": document.hash,
        "size": document.size,
        "pages": document.pages,
        "characters": document.characters,
        "skill": document.slug,
        "sections": figures.sections,
        "tried": figures.tried,
        "refused": figures.refused,
        "new": figures.new,
        "accepted": figures.accepted,
        "rejected": figures.rejected,
    }


def _document(desk: MaterialDesk, given: str) -> Document:
    found = {each.id: each for each in desk.store.documents()}
    return found[_one(given, found, "file", "segue material list")]


def _proposals(desk: MaterialDesk, given: Sequence[str]) -> list[Proposal]:
    """Return all of them before anything is decided about any."""
    found = {each.id: each for each in desk.store.proposals()}
    return [found[_one(each, found, "proposal", "segue material inbox")] for each in given]


def _one(given: str, known: dict[str, Any], what: str, where: str) -> str:
    try:
        return resolved(given, known)
    except LookupError as error:
        raise click.ClickException(f"there is {error} {what} “{given}”; see `{where}`") from error


def _mark(proposal: Proposal, part: Part) -> str:
    return {Wording.MODEL: " (worded by the model)", Wording.LEARNER: " (edited by you)"}.get(
        proposal.worded_by(part), ""
    )


def _show(proposal: Proposal, title: str) -> None:
    page = f", page {proposal.page}" if proposal.page is not None else ""
    where = f"{title}: {proposal.heading}" if proposal.heading else title
    click.echo(f"{handle(proposal.id)}  [{proposal.state.value}] {where}{page}")
    click.echo(f"        {proposal.content.claim}{_mark(proposal, Part.CLAIM)}")
    click.echo(f"        ? {proposal.content.question}{_mark(proposal, Part.QUESTION)}")
    for each in proposal.content.misconceptions:
        click.echo(f"        ✗ {each.claim}")
    click.echo(f"        “{proposal.quote}”\n")
