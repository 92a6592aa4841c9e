"""A small bar at selected words, or at a highlight, with what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.study.marked import Look
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.looks import LOOKS, swatch
from ui.widgets.page import horizontal

_GAP = 6


class SelectionBar(QFrame):
    """Floats above words in a reader; what it offers can all be done by keys, too.

    Attributes
    ----------
    look_chosen : Signal
        The :class:`Look` to highlight with.
    note_asked, explain_asked, quiz_asked, remove_asked : Signal
        What is wanted of the words.
    """

    look_chosen = Signal(object)
    note_asked = Signal()
    explain_asked = Signal()
    quiz_asked = Signal()
    remove_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName("Selected words")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._theme = theme
        self._over = parent
        self.looks: dict[Look, Button] = {}
        self._row = row = horizontal("xs", self)
        row.setContentsMargins(SPACE["xs"], SPACE["xs"], SPACE["xs"], SPACE["xs"])
        for number, (look, shown) in enumerate(LOOKS.items(), 1):
            button = Button("", theme, role="quiet", name=f"Highlight: {shown.name}")
            keys = "H or 1" if number == 1 else str(number)
            button.setToolTip(f"Highlight: {shown.name} ({keys})")
            button.setIconSize(QSize(20, 20))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, look=look: self._choose(look))
            self.looks[look] = button
            row.addWidget(button)
        self.note_button = Button("Note", theme, role="quiet", icon="note")
        self.note_button.setToolTip("Write a note on these words (N)")
        self.explain_button = Button("Explain", theme, role="quiet", icon="sparkle")
        self.explain_button.setToolTip("Have the model explain these words (E)")
        self.quiz_button = Button("Quiz", theme, role="quiet", icon="quiz", name="Quiz me on this")
        self.quiz_button.setToolTip("Be asked about the key points that stand here (Q)")
        self.remove_button = Button("", theme, role="quiet", icon="trash", name="Remove")
        self.remove_button.setToolTip("Take the highlight and its note away (Del)")
        for button, signal in (
            (self.note_button, self.note_asked),
            (self.explain_button, self.explain_asked),
            (self.quiz_button, self.quiz_asked),
            (self.remove_button, self.remove_asked),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        self._words = {
            button: button.text()
            for button in (self.note_button, self.explain_button, self.quiz_button)
        }
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_at(self, area: QRect, look: Look | None, *, can_be_quizzed: bool) -> None:
        """Show the bar at an area of the viewport, for a highlight that has a look or for words."""
        for each, button in self.looks.items():
            button.setChecked(each is look)
        self.remove_button.setVisible(look is not None)
        self.quiz_button.setVisible(can_be_quizzed)
        size, room = self._fitting(), self._over.rect()
        top = area.top() - size.height() - _GAP
        if top < 0:
            top = min(area.bottom() + _GAP, room.height() - size.height() - _GAP)
        left = max(0, min(area.center().x() - size.width() // 2, room.width() - size.width()))
        self.resize(size)
        self.move(QPoint(left, top))
        self.show()
        self.raise_()

    def _fitting(self) -> QSize:
        """Return the size of the bar; where there is no room for words, the icons do alone."""
        for with_words in (True, False):
            for button, words in self._words.items():
                button.setText(words if with_words else "")
            self._row.activate()
            if self.sizeHint().width() <= self._over.width():
                break
        return self.sizeHint()

    def _choose(self, look: Look) -> None:
        self.looks[look].setChecked(False)
        self.look_chosen.emit(look)

    def _draw(self) -> None:
        for look, button in self.looks.items():
            button.setIcon(swatch(look, self._theme))
