"""A row of widgets that breaks into several where there is too little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget


class Flow(QWidget):
    """Puts widgets beside each other, each as wide as it wants to be.

    Large type and long languages may leave too little room for all of them; what does not fit goes
    below.

    Parameters
    ----------
    spacing : int
        Logical pixels between them, and between rows.
    spread : bool
        Whether the last one of a row stands at its far end.
    """

    def __init__(self, spacing: int = 0, *, spread: bool = False) -> None:
        super().__init__()
        self._spacing = spacing
        self._spread = spread
        self._parts: list[QWidget] = []
        across = QSizePolicy.Policy.Expanding if spread else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget after the others."""
        widget.setParent(self)
        self._parts.append(widget)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the width of all in one row, and the height of as many as there are now."""
        widths = [_wanted(part).width() + self._spacing for part in self._shown()]
        # Layouts take the height of what is not to grow from here, and ask again when it is new.
        height = self.heightForWidth(self.width())
        return QSize(sum(widths) - self._spacing if widths else 0, height)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest."""
        widths = (_wanted(part).width() for part in self._shown())
        return QSize(max(widths, default=0), self._height())

    def hasHeightForWidth(self) -> bool:
        """Tell that it gets higher where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many rows as are needed."""
        rows = len(self._rows(width))
        return rows * self._height() + max(0, rows - 1) * self._spacing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into rows anew."""
        super().resizeEvent(event)
        if self.heightForWidth(event.size().width()) != event.size().height():
            self.updateGeometry()
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was not told to something hidden."""
        super().showEvent(event)
        self.updateGeometry()
        self._place()

    def event(self, event: QEvent) -> bool:
        """Follow a widget that wants another size, appears or goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _height(self) -> int:
        return max((_wanted(part).height() for part in self._shown()), default=0)

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        left = 0
        for part in self._shown():
            needed = _wanted(part).width()
            if not rows or needed > left:
                rows.append([])
                left = width
            rows[-1].append(part)
            left -= needed + self._spacing
        return rows

    def _place(self) -> None:
        height = self._height()
        for number, row in enumerate(self._rows(self.width())):
            left, top = 0, number * (height + self._spacing)
            for part in row:
                width = min(_wanted(part).width(), self.width())
                if self._spread and len(row) > 1 and part is row[-1]:
                    left = self.width() - width
                place = QRect(left, top, width, height)
                part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
                left += width + self._spacing


def _wanted(part: QWidget) -> QSize:
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
