"""The `segue` command with a window; Qt is loaded only when the window is opened."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import cli
from app.handover import hand_over
from ui.bench import BENCHMARKS

if TYPE_CHECKING:
    from app.paths import Paths
    from app.workspace import Workspace
    from ui.window import MainWindow


def main() -> None:
    """Run the command line, which opens the window when no command is given."""
    cli.main(cli.Front(open_window, BENCHMARKS))


def open_window(
    paths: Paths,
    fetch: bool,
    then: Callable[[MainWindow, Workspace], object] | None = None,
    *,
    files: Sequence[Path] = (),
) -> int:
    """Open the window over some folders and return its exit code when it is closed.

    Where it is open already, it comes to the front and is given the files; this returns at once.

    Parameters
    ----------
    fetch : bool
        Whether to begin fetching the chosen model if it is not there.
    then : callable, optional
        Called with the window and its workspace as soon as it is open; it is a window of its own.
    files : sequence of Path
        To be opened in it.
    """
    if then is None and hand_over(paths, files, fetch=fetch):
        return 0
    # A start makes objects and drops none; looking through them for rubbish takes time and finds
    # nothing. When everything is there, the window has it done on its own thread.
    gc.disable()
    try:
        # `segue quiz` and `segue doctor` must work where Qt's libraries are missing.
        from ui.sparing import spare  # noqa: PLC0415

        spare()
        from ui.application import run  # noqa: PLC0415

        return run(paths, fetch=fetch, then=then, files=files)
    finally:
        gc.unfreeze()
        gc.enable()
