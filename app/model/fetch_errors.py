"""What can go wrong when a model is fetched or checked, said so that the learner can act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FetchCause(StrEnum):
    """Why there is no good model file."""

    NO_SPACE = "no_space"
    FOLDER = "folder"
    ALREADY_RUNNING = "already_running"
    ALL_SOURCES_FAILED = "all_sources_failed"
    MISSING = "missing"
    WRONG_BYTES = "wrong_bytes"


_TITLES = {
    FetchCause.NO_SPACE: "There is not enough free space for this model",
    FetchCause.FOLDER: "The folder of models cannot be written to",
    FetchCause.ALREADY_RUNNING: "This model is being fetched already",
    FetchCause.ALL_SOURCES_FAILED: "The model could not be fetched",
    FetchCause.MISSING: "The model file is not there",
    FetchCause.WRONG_BYTES: "The model file is damaged",
}

_ACTIONS = {
    FetchCause.NO_SPACE: "Free some space, or choose a smaller model, and fetch again.",
    FetchCause.FOLDER: "Give yourself the right to write there, or set SEGUE_MODELS to another"
    " folder.",
    FetchCause.ALREADY_RUNNING: "Wait until the other window or command has finished, or stop it.",
    FetchCause.ALL_SOURCES_FAILED: "Check the network and fetch again: what has arrived is kept."
    " Meanwhile reading, multiple choice and self-rated review work without a model.",
    FetchCause.MISSING: "Fetch it, or choose another model file on this machine.",
    FetchCause.WRONG_BYTES: "Fetch it again.",
}


@dataclass(frozen=True)
class SourceFailure:
    """One source that did not give the right bytes, and why."""

    source: str
    reason: str


class SourceError(Exception):
    """One source did not give the right bytes; the next one may.

    The text completes a sentence that begins with the source: "huggingface.co: has no such file".
    """


class FetchError(Exception):
    """There is no good model file, and no source is left to try.

    Attributes
    ----------
    cause
        What kind of failure it was.
    detail
        The particulars: which folder, how many bytes, what the system said.
    failures
        Every source that was tried, with its reason; empty unless all sources failed.
    """

    def __init__(
        self, cause: FetchCause, detail: str, failures: tuple[SourceFailure, ...] = ()
    ) -> None:
        self.cause = cause
        self.detail = detail
        self.failures = failures
        super().__init__(f"{self.title}. {detail} {self.action}")

    @property
    def title(self) -> str:
        """Say what happened, in one line without a full stop."""
        return _TITLES[self.cause]

    @property
    def action(self) -> str:
        """Say what the learner can do about it."""
        return _ACTIONS[self.cause]
