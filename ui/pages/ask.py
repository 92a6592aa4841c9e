"""Ask: a question in the learner's words, answered from what there is to read, or refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ask.asked import LONGEST
from app.ask.reply import Citation, Reply
from app.model.errors import EngineError
from app.quiz.speech import Speech
from app.workspace import Workspace
from ui.engine_work import EngineWork
from ui.fetching import Fetching
from ui.pages.quiz.feedback import FeedbackText
from ui.task import Task
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.citation import CitationView
from ui.widgets.contents import Place
from ui.widgets.copy_details import CopyDetails
from ui.widgets.fetch_view import FetchView
from ui.widgets.page import Column, add_shown, clear, horizontal, panel, vertical
from ui.widgets.text import Text, announce

_NOTHING = "Type a question. What is answered is quoted from the guides and your own documents."


class AskPage(QWidget):
    """A box for a question, and below it the passages that answer it with the model's words.

    Attributes
    ----------
    work : EngineWork
        Finding and wording the answer.
    reading_asked : Signal
        A Place, and words to be marked there.
    """

    reading_asked = Signal(object, str)

    def __init__(self, workspace: Workspace, theme: Theme, fetching: Fetching) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._fetching = fetching
        self._updating: Task | None = None
        self._waiting = ""
        self.work = EngineWork(self._stop_engine, self)
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self.box.setPlaceholderText("What do you want to know?")
        self.box.setAccessibleName("Your question")
        self.ask_button = Button("Ask", theme, role="primary", hint="Find the answer")
        self.stop_button = Button("Stop", theme, role="quiet", icon="stop", keys="Escape")
        self.details_button = CopyDetails(theme)
        self.message = Text(_NOTHING, "small")
        self.headline = Text(role="heading")
        self.refusal = Text(role="lead")
        self.speech = FeedbackText(theme)
        self.speech_mark = Text("Written by the model from these passages", "badge", wrap=False)
        self._speech_area, area = panel()
        area.addWidget(self.speech)
        area.addWidget(self.speech_mark)
        self._found = vertical("m")
        self.meaning = Text(role="small")
        self.fetch_button = Button("Fetch it", theme, icon="download")
        self.fetch_view = FetchView(fetching, theme, workspace.desk.embedding.id)
        self.column = Column()
        self._assemble()
        self.setFocusProxy(self.box)
        self.box.returnPressed.connect(self._ask_what_stands_there)
        self.ask_button.clicked.connect(self._ask_what_stands_there)
        self.stop_button.clicked.connect(self._stop)
        self.fetch_button.clicked.connect(self._fetch)
        fetching.model_arrived.connect(self._take_up)
        self._show_nothing()

    def refresh(self) -> None:
        """Bring what can be found up to date, in the background."""
        self._show_meaning()
        self._update()

    def ask(self, question: str) -> None:
        """Answer a question in place of the one before."""
        if self._updating is not None and not len(self._workspace.desk.index):
            # The very first time there is nothing to be found yet.
            self._waiting = question
            self.message.setText("Reading what there is…")
            return
        self._waiting = ""
        self._show_nothing()
        self.message.setText("Looking for passages…")
        self.stop_button.show()
        desk = self._workspace.desk
        self.work.start(
            lambda: desk.answering(question),
            on_item=self._show,
            on_finished=self._end,
            on_failed=self._fail,
        )

    # -- showing ---------------------------------------------------------------------------------

    def _show(self, item: object) -> None:
        if isinstance(item, Reply):
            self._show_reply(item)
        elif isinstance(item, Speech):
            known = self.speech.speech.kept
            self.speech.show_speech(item)
            self._speech_area.setVisible(item != Speech())
            if len(item.kept) > len(known):
                announce(self, item.kept[len(known) :].strip())

    def _show_reply(self, reply: Reply) -> None:
        self.headline.show()
        self.refusal.setVisible(not reply.answered)
        if reply.answered:
            self.headline.setText("Your material says")
            self.message.setText("")
            for number, citation in enumerate(reply.citations, 1):
                view = CitationView(citation, number, self._theme)
                view.read_asked.connect(lambda each=citation: self._read(each))
                add_shown(self._found, view)
            announce(self, f"Your material says: {reply.citations[0].quote}")
            return
        self.headline.setText("Not in your material")
        nearest = "; ".join(dict.fromkeys(passage.place for passage in reply.nearest))
        self.refusal.setText(reply.refusal)
        self.message.setText(f"Nearest to it: {nearest}." if nearest else "")
        announce(self, f"Not in your material. {reply.refusal}")

    def _end(self) -> None:
        self.stop_button.hide()
        if not self.headline.isVisibleTo(self):
            self.message.setText(_NOTHING)

    def _fail(self, error: Exception) -> None:
        self.stop_button.hide()
        if not isinstance(error, EngineError):
            raise error
        what = "No words of the model on this" if self.headline.isVisibleTo(self) else "No answer"
        self.message.setText(f"{what}. {error.title}. {error.action}")
        self.details_button.offer(error)
        announce(self, self.message.text())

    def _show_nothing(self) -> None:
        clear(self._found)
        self.headline.hide()
        self.refusal.hide()
        self.speech.show_speech(Speech())
        self._speech_area.hide()
        self.stop_button.hide()
        self.details_button.offer(None)

    def _show_meaning(self) -> None:
        entry, there = self._workspace.desk.embedding, self._workspace.desk.embedder is not None
        size = f" ({entry.size / 1e6:.0f} MB, {entry.licence})" if entry.size else ""
        self.meaning.setText(
            f"Passages are found by their words. With {entry.name}{size} they are found by "
            "meaning, too. It is fetched over the network once, and runs on this computer."
        )
        self.meaning.setVisible(not there)
        self.fetch_button.setVisible(not there and self._fetching.entry is None)

    # -- what the learner wishes -----------------------------------------------------------------

    def _ask_what_stands_there(self) -> None:
        question = self.box.text().strip()
        if question:
            self.ask(question)

    def _stop(self) -> None:
        self._waiting = ""
        self.work.stop()
        self._end()

    def _read(self, citation: Citation) -> None:
        passage = citation.passage
        path = Path(passage.path) if passage.path else None
        place = Place(passage.transition, passage.skill, passage.anchor, path)
        self.reading_asked.emit(place, citation.quote)

    def _fetch(self) -> None:
        self._fetching.start(self._workspace.desk.embedding)
        self._show_meaning()

    def _take_up(self, entry: str) -> None:
        if entry == self._workspace.desk.embedding.id:
            self.refresh()

    def _stop_engine(self) -> None:
        if self._workspace.engine is not None:
            self._workspace.engine.cancel()

    # -- bringing up to date ---------------------------------------------------------------------

    def _update(self) -> None:
        if self._updating is not None:
            return
        self._updating = Task(self._workspace.desk.updating)
        self._updating.finished.connect(lambda _result: self._end_update())
        self._updating.cancelled.connect(self._end_update)
        self._updating.failed.connect(self._fail_update)
        self._updating.start()

    def _end_update(self) -> None:
        self._updating = None
        if self._waiting:
            self.ask(self._waiting)

    def _fail_update(self, error: Exception) -> None:
        self._end_update()
        if not isinstance(error, EngineError):
            raise error
        self.meaning.setText(f"Passages are found by their words only. {error.title}.")
        self.meaning.show()

    def _assemble(self) -> None:
        row = horizontal("s")
        row.addWidget(self.box, 1)
        row.addWidget(self.ask_button)
        state = horizontal("s")
        state.addWidget(self.message, 1)
        state.addWidget(self.details_button)
        state.addWidget(self.stop_button)
        offer = horizontal("s")
        offer.addWidget(self.meaning, 1)
        offer.addWidget(self.fetch_button)
        body = self.column.body
        body.addWidget(Text("Ask", "title"))
        body.addLayout(row)
        body.addLayout(state)
        for widget in (self.headline, self.refusal):
            body.addWidget(widget)
        body.addLayout(self._found)
        body.addWidget(self._speech_area)
        body.addStretch(1)
        body.addLayout(offer)
        body.addWidget(self.fetch_view)
        vertical("s", self).addWidget(self.column)
