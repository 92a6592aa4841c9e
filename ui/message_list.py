"""All that was said in passing since the window opened, to be read again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.messages import Message, Messages
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.overlay import Overlay
from ui.widgets.page import clear, horizontal, vertical
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import Text

_WIDTH = 560
_INSIDE = 500
_TOP = Qt.AlignmentFlag.AlignTop
_NOTHING = "Nothing was said yet. What passes by at the lower edge can be read again here."


class MessageList(Overlay):
    """Lists messages, the newest first."""

    def __init__(self, window: QWidget, theme: Theme, messages: Messages) -> None:
        super().__init__(window, "Messages", width=_WIDTH)
        self._messages = messages
        self.close_button = Button("", theme, role="quiet", icon="cross", hint="Close")
        self.close_button.clicked.connect(self.leave)
        heading = horizontal("m")
        heading.addWidget(Text("Messages", "heading"), 1)
        heading.addWidget(self.close_button)
        self._rows = vertical("m")
        self.area = Scrolled("Messages, the newest first", _INSIDE)
        self.area.row.addLayout(self._rows)
        self.body.addLayout(heading)
        self.body.addWidget(self.area, 1)

    def open(self) -> None:
        """Open with all that was said so far, which counts as read."""
        clear(self._rows)
        for message in self._messages.all:
            self._rows.addWidget(MessageRow(message))
        if not self._messages.all:
            self._rows.addWidget(Text(_NOTHING, "muted"))
        self._rows.addStretch(1)
        self._messages.mark_read()
        self.area.updateGeometry()
        self.appear(self.area)


class MessageRow(QWidget):
    """One message with its time; its words can be selected."""

    def __init__(self, message: Message) -> None:
        super().__init__()
        self.text = Text(message.text, selectable=True)
        self.text.setAccessibleName(f"{message.at:%H:%M}: {message.text}")
        if message.tone in ("warm", "bad"):
            self.text.set_tone(message.tone)
        row = horizontal("m", self)
        row.addWidget(Text(f"{message.at:%H:%M}", "small", wrap=False), 0, _TOP)
        row.addWidget(self.text, 1)
