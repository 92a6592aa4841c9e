"""The bar on the left: one entry for each page, and what the engine is doing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from ui.theme import Theme, ThemedIcon
from ui.theme.icons import application_icon
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

_WIDTH = 184
_TYPE = 16.5  # size of body text from which on that is too little


class Sidebar(QFrame):
    """Navigation with icon and label; ``Ctrl+1`` and so on reach the entries.

    Attributes
    ----------
    page_chosen : Signal
        Name of the page that the learner asked for.
    """

    page_chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAccessibleName("Pages")
        self._theme = theme
        self._fit()
        theme.changed.connect(self._fit)
        self._buttons: dict[str, Button] = {}
        group = QButtonGroup(self)
        layout = vertical("xs", self)
        layout.setContentsMargins(SPACE["m"], SPACE["xl"], SPACE["m"], SPACE["l"])
        layout.addLayout(self._heading())
        layout.addSpacing(SPACE["l"])
        for number, (name, text) in enumerate(entries, start=1):
            button = self._entry(name, text, f"Ctrl+{number}")
            group.addButton(button)
            self._buttons[name] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self.status = Text(role="small")
        self.status.setAccessibleName("Model")
        self.status.setContentsMargins(SPACE["m"], 0, 0, 0)
        layout.addWidget(self.status)
        self._foot = layout

    def add_at_foot(self, widget: QWidget) -> None:
        """Put something below what the engine is doing."""
        self._foot.addWidget(widget)

    def show_page(self, name: str) -> None:
        """Mark the entry of the page that is shown."""
        self._buttons[name].setChecked(True)

    def button(self, name: str) -> Button:
        """Return the entry of a page."""
        return self._buttons[name]

    def _fit(self) -> None:
        """Grow with the type, though not as much: the page needs the room more."""
        self.setFixedWidth(round(_WIDTH * min(1.3, max(1.0, self._theme.font_size / _TYPE))))

    def _heading(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(QSize(26, 26), self.devicePixelRatioF()))
        word = Text("Segue", wrap=False)
        word.setObjectName("wordmark")
        row = horizontal("s")
        row.setContentsMargins(SPACE["s"], 0, 0, 0)
        row.addWidget(picture)
        row.addWidget(word, 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _entry(self, name: str, text: str, keys: str) -> Button:
        button = Button(text, self._theme, role="nav", keys=keys)
        ThemedIcon(button, self._theme, name, colour="muted", checked="accent", size=20)
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.page_chosen.emit(name))
        return button
