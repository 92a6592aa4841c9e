"""The `segue` command with a window; Qt is loaded only when the window is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import cli

if TYPE_CHECKING:
    from app.paths import Paths


def main() -> None:
    """Run the command line, which opens the window when no command is given."""
    cli.main(open_window=open_window)


def open_window(paths: Paths, fetch: bool) -> int:
    """Open the window over some folders and return its exit code when it is closed.

    Parameters
    ----------
    fetch : bool
        Whether to begin fetching the chosen model if it is not there.
    """
    # `segue quiz` and `segue doctor` must work where Qt's libraries are missing.
    from ui.application import run  # noqa: PLC0415

    return run(paths, fetch=fetch)
