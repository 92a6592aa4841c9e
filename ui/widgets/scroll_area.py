"""A scroll area that Home and End lead through as well."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea


class ScrollArea(QScrollArea):
    """Scrolls by arrows and pages, as Qt has it, and to its beginning and end."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the beginning or the end where nothing inside wanted these keys."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
