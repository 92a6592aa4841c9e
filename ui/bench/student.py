"""A learner at the real window: ``python -m ui.bench.student QUESTIONS``.

When the session is over, one line of JSON tells how it went, and the window stays open until the
process is ended.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

# Nothing of Qt here: what is measured is a window that was opened as the command opens it.
from app.paths import Paths
from ui import launch

if TYPE_CHECKING:
    from app.workspace import Workspace
    from ui.window import MainWindow


def main(arguments: list[str]) -> int:
    """Open the window over the folders that the environment names, and study."""

    def begin(window: MainWindow, workspace: Workspace) -> None:
        from ui.bench.studying import Student  # noqa: PLC0415

        Student(window, workspace, int(arguments[0]), _print)

    return launch.open_window(Paths.find(), False, begin)


def _print(report: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
