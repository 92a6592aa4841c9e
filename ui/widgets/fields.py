"""Fields that Qt's own need a hand with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox


class NumberBox(QSpinBox):
    """A whole number with its unit."""

    def __init__(self, least: int, most: int, unit: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSuffix(unit)
        # Style sheets do not reach the field inside.
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        # Otherwise scrolling over the page would change what the mouse happens to pass.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
