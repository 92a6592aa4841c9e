"""An engine whose work can be held back, cut off and made to fail, for tests of the window."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event

from app.model.errors import Cause, EngineError
from app.model.protocol import EngineInfo, EngineState, Prompt, Sampling, Scored
from app.quiz.calibration import FEATURES
from app.study.records import Judgement


class GatedStream:
    """Prepared words, given out while the gate is open."""

    def __init__(self, text: str, wait: Callable[[], None]) -> None:
        self._words = iter(text.split())
        self._wait = wait

    def __iter__(self) -> GatedStream:
        return self

    def __next__(self) -> str:
        self._wait()
        return " " + next(self._words)

    def cancel(self) -> None:
        self._words = iter(())


class GatedEngine:
    """Says what it is told to, and finds in every answer what it is told to find.

    Attributes
    ----------
    calibration : Path
        A grader's calibration that believes the engine whatever it says.
    says : str
        What it writes.
    fails : EngineError or None
        Raised by the next request to grade.
    gate : Event
        While it is clear, every request waits.
    """

    def __init__(self, calibration: Path) -> None:
        self.calibration = calibration
        self.state = EngineState.READY
        self.failure: EngineError | None = None
        self.says = "not a question"
        self.fails: EngineError | None = None
        self.gate = Event()
        self.gate.set()
        self._cancelled = Event()
        self.find(Judgement.COVERED)

    def find(self, found: Judgement) -> None:
        """Find this in every answer of the sessions to come."""
        weights = {
            each.value: [0.0] * len(FEATURES) + [3.0 * (each is found)] for each in Judgement
        }
        data = {"features": [*FEATURES, "constant"], "fitted_on": "nothing", "weights": weights}
        self.calibration.write_text(json.dumps(data), encoding="utf-8")

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> GatedStream:
        self._cancelled.clear()
        return GatedStream(self.says, self._wait)

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        self._cancelled.clear()
        self._wait()
        if self.fails is not None:
            error, self.fails = self.fails, None
            raise error
        return [Scored(text, -1.0, 1) for text in continuations]

    def prefill(self, prefix: Prompt) -> None:
        pass

    def info(self) -> EngineInfo:
        return EngineInfo("Gated", Path("gated.gguf"), None, 4096, 1, 60.0, 12.0, "none")

    def on_change(self, callback: Callable[[], object]) -> Callable[[], None]:
        return lambda: None

    def start(self) -> None:
        self.failure = None

    def cancel(self) -> None:
        self._cancelled.set()

    def close(self) -> None:
        self.cancel()

    def _wait(self) -> None:
        while not self.gate.wait(0.005):
            if self._cancelled.is_set():
                raise EngineError(Cause.CANCELLED)
