"""An engine that says what it was told to, for tests of the quiz's logic only."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from app.model.errors import Cause, EngineError
from app.model.protocol import Activations, EngineInfo, Passage, Prompt, Sampling, Scored
from app.study.records import Judgement
from tests.helpers.calibrations import saying

Scoring = Callable[[Prompt, Sequence[str]], list[float]]


class ScriptedStream:
    """Pieces of one text."""

    def __init__(self, text: str) -> None:
        self._pieces = iter(text.split(" "))
        self._first = True
        self.cancelled = False

    def __iter__(self) -> Self:
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

    An exception in a queue is raised in its turn. Each answer to a key point, read
    in two passages, takes one of ``finds``.
    """

    def __init__(self) -> None:
        self.texts: deque[str | EngineError] = deque()
        self.scores: deque[Scoring | EngineError] = deque()
        self.finds: deque[Judgement | EngineError] = deque()
        self.prompts: list[Prompt] = []
        self.streams: list[ScriptedStream] = []
        self.prefilled: list[Prompt] = []
        self.observed: list[Passage] = []
        self.prepared: list[Passage] = []
        self.closed = False
        self.can_score = True

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> ScriptedStream:
        self.prompts.append(prompt)
        text = self.texts.popleft()
        if isinstance(text, EngineError):
            raise text
        self.streams.append(ScriptedStream(text))
        return self.streams[-1]

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        self.prompts.append(prefix)
        scoring = self.scores.popleft()
        if isinstance(scoring, EngineError):
            raise scoring
        scores = scoring(prefix, continuations)
        return [Scored(text, each, 1) for text, each in zip(continuations, scores, strict=True)]

    def prefill(self, prefix: Prompt) -> None:
        self.prefilled.append(prefix)

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        self.observed += passages
        said = []
        for pair in zip(passages[::2], passages[1::2], strict=True):
            found = self.finds.popleft()
            if isinstance(found, EngineError):
                raise found
            said += [saying(found, passage, depths) for passage in pair]
        return said

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        self.prepared += passages

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
            can_score=self.can_score,
        )

    def cancel(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True
