"""An error in plain words: what happened, why, what to do, and what a report of it needs."""

from __future__ import annotations

import platform
import traceback
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from app.model.fetch_errors import FetchError

OURS = "Something in Segue went wrong"
_OURS_STEP = (
    "Your answers are safe in the study log. You can go on; if it happens again, please report "
    "the details."
)
_SYSTEM_STEP = "Check that the place is there, that you may write to it, and that it has room."


@dataclass(frozen=True)
class Fault:
    """What a learner is told of an error.

    Attributes
    ----------
    title : str
        What happened, without a full stop.
    cause : str
        Why, as sentences; empty where the title says it.
    step : str
        What to do next, as sentences.
    """

    title: str
    cause: str = ""
    step: str = ""

    @property
    def words(self) -> str:
        """All of it as one text."""
        return " ".join(part for part in (f"{self.title}.", self.cause, self.step) if part)


def fault_of(error: BaseException, title: str = "") -> Fault:
    """Return an error in plain words; ``title`` says what it kept from happening, if given."""
    if isinstance(error, FetchError):
        failures = " ".join(f"{each.source}: {each.reason}." for each in error.failures)
        cause = " ".join(part for part in (_sentence(error.detail), failures) if part)
        return Fault(title or error.title, cause, error.action)
    # Errors that the learner can do something about have these; see "Errors" in CONTRIBUTING.md.
    says, action = getattr(error, "title", ""), getattr(error, "action", "")
    if says and action:
        where = getattr(error, "path", None)
        detail = getattr(error, "detail", "") if where is None else f"The file is {where}"
        cause = " ".join(part for part in (_sentence(says) if title else "", _sentence(detail)))
        return Fault(title or says.rstrip("."), cause.strip(), action)
    if isinstance(error, OSError):
        named = f": {error.filename}" if error.filename else ""
        cause = _sentence(f"{error.strerror or error}{named}")
        return Fault(title or "The system did not allow it", cause, _SYSTEM_STEP)
    if title:
        return Fault(title, _sentence(str(error)))
    return Fault(OURS, "", _OURS_STEP)


def details_of(error: BaseException) -> str:
    """Return what a report of an error needs, as text to be copied."""
    lines = [
        f"Segue {_version()}, Python {platform.python_version()}, {platform.platform()}",
        *("".join(traceback.format_exception(error)).rstrip().splitlines()),
    ]
    for name in ("cause", "detail", "path"):
        value = getattr(error, name, None)
        if value:
            lines.append(f"{name}: {value}")
    return "\n".join(lines)


def _sentence(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    # The name of a file or of a server is written as it is.
    if text.split()[0].rstrip(",:").isalpha():
        text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else f"{text}."


def _version() -> str:
    try:
        return version("segue")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "of a checkout"
