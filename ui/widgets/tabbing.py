"""Where Tab leads: through a window in the order in which its layouts show things.

Qt goes by the order in which things were made, so that what appears later, such as the key points
of a verdict, would come last. It also takes the place that a page's focus goes to first for the
page's only one.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)

_WHOLE = (QAbstractScrollArea, QAbstractSpinBox, QComboBox)
"""What is one control, whatever Qt makes it of."""


def tab_order(container: QWidget) -> list[QWidget]:
    """Return what Tab stops at in a container, in order."""
    return [widget for widget in _shown(container) if _takes_focus(widget)]


def neighbour(window: QWidget, here: QWidget | None, *, forwards: bool) -> QWidget | None:
    """Return where Tab leads from a control of a window; None where it is not for us to say."""
    stops = tab_order(window)
    if here not in stops:
        # A page that was just opened has the focus itself, before any of its controls.
        inside = [stop for stop in stops if here is not None and here.isAncestorOf(stop)]
        return inside[0 if forwards else -1] if inside else None
    step = 1 if forwards else -1
    return stops[(stops.index(here) + step) % len(stops)]


def go_to(widget: QWidget, *, forwards: bool) -> None:
    """Give a control the focus as Tab does, and scroll it into sight."""
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    widget.setFocus(reason)
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _shown(container: QWidget) -> Iterator[QWidget]:
    for child in _children(container):
        if child.isVisible():
            yield child
            yield from _shown(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        return [content] if content is not None else []
    if isinstance(widget, _WHOLE):
        return []
    if isinstance(widget, QSplitter):
        parts = (widget.widget(number) for number in range(widget.count()))
        return [part for part in parts if part is not None]
    layout = widget.layout()
    laid_out = list(_widgets_of(layout)) if layout is not None else []
    known = set(laid_out)
    others = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child not in known
    ]
    return laid_out + others


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)


def _takes_focus(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.focusProxy() is None
    )
