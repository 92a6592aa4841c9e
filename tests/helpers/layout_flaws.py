"""Finds text that is cut off or covered, by comparing what each widget needs with what it has.

Nothing here compares pictures: a picture shows that something is cut off only to who looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QTextEdit,
    QWidget,
)

ROUNDING = 1
"""Logical pixels by which two sums of the same lengths may differ."""
_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def layout_flaws(window: QWidget) -> list[str]:
    """Return what is wrong with a window as it is laid out now, in a line each; best nothing."""
    shown = [widget for widget in _descendants(window) if widget.rect().isValid()]
    found = [f"cut off: {_name(widget)}: {why}" for widget in shown for why in _cut_off(widget)]
    found += [f"outside its parent: {_name(widget)}" for widget in shown if _is_outside(widget)]
    for surface, parts in _surfaces(window).items():
        found += [
            f"overlapping: {_name(one)} and {_name(other)}"
            for one, other in combinations(parts, 2)
            if _overlap(one, other, surface)
        ]
    return found


# -- what is looked at -----------------------------------------------------------------------------


def _descendants(widget: QWidget) -> Iterator[QWidget]:
    """Yield everything below a widget that is shown in its window."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            yield from _descendants(child)


def _surfaces(window: QWidget) -> dict[QWidget, list[QWidget]]:
    """Return what bears text, by the surface that it lies on: the window or a scrolled content.

    What is scrolled out of sight is behind the edge of its area, and lies over nothing.
    """
    surfaces: dict[QWidget, list[QWidget]] = {}
    for widget in _descendants(window):
        if _bears_text(widget):
            surfaces.setdefault(_surface(widget, window), []).append(widget)
    return surfaces


def _surface(widget: QWidget, window: QWidget) -> QWidget:
    part: QWidget | None = widget
    while part is not None and part is not window:
        if _is_viewport(part.parentWidget()) or _is_floating(part):
            return part
        part = part.parentWidget()
    return window


def _is_floating(widget: QWidget) -> bool:
    """Tell whether something is meant to lie above a main window's content for a while."""
    parent = widget.parentWidget()
    return isinstance(parent, QMainWindow) and widget is not parent.centralWidget()


def _bears_text(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    fields = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractScrollArea)
    return isinstance(widget, fields) and not isinstance(widget, QScrollBar | QHeaderView)


def _is_viewport(widget: QWidget | None) -> bool:
    area = widget.parentWidget() if widget is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


# -- cut off ---------------------------------------------------------------------------------------


def _cut_off(widget: QWidget) -> Iterator[str]:
    """Yield why a widget does not show all of its text."""
    if isinstance(widget, QLabel):
        yield from _cut_off_label(widget)
    elif isinstance(widget, QAbstractButton | QAbstractSpinBox):
        yield from _smaller_than_hint(widget)
    elif isinstance(widget, QLineEdit):
        yield from _cut_off_line(widget)
    elif isinstance(widget, QComboBox):
        yield from _cut_off_choice(widget)
    elif isinstance(widget, QAbstractScrollArea):
        yield from _cut_off_area(widget)


def _cut_off_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    if not label.wordWrap():
        yield from _smaller_than_hint(label)
        return
    needed = label.heightForWidth(label.width())
    if needed > label.height() + ROUNDING:
        yield f"{label.height()} of {needed} pixels in height"
    if label.textFormat() == Qt.TextFormat.PlainText:
        room = label.contentsRect().width() - 2 * max(0, label.margin())
        longest = max((_advance(label, word) for word in _words_of(label)), default=0)
        if longest > room + ROUNDING:
            yield f"{room} of {longest} pixels for its longest word"


def _smaller_than_hint(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractButton) and widget.layout() is not None:
        return  # its text is in labels of its own
    if isinstance(widget.parentWidget(), QLineEdit):
        return  # Qt's own button in a field, which has no text
    is_field = isinstance(widget, QAbstractSpinBox)  # whose least size counts a frame twice
    hint = widget.sizeHint() if is_field else widget.minimumSizeHint()
    hint = hint.boundedTo(widget.maximumSize())
    if hint.width() > widget.width() + ROUNDING:
        yield f"{widget.width()} of {hint.width()} pixels in width"
    if hint.height() > widget.height() + ROUNDING:
        yield f"{widget.height()} of {hint.height()} pixels in height"


