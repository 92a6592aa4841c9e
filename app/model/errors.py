"""What can go wrong with the engine, said so that the learner knows what to do."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """Why the engine could not do what it was asked."""

    NO_FILE = "no_file"
    NO_PERMISSION = "no_permission"
    NOT_A_MODEL = "not_a_model"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    UNSUPPORTED_ARCHITECTURE = "unsupported_architecture"
    OUT_OF_MEMORY = "out_of_memory"
    ILLEGAL_INSTRUCTION = "illegal_instruction"
    LIBRARY_MISMATCH = "library_mismatch"
    KILLED = "killed"
    CRASHED = "crashed"
    HUNG = "hung"
    DROPPED = "dropped"
    SET_ASIDE = "set_aside"
    PROMPT_TOO_LONG = "prompt_too_long"
    NOT_OBSERVABLE = "not_observable"
    NOT_SCORABLE = "not_scorable"
    UNREACHABLE = "unreachable"
    UNSAFE_ADDRESS = "unsafe_address"
    CERTIFICATE_REFUSED = "certificate_refused"
    KEY_REFUSED = "key_refused"
    NOT_A_SERVER = "not_a_server"
    REDIRECTED = "redirected"
    PASSED_ON = "passed_on"
    MODEL_NOT_SERVED = "model_not_served"
    REQUEST_REFUSED = "request_refused"
    SERVER_BUSY = "server_busy"
    SERVER_FAILED = "server_failed"
    BROKEN_OFF = "broken_off"
    TIMED_OUT = "timed_out"
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
    Cause.DAMAGED: (
        "The model file is damaged",
        "Fetch the model again on the Models page. If its bytes are right, it was made for another "
        "version of llama.cpp: choose another model.",
    ),
    Cause.UNREADABLE: (
        "The model file could not be read",
        "See whether the disk that it is on is still there and sound; then start the model again, "
        "or choose another one.",
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
        "Install Segue on this computer from its source or with pipx; llama.cpp is then built for "
        "this processor.",
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
    Cause.DROPPED: (
        "This request ended the model twice and is not made again",
        "Go on with the next question. Starting the model again on the Models page allows it anew.",
    ),
    Cause.SET_ASIDE: (
        "This model was not loaded, because loading it ended the engine before",
        "Choose “Try again” if you have closed other programs since, or choose another model.",
    ),
    Cause.PROMPT_TOO_LONG: (
        "The text is too long for this model",
        "Shorten the answer, or choose a model with a longer context.",
    ),
    Cause.NOT_OBSERVABLE: (
        "This model's inner layers cannot be read",
        "Choose another model for grading on the Models page.",
    ),
    Cause.NOT_SCORABLE: (
        "This model server does not tell how likely a text is",
        "Use llama-server or vLLM, or leave the server out of it: grading does not need this.",
    ),
    Cause.UNREACHABLE: (
        "The model server cannot be reached",
        "See that it is running and that its address in the settings is right, then connect again.",
    ),
    Cause.UNSAFE_ADDRESS: (
        "Your answers would travel unprotected",
        "Use an address that begins with https://, or a server in your own network.",
    ),
    Cause.CERTIFICATE_REFUSED: (
        "The model server cannot prove that it is the right one",
        "See that its certificate is valid and made out to this address, and that this computer"
        " trusts whoever issued it.",
    ),
    Cause.KEY_REFUSED: (
        "The model server refused the key",
        "Enter the key again in the settings; its owner can tell you whether it is still valid.",
    ),
    Cause.NOT_A_SERVER: (
        "What answers at this address is not a model server that Segue can use",
        "Check the address and its port in the settings. Segue speaks to llama-server, vLLM, Ollama"
        " and others that offer the OpenAI interface.",
    ),
    Cause.REDIRECTED: (
        "This address leads to another one",
        "Segue sends nothing there by itself. If you trust it, enter that address in the settings.",
    ),
    Cause.PASSED_ON: (
        "The model server would pass on what you write to somebody else",
        "Choose one of its models that runs on the server itself.",
    ),
    Cause.MODEL_NOT_SERVED: (
        "The model server does not have this model",
        "Choose one of its models in the settings.",
    ),
    Cause.REQUEST_REFUSED: (
        "The model server does not accept the request",
        "Update the server, or choose another one of its models in the settings.",
    ),
    Cause.SERVER_BUSY: (
        "The model server has no time at the moment",
        "Wait a little and try again: it is loading its model, or others are using it.",
    ),
    Cause.SERVER_FAILED: (
        "Something went wrong inside the model server",
        "Try again. If it happens once more, look at the server's own log.",
    ),
    Cause.BROKEN_OFF: (
        "The model server stopped in the middle of its reply",
        "Try again. If it happens once more, look at the server's own log.",
    ),
    Cause.TIMED_OUT: (
        "The model server took too long",
        "Try again when fewer people use it, or choose a smaller model there.",
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
    def explanation(self) -> str:
        """What happened, the particulars, and what to do, as sentences for the learner."""
        return f"{str(self).rstrip('.')}. {self.action}"

    @property
    def advice(self) -> str:
        """The particulars and what to do, to stand below the title."""
        return f"{self.detail.rstrip('.')}. {self.action}" if self.detail else self.action

    @property
    def title(self) -> str:
        """What happened, in a few plain words for the learner."""
        return _TEXTS[self.cause][0]

    @property
    def action(self) -> str:
        """What the learner can do about it."""
        return _TEXTS[self.cause][1]
