"""Editing a proposal before it is accepted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.content.types import Misconception
from app.material.records import Content
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

_LINE_HEIGHT = 24
_WHY = "You marked this as wrong."


class ProposalEditor(QWidget):
    """Fields for everything that a proposal says.

    Attributes
    ----------
    saved : Signal
        The :class:`Content` as it was left.
    cancelled : Signal
        It is to stay as it was.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._before: Content | None = None
        self.topic = QLineEdit()
        self.topic.setAccessibleName("Topic")
        self.claim = _area("Claim", 2)
        self.question = _area("Question", 2)
        self.wrong = _area("Wrong answers, one on each line", 4)
        self.quote = _area("Quote", 3)
        self.trouble = Text(role="small")
        self.trouble.set_tone("bad")
        self.trouble.hide()
        self.save_button = Button("Save", theme, role="primary", keys="Ctrl+Return")
        self.cancel_button = Button("Cancel", theme, keys="Escape")
        layout = vertical("s", self)
        for name, field in (
            ("Claim", self.claim),
            ("Question", self.question),
            ("Wrong answers, one on each line", self.wrong),
            ("Topic", self.topic),
            ("Quote: words of the same section", self.quote),
        ):
            layout.addWidget(Text(name, "overline"))
            layout.addWidget(field)
        layout.addWidget(self.trouble)
        buttons = horizontal("s")
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.save_button.clicked.connect(lambda: self.saved.emit(self.content()))
        self.cancel_button.clicked.connect(self.cancelled)

    def show_content(self, content: Content) -> None:
        """Fill the fields."""
        self._before = content
        self.topic.setText(content.topic)
        self.claim.setPlainText(content.claim)
        self.question.setPlainText(content.question)
        self.wrong.setPlainText("\n".join(each.claim for each in content.misconceptions))
        self.quote.setPlainText(content.quote)
        self.trouble.hide()

    def content(self) -> Content:
        """Return what the fields say; each is one line of text."""
        assert self._before is not None
        whys = {each.claim: each.why for each in self._before.misconceptions}
        wrong = (" ".join(line.split()) for line in self.wrong.toPlainText().splitlines())
        return Content(
            quote=self.quote.toPlainText(),
            topic=self.topic.text().strip(),
            claim=_line(self.claim),
            question=_line(self.question),
            misconceptions=tuple(
                Misconception(each, whys.get(each, _WHY)) for each in wrong if each
            ),
        )

    def show_trouble(self, words: str) -> None:
        """Say why it was not saved; the fields stay as they are."""
        self.trouble.setText(words)
        self.trouble.show()


def _area(name: str, lines: int) -> QPlainTextEdit:
    area = QPlainTextEdit()
    area.setAccessibleName(name)
    area.setTabChangesFocus(True)
    area.setFixedHeight(lines * _LINE_HEIGHT + 16)
    return area


def _line(area: QPlainTextEdit) -> str:
    return " ".join(area.toPlainText().split())
