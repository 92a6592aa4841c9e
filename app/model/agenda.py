"""What the engine is to do next: jobs in their order, and hints when there are none."""

from __future__ import annotations

from collections import deque

from app.model.jobs import Job


class Agenda:
    """The jobs that wait, and the last hint of each kind.

    Its owner sees to it that only one thread uses it at a time.
    """

    def __init__(self) -> None:
        self._jobs: deque[Job] = deque()
        self._hints: dict[str, Job] = {}

    @property
    def all(self) -> list[Job]:
        """Everything that waits."""
        return [*self._jobs, *self._hints.values()]

    def add(self, job: Job) -> None:
        """Put a job at the end; a hint replaces the one of its kind that waits."""
        if job.hint:
            self._hints[job.do] = job
        else:
            self._jobs.append(job)

    def take(self) -> Job | None:
        """Take out what is to be done next."""
        if self._jobs:
            return self._jobs.popleft()
        if self._hints:
            return self._hints.pop(next(iter(self._hints)))
        return None

    def delay(self, hint: Job) -> bool:
        """Let a hint make room for what waits; return whether it has to.

        It comes back after jobs that leave alone what it reads. Others, and a later hint of its
        kind, make it pointless.
        """
        if hint.do in self._hints or any(job.observing == hint.observing for job in self._jobs):
            return True
        if self._jobs:
            self.add(Job(hint.do, hint.content))
        return bool(self._jobs)
