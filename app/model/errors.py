"""What can go wrong with the engine, said so that the learner knows what to do."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """Why the engine could not do what it was asked."""

    NO_FILE = "no_file"
    NO_PERMISSION = "no_permission"
    NOT_A_MODEL = "not_a_model"
    TRUNCATED = "truncated"
    UNSUPPORTED_ARCHITECTURE = "unsupported_architecture"
    OUT_OF_MEMORY = "out_of_memory"
    ILLEGAL_INSTRUCTION = "illegal_instruction"
    LIBRARY_MISMATCH = "library_mismatch"
    KILLED = "killed"
    CRASHED = "crashed"
    HUNG = "hung"
    PROMPT_TOO_LONG = "prompt_too_long"
    NOT_OBSERVABLE = "not_observable"
    CANCELLED = "cancelled"
    CLOSED = "closed"


_TEXTS: dict[Cause, tuple[str, str]] = {
    Cause.NO_FILE: (
        "The model file is not there",
        "Choose another model on the Models page, or fetch this one again.",
    ),
    Cause.NO_PERMISSION: (
        "The model file may not be read",
        "Give your user account permission to read the file, or choose another model.",
    ),
    Cause.NOT_A_MODEL: (
        "This file is not a model that Segue can run",
        "Choose a file in the GGUF format; its name usually ends in .gguf.",
    ),
    Cause.TRUNCATED: (
        "The model file is incomplete",
        "Fetch the model again on the Models page; a download was probably cut short.",
    ),
    Cause.UNSUPPORTED_ARCHITECTURE: (
        "This version of llama.cpp does not know this kind of model",
        "Choose another model, or update Segue.",
    ),
    Cause.OUT_OF_MEMORY: (
        "There is not enough memory for this model",
        "Close other programs and start the model again, or choose a smaller model.",
    ),
    Cause.ILLEGAL_INSTRUCTION: (
        "llama.cpp was built for a newer processor than this one",
        "Install llama-cpp-python again on this computer, so that it is built for its processor.",
    ),
    Cause.LIBRARY_MISMATCH: (
        "llama.cpp is missing or does not fit this version of Segue",
        "Run the set-up again; it installs the version of llama-cpp-python that fits.",
    ),
    Cause.KILLED: (
        "The system ended the model",
        "That mostly happens when memory runs out: close other programs, or take a smaller model.",
    ),
    Cause.CRASHED: (
        "The model stopped unexpectedly",
        "Start the model again. If it happens once more, choose another model.",
    ),
    Cause.HUNG: (
        "The model stopped answering and was ended",
        "Try again. If this computer is busy, close other programs, or choose a smaller model.",
    ),
    Cause.PROMPT_TOO_LONG: (
        "The text is too long for this model",
        "Shorten the answer, or choose a model with a longer context.",
    ),
    Cause.NOT_OBSERVABLE: (
        "This model's inner layers cannot be read",
        "Choose another model for grading on the Models page.",
    ),
    Cause.CANCELLED: ("Stopped", "Ask again whenever you like."),
    Cause.CLOSED: ("The model has been shut down", "Start the model again."),
}


class EngineError(Exception):
    """The engine could not do what it was asked; the environment, not the program, must change.

    Parameters
    ----------
    cause : Cause
        What kind of thing went wrong.
    detail : str
        The particulars: numbers, a path, the words of llama.cpp.
    """

    def __init__(self, cause: Cause, detail: str = "") -> None:
        self.cause = cause
        self.detail = detail
        super().__init__(f"{self.title}: {detail}" if detail else self.title)

    @property
    def title(self) -> str:
        """What happened, in a few plain words for the learner."""
        return _TEXTS[self.cause][0]

    @property
    def action(self) -> str:
        """What the learner can do about it."""
        return _TEXTS[self.cause][1]
