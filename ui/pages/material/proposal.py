"""One proposal as it is looked at: what it says, and the passage that it rests on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from app.content.types import Wording
from app.material.records import Document, Part, Proposal
from app.material.sections import Section
from app.material.sentences import sentences
from ui.theme.tokens import SPACE
from ui.widgets.page import horizontal, panel, rule, vertical
from ui.widgets.text import Text

_DOCUMENT, _MODEL, _LEARNER = Wording.DOCUMENT, Wording.MODEL, Wording.LEARNER
_WRITTEN_BY = {
    (_DOCUMENT, _DOCUMENT): "In the words of the document",
    (_MODEL, _DOCUMENT): "Claim worded by the model",
    (_DOCUMENT, _MODEL): "Question worded by the model",
    (_MODEL, _MODEL): "Claim and question worded by the model",
    (_LEARNER, _DOCUMENT): "Claim edited by you",
    (_DOCUMENT, _LEARNER): "Question edited by you",
    (_LEARNER, _LEARNER): "Claim and question edited by you",
    (_LEARNER, _MODEL): "Claim edited by you, question worded by the model",
    (_MODEL, _LEARNER): "Claim worded by the model, question edited by you",
}
_AROUND = 2
"""Sentences that are shown on either side of the quote."""


class ProposalView(QFrame):
    """Shows a claim, its question, what would be wrong, and its passage."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Proposal")
        self.place = Text(role="overline")
        self.claim = Text(role="question", selectable=True)
        self.question = Text(selectable=True)
        self.wrong = Text(selectable=True)
        self.mark = Text(role="badge", wrap=False)
        self.no_mark = Text(role="small", wrap=False)
        self.before = Text(role="small", selectable=True)
        self.quote = Text(role="strong", selectable=True)
        self.after = Text(role="small", selectable=True)
        frame, inside = panel()
        inside.addWidget(Text("Passage", "overline"))
        for text in (self.before, self.quote, self.after):
            inside.addWidget(text)
        marks = horizontal("s")
        marks.addWidget(self.mark)
        marks.addWidget(self.no_mark)
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
        # Only what a model worded needs a second look.
        is_models = Wording.MODEL in [proposal.worded_by(part) for part in Part]
        for text, is_shown in ((self.mark, is_models), (self.no_mark, not is_models)):
            text.setText(written_by(proposal) if is_shown else "")
            text.setVisible(is_shown)
        before, after = around(section.text, content.quote)
        self.quote.setText(content.quote)
        for text, words in ((self.before, before), (self.after, after)):
            text.setText(words)
            text.setVisible(bool(words))
        self.setAccessibleDescription(f"{content.claim} Question: {content.question}")


def place_words(document: Document, section: Section) -> str:
    """Return where a passage stands."""
    page = f"page {section.page}" if section.page is not None else ""
    # Below "Changed" stands nothing of use without the version above it.
    headings = (each for each in (*section.trail[-1:], section.heading) if each != document.title)
    return "  ·  ".join(each for each in (document.title, *headings, page) if each)


def written_by(proposal: Proposal) -> str:
    """Return who worded a proposal: text of the model is marked as the model's."""
    wordings = proposal.worded_by(Part.CLAIM), proposal.worded_by(Part.QUESTION)
    if proposal.is_edited and wordings == (Wording.DOCUMENT, Wording.DOCUMENT):
        return "Edited by you"
    return _WRITTEN_BY[wordings]


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
