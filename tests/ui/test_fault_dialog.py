"""An error that belongs to no page says what to do, and shows its details when asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.study.errors import Cause, StudyLogError
from ui.fault_dialog import FaultDialog
from ui.theme import Theme
from ui.widgets.copy_details import CopyDetails


def test_what_is_known_is_said_in_plain_words(theme: Theme, qtbot: QtBot) -> None:
    error = StudyLogError(Cause.NEWER, None, "schema 9")
    dialog = FaultDialog(error, theme, "Segue cannot start")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.banner.text().startswith("Segue cannot start This study log was written by")
    assert "Update Segue" in dialog.banner.text()
    assert not dialog.details.isVisible()


def test_the_details_are_shown_and_copied_by_key(theme: Theme, qtbot: QtBot) -> None:
    dialog = FaultDialog(RuntimeError("an impossible thing"), theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.show_button, Qt.Key.Key_Return)
    assert dialog.details.isVisible()
    assert "an impossible thing" in dialog.details.toPlainText()
    assert dialog.show_button.text() == "Hide details"
    qtbot.keyClick(dialog.findChild(CopyDetails), Qt.Key.Key_Return)
    assert "an impossible thing" in QGuiApplication.clipboard().text()
    qtbot.keyClick(dialog.show_button, Qt.Key.Key_Return)
    assert not dialog.details.isVisible()


def test_enter_on_the_way_out_closes_it(theme: Theme, qtbot: QtBot) -> None:
    dialog = FaultDialog(RuntimeError("an impossible thing"), theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.close_button, Qt.Key.Key_Return)
