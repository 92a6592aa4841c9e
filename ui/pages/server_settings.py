"""Settings of a model server: where it is, leave to send things there, and what came of it."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.errors import EngineError
from app.model.server.address import Address
from app.model.server.keys import Key, KeyRingError
from app.paths import PROMPTS
from app.workspace import Workspace
from ui.task import Task, Work
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

_WHAT_FOR = (
    "llama-server, vLLM, Ollama or another program with the OpenAI interface, on this computer or "
    "elsewhere, can word questions and feedback. No server can grade: that stays with the model on "
    "this computer, or with you where there is none."
)
_FIELD_WIDTH = 320
_EXAMPLE_HEIGHT = 220


class ServerSettings(QWidget):
    """Lets the learner use a model server, and shows what is known of it."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._task: Task | None = None
        self.address = _field("Address of the server", "http://localhost:8080")
        self.model = _field("Model of the server", "the first one it has")
        self.key = _field("Key to the server", "only if it wants one")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.connect_button = Button("Connect", theme)
        self.off_button = Button("Use no server", theme, role="quiet")
        self.forget_button = Button(
            "Forget the key", theme, role="quiet", hint="Take it out of the system's keyring"
        )
        self.stop_button = Button("Stop", theme, icon="stop", name="Stop connecting")
        self.stop_button.hide()
        self.status = Banner(theme)
        self.status.add_action(self.stop_button)
        self.status.hide()
        self.consent = Banner(theme, "warm")
        self.consent.hide()
        self.example = QPlainTextEdit()
        self.example.setReadOnly(True)
        self.example.setFixedHeight(_EXAMPLE_HEIGHT)
        self.example.setTabChangesFocus(True)
        self.example.setAccessibleName("What would be sent, word for word")
        self.agree_button = Button("Agree and connect", theme)
        self.refuse_button = Button("Send nothing", theme)
        self._assemble()
        self._connect()

    def refresh(self) -> None:
        """Show the settings in force, and what is known of the server."""
        settings = self._workspace.settings
        self.address.setText(settings.server)
        self.model.setText(settings.server_model)
        self.key.clear()
        self.consent.hide()
        self._show_buttons()
        if self._task is None:
            self._show_state()

    # -- what the learner wishes -----------------------------------------------------------------

    def _ask(self) -> None:
        """Connect to the server that was entered, or ask for leave to do so."""
        try:
            address = Address.parse(self.address.text())
        except ValueError as error:
            self.status.show_message("This is no address", str(error), "bad")
            return
        if address.is_here or self._workspace.settings.server_agreed == address.origin:
            self._use(address)
        else:
            self._ask_for_leave(address)

    def _ask_for_leave(self, address: Address) -> None:
        # Brings the quiz with it, which whoever has no server does not need here.
        from app.outgoing import NOT_SENT, SENT, example  # noqa: PLC0415

        library = self._workspace.library
        points = ((each, slug) for slug in library.transitions for each in library.key_points(slug))
        first = next(points, None)
        sent = "\n".join(f"•  {each}" for each in SENT)
        self.example.setPlainText(
            example(*first, PROMPTS, address) if first is not None else "(no key points)"
        )
        self.status.hide()
        self.consent.show_message(
            f"Send your answers to {address.origin}?",
            f"{sent}\n\n{NOT_SENT}\n\nFor example, word for word:",
        )
        self.agree_button.setFocus()

    def _agree(self) -> None:
        """Take what was entered as where things may be sent."""
        self.consent.hide()
        try:
            address = Address.parse(self.address.text())
        except ValueError:
            self._ask()
            return
        self._use(address)

    def _use(self, address: Address) -> None:
        typed = self.key.text()
        self.key.clear()
        try:
            key = Key(typed) if typed.strip() else None
        except ValueError as error:
            self.status.show_message("This is no key", str(error), "bad")
            return
        agreed = self._workspace.settings.server_agreed
        trouble = self._change(
            server=str(address),
            server_model=self.model.text().strip(),
            server_agreed=agreed if address.is_here else address.origin,
        )
        self.address.setText(self._workspace.settings.server)
        self._run(lambda: self._connecting(address, key), trouble)

    def _use_none(self) -> None:
        if self._task is not None:
            self._task.cancel()
        # Who turns it on again is asked again.
        trouble = self._change(server="", server_model="", server_agreed="")
        self.refresh()
        self._show_state(trouble)

    def _forget(self) -> None:
        address = self._workspace.serving.choice.address
        if address is not None:
            self._run(lambda: self._forgetting(address))

    # -- work away from the window ---------------------------------------------------------------

    def _connecting(self, address: Address, key: Key | None) -> Generator[str, None, None]:
        """Keep the key, then ask the server what it is; yields what is to be said of the key."""
        if key is not None:
            try:
                self._workspace.serving.keep_key(address, key)
            except KeyRingError as error:
                yield str(error)
        engine = self._workspace.server
        if engine is not None:
            engine.connect()

    def _forgetting(self, address: Address) -> Generator[str, None, None]:
        self._workspace.serving.forget_key(address)
        yield "The key is forgotten"

    def _run(self, work: Work, trouble: str = "") -> None:
        if self._task is not None:
            self._task.cancel()
        self.status.show_message("One moment…", "", "accent")
        engine = self._workspace.server
        task = Task(work, stop_now=engine.cancel if engine is not None else None)
        said = [trouble] if trouble else []
        task.advanced.connect(said.append)
        task.finished.connect(lambda _none: self._end(task, said))
        task.failed.connect(lambda error: self._end(task, said, error))
        task.cancelled.connect(lambda: self._end(task, said))
        self._task = task
        self._show_buttons()
        task.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self, task: Task, said: list[str], error: Exception | None = None) -> None:
        if task is not self._task:
            return
        self._task = None
        self._show_buttons()
        if error is not None and not isinstance(error, EngineError | KeyRingError):
            raise error
        if isinstance(error, KeyRingError):
            said = [*said, str(error)]
        self._show_state(" ".join(said))

    # -- inside ----------------------------------------------------------------------------------

    def _change(self, **values: str) -> str:
        """Change settings; return what there is to say if they cannot be kept."""
        try:
            self._workspace.change_settings(**values)
        except OSError as error:
            return f"The settings could not be saved and hold until you close Segue: {error}."
        return ""

    def _show_buttons(self) -> None:
        used = bool(self._workspace.settings.server)
        self.off_button.setVisible(used)
        self.forget_button.setVisible(used)
        self.connect_button.setEnabled(self._task is None)
        self.stop_button.setVisible(self._task is not None)

    def _show_state(self, said: str = "") -> None:
        """Show what is known of the server in use."""
        engine = self._workspace.server
        if engine is None:
            wanted = bool(self._workspace.settings.server)
            said = self._workspace.serving.choice.reason if wanted else said
            self.status.setVisible(bool(said))
            if said:
                self.status.show_message("No server is used", _beginning(f"{said}."), "warm")
            return
        failure = engine.failure
        if failure is not None:
            self.status.show_error(failure, also=f"{self._meanwhile()} {said}".strip())
        elif engine.server:
            self.status.show_message(
                f"Connected: {engine.info().model}",
                f"{_beginning(engine.server)} words questions and feedback. {self._graded_by()} "
                f"{said}".strip(),
                "accent",
            )
        else:
            self.status.show_message("It is asked when it is needed", said, "accent")

    def _meanwhile(self) -> str:
        if self._workspace.engine is None:
            return "Until then questions are those of the guides."
        return "Until then the model on this computer writes."

    def _graded_by(self) -> str:
        certificate = self._workspace.certificate()
        if self._workspace.engine is not None and certificate is not None and certificate.grades:
            return f"{self._workspace.model_choice().name} on this computer grades."
        return "No model on this computer can grade yet, so you rate your short answers yourself."

    def _connect(self) -> None:
        self.connect_button.clicked.connect(self._ask)
        self.stop_button.clicked.connect(self._stop)
        for field in (self.address, self.model, self.key):
            field.returnPressed.connect(self._ask)
        # What was agreed to is what was shown.
        self.address.textEdited.connect(self.consent.hide)
        self.off_button.clicked.connect(self._use_none)
        self.forget_button.clicked.connect(self._forget)
        self.agree_button.clicked.connect(self._agree)
        self.refuse_button.clicked.connect(self.consent.hide)

    def _assemble(self) -> None:
        self.consent.content.setContentsMargins(0, 0, 0, SPACE["m"])
        self.consent.content.addWidget(self.example)
        self.consent.add_action(self.agree_button)
        self.consent.add_action(self.refuse_button)
        layout = vertical("m", self)
        layout.addWidget(Text(_WHAT_FOR, "small"))
        for label, field in (
            ("Address", self.address),
            ("Model", self.model),
            ("Key", self.key),
        ):
            _add_row(layout, label, field)
        buttons = horizontal("s")
        for button in (self.connect_button, self.off_button, self.forget_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addWidget(self.status)
        layout.addWidget(self.consent)


def _field(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setFixedWidth(_FIELD_WIDTH)
    return field


def _add_row(layout: QVBoxLayout, label: str, field: QLineEdit) -> None:
    row = horizontal("l")
    row.addWidget(Text(label), 1)
    row.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addLayout(row)


def _beginning(text: str) -> str:
    return text[:1].upper() + text[1:]
