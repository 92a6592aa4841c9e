"""The options of a multiple-choice question."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.quiz.options import split_options
from app.quiz.question import Option
from ui.theme.tokens import SPACE
from ui.widgets.page import add_shown, clear, horizontal, vertical
from ui.widgets.text import Text, restyle


class OptionButton(QPushButton):
    """One option; its text breaks into lines, which Qt's own buttons cannot."""

    def __init__(self, number: int, option: Option, shown: str) -> None:
        super().__init__()
        self._option = option
        self.setProperty("role", "option")
        self.setAccessibleName(f"Option {number}: {option.text}")
        self.setToolTip(f"Choose ({number})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        digit = Text(str(number), "strong", wrap=False)
        digit.set_tone("muted")
        digit.setMinimumWidth(SPACE["l"])  # a "1" is narrower, and the texts begin in one line
        self._words = Text(shown)
        self._why = Text(option.why, "small")
        self._why.hide()
        right = vertical("xs")
        right.addWidget(self._words)
        right.addWidget(self._why)
        row = self._row = horizontal("m", self)
        row.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        row.addWidget(digit, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        for label in (digit, self._words, self._why):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        shortcut = QShortcut(QKeySequence(str(number)), self)
        shortcut.activated.connect(self.click)

    def show_outcome(self, *, chosen: bool) -> None:
        """Mark the option as right or wrong, and say why a wrong one that was chosen is wrong."""
        self.setEnabled(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if self._option.right:
            restyle(self, outcome="right")
            self.setAccessibleName(f"Right: {self._option.text}")
        elif chosen:
            restyle(self, outcome="wrong")
            self._why.setVisible(bool(self._option.why))
            self.setAccessibleName(f"Chosen, wrong: {self._option.text}. {self._option.why}")

    def sizeHint(self) -> QSize:
        """Return the size that the text wants."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which nothing of the text is cut off."""
        return self._row.minimumSize()


class OptionList(QWidget):
    """All options of a question, one below the other; digits choose.

    Attributes
    ----------
    option_chosen : Signal
        Index of the option.
    """

    option_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Options")
        self._layout = vertical("s", self)
        self.buttons: list[OptionButton] = []

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Offer options to choose from."""
        clear(self._layout)
        self.buttons = []
        split = split_options([option.text for option in options])
        if split.lead:
            add_shown(self._layout, Text(split.lead))
        for index, option in enumerate(options):
            button = OptionButton(index + 1, option, split.endings[index])
            button.clicked.connect(
                lambda _checked=False, index=index: self.option_chosen.emit(index)
            )
            add_shown(self._layout, button)
            self.buttons.append(button)

    def show_outcome(self, chosen: int) -> None:
        """Show which option was right, and what is wrong with the one that was chosen."""
        for index, button in enumerate(self.buttons):
            button.show_outcome(chosen=index == chosen)
