"""What the rest of the program may ask of a model, whatever runs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, Self

# Loading numpy takes as long as the rest of what the window needs of this package.
if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True)
class Message:
    """One turn of a conversation; its content is always plain text, never markup of the model."""

    role: Role
    content: str


@dataclass(frozen=True)
class Prompt:
    """A conversation that the model is to continue; its reply goes on from ``reply_start``."""

    messages: tuple[Message, ...]
    reply_start: str = ""


@dataclass(frozen=True)
class Sampling:
    """How the next token is chosen.

    Attributes
    ----------
    max_tokens : int
        The reply ends after this many tokens, at least 1.
    temperature : float
        0 takes the most likely token each time; higher is more varied.
    top_k : int
        Only the ``top_k`` most likely tokens are considered; 0 considers all.
    top_p : float
        Only the most likely tokens that together reach this probability; 1 considers all.
    min_p : float
        Only tokens at least this fraction as likely as the most likely one; 0 considers all.
    repeat_penalty : float
        Above 1 makes the last 64 tokens of the reply less likely to come again.
    seed : int
        The same seed gives the same reply on the same computer.
    stop : tuple of str
        The reply ends before the first of these; they are never shown, not even in part.
    """

    max_tokens: int = 256
    temperature: float = 0.7
    top_k: int = 40
    top_p: float = 0.95
    min_p: float = 0.05
    repeat_penalty: float = 1.0
    seed: int = 0
    stop: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scored:
    """How likely the model finds one continuation: a natural logarithm, summed over its tokens."""

    text: str
    log_probability: float
    tokens: int


@dataclass(frozen=True)
class Passage:
    """A prompt with stretches in it that are looked at while the model reads.

    Attributes
    ----------
    prompt : Prompt
        What is read; its ``reply_start`` belongs to it.
    stretches : tuple of (int, int)
        Where each stretch starts and ends, in characters: of the content of the last message, or
        of ``reply_start`` if ``in_reply``. They ascend and do not overlap; one may be empty. What
        stands from the start of the first to the end of the last is cut into tokens by itself, so
        a stretch best starts with the space before its first word.
    in_reply : bool
        Whether the stretches lie in ``reply_start``.
    beside : tuple of (int, int)
        Ranges of the content of the last message that the stretches are to be compared with, token
        by token. They ascend, do not overlap, and lie before the stretches.
    """

    prompt: Prompt
    stretches: tuple[tuple[int, int], ...]
    in_reply: bool = False
    beside: tuple[tuple[int, int], ...] = ()


def _nothing() -> NDArray[np.float32]:
    import numpy as np  # noqa: PLC0415

    return np.zeros((0, 0), np.float32)


@dataclass(frozen=True, eq=False)
class Activations:
    """What middle layers of the model gave out while it read a passage.

    Attributes
    ----------
    last : array [depths, width]
        After the passage's last token.
    means : array [stretches, depths, width]
        The mean over the tokens of each stretch; zeros where a stretch has none.
    tokens : tuple of int
        How many tokens each stretch has.
    read : int
        How many tokens were read for it; the others were known, or read for another passage.
    each : array [tokens, width]
        Every token of the stretches at the first of the depths, for a passage with something beside
        them; else without tokens.
    beside : tuple of array [tokens, width]
        For each range beside the stretches every token of it, at the same depth.
    """

    last: NDArray[np.float32]
    means: NDArray[np.float32]
    tokens: tuple[int, ...]
    read: int = 0
    each: NDArray[np.float32] = field(default_factory=_nothing)
    beside: tuple[NDArray[np.float32], ...] = ()


@dataclass(frozen=True)
class EngineInfo:
    """What runs, and how fast it has been; speeds are ``None`` until measured.

    Attributes
    ----------
    path : Path or None
        The model's file; None where it is on another machine.
    threads : int
        0 where that is not known.
    writer : str
        The model that wrote last, where that is another one than the one that reads.
    can_observe, can_score : bool
        Whether ``observe`` and ``score`` have answers; else they raise ``NOT_OBSERVABLE`` and
        ``NOT_SCORABLE``.
    """

    model: str
    path: Path | None
    file_hash: str | None
    context_length: int
    threads: int
    read_tokens_per_second: float | None
    write_tokens_per_second: float | None
    llama_cpp_version: str
    writer: str = ""
    can_observe: bool = True
    can_score: bool = True

    @property
    def written_by(self) -> str:
        """The model that wrote what was written last."""
        return self.writer or self.model


class EngineState(StrEnum):
    """What the engine is doing, for display."""

    STOPPED = "stopped"
    LOADING = "loading"
    READY = "ready"
    WORKING = "working"
    FAILED = "failed"


class Stream(Protocol):
    """The pieces of a reply as they are written; ends when the reply does.

    Iteration raises ``EngineError``: with ``Cause.CANCELLED`` once cancelled.
    """

    def __iter__(self) -> Self: ...

    def __next__(self) -> str: ...

    def cancel(self) -> None:
        """End the reply at once; may be called from any thread, at any time."""


class Engine(Protocol):
    """Whatever runs a model.

    Every method may be called from any thread. The engine does one job at a time; a second caller
    waits its turn. All raise ``EngineError``.
    """

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> Stream:
        """Write a reply; with a JSON ``schema`` the reply is JSON of that shape."""

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is as the text that follows the prefix."""

    def prefill(self, prefix: Prompt) -> None:
        """Hint that this prompt, or one that begins like it, will be used soon; returns at once."""

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        """Read passages and tell what layers of the model give out for them.

        Parameters
        ----------
        passages : sequence of Passage
            Read together, so several cost less than one after the other.
        depths : sequence of float
            Which layers: fractions of all, above 0 and at most 1. Layers above the highest one
            are not computed. Calls that name other depths find nothing known.
        """

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        """Hint that these passages, or some that begin like them, will be observed soon.

        Returns at once.
        """

    def info(self) -> EngineInfo:
        """Describe what runs; never waits."""

    def cancel(self) -> None:
        """End whatever runs now, at once."""

    def close(self) -> None:
        """End the engine and give its memory back; a second call does nothing."""
