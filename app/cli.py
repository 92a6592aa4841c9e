"""The `segue` command: it opens the window, or runs one of the commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from app.bench import MORE
from app.display import missing_display
from app.paths import Paths

OpenWindow = Callable[[Paths, bool], int]
"""Opens the window over some folders, fetching the model if told to; returns its exit code."""


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


@click.group(
    cls=_LateCommands,
    invoke_without_command=True,
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

    Without a command, Segue opens its window.
    """
    front: Front = context.obj or Front()
    context.obj = Paths.find(data)
    context.meta[MORE] = front.benchmarks
    if context.invoked_subcommand is None:
        context.exit(_open(context.obj, front.open_window, fetch_model))


def main(front: Front | None = None) -> None:
    """Run the command line; without a front there is no window."""
    cli(obj=front)


def _open(paths: Paths, open_window: OpenWindow | None, fetch_model: bool) -> int:
    reason = missing_display()
    if open_window is not None and reason is None:
        return open_window(paths, fetch_model)
    from app.commands import study_here  # noqa: PLC0415

    click.echo(f"{reason or 'There is no window here.'} Studying in the terminal instead.")
    study_here(paths, fetch_model=fetch_model)
    return 0


def _imported() -> click.Group:
    from app.commands import commands  # noqa: PLC0415

    return commands
