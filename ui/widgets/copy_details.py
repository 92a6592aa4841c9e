"""The button beside an error that copies what a report of it needs."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.text import announce

_TEXT = "Copy details"
_DONE = "Details copied"


class CopyDetails(Button):
    """There while there is an error; what it copies is for whoever is to look into it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            _TEXT,
            theme,
            role="quiet",
            icon="copy",
            hint="Copy the version, the system and the exact error",
        )
        self._error: BaseException | None = None
        self.clicked.connect(self._copy)
        self.hide()

    def offer(self, error: BaseException | None) -> None:
        """Offer the details of an error, or nothing."""
        if error is not self._error:
            self._name(_TEXT)
        self._error = error
        self.setVisible(error is not None)

    def _copy(self) -> None:
        if self._error is None:
            return
        from app.faults import details_of  # noqa: PLC0415 - of use only when something failed

        QGuiApplication.clipboard().setText(details_of(self._error))
        self._name(_DONE)
        announce(self, _DONE)

    def _name(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
