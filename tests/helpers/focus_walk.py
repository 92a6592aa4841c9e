"""Goes through a window with the Tab key, and looks at what shows where the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QTextBrowser, QWidget
from shiboken6 import isValid

from ui.theme.tokens import contrast

SEEN = 3.0
"""Contrast from which a difference is seen, as WCAG 2.2 has it for what is no text."""
MOST = 400
"""Tab stops after which a walk must have come round."""
_ENOUGH = 56  # pixels
_AROUND = 4  # pixels about a control in which its ring may lie


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return what has the focus after each press of Tab, until it comes round."""
    stops: list[QWidget] = []
    here = QApplication.focusWidget()
    if here is None or not here.focusPolicy() & Qt.FocusPolicy.TabFocus:
        QTest.keyClick(here or window, Qt.Key.Key_Tab)  # a page itself is no stop
    for _press in range(MOST):
        here = QApplication.focusWidget()
        if here is None or (stops and here is stops[0]):
            # What is done in the background may have made some of them anew.
            return [stop for stop in stops if isValid(stop)]
        if here in stops:
            raise AssertionError(f"Tab goes in circles from {described(here)}")
        stops.append(here)
        for _link in range(MOST if isinstance(here, QTextBrowser) else 1):
            QTest.keyClick(here, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is not here:
                break
        else:
            if len(stops) == 1 and not unreached(window, stops):
                return stops  # there is nothing else to go to
            raise AssertionError(f"Tab does not leave {described(here)}")
    raise AssertionError(f"Tab does not come round in {window.windowTitle()}")


def unreached(window: QWidget, stops: list[QWidget]) -> list[str]:
    """Return the controls that can have the focus by Tab but do not get it."""
    realm = _realm(window, stops)
    return [
        described(widget)
        for widget in realm.findChildren(QWidget)
        if widget not in stops
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is window
        and not _is_beside_a_stop(widget, stops)
    ]


def _realm(window: QWidget, stops: list[QWidget]) -> QWidget:
    """Return what Tab goes round in: the window, or what lies above all of it for a while."""
    part = stops[0] if stops else None
    while part is not None and part.parentWidget() is not window:
        part = part.parentWidget()
    is_above = isinstance(window, QMainWindow) and part is not window.centralWidget()
    return part if part is not None and is_above else window


def _is_beside_a_stop(widget: QWidget, stops: list[QWidget]) -> bool:
    """Tell whether arrows lead to a button from another one of its group."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(button in stops for button in group.buttons())


def misplaced(stops: list[QWidget]) -> list[str]:
    """Return the steps of Tab that lead against the direction of reading.

    It may go to the right of the row, down, or to the top of the next column; never back to the
    left in a row, nor up without going to another column.
    """
    return list(_misplaced(stops))


def _misplaced(stops: list[QWidget]) -> Iterator[str]:
    for before, after in pairwise(_from_the_first(stops)):
        if _realm(before.window(), [before]) is not _realm(after.window(), [after]):
            continue  # what lies above the page for a while comes after all of it
        # Who gets the focus is scrolled into sight, and what had it before was in sight.
        after.setFocus(Qt.FocusReason.TabFocusReason)
        a, b = _as_read(before), _as_read(after)
        common = min(a.bottom(), b.bottom()) - max(a.top(), b.top())
        in_row = 2 * common > min(a.height(), b.height())
        if in_row and b.right() <= a.left():
            yield f"back in the row: {described(before)} → {described(after)}"
        elif b.bottom() < a.top() and b.left() < a.right():
            yield f"up: {described(before)} → {described(after)}"


def _from_the_first(stops: list[QWidget]) -> list[QWidget]:
    """Return the round from where reading begins; the focus may stand anywhere in it."""
    if not stops:
        return []
    places = {stop: (_as_read(stop).left(), _as_read(stop).top()) for stop in stops}
    window = stops[0].window()
    if not isinstance(window, QMainWindow) or _realm(window, stops) is not window:
        # Only the window itself has a column of its own at its beginning.
        places = {stop: (top, left) for stop, (left, top) in places.items()}
    first = min(stops, key=places.__getitem__)
    start = stops.index(first)
    return stops[start:] + stops[:start]


def ring_is_seen(widget: QWidget) -> bool:
    """Tell whether a control looks different enough when the keyboard has come to it."""
    window = widget.window()
    widget.setFocus(Qt.FocusReason.TabFocusReason)  # scrolls it into sight
    QApplication.processEvents()
    area = _in_window(widget).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    area = area.intersected(window.rect())
    with_focus = window.grab(area).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    without = window.grab(area).toImage()
    # A line as long as the control's shorter side is the least that is not overlooked; in a large
    # one it is enough to see at which of its parts the focus is.
    return changed_pixels(without, with_focus) >= min(area.width(), area.height(), _ENOUGH)


def changed_pixels(before: QImage, after: QImage) -> int:
    """Return how many pixels changed so much that it is seen."""
    cache: dict[tuple[int, int], bool] = {}
    changed = 0
    for y in range(min(before.height(), after.height())):
        for x in range(min(before.width(), after.width())):
            pair = before.pixel(x, y), after.pixel(x, y)
            if pair[0] == pair[1]:
                continue
            if pair not in cache:
                first, second = (QColor(colour).name() for colour in pair)
                cache[pair] = contrast(first, second) >= SEEN
            changed += cache[pair]
    return changed


def described(widget: QWidget) -> str:
    """Return words by which a control can be found."""
    return f"{type(widget).__name__} {(widget.accessibleName() or widget.objectName())[:60]!r}"


def _in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _as_read(widget: QWidget) -> QRect:
    """Return where a control is, mirrored where the window is read from right to left."""
    rect = _in_window(widget)
    if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return QRect(-rect.right(), rect.top(), rect.width(), rect.height())
    return rect
