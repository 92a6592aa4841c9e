"""A scroll area that is as high as what is in it, and scrolls where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme.tokens import SPACE
from ui.widgets.page import horizontal
from ui.widgets.roles import set_role
from ui.widgets.scroll_area import ScrollArea


class Scrolled(ScrollArea):
    """A scroll area for a card.

    Parameters
    ----------
    name : str
        What a screen reader calls it.
    width : int
        Of the card; how high the words inside are depends on it.

    Attributes
    ----------
    row : QHBoxLayout
        Where its columns go.
    """

    def __init__(self, name: str, width: int) -> None:
        super().__init__()
        self._width = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        set_role(self, QAccessible.Role.Document)
        self._inside = QWidget()
        self._inside.setObjectName("column")
        self.row = horizontal("xl", self._inside)
        self.row.setContentsMargins(0, 0, SPACE["m"], 0)
        self.setWidget(self._inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Become higher with what is inside."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the size at which nothing has to be scrolled."""
        height = self.row.totalHeightForWidth(self._width)
        # A layout without anything that breaks into lines has no height for a width.
        return QSize(self._width, (height if height > 0 else self.row.sizeHint().height()) + 4)
