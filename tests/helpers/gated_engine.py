"""An engine whose work can be held back, cut off and made to fail, for tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event

from app.model.errors import Cause, EngineError
from app.model.protocol import (
    Activations,
    EngineInfo,
    EngineState,
    Passage,
    Prompt,
    Sampling,
    Scored,
)
from app.study.records import Judgement
from tests.helpers.calibrations import saying

HOLD = "…"
"""A word at which a reply waits until it is to go on."""


class GatedStream:
    """Prepared words, given out while the gate is open."""

    def __init__(self, text: str, wait: Callable[[Event], None], gate: Event, held: Event) -> None:
        self._words = iter(text.split())
        self._wait = wait
        self._gate, self._held = gate, held

    def __iter__(self) -> GatedStream:
        return self

    def __next__(self) -> str:
        self._wait(self._gate)
        word = next(self._words)
        if word == HOLD:
            self._wait(self._held)
            return ""
        return f" {word}"

    def cancel(self) -> None:
        self._words = iter(())


class GatedEngine:
    """Says what it is told to, and finds in every answer what it is told to find.

    Attributes
    ----------
    says : str
        What it writes.
    fails : EngineError or None
        Raised by the next request to grade.
    fails_to_write : EngineError or None
        Raised by every request to write.
    gate : Event
        While it is clear, every request waits.
    held : Event
        While it is clear, a reply waits at each :data:`HOLD`.
    """

    pid = None

    def __init__(self) -> None:
        self.state = EngineState.READY
        self.failure: EngineError | None = None
        self.says = "not a question"
        self.fails: EngineError | None = None
        self.fails_to_write: EngineError | None = None
        self.gate = Event()
        self.gate.set()
        self.held = Event()
        self._cancelled = Event()
        self._found = Judgement.COVERED

    def find(self, found: Judgement) -> None:
        """Find this in every answer from now on, for a calibration that believes it."""
        self._found = found

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> GatedStream:
        self._cancelled.clear()
        if self.fails_to_write is not None:
            raise self.fails_to_write
        return GatedStream(self.says, self._wait, self.gate, self.held)

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        self._begin()
        return [Scored(text, -1.0, 1) for text in continuations]

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        """Return activations that say what is to be found."""
        self._begin()
        return [saying(self._found, passage, depths) for passage in passages]

    def prefill(self, prefix: Prompt) -> None:
        pass

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        pass

    def info(self) -> EngineInfo:
        return EngineInfo("Gated", Path("gated.gguf"), None, 4096, 1, 60.0, 12.0, "none")

    def on_change(self, callback: Callable[[], object]) -> Callable[[], None]:
        return lambda: None

    def start(self) -> None:
        self.failure = None

    def cancel(self) -> None:
        self._cancelled.set()

    def close(self, *, wait: bool = True) -> None:
        self.cancel()

    def _begin(self) -> None:
        """Begin to grade: wait for the gate, then fail if that is what is to be."""
        self._cancelled.clear()
        self._wait(self.gate)
        if self.fails is not None:
            error, self.fails = self.fails, None
            raise error

    def _wait(self, event: Event) -> None:
        while not event.wait(0.005):
            if self._cancelled.is_set():
                raise EngineError(Cause.CANCELLED)
