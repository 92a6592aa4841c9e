"""What the engine is asked to do, and how its answer reaches whoever asked."""

from __future__ import annotations

import hashlib
import json
import queue
import threading
from collections.abc import Callable
from typing import Self

from app.model.wire import Packet

HINTS = frozenset({"prefill", "prepare"})
"""Jobs that nobody waits for: they are done when there is nothing else to do."""

_READ = ("prompt", "passages")
_OBSERVING = frozenset({"observe", "prepare"})


class Job:
    """One request, from when it is asked for until it has ended in exactly one way.

    Parameters
    ----------
    do : str
        What is to be done: ``load``, ``generate``, ``score``, ``observe``, or one of `HINTS`.
    content : dict
        The rest of the packet that asks for it.
    """

    def __init__(self, do: str, content: Packet) -> None:
        self.do = do
        self.content = content
        self._events: queue.SimpleQueue[str | Packet | Exception] = queue.SimpleQueue()
        # Re-entrant: the garbage collector may drop a stream, and so end its job, at any point.
        self._lock = threading.RLock()
        self._over = False
        self.shown = False
        """Whether a part of the answer has been given out, so that it cannot be begun again."""
        self.later: Packet | None = None
        """For a hint: what the job wants that is to be done instead by now."""

    @property
    def key(self) -> str:
        """The same for two jobs that ask for the same."""
        text = json.dumps([self.do, self.content], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def hint(self) -> bool:
        """Whether nobody waits for the job."""
        return self.do in HINTS

    @property
    def observing(self) -> bool:
        """Whether the job uses the memory for observing, not that for writing."""
        return self.do in _OBSERVING

    def displaces(self, running: Job) -> bool:
        """Return whether a job that runs is to make room for this one."""
        if not running.hint or self.do == "load":
            return False
        # Hints of different kinds do not hurry each other.
        return not self.hint or self.do == running.do

    @property
    def wants(self) -> Packet:
        """What is to be read for the job, by the words of its packet."""
        return {word: self.content[word] for word in _READ if word in self.content}

    @property
    def over(self) -> bool:
        """Whether the job has ended, for whoever asked."""
        return self._over

    def show(self, text: str) -> None:
        """Give out a piece of the answer."""
        with self._lock:
            if not self._over:
                self.shown = True
                self._events.put(text)

    def finish(self, result: Packet) -> None:
        """End the job well."""
        self._end(result)

    def fail(self, error: Exception) -> None:
        """End the job with an error; it is raised where the answer is awaited."""
        self._end(error)

    def abandon(self) -> None:
        """Note that nobody waits for the job any more."""
        self._over = True

    def wait(self) -> str | Packet:
        """Wait for the next piece, or the result.

        Raises
        ------
        EngineError
            The job failed.
        ValueError
            The job itself is wrong.
        """
        event = self._events.get()
        if isinstance(event, Exception):
            raise event
        return event

    def _end(self, event: Packet | Exception) -> None:
        with self._lock:
            if not self._over:
                self._over = True
                self._events.put(event)


class ReplyStream:
    """The pieces of one reply, as they come.

    Parameters
    ----------
    job : Job
        The job that writes the reply.
    cancel : callable
        Ends a job, from any thread.
    """

    def __init__(self, job: Job, cancel: Callable[[Job], None]) -> None:
        self._job = job
        self._cancel = cancel
        self._ended = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        """Wait for the next piece.

        Raises
        ------
        EngineError
            The reply failed; with ``CANCELLED`` once it was cancelled.
        """
        if self._ended:
            raise StopIteration
        try:
            event = self._job.wait()
        except BaseException:
            self._ended = True
            raise
        if isinstance(event, str):
            return event
        self._ended = True
        raise StopIteration

    def cancel(self) -> None:
        """End the reply at once."""
        self._cancel(self._job)

    def __del__(self) -> None:
        # A reply that nobody will read must not keep others waiting. No more than this: the
        # garbage collector may call it in the middle of anything, locks included.
        self._job.abandon()