def _cut_off_line(field: QLineEdit) -> Iterator[str]:
    if isinstance(field.parentWidget(), QAbstractSpinBox | QComboBox):
        return
    margins = field.textMargins()
    room = field.contentsRect().width() - margins.left() - margins.right()
    needed = _advance(field, field.placeholderText())
    if not field.text() and needed > room + ROUNDING:
        yield f"{room} of {needed} pixels for what it asks for"
    line = QFontMetrics(field.font()).height()
    if field.contentsRect().height() < line:
        yield f"{field.contentsRect().height()} of {line} pixels in height"


def _cut_off_choice(choice: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    room = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        choice,
    )
    needed = _advance(choice, choice.currentText())
    if needed > room.width() + ROUNDING:
        yield f"{room.width()} of {needed} pixels for what is chosen"


def _cut_off_area(area: QAbstractScrollArea) -> Iterator[str]:
    view = area.viewport()
    if isinstance(area, QHeaderView):
        for section in range(area.count()):
            needed, has = area.sectionSizeHint(section), area.sectionSize(section)
            if not area.isSectionHidden(section) and needed > has + ROUNDING:
                yield f"{has} of {needed} pixels for heading {section + 1}"
        return
    if isinstance(area, QTableView):
        yield from _cut_off_table(area)
    if area.horizontalScrollBarPolicy() == _OFF:
        needed = _content_width(area)
        if needed > view.width() + ROUNDING:
            yield f"{view.width()} of {needed} pixels in width, and no way to scroll"
    if area.verticalScrollBarPolicy() == _OFF and isinstance(area, QTextEdit):
        needed = round(area.document().size().height())
        if needed > view.height() + ROUNDING:
            yield f"{view.height()} of {needed} pixels in height, and no way to scroll"


def _content_width(area: QAbstractScrollArea) -> int:
    if isinstance(area, QScrollArea) and area.widget() is not None:
        return area.widget().width()
    if isinstance(area, QTableView):
        return area.horizontalHeader().length()
    if isinstance(area, QTextEdit):
        return round(area.document().idealWidth())
    return 0


def _cut_off_table(table: QTableView) -> Iterator[str]:
    """Look at columns; a text that is cut with an ellipsis is told in full by its tool-tip."""
    for column in range(table.model().columnCount()):
        needed, has = table.sizeHintForColumn(column), table.columnWidth(column)
        if needed <= has + ROUNDING or table.isColumnHidden(column):
            continue
        for row in range(table.model().rowCount()):
            index = table.model().index(row, column)
            text, hint = (
                str(index.data(role) or "")
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            )
            if text not in hint:
                yield f"{has} of {needed} pixels for column {column + 1}, {text!r}"


def _words_of(label: QLabel) -> list[str]:
    """Return what cannot be broken; a space without width may stand in a path."""
    return re.split(r"[\s\u200b]+", QLabel.text(label))


def _advance(widget: QWidget, text: str) -> int:
    return QFontMetrics(widget.font()).horizontalAdvance(text)


# -- outside and overlapping -----------------------------------------------------------------------


def _is_outside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or _is_viewport(parent) or isinstance(widget, QScrollBar | QSplitterHandle):
        return False
    room = parent.rect().adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING)
    return not room.contains(widget.geometry())


def _overlap(one: QWidget, other: QWidget, surface: QWidget) -> bool:
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    common = _on(one, surface).intersected(_on(other, surface))
    return common.width() > ROUNDING and common.height() > ROUNDING


def _on(widget: QWidget, surface: QWidget) -> QRect:
    return QRect(widget.mapTo(surface, QPoint(0, 0)), widget.size())


def _name(widget: QWidget) -> str:
    """Return words by which a widget can be found in the window."""
    said = widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        said = widget.text() or said
    said = said or widget.objectName()
    kind = type(widget).__name__
    return f"{kind} {said[:60]!r}" if said else kind
