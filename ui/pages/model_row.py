"""One model in the list: what it is, whether it fits this machine, what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.catalogue import CatalogueEntry
from app.model.locate import FoundModel
from ui import words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text


class ModelRow(QWidget):
    """Name, facts and a note on the left, buttons on the right.

    Attributes
    ----------
    below : QVBoxLayout
        Room for progress.
    """

    def __init__(self, name: str, facts: str, note: str, *, in_use: bool, theme: Theme) -> None:
        super().__init__()
        self._name = name
        self._theme = theme
        title = horizontal("s")
        title.addWidget(Text(name, "strong", wrap=False))
        self.state = Text("in use" if in_use else "", "tag", wrap=False)
        if not in_use:
            self.state.hide()
        title.addWidget(self.state)
        title.addStretch(1)
        left = vertical("xs")
        left.addLayout(title)
        left.addWidget(Text(facts, "small"))
        if note:
            left.addWidget(Text(note, "small"))
        self.fit = Text(role="small")
        self.fit.hide()
        left.addWidget(self.fit)
        self.below = vertical("xs")
        left.addLayout(self.below)
        self._buttons = horizontal("xs")
        row = horizontal("l", self)
        row.setContentsMargins(0, SPACE["xs"], 0, SPACE["xs"])
        row.addLayout(left, 1)
        row.addLayout(self._buttons)
        row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)

    def show_state(self, text: str) -> None:
        """Show a word beside the name."""
        self.state.setText(text)
        self.state.show()

    def show_fit(self, text: str, tone: str) -> None:
        """Say whether this machine can carry the model."""
        self.fit.setText(text)
        self.fit.set_tone(tone)
        self.fit.show()

    def add_button(self, text: str, *, role: str = "", icon: str = "", hint: str = "") -> Button:
        """Add a button on the right and return it."""
        name = f"{text}: {self._name}"
        button = Button(text, self._theme, role=role, icon=icon, hint=hint or text, name=name)
        self._buttons.addWidget(button)
        return button


def entry_facts(entry: CatalogueEntry) -> str:
    """Return what there is to know about a model of the catalogue, in a line."""
    parts = [f"{entry.parameters} parameters", entry.quantization, entry.licence]
    if entry.size:
        parts.append(words.size(entry.size))
    parts.append(f"{entry.context_length:,} tokens of context")
    return _joined(parts)


def found_facts(found: FoundModel) -> str:
    """Return what there is to know about a file that another program brought, in a line."""
    parts = [found.origin.value, found.header.architecture, words.size(found.size)]
    if found.header.context_length:
        parts.append(f"{found.header.context_length:,} tokens of context")
    return _joined(parts)


def fit_words(needed: int | None, total: int, available: int) -> tuple[str, str]:
    """Return whether a model fits into memory, in words, and the tone of that.

    Parameters
    ----------
    needed, total, available : int
        Bytes that the model takes, that the machine has, and that are free now.
    """
    if needed is None:
        return "Memory needed: not known", "muted"
    need, have = words.size(needed), words.size(total)
    if needed > 0.85 * total:
        return f"Too large: needs {need} of memory, this machine has {have}", "bad"
    if needed > available:
        free = words.size(available)
        return f"Fits when other programs are closed: needs {need}, {free} are free", "warm"
    return f"Fits: needs {need} of this machine's {have} of memory", ""


def _joined(parts: Sequence[str]) -> str:
    return "  ·  ".join(part for part in parts if part)
