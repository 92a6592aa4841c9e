"""What is there on every page: commands and keys, messages, undo, dropped files, second starts."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.handover import Request
from app.workspace import Workspace
from ui.actions import Actions
from ui.foot_bar import FootBar
from ui.messages import Message, Messages, Offer
from ui.theme import Theme

if TYPE_CHECKING:
    from app.quiz.session import QuizSession
    from ui.dropping import Dropping
    from ui.message_list import MessageList
    from ui.notices import Notices
    from ui.palette import Palette
    from ui.palette.entries import Entry, Ways
    from ui.second_start import SecondStarts
    from ui.sheet import ShortcutSheet
    from ui.taking_back import TakingBack
    from ui.widgets.toast import ToastArea
    from ui.window import MainWindow

_THEMES = (
    ("light", "Use light colours"),
    ("dark", "Use dark colours"),
    ("system", "Use the system's colours"),
)


class Everywhere(QObject):
    """Belongs to a window; most of it is made when it is first wanted.

    Parameters
    ----------
    titles : mapping
        What each page is called, by its name, in order.

    Attributes
    ----------
    actions : Actions
        Everything that can be done.
    messages : Messages
        Everything that was said in passing.
    """

    def __init__(
        self, window: MainWindow, workspace: Workspace, theme: Theme, titles: Mapping[str, str]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._theme = theme
        self._titles = titles
        self._focused: QObject | None = None
        self.messages = Messages(workspace.clock, window)
        self.messages.said.connect(self._show_toast)
        self.bar = FootBar(self.messages, theme)
        window.sidebar.add_at_foot(self.bar)
        self.actions = Actions(window, (window.sidebar,), titles, window.pages)
        self._add_actions()
        self._connect()

    @cached_property
    def taking_back(self) -> TakingBack:
        """Undo and redo."""
        from ui.taking_back import TakingBack  # noqa: PLC0415 - as all below: not at the start

        made = TakingBack(
            self._workspace,
            self.messages,
            session=self._open_session,
            undo_in_session=self._undo_in_session,
            parent=self,
        )
        made.done.connect(self._window.refresh_page)
        return made

    @cached_property
    def notices(self) -> Notices:
        """Tells of what happens behind the page."""
        from ui.notices import Notices  # noqa: PLC0415

        window = self._window
        return Notices(self._workspace, self.messages, window.fetching, window.measuring, self)

    @cached_property
    def dropping(self) -> Dropping:
        """Takes files that are dropped."""
        from ui.dropping import Dropping  # noqa: PLC0415

        made = Dropping(self._window, self._theme)
        made.dropped.connect(self.open_files)
        return made

    @cached_property
    def second_starts(self) -> SecondStarts:
        """Hears of further starts."""
        from ui.second_start import SecondStarts  # noqa: PLC0415

        made = SecondStarts(self._workspace.paths, self)
        made.asked.connect(self._answer)
        return made

    @cached_property
    def palette(self) -> Palette:
        """Finds what can be done and opened."""
        from ui.palette import Palette  # noqa: PLC0415

        return Palette(self._window, self._theme, find=self._find)

    @cached_property
    def sheet(self) -> ShortcutSheet:
        """Shows what keys do."""
        from ui.sheet import ShortcutSheet  # noqa: PLC0415

        return ShortcutSheet(self._window, self._theme)

    @cached_property
    def message_list(self) -> MessageList:
        """Shows what was said."""
        from ui.message_list import MessageList  # noqa: PLC0415

        return MessageList(self._window, self._theme, self.messages)

    @cached_property
    def toasts(self) -> ToastArea:
        """Shows what is being said."""
        from ui.widgets.toast import ToastArea  # noqa: PLC0415

        return ToastArea(self._window.stack, self._theme)

    def open_palette(self) -> None:
        """Offer everything that can be done or opened now."""
        from ui.palette.entries import command_entries, merged, place_entries  # noqa: PLC0415
        from ui.reading import list_documents  # noqa: PLC0415

        commands = self.actions.available(self._window.page())
        documents = list_documents(self._workspace.paths.documents)
        places = place_entries(self._workspace.library, documents, self._ways())
        self.palette.offer(merged(list(command_entries(commands)), list(places)))

    def open_sheet(self) -> None:
        """Show what keys do on every page; those that were never opened follow one by one."""
        self.sheet.show_keys(self.actions.with_keys())
        self._complete_sheet()

    def open_messages(self) -> None:
        """Show again what was said in passing."""
        self.message_list.open()

    def open_files(self, files: Sequence[Path]) -> None:
        """Add documents to the learner's material, use a model, and say what is not taken."""
        from app.brought import sort_out  # noqa: PLC0415
        from ui.dropping import refusal_words  # noqa: PLC0415

        brought = sort_out(files)
        if brought.models:
            self._window.open_page("models")
            self._window.models.add_files(brought.models)
        if brought.documents:
            self._window.open_page("material")
            self._window.material.show_view("files")
            self._window.material.run.add(list(brought.documents))
        for path in brought.transitions:
            self._take_transition(path)
        if brought.refused:
            self.messages.say(refusal_words(brought.refused), tone="warm")

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means that neither the page nor the focus wanted."""
        return self.actions.take(event)

    def begin(self) -> None:
        """Notice what comes from outside, now that the window is on the screen.

        It tells of what the learner left to itself, takes what is dragged over the window, and is
        found by a second start.
        """
        _ = self.notices
        self.dropping.watch(self._window.windowHandle())
        self.second_starts.listen()

    def stop(self) -> None:
        """Be found by no second start any more."""
        if "second_starts" in vars(self):
            self.second_starts.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+K open the palette where a field of text would cut a line off with it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_K
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # -- inside ----------------------------------------------------------------------------------

    def _take_transition(self, path: Path) -> None:
        from app.brought import take_transition  # noqa: PLC0415 - loaded with its caller
        from app.content.errors import ContentError  # noqa: PLC0415
        from ui.widgets.contents import Place  # noqa: PLC0415

        try:
            transition = take_transition(path, self._workspace.paths.transitions)
        except ContentError as error:
            reason = error.problems[0].reason
            self.messages.say(f"“{path.name}” is not a transition: {reason}.", tone="bad")
            return
        except OSError as error:
            reason = error.strerror or str(error)
            self.messages.say(f"“{path.name}” was not added: {reason}.", tone="bad")
            return
        self._window.take_in_content()
        known = self._workspace.library.transitions.get(transition.slug)
        if known is None or known.path != transition.path:
            self._window.read_at(Place(), "")
            text = f"“{path.name}” is left out. The list of problems says why."
            self.messages.say(text, tone="warm")
            return
        self._window.read_at(Place(transition.slug), "")
        self.messages.say(f"“{transition.title}” is among your transitions.", tone="good")

    def _complete_sheet(self) -> None:
        missing = [name for name in self._titles if name not in self._window.pages()]
        if missing and self.sheet.isVisible():
            getattr(self._window, missing[0])
            self.sheet.show_keys(self.actions.with_keys())
            # In between, keys are served, and what is known can be read already.
            QTimer.singleShot(0, self, self._complete_sheet)

    def _add_actions(self) -> None:
        window, add = self._window, self.actions.add
        add("Start today's session", lambda: window.study(""), hint="Be asked what is due")
        add("Undo", self._undo, "Ctrl+Z", is_modest=True, hint="Take back what you did last")
        keys = ("Ctrl+Shift+Z", "Ctrl+Y")
        add("Redo", self._redo, keys, is_modest=True, hint="Do again what was undone")
        for choice, name in _THEMES:
            add(name, partial(self._choose_theme, choice))
        # Qt's own keys for this are none but with GNOME, KDE and macOS.
        add("Quit", window.close, "Ctrl+Q", hint="Everything is saved already")

    def _connect(self) -> None:
        self.bar.palette_button.clicked.connect(self.open_palette)
        self.bar.keys_button.clicked.connect(self.open_sheet)
        self.bar.messages_button.clicked.connect(self.open_messages)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # `focusChanged` tells what had it before, too, which may be about to be destroyed:
            # that must not be given to Python any more.
            application.focusObjectChanged.connect(self._follow_focus)

    def _follow_focus(self, new: QObject | None) -> None:
        # Only whoever has the focus: a filter on the application would see every event.
        if self._focused is not None and shiboken6.isValid(self._focused):
            self._focused.removeEventFilter(self)
        is_here = isinstance(new, QWidget) and new.window() is self._window
        self._focused = new if is_here else None
        if self._focused is not None:
            self._focused.installEventFilter(self)

    def _undo(self) -> None:
        self.taking_back.undo()

    def _redo(self) -> None:
        self.taking_back.redo()

    def _show_toast(self, message: Message, offer: Offer | None) -> None:
        self.toasts.show_message(message, offer)

    def _open_session(self) -> QuizSession | None:
        if "quiz" not in self._window.pages() or not self._window.quiz.run.is_open:
            return None
        return self._window.quiz.run.session

    def _undo_in_session(self) -> None:
        self._window.open_page("quiz")
        self._window.quiz.run.undo()

    def _choose_theme(self, choice: str) -> None:
        try:
            self._workspace.change_settings(theme=choice)
        except OSError as error:
            text = f"The colours hold until you close Segue: {error.strerror or error}."
            self.messages.say(text, tone="warm")
        self._theme.choose(choice)
        self._window.refresh_page()

    def _ways(self) -> Ways:
        from ui.palette.entries import Ways  # noqa: PLC0415

        return Ways(
            read=lambda place: self._window.read_at(place, ""),
            study=self._window.study,
            open_hit=self._window.read_hit,
        )

    def _find(self, query: str) -> list[Entry]:
        from ui.palette.entries import FEWEST_LETTERS, MOST_HITS, hit_entries  # noqa: PLC0415

        if len(query) < FEWEST_LETTERS:
            return []
        library = self._workspace.library
        hits = self._workspace.search_index.search(query, limit=MOST_HITS)
        return list(hit_entries(library, hits, self._ways()))

    def _answer(self, request: Request) -> None:
        """Come to the front for a second start, and take over what it was given."""
        if request.token:
            # Where windows may not come to the front by themselves, Qt looks for leave here.
            os.environ["XDG_ACTIVATION_TOKEN"] = request.token
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        choice = self._workspace.model_choice()
        if request.fetch and choice.entry is not None and not choice.usable:
            window.fetching.start(choice.entry)
        if request.files:
            self.open_files(request.files)
