"""What a widget of our own making is to a screen reader, which cannot know it by itself."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PROPERTY = "accessible_role"


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have a screen reader take a widget for something; its name stays the accessible name."""
    widget.setProperty(_PROPERTY, role.value)
    _install()


@cache
def _install() -> None:
    QAccessible.installFactory(_describe)


def _describe(_class: str, thing: QObject) -> QAccessibleInterface | None:
    role = thing.property(_PROPERTY)
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, QAccessible.Role(role), "")
