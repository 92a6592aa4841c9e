"""Walks what a screen reader is told of a window, and finds what it could not make sense of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role

CONTROLS = frozenset(
    {
        *(Role.PushButton, Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu),
        *(Role.EditableText, Role.SpinBox, Role.ComboBox, Role.Slider, Role.Link),
        *(Role.List, Role.Tree, Role.Table, Role.PageTab, Role.MenuItem),
    }
)
"""Roles of what can be used; a screen reader says how."""

TEXTS = frozenset(
    {
        *(Role.StaticText, Role.Document, Role.Paragraph, Role.ListItem, Role.Grouping),
        *(Role.Chart, Role.Graphic),
    }
)
"""Roles of what can only be read, and may have the focus for that."""

_PARTS_OF_CONTROLS = frozenset({Role.SpinBox, Role.ComboBox})
_DEPTH = 40
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Node:
    """One thing that a screen reader can be at.

    Attributes
    ----------
    path : str
        The names that lead to it, for who has to find it.
    """

    role: QAccessible.Role
    name: str
    path: str
    focusable: bool
    disabled: bool
    checkable: bool


def accessible_flaws(window: QWidget) -> list[str]:
    """Return what a screen reader could not tell of a window, in a line each; best nothing."""
    nodes = list(nodes_of(window))
    flaws = [flaw for node in nodes for flaw in _flaws_of(node)]
    used = Counter((n.role, n.name) for n in nodes if n.role in CONTROLS and not n.disabled)
    flaws += [
        f"{times} times the same {role.name} {name!r}"
        for (role, name), times in used.items()
        if times > 1 and name and role not in (Role.MenuItem, Role.ListItem)
    ]
    return flaws


def nodes_of(window: QWidget) -> Iterator[Node]:
    """Yield everything that is shown in a window, as a screen reader would come by it."""
    interface = QAccessible.queryAccessibleInterface(window)
    if interface is not None:
        yield from _walk(interface, "", _DEPTH)


def _walk(interface: QAccessibleInterface, path: str, depth: int) -> Iterator[Node]:
    state = interface.state()
    if state.invisible or not depth:
        return
    role, name = interface.role(), interface.text(QAccessible.Text.Name)
    here = f"{path} › {role.name} {name[:40]!r}" if path else role.name
    yield Node(
        role=role,
        name=name,
        path=here,
        focusable=bool(state.focusable),
        disabled=bool(state.disabled),
        checkable=bool(state.checkable),
    )
    # The field inside a spin box or a choice is the same control once more.
    if role in _PARTS_OF_CONTROLS:
        return
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from _walk(child, here, depth - 1)


def _flaws_of(node: Node) -> Iterator[str]:
    is_control = node.role in CONTROLS
    if is_control and not _WORD.search(node.name):
        yield f"no name: {node.path}"
    elif is_control and re.match(r"Q[A-Z]|qt_", node.name):
        yield f"a name of the program's, not of the learner's: {node.path}"
    if node.focusable and not is_control and node.role not in TEXTS | _STRUCTURE:
        yield f"can have the focus, and nobody says what it is: {node.path}"
    if node.focusable and node.role in TEXTS and not _WORD.search(node.name):
        yield f"no name: {node.path}"


_STRUCTURE = frozenset(
    # Cells and entries stand in a table or a tree that has a name; menus and windows have titles.
    {
        *(Role.Cell, Role.TreeItem, Role.Row, Role.Column, Role.ColumnHeader, Role.RowHeader),
        *(Role.PopupMenu, Role.Window, Role.Dialog, Role.AlertMessage, Role.Application),
    }
)
