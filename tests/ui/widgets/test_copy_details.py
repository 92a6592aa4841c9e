"""The details of an error go to the clipboard, and only where there is an error."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.study.errors import Cause as LogCause
from app.study.errors import StudyLogError
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.copy_details import CopyDetails


def banner_of(theme: Theme, qtbot: QtBot) -> tuple[Banner, CopyDetails]:
    """Return a banner that shows an error, and its button."""
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.show_error(EngineError(Cause.CRASHED, "signal 11"), also="Your answer is saved.")
    return banner, banner.findChild(CopyDetails)


def test_an_error_is_shown_with_cause_and_next_step(theme: Theme, qtbot: QtBot) -> None:
    banner, button = banner_of(theme, qtbot)
    assert banner.text() == (
        "The model stopped unexpectedly Signal 11. Your answer is saved. "
        "Start the model again. If it happens once more, choose another model."
    )
    assert banner.accessibleName().startswith("The model stopped unexpectedly. Signal 11.")
    assert button.isVisible()


def test_its_details_are_copied_by_key(theme: Theme, qtbot: QtBot) -> None:
    _banner, button = banner_of(theme, qtbot)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Segue ")
    assert "signal 11" in copied
    assert button.text() == button.accessibleName() == "Details copied"


def test_another_error_offers_them_anew(theme: Theme, qtbot: QtBot) -> None:
    banner, button = banner_of(theme, qtbot)
    button.click()
    banner.show_error(StudyLogError(LogCause.DISK_FULL, None))
    assert button.text() == "Copy details"
    assert "Free some space" in banner.text()
    assert "Start the model again" not in banner.text()


def test_a_message_that_is_no_error_has_none(theme: Theme, qtbot: QtBot) -> None:
    banner, button = banner_of(theme, qtbot)
    banner.show_message("Connected", "It is asked when it is needed.", "accent")
    assert not button.isVisible()
    assert banner.text() == "Connected It is asked when it is needed."
