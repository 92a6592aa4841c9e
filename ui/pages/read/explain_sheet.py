"""A sheet below the text with the model's explanation of a passage, and the passage."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.quiz.speech import Speech
from ui.pages.quiz.feedback import FeedbackText
from ui.theme import Theme
from ui.theme.tokens import READING_MEASURE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.hits import shortened
from ui.widgets.page import horizontal, panel, vertical
from ui.widgets.roles import set_role
from ui.widgets.text import Text, announce

_LONGEST_QUOTE = 220
_MOST = 0.4  # share of the window's height


class ExplainSheet(QFrame):
    """Shows what the model writes while it writes it.

    Attributes
    ----------
    stop_asked, passage_asked, models_asked, left : Signal
        The learner wants the model to stop, to see the passage, to choose a model, to close this.
    """

    stop_asked = Signal()
    passage_asked = Signal()
    models_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAccessibleName("Explanation")
        self.state = Text(role="small")
        self.speech = FeedbackText(theme)
        self.badge = Text("Written by the model from this passage", "badge")
        self.quote = Text(role="small", selectable=True)
        self.place = Text(role="small")
        self.stop_button = Button("Stop", theme, role="quiet", icon="stop")
        self.stop_button.setToolTip("Have the model stop (Escape)")
        self.passage_button = Button(
            "", theme, role="quiet", icon="read", name="Show the passage", hint="Show the passage"
        )
        self.models_button = Button("Go to Models", theme, icon="models")
        self.close_button = Button(
            "", theme, role="quiet", icon="cross", keys="Escape", hint="Close the explanation"
        )
        self._area, inside = panel()
        inside.addWidget(self.speech)
        inside.addWidget(self.badge)
        layout = vertical("s", self)
        layout.setContentsMargins(SPACE["xl"], SPACE["s"], SPACE["xl"], SPACE["m"])
        head = horizontal("s")
        head.addWidget(Text("Explanation", "overline", wrap=False))
        head.addStretch(1)
        for button in (self.stop_button, self.passage_button, self.close_button):
            head.addWidget(button)
        layout.addLayout(head)
        self._body = _Body()
        FocusRing(self._body, theme)
        for widget in (self.state, self.models_button, self._area, self.quote, self.place):
            self._body.column.addWidget(widget)
        layout.addWidget(self._body)
        self.setMaximumWidth(READING_MEASURE + 2 * SPACE["xl"])
        self.stop_button.clicked.connect(self.stop_asked)
        self.passage_button.clicked.connect(self.passage_asked)
        self.models_button.clicked.connect(self.models_asked)
        self.close_button.clicked.connect(self.leave)
        self.hide()

    def open_for(self, quote: str, place: str) -> None:
        """Show the sheet for a passage of which nothing has been said yet."""
        self.quote.setText(f"“{shortened(quote, _LONGEST_QUOTE)}”")
        self.place.setText(place)
        self.show_speech(Speech())
        self.show_state("Reading the passage…", running=True)
        self.models_button.hide()
        self.show()

    def show_speech(self, speech: Speech) -> None:
        """Show what there is of the explanation by now."""
        known = self.speech.speech.kept
        self.speech.show_speech(speech)
        self._area.setVisible(speech != Speech())
        if len(speech.kept) > len(known):
            announce(self, speech.kept[len(known) :].strip())

    def show_state(self, words: str, *, running: bool = False) -> None:
        """Say how it goes; while it runs it can be stopped."""
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.stop_button.setVisible(running)
        if words and not running:
            announce(self, words)

    def show_refusal(self, reason: str) -> None:
        """Say why there is no explanation, and offer the way to a model."""
        self.show_state(reason)
        self.models_button.show()

    def leave(self) -> None:
        """Close the sheet."""
        if not self.isHidden():
            self.hide()
            self.left.emit()


class _Body(QScrollArea):
    """As high as what is in it, as long as that leaves most of the window to the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Explanation")
        set_role(self, QAccessible.Role.Document)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        inside = QWidget()
        inside.setObjectName("column")
        self.column = vertical("s", inside)
        self.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Become higher with what is inside; the area itself watches it already."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have words that break into other lines change the height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of what is inside, or of what there is room for."""
        room = round(_MOST * self.window().height())
        return QSize(self.width(), min(room, self.column.totalHeightForWidth(self.width() - 2)))
