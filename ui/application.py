"""The application: its icon, its theme, its window, and what happens when something breaks."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog

from app.content.errors import ContentError
from app.model.catalogue import CatalogueError
from app.paths import Paths
from app.study.errors import StudyLogError
from app.workspace import Workspace
from ui.rubbish import Collector
from ui.theme import Theme
from ui.theme.icons import application_icon
from ui.window import MainWindow, body_size


def run(
    paths: Paths,
    *,
    fetch: bool = False,
    then: Callable[[MainWindow, Workspace], object] | None = None,
    files: Sequence[Path] = (),
) -> int:
    """Open the window and return its exit code when it is closed.

    Parameters
    ----------
    fetch : bool
        Whether to begin fetching the chosen model if it is not there.
    then : callable, optional
        Called with the window and its workspace as soon as it is open.
    files : sequence of Path
        To be opened in it.
    """
    application = make_application()
    try:
        workspace = Workspace(paths)
    except (StudyLogError, ContentError, CatalogueError, OSError) as error:
        _refuse_to_start(error, application)
        return 1
    sys.excepthook = report_crash
    settings = workspace.settings
    theme = Theme(application, settings.theme, body_size(settings.font_size), settings.motion)
    window = MainWindow(workspace, theme)
    window.started.connect(lambda: Collector(window))
    window.show()
    choice = workspace.model_choice()
    if fetch and choice.entry is not None and not choice.usable:
        window.fetching.start(choice.entry)
    if then is not None:
        then(window, workspace)
    if files:
        window.everywhere.open_files(files)
    # Python would hear Ctrl+C in the terminal only when Qt next calls it; the log is safe anyhow.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return application.exec()
    finally:
        signal.signal(signal.SIGINT, before)
        workspace.close()


def _refuse_to_start(error: Exception, application: QApplication) -> None:
    from ui.fault_dialog import FaultDialog  # noqa: PLC0415 - not at a start that succeeds

    FaultDialog(error, Theme(application), "Segue cannot start").exec()


def make_application() -> QApplication:
    """Return the application object, made if there is none yet."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(["segue"])
    application.setApplicationName("Segue")
    application.setApplicationDisplayName("Segue")
    application.setDesktopFileName("segue")
    application.setWindowIcon(application_icon())
    return application


_reports: set[QDialog] = set()


def report_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show a mistake of ours with what a report of it needs; the window stays open."""
    text = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(text)
    if not issubclass(kind, Exception):
        return
    application = make_application()
    from ui.fault_dialog import FaultDialog  # noqa: PLC0415 - as above

    theme = application.findChild(Theme) or Theme(application)
    box = FaultDialog(error, theme, parent=QApplication.activeWindow())
    # Without a window to belong to, it would go with its last reference before it was seen.
    _reports.add(box)
    box.finished.connect(lambda _result: _reports.discard(box))
    box.open()
