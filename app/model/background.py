"""An engine as work in the background sees it: everything asked of it makes room for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from app.model.protocol import (
    Activations,
    Engine,
    EngineInfo,
    Passage,
    Prompt,
    Sampling,
    Scored,
    Stream,
)


@runtime_checkable
class YieldingEngine(Protocol):
    """An engine on this machine, where work in the background takes the processor from others."""

    def generate(
        self,
        prompt: Prompt,
        sampling: Sampling,
        schema: Mapping[str, object] | None = None,
        *,
        background: bool = False,
    ) -> Stream:
        """Write a reply."""

    def score(
        self, prefix: Prompt, continuations: Sequence[str], *, background: bool = False
    ) -> list[Scored]:
        """Tell how likely each continuation is."""

    def prefill(self, prefix: Prompt) -> None:
        """Hint that a prompt will be used soon."""

    def observe(
        self, passages: Sequence[Passage], depths: Sequence[float], *, background: bool = False
    ) -> list[Activations]:
        """Tell what layers of the model give out for passages."""

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        """Hint that passages will be observed soon."""

    def info(self) -> EngineInfo:
        """Describe what runs."""

    def cancel_background(self) -> None:
        """End what is done in the background, and what waits for that."""


class BackgroundEngine:
    """Asks an engine in the background; an ``app.model.protocol.Engine``.

    Nothing that others ask of the same engine waits for it, or is ended by it.
    """

    def __init__(self, engine: YieldingEngine) -> None:
        self._engine = engine

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> Stream:
        """Write a reply; its pieces come when all of it is there."""
        return self._engine.generate(prompt, sampling, schema, background=True)

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix."""
        return self._engine.score(prefix, continuations, background=True)

    def prefill(self, prefix: Prompt) -> None:
        """Do nothing: what is read ahead is what a learner is about to use."""

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        """Tell what layers of the model give out for passages."""
        return self._engine.observe(passages, depths, background=True)

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        """Do nothing, as for `prefill`."""

    def info(self) -> EngineInfo:
        """Describe what runs."""
        return self._engine.info()

    def cancel(self) -> None:
        """End what was asked in the background."""
        self._engine.cancel_background()

    def close(self) -> None:
        """Do nothing: the engine belongs to somebody else."""


def in_background(engine: Engine) -> Engine:
    """Return an engine whose work makes room for others, if this one can do that."""
    return BackgroundEngine(engine) if isinstance(engine, YieldingEngine) else engine
