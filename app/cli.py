"""The `segue` command: it opens the window, or runs one of the commands."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import click

from app.bench import MORE
from app.display import missing_display
from app.paths import Paths


class OpenWindow(Protocol):
    """Opens the window over some folders and returns its exit code.

    It fetches the model if told to, and opens files that were named.
    """

    def __call__(self, paths: Paths, fetch: bool, /, *, files: Sequence[Path] = ()) -> int:
        """Open it."""


_FRONT = "segue.front"
"""Where a context keeps the front."""


@dataclass(frozen=True)
class Front:
    """What a program with a window adds to the command line.

    Attributes
    ----------
    open_window : callable or None
        What `segue` without a command does.
    benchmarks : mapping
        Benchmarks besides those of `app.bench.registry`, as it has them.
    """

    open_window: OpenWindow | None = None
    benchmarks: Mapping[str, str] = field(default_factory=dict)


class _LateCommands(click.Group):
    """Commands that are imported when one is called: the window opens without any of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return _imported().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _imported().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take what is no command's name but looks like a file's for one to be opened."""
        if _is_file_name(args[0]):
            return open_files.name, open_files, args
        return super().resolve_command(ctx, args)


@click.group(
    cls=_LateCommands,
    invoke_without_command=True,
    subcommand_metavar="[FILE]... | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
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

    Without a command, Segue opens its window, or brings it to the front if it is open. Files that
    are named are opened in it: documents are added to your material, a model is used.
    """
    front: Front = context.obj or Front()
    context.obj = Paths.find(data)
    context.meta[MORE] = front.benchmarks
    context.meta[_FRONT] = front
    if context.invoked_subcommand is None:
        context.exit(_open(context.obj, front.open_window, fetch_model))


@click.command("open", add_help_option=False)
@click.argument(
    "files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE"
)
@click.pass_context
def open_files(context: click.Context, files: tuple[Path, ...]) -> None:
    """Open the window with some files."""
    front: Front = context.meta[_FRONT]
    parent = context.parent
    fetch_model = parent is not None and parent.params["fetch_model"]
    context.exit(_open(context.obj, front.open_window, fetch_model, files))


def main(front: Front | None = None) -> None:
    """Run the command line; without a front there is no window."""
    cli(obj=front)


def _open(
    paths: Paths, open_window: OpenWindow | None, fetch_model: bool, files: Sequence[Path] = ()
) -> int:
    reason = missing_display()
    if open_window is not None and reason is None:
        return open_window(paths, fetch_model, files=files)
    if files:
        why = reason or "There is no window here."
        raise click.UsageError(f"{why} `segue material add FILE` adds a document without one.")
    from app.commands import study_here  # noqa: PLC0415

    click.echo(f"{reason or 'There is no window here.'} Studying in the terminal instead.")
    study_here(paths, fetch_model=fetch_model)
    return 0


def _is_file_name(argument: str) -> bool:
    """Tell a file's name from a command's, which has neither dot nor slash."""
    separators = (os.sep, os.altsep or os.sep, ".")
    return any(each in argument for each in separators)


def _imported() -> click.Group:
    from app.commands import commands  # noqa: PLC0415

    return commands
