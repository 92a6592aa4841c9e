"""`segue backup`, `segue restore` and `segue merge`: all of one learner's data as a whole."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import click

from app.keeping.archive import Step
from app.keeping.backing_up import Kept, back_up
from app.keeping.errors import BackupError
from app.keeping.merging import Merged, bring_in
from app.keeping.restoring import Restored, restore
from app.material.errors import MaterialError
from app.paths import Paths
from app.study.errors import StudyLogError
from app.study.store import local_now

T = TypeVar("T")


@click.command("backup")
@click.argument("target", type=click.Path(path_type=Path), default=".")
@click.option(
    "--without-files",
    is_flag=True,
    help="Leave out the copies of your own files; their text comes along all the same.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what is in it as JSON.")
@click.pass_obj
def backup_command(paths: Paths, target: Path, without_files: bool, as_json: bool) -> None:
    """Write study log, own material, guides and settings into one file; Segue may be open."""
    with _told():
        work = back_up(paths, target, clock=local_now, with_files=not without_files)
        kept = _followed(work)
    click.echo(json.dumps(kept_row(kept), indent=2) if as_json else _kept_words(kept))


@click.command("restore")
@click.argument("backup", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print what was put back as JSON.")
@click.pass_obj
def restore_command(paths: Paths, backup: Path, as_json: bool) -> None:
    """Put a backup in the place of what there is, which is put aside; Segue must be closed."""
    with _told():
        restored = _followed(restore(paths, backup, clock=local_now))
    click.echo(json.dumps(_restored_row(restored), indent=2) if as_json else _words_of(restored))


@click.command("merge")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print what is new as JSON.")
@click.pass_obj
def merge_command(paths: Paths, source: Path, as_json: bool) -> None:
    """Take in another laptop's backup or data folder; nothing of either side is lost."""
    with _told():
        merged = _followed(bring_in(paths, source, clock=local_now))
    if as_json:
        click.echo(json.dumps(asdict(merged), indent=2, ensure_ascii=False))
        return
    click.echo(merged_words(merged))
    for name in merged.differing:
        click.echo(f"{name} says something else there; yours was left as it is.")


def kept_row(kept: Kept) -> dict[str, Any]:
    """Return what a backup has in it, for a program; its fields are only ever added to."""
    return {
        "path": str(kept.path),
        "at": kept.listing.at.isoformat(),
        "segue": kept.listing.version,
        "size": kept.size,
        "answers": kept.answers,
        "documents": kept.documents,
        "copies": kept.copies,
        "parts": list(kept.listing.parts),
    }


def merged_words(merged: Merged) -> str:
    """Return in a sentence what a merge brought."""
    if merged.is_nothing:
        return "Everything in it was here already."
    parts = (
        (merged.answers, "answer"),
        (merged.documents, "own file"),
        (merged.key_points, "proposed key point"),
        (merged.decisions, "decision"),
        (merged.to_read, "reading-list entry"),
        (merged.files, "guide or document"),
    )
    said = [f"{count} {name}{'s' * (count != 1)}" for count, name in parts if count]
    return f"New here: {', '.join(said) or f'{merged.rows} rows of the study log'}."


def _kept_words(kept: Kept) -> str:
    files = (
        f"{kept.documents} own files with their key points and decisions"
        f" ({kept.copies} of them as files, too)"
    )
    return (
        f"{kept.path}: {kept.size / 1e6:.1f} MB, read back and whole.\n"
        f"In it: {kept.answers} answers; {files if kept.documents else 'no own files'}; reading"
        " list, settings, own transitions and guides. Models and keys of servers are not in it."
    )


def _words_of(restored: Restored) -> str:
    lines = [
        f"Put back as of {restored.listing.at:%Y-%m-%d %H:%M}: {restored.answers} answers, "
        f"{restored.documents} own files."
    ]
    if restored.documents > restored.copies:
        lines.append("Some own files are not in the backup themselves; their text is.")
    if restored.aside is not None:
        lines.append(f"What was here before is in {restored.aside}.")
    return "\n".join(lines)


def _restored_row(restored: Restored) -> dict[str, Any]:
    return {
        "at": restored.listing.at.isoformat(),
        "answers": restored.answers,
        "documents": restored.documents,
        "copies": restored.copies,
        "aside": str(restored.aside) if restored.aside is not None else None,
    }


def _followed(work: Generator[Step, None, T]) -> T:
    """Do some work to its end, with a line on standard error that says how far it is."""
    shown = False
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            if shown:
                click.echo(err=True)
            result: T = end.value
            return result
        shown = True
        click.echo(
            f"\r{step.done * 100 // max(1, step.of):3} %  {step.name[:60]:60}", err=True, nl=False
        )


@contextmanager
def _told() -> Iterator[None]:
    """Tell what is wrong, and end the command."""
    try:
        yield
    except (BackupError, MaterialError, StudyLogError) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error
