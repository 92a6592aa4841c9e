"""A calm message inside a page: what is the matter, and what can be done about it.

An error is shown nowhere else: title, cause, next step, and its details to be copied.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.copy_details import CopyDetails
from ui.widgets.page import horizontal, vertical
from ui.widgets.picture import Picture
from ui.widgets.text import Text, announce, restyle

_ICONS = {"accent": "info", "warm": "warning", "bad": "warning"}


class Banner(QFrame):
    """An icon, a title, a text, and room for buttons below them."""

    def __init__(self, theme: Theme, tone: str = "accent") -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self.setProperty("role", "banner")
        self._picture = Picture(theme, _ICONS[tone], tone)
        self._title = Text(role="strong")
        self._text = Text()
        self._step = Text()
        self._step.hide()
        self._copy: CopyDetails | None = None
        self.content = vertical("s")
        self._buttons = horizontal("s")
        words = vertical("xs")
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addWidget(self._step)
        words.addLayout(self.content)
        words.addLayout(self._buttons)
        row = horizontal("m", self)
        row.setContentsMargins(SPACE["l"], SPACE["m"] + 2, SPACE["l"], SPACE["m"] + 2)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        # The empty row of buttons would have the layout believe that nothing in it grows.
        for text in (self._title, self._text, self._step):
            policy = text.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.MinimumExpanding)
            text.setSizePolicy(policy)
        self._picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        restyle(self, tone=tone)

    def show_message(self, title: str, text: str = "", tone: str | None = None) -> None:
        """Show a message and tell it to screen readers."""
        if self._copy is not None:
            self._copy.offer(None)
        self._show(title, text, "", tone)

    def show_error(self, error: BaseException, *, title: str = "", also: str = "") -> None:
        """Show an error in plain words, with its details to be copied.

        Parameters
        ----------
        title : str
            What it kept from happening, without a full stop; what happened by default.
        also : str
            A sentence on what is safe, or goes on.
        """
        from app.faults import fault_of  # noqa: PLC0415 - of use only when something failed

        fault = fault_of(error, title)
        cause = " ".join(part for part in (fault.cause, also) if part)
        self._show(fault.title, cause, fault.step, "bad")
        if self._copy is None:
            self._copy = CopyDetails(self._theme)
            self.add_action(self._copy)
        self._copy.offer(error)

    def _show(self, title: str, text: str, step: str, tone: str | None) -> None:
        shown = (self._title.text(), self._text.text(), self._step.text(), self._tone)
        self._tone = tone or self._tone
        self.show()
        if shown == (title, text, step, self._tone):
            return  # nothing new: a screen reader need not say it again
        self._title.setText(title)
        for label, words in ((self._text, text), (self._step, step)):
            label.setText(words)
            label.setVisible(bool(words))
        said = " ".join(part for part in (f"{title.rstrip('.')}.", text, step) if part)
        self.setAccessibleName(said)
        self._picture.show_icon(_ICONS[self._tone], self._tone)
        restyle(self, tone=self._tone)
        announce(self, said)

    def add_action(self, widget: QWidget) -> None:
        """Add a button to the row below the text."""
        if self._buttons.count() == 0:
            self._buttons.setContentsMargins(0, SPACE["s"], 0, 0)
            self._buttons.addStretch(1)
        self._buttons.insertWidget(self._buttons.count() - 1, widget)

    def text(self) -> str:
        """Return the words that are shown."""
        parts = (self._title.text(), self._text.text(), self._step.text())
        return " ".join(part for part in parts if part)
