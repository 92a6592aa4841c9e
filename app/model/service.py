"""One job after the other with one model, in a process that is started again when it dies."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable

from app.model.agenda import Agenda
from app.model.deaths import Deaths
from app.model.errors import Cause, EngineError
from app.model.host import ModelHost
from app.model.jobs import Job
from app.model.protocol import EngineState

_END_PATIENCE = 5.0
"""Seconds after which closing does not wait any longer; a disk that hangs holds everything up."""


class EngineService:
    """Does jobs in their order, in a thread of its own, and says how it is.

    Parameters
    ----------
    make_host : callable
        Makes the host of the model, given what it is to call when its process has ended.
    refusal : EngineError, optional
        Why the model is not to be loaded until ``begin`` is called.
    """

    def __init__(
        self,
        make_host: Callable[[Callable[[], None]], ModelHost],
        refusal: EngineError | None = None,
    ) -> None:
        self.host = make_host(self._note_end)
        # Guards everything below; the thread of the engine waits on it for work.
        self._changed = threading.Condition()
        self._agenda = Agenda()
        self._current: Job | None = None
        self._deaths = Deaths()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._failure = refusal
        self._state = EngineState.STOPPED if refusal is None else EngineState.FAILED
        self._callbacks: list[Callable[[], None]] = []

    @property
    def state(self) -> EngineState:
        """What the engine is doing."""
        return self._state

    @property
    def failure(self) -> EngineError | None:
        """Why the state is ``FAILED``."""
        return self._failure

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back whenever the state changes; return what ends that."""
        with self._changed:
            self._callbacks.append(callback)

        def dispose() -> None:
            with self._changed:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return dispose

    def begin(self) -> Job:
        """Have the model loaded, also after a failure; return the job that does so."""
        with self._changed:
            self._failure = None
            self._deaths.forgive()
        return self.submit(Job("load", {}))

    def submit(self, job: Job) -> Job:
        """Put a job behind those that wait, or refuse it; what it has to make way is told so."""
        with self._changed:
            refusal = EngineError(Cause.CLOSED) if self._closed else self._failure
            if refusal is not None:
                job.fail(EngineError(refusal.cause, refusal.detail))
                return job
            self._agenda.add(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="engine", daemon=True)
                self._thread.start()
                # Not left to the end of the interpreter, which daemon threads do not survive.
                atexit.register(self.close)
            running = self._current
            self._changed.notify_all()
        if running is not None and job.displaces(running):
            self._make_room(running, job)
        return job

    def _make_room(self, running: Job, job: Job) -> None:
        if running.hint:
            self.host.supersede(running, job.wants)
        elif running.begins_anew:
            running.make_room()
            self.host.interrupt(running)
        else:
            self.cancel(running)

    def cancel(self, job: Job | None = None) -> None:
        """End a job, by default the one that runs; whoever waits for it gets ``CANCELLED``."""
        job = job or self._current
        if job is not None:
            job.begin_anew()
            job.fail(EngineError(Cause.CANCELLED))
            # A hint that was to make room shall not come back.
            job.later = None
            self.host.interrupt(job)

    def cancel_background(self) -> None:
        """End what is done in the background, and what waits for that."""
        with self._changed:
            jobs = [job for job in (self._current, *self._agenda.background) if job is not None]
        for job in jobs:
            if job.background:
                self.cancel(job)

    def close(self, *, wait: bool = True) -> None:
        """End the engine; with ``wait``, its memory is given back by then."""
        with self._changed:
            first, self._closed = not self._closed, True
            jobs = [job for job in (self._current, *self._agenda.all) if job is not None]
            thread = self._thread
            self._changed.notify_all()
        if first:
            for job in jobs:
                job.fail(EngineError(Cause.CLOSED))
            self.host.close()
            self._become(EngineState.STOPPED)
        if wait and thread is not None and thread is not threading.current_thread():
            thread.join(_END_PATIENCE)
        if thread is None or not thread.is_alive():
            atexit.unregister(self.close)

    def _serve(self) -> None:
        """Do one job after the other, in the thread of the engine."""
        while (job := self._take()) is not None:
            try:
                self._run(job)
            except Exception as error:
                # A fault of ours. Whoever waits for the job gets it; the next job starts afresh.
                self.host.drop()
                self._become(EngineState.STOPPED)
                job.fail(error)
            with self._changed:
                self._current = None
        self.host.drop()

    def _take(self) -> Job | None:
        """Wait for the next job; ``None`` at the end."""
        with self._changed:
            while not self._closed:
                self._current = self._agenda.take()
                if self._current is not None:
                    return self._current
                self._changed.wait()
        return None

    def _run(self, job: Job) -> None:
        """Do a job, again if the process died before anything was shown."""
        while not job.over:
            with self._changed:
                refusal = self._deaths.refusal(job)
            if refusal is not None:
                job.fail(refusal)
                return
            try:
                self._make_ready()
            except EngineError as error:
                job.fail(error)
                return
            if job.do == "load" or (job.hint and self._delay(job)):
                job.finish({})
                return
            self._become(EngineState.WORKING)
            death = self.host.perform(job)
            if death is None:
                with self._changed:
                    self._deaths.survive(job)
                self._become(EngineState.READY)
                if self._put_back(job):
                    return
                if job.later is not None:
                    # It may have been ended early; what it has read is not read again.
                    self._delay(job)
                return
            self._mourn(job, death)

    def _put_back(self, job: Job) -> bool:
        """Have a job of the background done later if it made room; return whether it did."""
        with self._changed:
            again = job.begin_anew()
            if again:
                self._agenda.put_back(job)
            return again

    def _delay(self, hint: Job) -> bool:
        with self._changed:
            return self._agenda.delay(hint)

    def _mourn(self, job: Job, death: EngineError) -> None:
        """Deal with a process that died of a job; the job is over unless it may be done again."""
        self.host.drop()
        with self._changed:
            self._deaths.add(job, death)
            verdict = self._deaths.verdict(death)
            again = verdict is None and self._deaths.may_go_again(job, death)
        if verdict is not None:
            self._fail(verdict)
        else:
            self._become(EngineState.STOPPED)
        if not again:
            job.fail(death)

    def _make_ready(self) -> None:
        """Have a process with the model loaded.

        Raises
        ------
        EngineError
            The model cannot be loaded; the engine has failed, or is closed.
        """
        if self.host.loaded:
            return
        failure = self._failure
        if failure is not None:
            raise EngineError(failure.cause, failure.detail)
        self._become(EngineState.LOADING)
        try:
            self.host.load()
        except EngineError as error:
            self.host.drop()
            self._fail(error)
            raise
        self._become(EngineState.READY)

    def _note_end(self) -> None:
        """Take note of a process that ended while it had nothing to do."""
        if self._current is None:
            self._become(EngineState.STOPPED)

    def _fail(self, error: EngineError) -> None:
        with self._changed:
            if self._closed:
                return
            self._failure = error
        self._become(EngineState.FAILED)

    def _become(self, state: EngineState) -> None:
        with self._changed:
            if self._closed:
                state = EngineState.STOPPED
            if state is self._state:
                return
            self._state = state
            callbacks = list(self._callbacks)
        for callback in callbacks:
            callback()
