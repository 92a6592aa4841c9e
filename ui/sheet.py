"""The sheet of all keys, by page, made from what the pages have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.actions import Command
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.overlay import Overlay
from ui.widgets.page import add_shown, clear, horizontal, vertical
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import Text

_NOTE = (
    "Keys hold while their button can be seen. Single letters are typed while a field of text has "
    "the focus."
)
_COLUMNS = 2
_WIDTH = 940
_INSIDE = 880


class ShortcutSheet(Overlay):
    """Shows what keys do on every page; some hold only while there is something to do it to."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window, "Keyboard shortcuts", width=_WIDTH)
        self.close_button = Button("", theme, role="quiet", icon="cross", hint="Close")
        self.close_button.clicked.connect(self.leave)
        self._columns = [vertical("l") for _ in range(_COLUMNS)]
        self.area = Scrolled("Keys by page", _INSIDE)
        self.area.row.setSpacing(SPACE["xxl"])
        # The focus ring stands around the keys, and not on them.
        self.area.row.setContentsMargins(*(SPACE[side] for side in ("s", "s", "m", "s")))
        for column in self._columns:
            self.area.row.addLayout(column, 1)
        heading = horizontal("m")
        heading.addWidget(Text("Keyboard shortcuts", "heading"), 1)
        heading.addWidget(self.close_button)
        self.body.addLayout(heading)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(Text(_NOTE, "small"))

    def show_keys(self, groups: Mapping[str, Sequence[Command]]) -> None:
        """Open with the keys of each page."""
        for column in self._columns:
            clear(column)
        lengths = [0] * _COLUMNS
        for title, commands in groups.items():
            # Pages stay together, and the shorter column takes the next one.
            shortest = lengths.index(min(lengths))
            add_shown(self._columns[shortest], KeyGroup(title, commands))
            lengths[shortest] += len(commands) + 2
        for column in self._columns:
            column.addStretch(1)
        self.area.updateGeometry()
        if not self.isVisible():
            self.area.verticalScrollBar().setValue(0)
            self.appear(self.area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with the keys that opened it, too."""
        if event.key() in (Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.leave()
        super().keyPressEvent(event)


class KeyGroup(QWidget):
    """The keys of one page."""

    def __init__(self, title: str, commands: Sequence[Command]) -> None:
        super().__init__()
        column = vertical("xs", self)
        column.addWidget(Text(title, "strong"))
        grid = QGridLayout()
        grid.setContentsMargins(0, SPACE["xs"], 0, 0)
        grid.setHorizontalSpacing(SPACE["m"])
        grid.setVerticalSpacing(SPACE["xs"])
        grid.setColumnStretch(0, 1)
        for row, command in enumerate(commands):
            name = Text(command.name)
            name.setAccessibleName(f"{command.name}: {' or '.join(command.keys)}")
            name.setToolTip(command.hint)
            grid.addWidget(name, row, 0)
            grid.addLayout(_caps(command.keys), row, 1)
        column.addLayout(grid)


def _caps(keys: Sequence[str]) -> QHBoxLayout:
    row = horizontal("xs")
    row.addStretch(1)
    for key in keys:
        cap = Text(key, "tag", wrap=False)
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
