"""`segue desktop`: launcher, icons and file types on a Linux desktop."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
import platformdirs

from app.desktop.installation import Outcome, Status, install, status, uninstall
from app.desktop.places import Places
from app.desktop.program import DesktopError, running_program
from app.paths import Paths

T = TypeVar("T")
_ELSEWHERE = {
    "darwin": (
        "On macOS a program in the Applications folder is its own launcher. `make dist` makes "
        "Segue.app there; drag it into Applications. `segue` in a terminal opens the same window."
    ),
    "win32": (
        "On Windows, right-click segue.exe in the folder that `make dist` makes and choose “Pin "
        "to Start”. `segue` in a terminal opens the same window."
    ),
}
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")


@click.group("desktop")
def desktop_command() -> None:
    """Add Segue to the menus of a Linux desktop, or take it away again."""
    if sys.platform in _ELSEWHERE:
        raise click.ClickException(_ELSEWHERE[sys.platform])


@desktop_command.command("install")
@click.option("--replace", is_flag=True, help="Write over files that Segue did not write.")
@_AS_JSON
@click.pass_obj
def install_(paths: Paths, replace: bool, as_json: bool) -> None:
    """Add launcher, icons and file types for you; again after Segue was moved."""
    program, options = _program(), _options(paths)
    outcome = _done(lambda: install(_places(), program, options, replace=replace))
    if as_json:
        _print_outcome(outcome)
        return
    for path in outcome.files:
        click.echo(f"+ {path}")
    _complain(outcome)
    click.echo(f"Segue is in the menu and starts {program}.")
    click.echo("`segue desktop uninstall` removes exactly these files.")


@desktop_command.command("uninstall")
@_AS_JSON
def uninstall_(as_json: bool) -> None:
    """Remove exactly what was installed; your data and models stay."""
    outcome = _done(lambda: uninstall(_places()))
    if as_json:
        _print_outcome(outcome)
        return
    if not outcome.files and not outcome.kept:
        click.echo("There is nothing to remove: nothing was installed.")
        return
    for path in outcome.files:
        click.echo(f"- {path}")
    for path in outcome.kept:
        click.echo(f"{path} stays: it was changed after Segue wrote it.")
    _complain(outcome)


@desktop_command.command("status")
@_AS_JSON
@click.pass_obj
def status_(paths: Paths, as_json: bool) -> None:
    """Tell whether Segue is in the menu, and what the launcher starts."""
    program: Path | None
    try:
        program = running_program()
    except DesktopError:
        program = None
    found = _done(lambda: status(_places(), program, _options(paths)))
    if as_json:
        row = {
            "installed": bool(found.files),
            "current": found.is_current,
            "starts": found.starts or None,
            "types": list(found.types),
            "program": str(program) if program is not None else None,
            "files": [{"path": str(each), "state": found.files[each]} for each in found.files],
        }
        click.echo(json.dumps(row, ensure_ascii=False, indent=2))
        return
    _print_status(found)


def _print_status(found: Status) -> None:
    if not found.files:
        click.echo("Segue is not in the menu. `segue desktop install` adds it.")
        return
    for path, state in found.files.items():
        mark = {"ok": "✓", "changed": "!", "missing": "✗"}[state]
        note = "" if state == "ok" else f"  ({state})"
        click.echo(f"{mark} {path}{note}")
    click.echo(f"The launcher starts {found.starts or 'nothing'}")
    click.echo(f"and offers to open {', '.join(found.types) or 'no files'}.")
    if not found.is_current:
        click.echo("Installing again would change that: `segue desktop install`.")


def _places() -> Places:
    return Places.find(os.environ)


def _program() -> Path:
    return _done(running_program)


def _options(paths: Paths) -> list[str]:
    """Return what the launcher must say about the data, if they are not at the usual place."""
    usual = Path(platformdirs.user_data_dir("segue", False)).absolute()
    return [] if paths.data == usual else ["--data", str(paths.data)]


def _done(work: Callable[[], T]) -> T:
    try:
        return work()
    except (DesktopError, OSError) as error:
        raise click.ClickException(str(error)) from error


def _print_outcome(outcome: Outcome) -> None:
    row = {
        "files": [str(each) for each in outcome.files],
        "kept": [str(each) for each in outcome.kept],
        "complaints": list(outcome.complaints),
    }
    click.echo(json.dumps(row, ensure_ascii=False, indent=2))


def _complain(outcome: Outcome) -> None:
    for each in outcome.complaints:
        click.echo(f"The desktop's own tools say: {each}", err=True)
