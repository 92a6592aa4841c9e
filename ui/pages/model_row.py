"""One model in the list: what it is, whether it fits this machine, what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.carry import Carried, Load, Speed
from app.model.catalogue import CatalogueEntry
from app.model.locate import FoundModel
from app.quiz.grading.certificate import Certificate
from app.tuning_text import figure
from ui import words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

SLOW = 3.0
"""Words a second below which reading along becomes waiting."""


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
        self.worth = Text(role="small")
        self.worth.hide()
        left.addWidget(self.worth)
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

    def show_worth(self, text: str) -> None:
        """Say what the model is worth as a grader, where that is known."""
        self.worth.setText(text)
        self.worth.setVisible(bool(text))

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


def load_words(load: Load) -> tuple[str, str]:
    """Return whether this machine can carry a model and how fast, in words, and their tone."""
    if load.needed is None:
        return _joined(["Memory needed: not known", speed_words(load.speed)]), "muted"
    needed, memory = words.size(load.needed), load.memory
    total, free = words.size(memory.total), words.size(memory.free)
    match load.carried:
        case Carried.TOO_LARGE:
            return f"Too large: needs {needed} of memory, this machine has {total}", "bad"
        case Carried.WHEN_OTHERS_CLOSE:
            said = f"Fits when other programs are closed: needs {needed}, {free} are free"
            tone = "warm"
        case _:
            said, tone = f"Fits: needs {needed} of this machine's {total} of memory", ""
    slow = load.speed is not None and load.speed.words < SLOW
    return _joined([said, speed_words(load.speed)]), "warm" if slow else tone


def paused_words(already: int, size: int | None) -> str:
    """Return how much of a model is here that was not fetched to its end."""
    if size is None:
        return f"paused, {words.size(already)} are here"
    return f"paused at {words.percent(already / size)}"


def worth_words(certificate: Certificate | None) -> str:
    """Return what a model is worth as a grader, in a line; nothing where that is not known."""
    if certificate is None:
        return ""
    if not certificate.grades:
        return "Too weak to grade; it words questions and feedback"
    right = words.percent(certificate.accuracy)
    where = "measured here" if certificate.here else "measured by Segue's authors"
    return f"Grades: agrees with people on {right} of judgements, {where}"


def speed_words(speed: Speed | None) -> str:
    """Return how fast a model writes; nothing where that is not known."""
    if speed is None:
        return ""
    said = f"{figure(speed.words)} words a second"
    return f"writes {said}" if speed.measured else f"about {said}"


def best_words(loads: Mapping[str, Load]) -> str:
    """Return which model is the largest that this machine carries well.

    Parameters
    ----------
    loads : mapping of str to Load
        Of each model by its name.
    """
    good = {
        name: load
        for name, load in loads.items()
        if load.carried is Carried.FITS and (load.speed is None or load.speed.words >= SLOW)
    }
    if not good:
        return _why_none(loads)
    name = max(good, key=lambda each: good[each].needed or 0)
    speed = speed_words(good[name].speed)
    return f"The largest that this machine carries well: {name}{', ' * bool(speed)}{speed}."


def _why_none(loads: Mapping[str, Load]) -> str:
    """Return why no model runs well, and what helps."""
    slow = {
        name: load.speed
        for name, load in loads.items()
        if load.carried is Carried.FITS and load.speed is not None
    }
    if slow:
        name = max(slow, key=lambda each: slow[each].words)
        speed = speed_words(slow[name])
        return f"All of these that fit are slow on this machine; the fastest is {name}, {speed}."
    if any(load.carried is Carried.WHEN_OTHERS_CLOSE for load in loads.values()):
        return "None of these fits well at the moment: close other programs."
    total = max((load.memory.total for load in loads.values()), default=0)
    return f"None of these fits into this machine's {words.size(total)} of memory."


def _joined(parts: Sequence[str]) -> str:
    return "  ·  ".join(part for part in parts if part)
