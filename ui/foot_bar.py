"""The foot of the sidebar: commands, keys and messages, on every page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.messages import Messages
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal


class FootBar(QWidget):
    """Three quiet buttons; their keys hold on every page, as they can always be seen."""

    def __init__(self, messages: Messages, theme: Theme) -> None:
        super().__init__()
        self._messages = messages
        self.palette_button = Button(
            "",
            theme,
            role="quiet",
            icon="search",
            keys="Ctrl+K",
            name="Commands",
            hint="Find a command, a skill or a text",
        )
        self.keys_button = Button(
            "",
            theme,
            role="quiet",
            icon="keyboard",
            keys=("?", "F1"),
            name="Keyboard shortcuts",
            hint="Show what keys do",
        )
        self.messages_button = Button("", theme, role="quiet", icon="bell", hint="Messages")
        row = horizontal("xs", self)
        row.setContentsMargins(0, SPACE["s"], 0, 0)
        for button in (self.palette_button, self.keys_button, self.messages_button):
            row.addWidget(button)
        row.addStretch(1)
        messages.changed.connect(self._count)
        self._count()

    def _count(self) -> None:
        unread = self._messages.unread
        self.messages_button.setText(str(unread) if unread else "")
        name = f"Messages: {unread} new" if unread else "Messages"
        self.messages_button.setAccessibleName(name)
        self.messages_button.setToolTip(f"{name}. Read again what was said in passing")
