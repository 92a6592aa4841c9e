"""Leaving Segue from a text: never without being asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_before_browsing(parent: QWidget, address: str) -> None:
    """Ask whether an address is to be opened in the browser, and open it then."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Open in the browser?")
    box.setText("This link leads out of Segue, to the network.")
    box.setInformativeText(address)
    box.setTextFormat(Qt.TextFormat.PlainText)
    browse = box.addButton("Open in the browser", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("Stay here", QMessageBox.ButtonRole.RejectRole)
    box.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
    box.setDefaultButton(browse)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
