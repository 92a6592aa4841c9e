"""One proposal as it is looked at: what it says, and the passage that it rests on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from app.material.records import Document, Proposal
from app.material.sections import Section
from app.material.sentences import sentences
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.page import horizontal, panel, rule, vertical
from ui.widgets.text import Text

_AROUND = 2
"""Sentences that are shown on either side of the quote."""


class ProposalView(QFrame):
    """Shows a claim, its question, what would be wrong, and its passage."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Proposal")
        self.place = Text(role="overline")
        self.claim = Text(role="question", selectable=True)
        self.question = Text(selectable=True)
        self.wrong = Text(selectable=True)
        self.mark = Text(role="badge", wrap=False)
        self.before = Text(role="small", selectable=True)
        self.quote = Text(role="strong", selectable=True)
        self.after = Text(role="small", selectable=True)
        frame, inside = panel()
        inside.addWidget(Text("Passage", "overline"))
        for text in (self.before, self.quote, self.after):
            inside.addWidget(text)
        marks = horizontal("s")
        marks.addWidget(self.mark)
        marks.addStretch(1)
        layout = vertical("m", self)
        layout.setContentsMargins(0, 0, 0, SPACE["s"])
        layout.addWidget(self.place)
        layout.addWidget(self.claim)
        for name, text in (("Question", self.question), ("Wrong answers", self.wrong)):
            layout.addWidget(_labelled(name, text))
        layout.addLayout(marks)
        layout.addWidget(rule())
        layout.addWidget(frame)

    def show_proposal(self, proposal: Proposal, document: Document, section: Section) -> None:
        """Show a proposal in its section of a document."""
        content = proposal.content
        self.place.setText(place_words(document, section))
        self.claim.setText(content.claim)
        self.question.setText(content.question)
        self.wrong.setText("\n".join(f"✗  {each.claim}" for each in content.misconceptions))
        self.mark.setText(written_by(proposal))
        before, after = around(section.text, content.quote)
        self.quote.setText(content.quote)
        for text, words in ((self.before, before), (self.after, after)):
            text.setText(words)
            text.setVisible(bool(words))
        self.setAccessibleDescription(f"{content.claim} Question: {content.question}")


def place_words(document: Document, section: Section) -> str:
    """Return where a passage stands."""
    page = f"page {section.page}" if section.page is not None else ""
    return "  ·  ".join(each for each in (document.title, section.heading, page) if each)


def written_by(proposal: Proposal) -> str:
    """Return who worded a proposal: text of the model is marked as the model's."""
    if proposal.is_edited:
        return "edited by you"
    if not proposal.draft.by_model:
        return "in the words of the document"
    return f"{' and '.join(proposal.draft.by_model)} worded by the model"


def around(text: str, quote: str) -> tuple[str, str]:
    """Return some sentences before and after a quote, within its paragraph."""
    at = text.find(quote)
    if at < 0:
        return "", ""
    start = text.rfind("\n\n", 0, at) + 1
    end = text.find("\n\n", at)
    before = [text[one:other] for one, other in sentences(text, max(0, start), at)]
    behind = at + len(quote)
    after = [text[one:other] for one, other in sentences(text, behind, max(behind, end))]
    if end < 0:
        after = [text[one:other] for one, other in sentences(text, behind)]
    return " ".join(before[-_AROUND:]), " ".join(after[:_AROUND])


def _labelled(name: str, text: Text) -> QWidget:
    widget = QWidget()
    layout = vertical("xs", widget)
    layout.addWidget(Text(name, "overline"))
    layout.addWidget(text)
    return widget
