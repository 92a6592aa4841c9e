"""What the engine is to do next: jobs in their order, and hints when there are none."""

from __future__ import annotations

from collections import deque

from app.model.jobs import HINTS, Job


class Agenda:
    """The jobs that wait, and the last hint of each kind.

    Its owner sees to it that only one thread uses it at a time.
    """

    def __init__(self) -> None:
        self._jobs: deque[Job] = deque()
        self._background: deque[Job] = deque()
        self._hints: dict[str, Job] = {}

    @property
    def all(self) -> list[Job]:
        """Everything that waits."""
        return [*self._jobs, *self._hints.values(), *self._background]

    @property
    def background(self) -> list[Job]:
        """What waits until there is nothing else to do."""
        return list(self._background)

    def add(self, job: Job) -> None:
        """Put a job at the end; a hint replaces the one of its kind that waits.

        Jobs of the background come after everything else.

        A job makes the hint that waits for its memory pointless: either it reads the same, or it
        takes the place of what would be read.
        """
        if job.hint:
            self._hints[job.do] = job
            return
        if job.background:
            self._background.append(job)
            return
        self._jobs.append(job)
        for kind in [kind for kind, hint in self._hints.items() if _clash(job, hint)]:
            del self._hints[kind]

    def take(self) -> Job | None:
        """Take out what is to be done next."""
        if self._jobs:
            return self._jobs.popleft()
        for kind in HINTS:
            if kind in self._hints:
                return self._hints.pop(kind)
        return self._background.popleft() if self._background else None

    def put_back(self, job: Job) -> None:
        """Put a job of the background before the others, because it had been begun."""
        self._background.appendleft(job)

    def delay(self, hint: Job) -> bool:
        """Let a hint make room for what waits; return whether it has to.

        It comes back after what leaves alone what it reads. Others, and a later hint of its kind,
        make it pointless.
        """
        if hint.do in self._hints or any(_clash(job, hint) for job in self._jobs):
            return True
        waits = bool(self._jobs) or any(other.goes_before(hint) for other in self._hints.values())
        if waits:
            self.add(Job(hint.do, hint.content))
        return waits


def _clash(job: Job, hint: Job) -> bool:
    return job.do != "load" and job.observing == hint.observing
