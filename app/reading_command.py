"""`segue reading`: what to read, why, by when, and what was decided about it."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import click

from app.material.desk import MaterialDesk
from app.material.handles import handle, resolved
from app.material.records import Outcome, ToRead
from app.material_command import at_desk
from app.paths import Paths


@click.group("reading")
def reading_command() -> None:
    """Keep a list of what to read, and of what you decided about it."""


@reading_command.command("add")
@click.argument("title")
@click.option("--place", default="", help="Where it is: an address, a file, a book.")
@click.option("--why", default="", help="What you want to know from it.")
@click.option("--by", "due", type=click.DateTime(["%Y-%m-%d"]), help="By when, as 2026-12-24.")
@click.pass_obj
def add(paths: Paths, title: str, place: str, why: str, due: datetime | None) -> None:
    """Put TITLE on the list."""
    with at_desk(paths) as (_, desk):
        try:
            id_ = desk.store.plan_reading(
                title, place=place, why=why, due=due.date() if due is not None else None
            )
        except ValueError as error:
            raise click.ClickException(str(error)) from error
        click.echo(f"{handle(id_)}  {title}")


@reading_command.command("list")
@click.option("--all", "everything", is_flag=True, help="Also what was decided about.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each entry.")
@click.pass_obj
def list_(paths: Paths, everything: bool, as_json: bool) -> None:
    """Show the list: what is open by date, the undated last."""
    with at_desk(paths) as (workspace, desk):
        today = workspace.clock().date()
        for each in desk.store.reading_list(open_only=not everything):
            if as_json:
                click.echo(json.dumps(to_read_row(each), ensure_ascii=False))
            else:
                _show(each, today)


@reading_command.command("edit")
@click.argument("entry")
@click.option("--title", help="What it is called.")
@click.option("--place", help="Where it is: an address, a file, a book.")
@click.option("--why", help="What you want to know from it.")
@click.option("--by", "due", type=click.DateTime(["%Y-%m-%d"]), help="By when, as 2026-12-24.")
@click.option("--no-date", is_flag=True, help="At any time.")
@click.pass_obj
def edit(
    paths: Paths,
    entry: str,
    title: str | None,
    place: str | None,
    why: str | None,
    due: datetime | None,
    no_date: bool,
) -> None:
    """Put an entry right; what is not given stays as it is."""
    with at_desk(paths) as (workspace, desk):
        found = _entry(desk, entry)
        by = None if no_date else due.date() if due is not None else found.due
        try:
            desk.store.correct_reading(
                found.id,
                found.title if title is None else title,
                place=found.place if place is None else place,
                why=found.why if why is None else why,
                due=by,
            )
        except ValueError as error:
            raise click.ClickException(str(error)) from error
        _show(desk.store.to_read(found.id), workspace.clock().date())


@reading_command.command("done")
@click.argument("entry")
@click.option("--note", default="", help="What came of it.")
@click.pass_obj
def done(paths: Paths, entry: str, note: str) -> None:
    """Note that an entry was read."""
    _decide(paths, entry, Outcome.DONE, note)


@reading_command.command("keep")
@click.argument("entry")
@click.option("--note", default="", help="What it is good for.")
@click.pass_obj
def keep(paths: Paths, entry: str, note: str) -> None:
    """Note that an entry was read and is worth coming back to."""
    _decide(paths, entry, Outcome.KEPT, note)


@reading_command.command("drop")
@click.argument("entry")
@click.option("--note", default="", help="Why.")
@click.pass_obj
def drop(paths: Paths, entry: str, note: str) -> None:
    """Note that an entry will not be read."""
    _decide(paths, entry, Outcome.DROPPED, note)


@reading_command.command("reopen")
@click.argument("entry")
@click.option("--note", default="", help="Why.")
@click.option("--by", "due", type=click.DateTime(["%Y-%m-%d"]), help="By when now.")
@click.pass_obj
def reopen(paths: Paths, entry: str, note: str, due: datetime | None) -> None:
    """Put an entry back among what is to be read, or give it another date."""
    _decide(paths, entry, Outcome.OPEN, note, due.date() if due is not None else None)


@reading_command.command("undo")
@click.pass_obj
def undo(paths: Paths) -> None:
    """Take back your last decision about the list."""
    with at_desk(paths) as (_, desk):
        entry = desk.store.undo_reading()
        if entry is None:
            click.echo("There is nothing to undo.")
            return
        click.echo(f"{handle(entry.id)}  {entry.title}: {entry.outcome.value}")


def to_read_row(entry: ToRead) -> dict[str, Any]:
    """Return an entry for a program to read; its fields are only ever added to."""
    return {
        "id": handle(entry.id),
        "title": entry.title,
        "place": entry.place,
        "why": entry.why,
        "by": entry.due.isoformat() if entry.due is not None else None,
        "outcome": entry.outcome.value,
        "note": entry.note,
        "added": entry.at.isoformat(),
        "decided": entry.decided.isoformat() if entry.decided is not None else None,
    }


def _decide(paths: Paths, given: str, outcome: Outcome, note: str, due: date | None = None) -> None:
    with at_desk(paths) as (_, desk):
        entry = _entry(desk, given)
        desk.store.decide_reading(entry.id, outcome, note=note, due=due)
        click.echo(f"{handle(entry.id)}  {entry.title}: {outcome.value}")


def _entry(desk: MaterialDesk, given: str) -> ToRead:
    found = {each.id: each for each in desk.store.reading_list()}
    try:
        return found[resolved(given, found)]
    except LookupError as error:
        reason = f"there is {error} entry “{given}”; see `segue reading list --all`"
        raise click.ClickException(reason) from error


def _show(entry: ToRead, today: date) -> None:
    when = ""
    if entry.outcome is not Outcome.OPEN:
        when = f"  [{entry.outcome.value}]"
    elif entry.due is not None:
        when = f"  by {entry.due.isoformat()}{' (overdue)' if entry.due < today else ''}"
    click.echo(f"{handle(entry.id)}  {entry.title}{when}")
    for text in (entry.place, entry.why, entry.note):
        if text:
            click.echo(f"          {text}")
