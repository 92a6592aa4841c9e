"""A small card that opens at the mark of a key point."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

WIDTH = 340


class KeyPointCard(QFrame):
    """Says how well a key point is known, and offers to ask it; any click beside it puts it away.

    Attributes
    ----------
    quiz_asked : Signal
        Id of the key point to be quizzed on.
    """

    quiz_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("card")
        self.setAccessibleName("Key point")
        self.setFixedWidth(WIDTH)
        self._point = ""
        self.topic = Text(role="strong")
        self.state = Text(role="small")
        self.quiz_button = Button("Quiz me on this", theme, role="primary", icon="quiz")
        self.quiz_button.clicked.connect(self._ask_for_quiz)
        self._layout = layout = vertical("s", self)
        layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["l"])
        layout.addWidget(Text("Key point", "overline"))
        layout.addWidget(self.topic)
        layout.addWidget(self.state)
        row = horizontal()
        row.setContentsMargins(0, SPACE["xs"], 0, 0)
        row.addWidget(self.quiz_button)
        row.addStretch(1)
        layout.addLayout(row)

    def show_point(
        self, point: str, topic: str, state: str, near: QRect, *, can_be_quizzed: bool = True
    ) -> None:
        """Open below a place on the screen, or above it where there is no room below."""
        self._point = point
        self.topic.setText(topic[:1].upper() + topic[1:])
        self.state.setText(state)
        self.quiz_button.setVisible(can_be_quizzed)
        height = self._layout.totalHeightForWidth(WIDTH)
        self.resize(WIDTH, height)
        room = self.screen().availableGeometry()
        below = near.bottom() + SPACE["xs"]
        top = below if below + height <= room.bottom() else near.top() - SPACE["xs"] - height
        left = near.center().x() - WIDTH // 2
        self.move(QPoint(max(room.left(), min(left, room.right() - WIDTH)), top))
        self.show()
        self.quiz_button.setFocus()

    def _ask_for_quiz(self) -> None:
        self.hide()
        self.quiz_asked.emit(self._point)
