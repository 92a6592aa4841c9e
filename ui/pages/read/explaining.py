"""Having the model explain a passage: streamed, checked, stopped at any time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ask.explaining import Excerpt, excerpt_of, explain
from app.model.errors import EngineError
from app.paths import PROMPTS
from app.quiz.prompts import load_prompt
from app.quiz.speech import Speech
from app.workspace import Workspace
from ui.engine_work import EngineWork
from ui.pages.read.explain_sheet import ExplainSheet
from ui.pages.read.which import points_of, title_of
from ui.widgets.contents import Place
from ui.widgets.marked_reader import MarkedReader

NOTHING_HOLDS = "What the model wrote is not carried by this passage, so it is not shown."


class Explaining(QObject):
    """Shows an explanation of one passage at a time.

    Attributes
    ----------
    work : EngineWork
        What the engine does for it.
    """

    def __init__(self, workspace: Workspace, reader: MarkedReader, sheet: ExplainSheet) -> None:
        super().__init__(sheet)
        self._workspace = workspace
        self._reader = reader
        self._sheet = sheet
        self._span = (0, 0)
        self.work = EngineWork(self._stop_engine, self)
        sheet.stop_asked.connect(self.stop)
        sheet.left.connect(self._leave)
        sheet.passage_asked.connect(lambda: reader.show_span(*self._span))

    def explain(self, place: Place, start: int, end: int) -> None:
        """Explain ``text[start:end]`` of the text that is read, in place of what was before."""
        self.work.stop()
        self._span = (start, end)
        library = self._workspace.library
        title, points = title_of(library, place), points_of(library, place)
        excerpt = excerpt_of(self._reader.text, start, end, title, points)
        self._sheet.open_for(excerpt.quote, excerpt.place)
        self._sheet.stop_button.setFocus()
        engine = self._workspace.engine
        if engine is None:
            reason = self._workspace.model_choice().reason or "there is no model"
            self._sheet.show_refusal(
                f"Nothing can be explained without a model: {reason}. "
                "Choose or fetch one on the page Models."
            )
            self._sheet.models_button.setFocus()
            return
        self._start(excerpt)

    def stop(self) -> None:
        """End the explanation that is being written; what there is of it stays."""
        if self.work.is_busy:
            self.work.stop()
            self._sheet.show_state("Stopped.")

    # -- inside ----------------------------------------------------------------------------------

    def _start(self, excerpt: Excerpt) -> None:
        engine = self._workspace.engine
        if engine is None:
            return
        template = load_prompt(PROMPTS / "explain.md")
        lexicon = self._workspace.lexicon
        self.work.start(
            lambda: explain(engine, template, excerpt, lexicon),
            on_item=self._show,
            on_finished=self._finish,
            on_failed=self._fail,
        )

    def _show(self, item: object) -> None:
        if isinstance(item, Speech):
            self._sheet.show_speech(item)
            self._sheet.show_state("", running=True)

    def _finish(self) -> None:
        self._sheet.show_state("" if self._sheet.speech.speech.kept else NOTHING_HOLDS)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, EngineError):
            raise error
        self._sheet.show_refusal(f"{error.title}. {error.action}")

    def _leave(self) -> None:
        self.work.stop()
        self._reader.setFocus()

    def _stop_engine(self) -> None:
        if self._workspace.engine is not None:
            self._workspace.engine.cancel()
