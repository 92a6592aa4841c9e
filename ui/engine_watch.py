"""What the engine is doing, told on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.model.protocol import EngineState
from app.workspace import Workspace

if TYPE_CHECKING:
    from app.model.client import LocalEngine

_STATES = {
    EngineState.STOPPED: "ready when needed",
    EngineState.LOADING: "loading…",
    EngineState.READY: "ready",
    EngineState.WORKING: "working…",
    EngineState.FAILED: "stopped by an error",
}


class EngineWatch(QObject):
    """Follows whichever engine the workspace has.

    Attributes
    ----------
    changed : Signal
        The engine, or what it is doing, is another.
    """

    changed = Signal()
    _called = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._engine: LocalEngine | None = None
        self._task = ""
        self._leave: Callable[[], object] | None = None
        # The engine calls from a thread of its own.
        self._called.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self.follow()

    def follow(self) -> None:
        """Follow the engine that the workspace has now."""
        engine = self._workspace.engine
        if engine is not self._engine:
            self.stop()
            self._engine = engine
            if engine is not None:
                self._leave = engine.on_change(self._called.emit)
        self.changed.emit()

    def stop(self) -> None:
        """Follow nothing any more."""
        if self._leave is not None:
            self._leave()
        self._leave = self._engine = None

    def note_task(self, task: str) -> None:
        """Say this of the engine while it works off many jobs for one task; nothing ends that."""
        if task != self._task:
            self._task = task
            self.changed.emit()

    def words(self) -> str:
        """Return what there is to say about the model, in a line."""
        choice = self._workspace.model_choice()
        if self._engine is None:
            return "No model" if choice.path is None else "No model yet"
        state = self._engine.state
        # It would change between working and ready with every job.
        calm = self._task if state in (EngineState.READY, EngineState.WORKING) else ""
        return f"{choice.name}: {calm or _STATES[state]}"

    def failure(self) -> str:
        """Return why the engine does not work and what to do, or nothing."""
        error = self._engine.failure if self._engine is not None else None
        return error.explanation if error is not None else ""

    def speed(self) -> str:
        """Return how fast the model was seen to be, or nothing before it has worked."""
        info = self._engine.info() if self._engine is not None else None
        if info is None or info.read_tokens_per_second is None:
            return ""
        written = info.write_tokens_per_second
        writes = f", writes {written:.0f}" if written is not None else ""
        return f"Reads {info.read_tokens_per_second:.0f}{writes} tokens a second"

    def start_again(self) -> None:
        """Load the model anew after it failed."""
        if self._engine is not None:
            self._engine.start()
