"""The inbox: one proposal after another, to be accepted, edited or rejected by a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.material.errors import MaterialError
from app.material.records import Content, Proposal, State
from app.workspace import Workspace
from ui import words
from ui.pages.material.editor import ProposalEditor
from ui.pages.material.proposal import ProposalView
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text, announce

_NOTHING = "The inbox is empty. Find key points in one of your files, and they come here."
_DONE = {
    "accept": "Taken back: it is in the inbox again",
    "reject": "Taken back: it is in the inbox again",
    "edit": "Taken back: it says what it said before",
    "remove": "Taken back: the file is there again",
}


class InboxView(QWidget):
    """Shows what waits for a decision, one proposal at a time.

    Attributes
    ----------
    decided : Signal
        Something was accepted, edited, rejected or undone.
    """

    decided = Signal()

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._document: str | None = None
        self._edited = ""
        self._was_used = False
        self._proposals: list[Proposal] = []
        self._index = 0
        self.state = Text(role="small")
        self.trouble = Text(role="small")
        self.trouble.set_tone("bad")
        self.trouble.hide()
        self.empty = Text(_NOTHING)
        self.proposal = ProposalView()
        self.editor = ProposalEditor(theme)
        self.editor.hide()
        self.accept_button = Button("Accept", theme, role="primary", icon="check", keys="A")
        self.edit_button = Button("Edit", theme, keys="E")
        self.reject_button = Button("Reject", theme, icon="cross", keys="R")
        self.undo_button = Button(
            "Undo", theme, role="quiet", icon="undo", keys=("U", "Ctrl+Z"), hint="Undo"
        )
        self.before_button = Button("Previous", theme, role="quiet", keys=("K", "Left"))
        self.next_button = Button("Next", theme, role="quiet", keys=("J", "Right"))
        self._assemble()
        self._connect()

    @property
    def current(self) -> Proposal | None:
        """The proposal that is shown."""
        return self._proposals[self._index] if self._proposals else None

    def show_document(self, document: str | None) -> None:
        """Show the proposals of one document only, or of all."""
        self._document = document
        self._was_used = False
        self.refresh()

    def refresh(self) -> None:
        """Show what waits now; the proposal that somebody looks at stays if it still waits."""
        is_kept = self.current is not None and self._was_used
        self._refresh(self.current.id if self.current is not None and is_kept else "")

    def _refresh(self, shown: str) -> None:
        """Show what waits now: this proposal if it does, else the one in its place."""
        store = self._workspace.material.store
        self._proposals = store.proposals(State.NEW, self._document)
        if not self._proposals and self._document is not None:
            # Done with one file, go on with the others.
            self._document = None
            self._proposals = store.proposals(State.NEW)
        ids = [each.id for each in self._proposals]
        last = max(0, len(ids) - 1)
        self._index = ids.index(shown) if shown in ids else min(self._index if shown else 0, last)
        if not self.editor.isVisibleTo(self):
            self._show()

    def accept(self) -> None:
        """Let the proposal into the schedule."""
        if self.current is not None:
            self._decide(self._workspace.material.accept, "Accepted")

    def reject(self) -> None:
        """Keep the proposal out of the schedule."""
        if self.current is not None:
            self._decide(self._workspace.material.reject, "Rejected")

    def edit(self) -> None:
        """Change what the proposal says before it is decided."""
        if self.current is not None:
            self._edited, self._was_used = self.current.id, True
            self.editor.show_content(self.current.content)
            self._show_editing(True)
            self.editor.claim.setFocus()

    def undo(self) -> None:
        """Take back the last decision, and show what it was about."""
        try:
            last = self._workspace.material.store.last_decision()
            undone = self._workspace.material.undo()
        except MaterialError as error:
            self._complain(error)
            return
        about = last[1] if last is not None else ""
        self._follow(_DONE[undone] if undone else "There is nothing to undo", about)

    def _save(self, content: Content) -> None:
        try:
            self._workspace.material.edit(self._edited, content)
        except (ValueError, MaterialError) as error:
            self.editor.show_trouble(f"Not saved: {error}.")
            return
        except KeyError:
            self.editor.show_trouble("Not saved: its file was taken away.")
            return
        self._show_editing(False)
        self._follow("Saved", self._edited)

    def _decide(self, decision: Callable[[str], object], said: str) -> None:
        assert self.current is not None
        try:
            decision(self.current.id)
        except MaterialError as error:
            self._complain(error)
            return
        self._follow(said)

    def _complain(self, error: MaterialError) -> None:
        self.trouble.setText(f"Nothing was changed: {error}.")
        self.trouble.show()
        announce(self, self.trouble.text())

    def _follow(self, said: str, about: str = "") -> None:
        self.trouble.hide()
        self._was_used = True
        self._refresh(about or (self.current.id if self.current is not None else ""))
        announce(self, said)
        self.decided.emit()
        self._show()

    def _move(self, step: int) -> None:
        if self._proposals:
            self._was_used = True
            self._index = (self._index + step) % len(self._proposals)
            self._show()

    def _show_editing(self, is_editing: bool) -> None:
        self.editor.setVisible(is_editing)
        self._show()

    def _show(self) -> None:
        current = self.current
        is_editing = self.editor.isVisibleTo(self)
        self.empty.setVisible(current is None)
        self.proposal.setVisible(current is not None and not is_editing)
        for button in (self.accept_button, self.edit_button, self.reject_button):
            button.setVisible(current is not None and not is_editing)
        for button in (self.before_button, self.next_button):
            button.setVisible(len(self._proposals) > 1 and not is_editing)
        self.undo_button.setVisible(not is_editing)
        waiting = words.count(len(self._proposals), "proposal")
        place = f"{self._index + 1} of {waiting}" if current is not None else ""
        self.state.setText(place)
        if current is not None and not is_editing:
            store = self._workspace.material.store
            document = store.document(current.document)
            self.proposal.show_proposal(current, document, store.section_of(current))

    def _connect(self) -> None:
        self.accept_button.clicked.connect(self.accept)
        self.edit_button.clicked.connect(self.edit)
        self.reject_button.clicked.connect(self.reject)
        self.undo_button.clicked.connect(self.undo)
        self.before_button.clicked.connect(lambda: self._move(-1))
        self.next_button.clicked.connect(lambda: self._move(1))
        self.editor.saved.connect(self._save)
        self.editor.cancelled.connect(lambda: self._show_editing(False))

    def _assemble(self) -> None:
        buttons = horizontal("s")
        for button in (self.accept_button, self.edit_button, self.reject_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.before_button, self.next_button, self.undo_button):
            buttons.addWidget(button)
        layout = vertical("m", self)
        for text in (self.state, self.trouble, self.empty):
            layout.addWidget(text)
        layout.addWidget(self.proposal)
        layout.addWidget(self.editor)
        layout.addLayout(buttons)
        layout.addStretch(1)
