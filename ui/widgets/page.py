"""What every page is made of: one centred column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme.tokens import MEASURE, SPACE
from ui.widgets.scroll_area import ScrollArea


class Column(ScrollArea):
    """A column of widgets, centred and never wider than can be read with comfort.

    Attributes
    ----------
    body : QVBoxLayout
        Where the page puts its widgets.
    """

    def __init__(self, measure: int = MEASURE) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The bar keeps its room when there is nothing to scroll, so that no page shifts sideways.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        column = QWidget()
        column.setMaximumWidth(measure)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = vertical("l", column)
        around = QWidget()
        around.setObjectName("column")
        sides = QHBoxLayout(around)
        sides.setContentsMargins(SPACE["xl"], SPACE["xxl"], SPACE["xl"], SPACE["xxl"])
        sides.addStretch(1)
        sides.addWidget(column, 1000)
        sides.addStretch(1)
        self.setWidget(around)

    def show_top(self) -> None:
        """Scroll back to the beginning."""
        self.verticalScrollBar().setValue(0)


def vertical(spacing: str = "m", parent: QWidget | None = None) -> QVBoxLayout:
    """Make a column layout without margins; ``spacing`` is a name of the theme's distances."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE[spacing])
    return layout


def horizontal(spacing: str = "m", parent: QWidget | None = None) -> QHBoxLayout:
    """Make a row layout without margins; ``spacing`` is a name of the theme's distances."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE[spacing])
    return layout


def rule() -> QFrame:
    """Make a thin line across the column."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def panel(role: str = "panel") -> tuple[QFrame, QVBoxLayout]:
    """Make a quietly tinted area and the layout inside it."""
    frame = QFrame()
    frame.setProperty("role", role)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(SPACE["l"] + 2, SPACE["m"] + 2, SPACE["l"] + 2, SPACE["m"] + 2)
    layout.setSpacing(SPACE["s"])
    return frame, layout


def add_shown(layout: QBoxLayout, widget: QWidget) -> None:
    """Add a widget to a layout that may be on the screen, and show it without a flicker.

    Qt would show it one turn of the event loop later, and until then leave a hole.
    """
    layout.addWidget(widget)
    widget.show()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()
