"""Which jobs have ended the engine process, and what follows for them."""

from __future__ import annotations

from app.model.errors import Cause, EngineError
from app.model.jobs import Job

_MOST = 2
_MOST_IN_A_ROW = 5
# Doing the same again at once would end the same way.
_HOPELESS = frozenset({Cause.HUNG, Cause.ILLEGAL_INSTRUCTION, Cause.CLOSED})
_WHAT = {
    "generate": "writing a text",
    "score": "weighing answers",
    "observe": "reading an answer",
    "prefill": "reading ahead",
    "prepare": "reading ahead",
    "tune": "finding out how fast it can be",
}


class Deaths:
    """Counts how often jobs have ended the process.

    Its owner sees to it that only one thread uses it at a time.
    """

    def __init__(self) -> None:
        self._of: dict[str, tuple[int, EngineError]] = {}
        self._in_a_row = 0

    def add(self, job: Job, death: EngineError) -> None:
        """Note that the process has died of a job."""
        self._of[job.key] = (self._count(job) + 1, death)
        self._in_a_row += 1

    def survive(self, job: Job) -> None:
        """Note that a job was done."""
        self._of.pop(job.key, None)
        self._in_a_row = 0

    def forgive(self) -> None:
        """Forget everything: whoever asks for the model again wants all tried again."""
        self._of.clear()
        self._in_a_row = 0

    def may_go_again(self, job: Job, death: EngineError) -> bool:
        """Return whether a job that the process has just died of is worth another try."""
        lives = self._count(job) < _MOST and death.cause not in _HOPELESS
        return lives and not job.hint and not job.shown

    def refusal(self, job: Job) -> EngineError | None:
        """Return why a job is not done any more, or None if it may be."""
        count, death = self._of.get(job.key, (0, None))
        if count < _MOST or death is None:
            return None
        detail = f"{_WHAT.get(job.do, job.do)} has ended it twice ({death.detail or death.title})"
        return EngineError(Cause.DROPPED, detail)

    def verdict(self, death: EngineError) -> EngineError | None:
        """Return why nothing is to be tried any more, or None if other jobs may do better."""
        if death.cause is Cause.ILLEGAL_INSTRUCTION:
            return death
        if self._in_a_row < _MOST_IN_A_ROW:
            return None
        detail = f"{_MOST_IN_A_ROW} requests in a row have ended it; {death.detail or death.title}"
        return EngineError(death.cause, detail)

    def _count(self, job: Job) -> int:
        return self._of[job.key][0] if job.key in self._of else 0
