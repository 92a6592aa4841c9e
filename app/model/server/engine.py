"""An engine that lets a model server do the work."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from app.model.connections import Connections
from app.model.errors import Cause, EngineError
from app.model.jobs import Job, ReplyStream
from app.model.protocol import (
    Activations,
    EngineInfo,
    EngineState,
    Passage,
    Prompt,
    Sampling,
    Scored,
)
from app.model.replytext import ReplyText
from app.model.server.address import Address
from app.model.server.dialect import Dialect
from app.model.server.keys import Key, KeyRingError
from app.model.server.limits import Limits
from app.model.server.recognise import recognise
from app.model.server.refusals import ServerError
from app.model.server.talk import Talk

_TRUSTED_FOR = 60.0
"""Seconds of silence after which the server may be another one."""
_MOST_PER_TOKEN = 64
"""Characters of a token at most, and more than the longest of any vocabulary."""
# Another try may end better: nothing was done that could be done twice.
_PASSING = frozenset({Cause.UNREACHABLE, Cause.SERVER_BUSY, Cause.SERVER_FAILED, Cause.BROKEN_OFF})


def _no_key() -> Key | None:
    return None


class ServerEngine:
    """A model on a server; an ``app.model.protocol.Engine`` that cannot observe.

    Nothing is sent before the first job or ``connect``. A job that fails for a passing reason is
    done again, unless a part of its answer was shown. No method raises when the server is away:
    the error comes where the answer is awaited.

    Parameters
    ----------
    address : Address
        Where the server is.
    model : str
        Which of its models; the first one if empty.
    find_key : callable
        Gives the key, or None; called on the engine's own thread, as a keyring may take its time.
    limits : Limits
        How long is waited.
    connections : Connections, optional
        Where connections are counted.
    tls : ssl.SSLContext, optional
        Whose certificates are trusted; by default those that the system trusts.
    """

    def __init__(
        self,
        address: Address,
        *,
        model: str = "",
        find_key: Callable[[], Key | None] = _no_key,
        limits: Limits | None = None,
        connections: Connections | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.address = address
        self._model = model
        self._find_key = find_key
        self._limits = limits or Limits()
        self._connections = connections or Connections()
        self._tls = tls
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        # Guards everything below.
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._waiting: list[Job] = []
        self._current: Job | None = None
        self._talk: Talk | None = None
        self._interrupted = threading.Event()
        self._dialect: Dialect | None = None
        self._heard_at = 0.0
        self._speed: float | None = None
        self._closed = False
        self._state = EngineState.STOPPED
        self._failure: EngineError | None = None
        self._callbacks: list[Callable[[], None]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def state(self) -> EngineState:
        """What the engine is doing."""
        return self._state

    @property
    def failure(self) -> EngineError | None:
        """Why the last job failed; None after one that did not."""
        return self._failure

    @property
    def server(self) -> str:
        """Name and version of what runs there; empty before it was asked."""
        dialect = self._dialect
        return dialect.server if dialect is not None else ""

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back whenever the state changes; return what ends that.

        The callback runs in any thread, without arguments, and must return soon.
        """
        with self._lock:
            self._callbacks.append(callback)

        def dispose() -> None:
            with self._lock:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return dispose

    def connect(self) -> EngineInfo:
        """Find out what runs at the address, and wait for that.

        Raises
        ------
        EngineError
            Nothing that can be used does.
        """
        self._answer(self._submit(Job("load", {})))
        return self.info()

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> ReplyStream:
        """Write a reply; with a JSON ``schema`` the reply is JSON of that shape.

        Iterating raises ``EngineError``. A reply that reaches ``max_tokens`` ends there, so its
        JSON may be incomplete.
        """
        content = {"prompt": prompt, "sampling": sampling, "schema": schema}
        return ReplyStream(self._submit(Job("generate", content)), self._cancel)

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        Raises
        ------
        EngineError
            There is no answer; with ``NOT_SCORABLE`` the server never has one.
        """
        content = {"prompt": prefix, "continuations": tuple(continuations)}
        scored: list[Scored] = self._answer(self._submit(Job("score", content)))["scored"]
        return scored

    def prefill(self, prefix: Prompt) -> None:
        """Do nothing: what may never be asked is not sent anywhere."""

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        """Raise, as no server gives out what its layers do.

        Raises
        ------
        EngineError
            With ``NOT_OBSERVABLE``.
        """
        raise EngineError(Cause.NOT_OBSERVABLE, f"the model runs at {self.address}")

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        """Do nothing, as nothing will be observed."""

    def info(self) -> EngineInfo:
        """Describe what runs; never waits. Before the first connection, what was asked for."""
        dialect = self._dialect
        return EngineInfo(
            model=dialect.model.name if dialect is not None else self._model or self.address.host,
            path=None,
            file_hash=None,
            context_length=dialect.context_length if dialect is not None else 0,
            threads=0,
            read_tokens_per_second=None,
            write_tokens_per_second=self._speed,
            llama_cpp_version="",
            can_observe=False,
            can_score=dialect is not None and dialect.scores,
        )

    def cancel(self) -> None:
        """End the job that runs now, at once; whoever waits for it gets ``CANCELLED``."""
        job = self._current
        if job is not None:
            self._cancel(job)

    def close(self) -> None:
        """End the engine; a second call does nothing."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            jobs, thread, talk = list(self._waiting), self._thread, self._talk
            self._interrupted.set()
        for job in jobs:
            job.fail(EngineError(Cause.CLOSED))
        if talk is not None:
            talk.abort()
        self._jobs.put(None)
        # The thread is not waited for: it may be looking up a name, which nothing can interrupt.
        # It is a daemon, holds nothing but a socket, and ends by itself.
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout=0.5)
        self._become(EngineState.STOPPED)

    # -- jobs ------------------------------------------------------------------------------------

    def _submit(self, job: Job) -> Job:
        with self._lock:
            if self._closed:
                job.fail(EngineError(Cause.CLOSED))
                return job
            self._waiting.append(job)
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._serve, name="model server", daemon=True
                )
                self._thread.start()
        self._jobs.put(job)
        return job

    @staticmethod
    def _answer(job: Job) -> dict[str, list[Scored]]:
        """Wait for the result of a job; if the waiting is interrupted, give the job up."""
        try:
            result = job.wait()
        except BaseException:
            job.abandon()
            raise
        assert not isinstance(result, str)
        return result

    def _cancel(self, job: Job) -> None:
        job.fail(EngineError(Cause.CANCELLED))
        with self._lock:
            # What belongs to this job only: the next one may begin at any moment.
            talk = self._talk if job is self._current else None
            if job is self._current:
                self._interrupted.set()
        if talk is not None:
            talk.abort()

    def _serve(self) -> None:
        """Do one job after the other, in the thread of the engine."""
        while (job := self._jobs.get()) is not None:
            with self._lock:
                self._current, self._talk = job, None
                if not self._closed:
                    self._interrupted.clear()
            try:
                if not job.over:
                    self._run(job)
            except Exception as error:
                # A fault of ours. Whoever waits for the job gets it.
                self._dialect = None
                self._become(EngineState.STOPPED)
                job.fail(error)
            with self._lock:
                self._current = None
                self._waiting.remove(job)

    def _run(self, job: Job) -> None:
        """Do a job, again after failures that pass; its end is told whoever waits for it."""
        for pause in (*self._limits.pauses, None):
            try:
                result = self._try(job)
            except EngineError as error:
                if job.over:
                    self._become(EngineState.READY)
                    return
                if pause is None or job.shown or error.cause not in _PASSING:
                    self._fail(job, error)
                    return
                if self._interrupted.wait(self._pause(error, pause)):
                    self._become(EngineState.READY)
                    return
            else:
                self._failure = None
                self._heard_at = time.monotonic()
                self._become(EngineState.READY)
                job.finish(result)
                return

    def _try(self, job: Job) -> dict[str, list[Scored]]:
        key, trouble = None, ""
        try:
            key = self._find_key()
        except KeyRingError as error:
            # Most servers want no key, and many computers have no keyring.
            trouble = str(error)
        talk = Talk(
            self.address,
            key,
            limits=self._limits,
            connections=self._connections,
            tls=self._tls,
        )
        with self._lock:
            self._talk = talk
            if job.over or self._closed:
                raise EngineError(Cause.CANCELLED)
        try:
            with talk:
                return self._do(job, talk)
        except EngineError as error:
            if trouble and error.cause is Cause.KEY_REFUSED:
                raise ServerError(Cause.KEY_REFUSED, trouble) from None
            raise

    def _do(self, job: Job, talk: Talk) -> dict[str, list[Scored]]:
        dialect = self._known_dialect(talk, fresh=job.do == "load")
        self._become(EngineState.WORKING)
        if job.do == "generate":
            self._write(job, dialect, talk)
        elif job.do == "score":
            found = dialect.score(talk, job.content["prompt"], job.content["continuations"])
            return {"scored": found}
        return {}

    def _known_dialect(self, talk: Talk, *, fresh: bool) -> Dialect:
        dialect = self._dialect
        if dialect is None or fresh or time.monotonic() - self._heard_at > _TRUSTED_FOR:
            self._become(EngineState.LOADING)
            dialect = recognise(talk, self._model)
            self._dialect = dialect
            self._heard_at = time.monotonic()
        return dialect

    def _write(self, job: Job, dialect: Dialect, talk: Talk) -> None:
        sampling: Sampling = job.content["sampling"]
        text = ReplyText(sampling.stop)
        length, pieces, began = 0, 0, 0.0
        for piece in dialect.write(talk, job.content["prompt"], sampling, job.content["schema"]):
            began = began or time.monotonic()
            pieces += 1
            length += len(piece)
            if length > _MOST_PER_TOKEN * sampling.max_tokens:
                raise ServerError(Cause.NOT_A_SERVER, "it writes far more than it was asked for")
            # A lone half of a character is no text that could be kept.
            if shown := text.feed(piece.encode("utf-8", "replace")):
                job.show(shown)
            if text.ended or job.over:
                break
        if rest := text.finish():
            job.show(rest)
        if pieces > 1:
            # Mostly one token is one piece.
            self._speed = (pieces - 1) / max(time.monotonic() - began, 1e-6)

    def _pause(self, error: EngineError, pause: float) -> float:
        """Return how many seconds to wait before another try."""
        named = error.retry_after if isinstance(error, ServerError) else None
        return pause if named is None else min(max(pause, named), self._limits.longest_pause)

    def _fail(self, job: Job, error: EngineError) -> None:
        # What is said of one request says nothing of the server.
        if error.cause not in (Cause.PROMPT_TOO_LONG, Cause.NOT_SCORABLE):
            self._dialect = None
            self._failure = error
            self._become(EngineState.FAILED)
        else:
            self._become(EngineState.READY)
        job.fail(error)

    def _become(self, state: EngineState) -> None:
        with self._lock:
            if self._closed:
                state = EngineState.STOPPED
            if state is self._state:
                return
            self._state = state
            callbacks = list(self._callbacks)
        for callback in callbacks:
            callback()
