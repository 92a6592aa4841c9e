"""A window for an error that belongs to no page: at the start, or a mistake of ours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.faults import details_of, fault_of
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical

_WIDTH = 600


class FaultDialog(QDialog):
    """Says what happened, why, and what to do; the exact error can be seen and copied.

    Parameters
    ----------
    title : str
        What the error kept from happening; what happened by default.
    """

    def __init__(
        self, error: BaseException, theme: Theme, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Segue")
        self.setMinimumWidth(_WIDTH)
        self.banner = Banner(theme, "bad")
        self.banner.show_error(error, title=title)
        self.details = QPlainTextEdit(details_of(error))
        self.details.setReadOnly(True)
        self.details.setAccessibleName("Details of the error")
        self.details.setFont(theme.font("small", monospace=True))
        self.details.setMinimumHeight(180)
        self.details.hide()
        self.show_button = Button("Show details", theme, role="quiet")
        self.show_button.setCheckable(True)
        self.close_button = Button("Close", theme, role="primary")
        self.show_button.toggled.connect(self._show_details)
        self.close_button.clicked.connect(self.accept)
        row = horizontal("s")
        row.addWidget(self.show_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout = vertical("m", self)
        layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        layout.addWidget(self.banner)
        layout.addWidget(self.details, 1)
        layout.addLayout(row)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleDescription(fault_of(error, title).words)
        self.close_button.setFocus()

    def _show_details(self, wanted: bool) -> None:
        self.details.setVisible(wanted)
        self.show_button.setText("Hide details" if wanted else "Show details")
        self.show_button.setAccessibleName(self.show_button.text())
        self.adjustSize()
