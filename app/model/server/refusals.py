"""From what a server answers instead of a reply to an error that says what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from app.model.errors import Cause, EngineError
from app.model.server.keys import Key

_LONGEST = 200
# What llama-server, vLLM, Ollama and llama-cpp-python say of a prompt that does not fit.
_TOO_LONG = re.compile(
    r"context (?:size|length|window)|maximum context|exceed_context|context_length_exceeded"
    r"|max_model_len|too long",
    re.IGNORECASE,
)
_CAUSES = {
    401: Cause.KEY_REFUSED,
    403: Cause.KEY_REFUSED,
    404: Cause.NOT_A_SERVER,
    405: Cause.NOT_A_SERVER,
    408: Cause.TIMED_OUT,
    429: Cause.SERVER_BUSY,
    501: Cause.NOT_A_SERVER,
    502: Cause.SERVER_BUSY,
    503: Cause.SERVER_BUSY,
    504: Cause.TIMED_OUT,
}
_OF_REQUEST = frozenset({Cause.REQUEST_REFUSED, Cause.SERVER_FAILED})
_MODEL = re.compile(r"\bmodels?\b", re.IGNORECASE)


class ServerError(EngineError):
    """A model server did not do what it was asked.

    Attributes
    ----------
    retry_after : float or None
        Seconds after which the server says that it may be asked again.
    """

    def __init__(self, cause: Cause, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(cause, detail)
        self.retry_after = retry_after


def refusal(
    status: int, headers: Mapping[str, str], body: bytes, path: str, key: Key | None
) -> ServerError:
    """Return the error that an answer with another status than 200 stands for.

    Parameters
    ----------
    headers : mapping
        Of the answer; names in lower case.
    body : bytes
        What came with it, or the beginning of that.
    path : str
        What was asked for.
    key : Key or None
        What was sent as key; it is never quoted.
    """
    said = shown(complaint(body), key)
    if status == 404 and _MODEL.search(said):
        return ServerError(Cause.MODEL_NOT_SERVED, said)
    cause = _CAUSES.get(status) or _cause_of_class(status)
    if cause in _OF_REQUEST and _TOO_LONG.search(said):
        return ServerError(Cause.PROMPT_TOO_LONG, said)
    detail = said or f"status {status}"
    if cause is Cause.REDIRECTED:
        detail = _target(headers.get("location", ""))
    elif cause is Cause.KEY_REFUSED and key is None:
        detail = "it wants a key, and has none"
    elif cause is Cause.NOT_A_SERVER:
        detail = f"it does not know {path}"
    return ServerError(cause, detail, _seconds(headers.get("retry-after", "")))


def _cause_of_class(status: int) -> Cause:
    if 300 <= status < 400:
        return Cause.REDIRECTED
    return Cause.SERVER_FAILED if status >= 500 else Cause.REQUEST_REFUSED


def broken(said: object, key: Key | None) -> ServerError:
    """Return the error that a complaint in the middle of a reply stands for."""
    text = shown(_message(said), key)
    cause = Cause.PROMPT_TOO_LONG if _TOO_LONG.search(text) else Cause.SERVER_FAILED
    return ServerError(cause, text)


def complaint(body: bytes) -> str:
    """Return what a server says went wrong; nothing where it says it in no known way."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        # A page of HTML, which helps nobody.
        return ""
    return _message(document)


def shown(text: str, key: Key | None) -> str:
    """Return a server's words in a form that may be shown: one short line, without the key."""
    line = " ".join(text.split())
    line = "".join(character for character in line if character.isprintable())
    # Before it is cut, as half of a key is still a secret.
    line = key.hidden_in(line) if key is not None else line
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _message(document: object) -> str:
    """Find the words in one of the shapes that servers put them in."""
    for name in ("error", "message", "detail"):
        if isinstance(document, dict) and name in document:
            return _message(document[name])
    return document if isinstance(document, str) else ""


def _target(location: str) -> str:
    """Return where a redirection leads, without what may be secret in it."""
    try:
        parts = urlsplit(location)
    except ValueError:
        return "to no address"
    if not parts.hostname:
        return "to another path of the same server"
    return shown(f"to {parts.scheme or 'https'}://{parts.netloc.rpartition('@')[2]}", None)


def _seconds(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdecimal() else None
