"""What the engine is asked to do, and how its answer reaches whoever asked."""

from __future__ import annotations

import hashlib
import json
import queue
import threading
from collections.abc import Callable
from typing import Self

from app.model.errors import Cause, EngineError
from app.model.wire import Packet

HINTS = ("prepare", "prefill")
"""Jobs that nobody waits for: they are done when there is nothing else to do, in this order."""

_READ = ("prompt", "passages")
_OBSERVING = frozenset({"observe", "prepare"})


class Job:
    """One request, from when it is asked for until it has ended in exactly one way.

    Parameters
    ----------
    do : str
        What is to be done: ``load``, ``generate``, ``score``, ``observe``, ``tune``, or one of
        `HINTS`.
    content : dict
        The rest of the packet that asks for it.
    background : bool
        Whether it makes room for everything that is not: it is broken off then, and done anew
        later. What it writes is given out only when all of it is there.
    """

    def __init__(self, do: str, content: Packet, *, background: bool = False) -> None:
        self.do = do
        self.content = content
        self.background = background
        self.makes_room = False
        """Whether a job of the background is being broken off, to be done anew later."""
        self._held: list[str] = []
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
    def begins_anew(self) -> bool:
        """Whether the job is done again after making room; half a measurement is of no use."""
        return self.background and self.do != "tune"

    @property
    def observing(self) -> bool:
        """Whether the job uses the memory for observing, not that for writing."""
        return self.do in _OBSERVING

    def goes_before(self, hint: Job) -> bool:
        """Return whether this job goes before a hint of another kind."""
        return not self.hint or HINTS.index(self.do) < HINTS.index(hint.do)

    def displaces(self, running: Job) -> bool:
        """Return whether a job that runs is to make room for this one."""
        if self.background or self.do == "load":
            return False
        if running.background:
            return True
        if not running.hint:
            return False
        return self.do == running.do or self.goes_before(running)

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
            if self._over:
                return
            if self.begins_anew:
                self._held.append(text)
            else:
                self.shown = True
                self._events.put(text)

    def finish(self, result: Packet) -> None:
        """End the job well."""
        with self._lock:
            if not self._over:
                for text in self._held:
                    self._events.put(text)
        self._end(result)

    def fail(self, error: Exception) -> None:
        """End the job with an error; it is raised where the answer is awaited."""
        with self._lock:
            broken_off = isinstance(error, EngineError) and error.cause is Cause.CANCELLED
            # As it was asked to be: that is not its end.
            if not (self.makes_room and broken_off):
                self._end(error)

    def make_room(self) -> None:
        """Let the job be broken off for another one."""
        with self._lock:
            self.makes_room = self.begins_anew and not self._over

    def begin_anew(self) -> bool:
        """Take back that the job makes room; return whether it did, and is to be done later."""
        with self._lock:
            again, self.makes_room = self.makes_room and not self._over, False
            self._held.clear()
            return again

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
