"""An engine that says what it was told to, for tests of the quiz's logic only."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from app.model.errors import Cause, EngineError
from app.model.protocol import EngineInfo, Prompt, Sampling, Scored

Scoring = Callable[[Prompt, Sequence[str]], list[float]]


def closest_to(statement: str) -> Scoring:
    """Return a scoring that finds an answer closest to one of the statements it is shown."""

    def score(prefix: Prompt, continuations: Sequence[str]) -> list[float]:
        shown = prefix.messages[-1].content
        return [0.0 if f"{each.strip()}. {statement}" in shown else -9.0 for each in continuations]

    return score


class ScriptedStream:
    """Pieces of one text."""

    def __init__(self, text: str) -> None:
        self._pieces = iter(text.split(" "))
        self._first = True
        self.cancelled = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.cancelled:
            raise EngineError(Cause.CANCELLED, "cancelled")
        piece = next(self._pieces)
        piece, self._first = (piece if self._first else f" {piece}"), False
        return piece

    def cancel(self) -> None:
        self.cancelled = True


class ScriptedEngine:
    """Says queued texts, scores by queued scorings, and remembers what it was asked.

    An exception in a queue is raised in its turn.
    """

    def __init__(self) -> None:
        self.texts: deque[str | EngineError] = deque()
        self.scores: deque[Scoring | EngineError] = deque()
        self.prompts: list[Prompt] = []
        self.prefilled: list[Prompt] = []
        self.closed = False

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> ScriptedStream:
        self.prompts.append(prompt)
        text = self.texts.popleft()
        if isinstance(text, EngineError):
            raise text
        return ScriptedStream(text)

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        self.prompts.append(prefix)
        scoring = self.scores.popleft()
        if isinstance(scoring, EngineError):
            raise scoring
        scores = scoring(prefix, continuations)
        return [Scored(text, each, 1) for text, each in zip(continuations, scores, strict=True)]

    def prefill(self, prefix: Prompt) -> None:
        self.prefilled.append(prefix)

    def info(self) -> EngineInfo:
        return EngineInfo(
            model="scripted",
            path=Path("scripted.gguf"),
            file_hash=None,
            context_length=4096,
            threads=1,
            read_tokens_per_second=None,
            write_tokens_per_second=None,
            llama_cpp_version="none",
        )

    def cancel(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True
