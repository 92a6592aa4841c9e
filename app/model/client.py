"""The engine on this machine: llama.cpp in a child process, started again when it dies."""

from __future__ import annotations

import atexit
import importlib.metadata
import os
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from app.model.agenda import Agenda
from app.model.errors import Cause, EngineError
from app.model.host import ModelHost
from app.model.jobs import Job, ReplyStream
from app.model.preflight import free_memory
from app.model.protocol import (
    Activations,
    EngineInfo,
    EngineState,
    Passage,
    Prompt,
    Sampling,
    Scored,
)
from app.model.wire import (
    Packet,
    pack_passage,
    pack_prompt,
    pack_sampling,
    unpack_activations,
)

_PATIENCE = 120.0
_MAX_DEATHS = 2
# Doing the same again at once would end the same way.
_HOPELESS = frozenset({Cause.HUNG, Cause.ILLEGAL_INSTRUCTION, Cause.CLOSED})


def default_threads() -> int:
    """Return the number of processor cores that this program may use; at least 1.

    The second thread of a core shares its arithmetic units, so it only makes the first one wait.
    """
    cores = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        cores = min(cores, len(os.sched_getaffinity(0)))
    return max(cores, 1)


def _installed_version() -> str:
    """Return the version of llama-cpp-python, without loading it; empty if there is none."""
    try:
        return importlib.metadata.version("llama-cpp-python")
    except importlib.metadata.PackageNotFoundError:
        return ""


def _reading(do: str, passages: Sequence[Passage], depths: Sequence[float]) -> Job:
    packed = [pack_passage(passage) for passage in passages]
    return Job(do, {"passages": packed, "depths": [float(depth) for depth in depths]})


class LocalEngine:
    """A model on this machine, in a process of its own; an ``app.model.protocol.Engine``.

    The process is started by the first job, or by ``start``. It is started again after a crash,
    and a job that had shown nothing yet is done again, once. A model that could not be loaded is
    left alone until ``start`` or ``load`` is called. No method raises when the model is missing or
    broken: the error comes where the answer is awaited.

    Parameters
    ----------
    path : Path
        The GGUF file.
    name : str, optional
        What the model is called in ``info``; by default the name of the file without ending.
    file_hash : str, optional
        The file's hash, if known, for ``info``.
    context_length : int
        How many tokens prompt and reply may have together; capped to what the model was trained
        for.
    threads : int, optional
        How many threads to compute with; by default one for each core.
    patience : float
        After so many seconds without a sign of life the process counts as hung and is ended.
    available_memory : callable
        Gives the bytes of free memory.
    """

    def __init__(
        self,
        path: Path,
        *,
        name: str | None = None,
        file_hash: str | None = None,
        context_length: int = 4096,
        threads: int | None = None,
        patience: float = _PATIENCE,
        available_memory: Callable[[], int] = free_memory,
    ) -> None:
        self._path = path
        self._name = name or path.stem
        self._file_hash = file_hash
        self._threads = threads or default_threads()
        self._host = ModelHost(
            path,
            context_length=context_length,
            threads=self._threads,
            patience=patience,
            available_memory=available_memory,
            on_end=self._note_end,
        )
        # Guards everything below; the thread of the engine waits on it for work.
        self._changed = threading.Condition()
        self._agenda = Agenda()
        self._current: Job | None = None
        self._deaths: Counter[str] = Counter()
        self._thread: threading.Thread | None = None
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
        """Why the state is ``FAILED``."""
        return self._failure

    @property
    def pid(self) -> int | None:
        """The number of the engine process, if there is one."""
        return self._host.pid

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back whenever the state changes; return what ends that.

        The callback runs in any thread, without arguments, and must return soon.
        """
        with self._changed:
            self._callbacks.append(callback)

        def dispose() -> None:
            with self._changed:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return dispose

    def start(self) -> None:
        """Load the model ahead of the first job, also after a failure; returns at once."""
        self._begin()

    def load(self) -> EngineInfo:
        """Load the model, also after a failure, and wait until it is ready.

        Raises
        ------
        EngineError
            It cannot be loaded.
        """
        self._answer(self._begin())
        return self.info()

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> ReplyStream:
        """Write a reply; with a JSON ``schema`` the reply is JSON of that shape.

        Iterating raises ``EngineError``, or ``ValueError`` for a schema that cannot be used. A
        reply that reaches ``max_tokens`` ends there, so its JSON may be incomplete.
        """
        content = {
            "prompt": pack_prompt(prompt),
            "sampling": pack_sampling(sampling),
            "schema": None if schema is None else dict(schema),
        }
        return ReplyStream(self._submit(Job("generate", content)), self._cancel)

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        A continuation is taken to be written directly after ``prefix.reply_start``, without a
        space of its own: after ``"Verdict:"`` it is ``" covered"`` that is likely, not
        ``"covered"``. Where a continuation would melt into the last token of the prefix, scoring
        begins before that token, for all continuations alike; so they stay comparable.

        Raises
        ------
        EngineError
            There is no answer; the cause says why.
        """
        content = {"prompt": pack_prompt(prefix), "continuations": list(continuations)}
        result = self._answer(self._submit(Job("score", content)))
        pairs = zip(continuations, result["scored"], strict=True)
        return [Scored(text, probability, tokens) for text, (probability, tokens) in pairs]

    def prefill(self, prefix: Prompt) -> None:
        """Hint that this prompt, or one that begins like it, will be used soon; returns at once.

        It is read when nothing else is to be done. A later prompt replaces it, but keeps what was
        read of their common beginning.
        """
        self._submit(Job("prefill", {"prompt": pack_prompt(prefix)}))

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        """Read passages and tell what layers of the model give out for them.

        The numbers have the precision of 16 bits. ``ValueError`` is raised for stretches that are
        not in the text or do not ascend, and for depths that are not above 0 and at most 1.

        Raises
        ------
        EngineError
            There is no answer; the cause says why.
        """
        result = self._answer(self._submit(_reading("observe", passages, depths)))
        return [unpack_activations(packed) for packed in result["activations"]]

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        """Hint that these passages, or some that begin like them, will be observed soon.

        Returns at once. They are read when nothing else is to be done; later ones replace them,
        but keep what was read of a common beginning.
        """
        self._submit(_reading("prepare", passages, depths))

    def info(self) -> EngineInfo:
        """Describe what runs; never waits. Before loading, what was asked for."""
        read, write = self._host.speeds
        return EngineInfo(
            model=self._name,
            path=self._path,
            file_hash=self._file_hash,
            context_length=self._host.context_length,
            threads=self._threads,
            read_tokens_per_second=read,
            write_tokens_per_second=write,
            llama_cpp_version=self._host.version or _installed_version(),
        )

    def cancel(self) -> None:
        """End the job that runs now, at once; whoever waits for it gets ``CANCELLED``."""
        job = self._current
        if job is not None:
            self._cancel(job)

    def close(self) -> None:
        """End the engine and give its memory back; a second call does nothing."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
            jobs = [job for job in (self._current, *self._agenda.all) if job is not None]
            thread = self._thread
            self._changed.notify_all()
        for job in jobs:
            job.fail(EngineError(Cause.CLOSED))
        self._host.close()
        if thread is not None and thread is not threading.current_thread():
            thread.join()
        atexit.unregister(self.close)
        self._become(EngineState.STOPPED)

    def _begin(self) -> Job:
        with self._changed:
            self._failure = None
            # Whoever asks for the model again wants everything tried again.
            self._deaths.clear()
        return self._submit(Job("load", {}))

    def _submit(self, job: Job) -> Job:
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
            self._host.supersede(running, job.wants)
        return job

    @staticmethod
    def _answer(job: Job) -> Packet:
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
        # A hint that was to make room shall not come back.
        job.later = None
        self._host.interrupt(job)

    def _serve(self) -> None:
        """Do one job after the other, in the thread of the engine."""
        while (job := self._take()) is not None:
            try:
                self._run(job)
            except Exception as error:
                # A fault of ours. Whoever waits for the job gets it; the next job starts afresh.
                self._host.drop()
                self._become(EngineState.STOPPED)
                job.fail(error)
            with self._changed:
                self._current = None

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
            if self._deaths[job.key] >= _MAX_DEATHS:
                job.fail(EngineError(Cause.CRASHED, "this request has ended the model twice"))
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
            death = self._host.perform(job)
            if death is None:
                self._deaths.pop(job.key, None)
                self._become(EngineState.READY)
                if job.later is not None:
                    # It may have been ended early; what it has read is not read again.
                    self._delay(job)
                return
            self._mourn(job, death)

    def _delay(self, hint: Job) -> bool:
        with self._changed:
            return self._agenda.delay(hint)

    def _mourn(self, job: Job, death: EngineError) -> None:
        """Deal with a process that died of a job; the job is over unless it may be done again."""
        self._host.drop()
        self._deaths[job.key] += 1
        if death.cause is Cause.ILLEGAL_INSTRUCTION:
            self._fail(death)
        else:
            self._become(EngineState.STOPPED)
        again = (
            self._deaths[job.key] < _MAX_DEATHS
            and death.cause not in _HOPELESS
            and not job.hint
            and not job.shown
        )
        if not again:
            job.fail(death)

    def _make_ready(self) -> None:
        """Have a process with the model loaded.

        Raises
        ------
        EngineError
            The model cannot be loaded; the engine has failed, or is closed.
        """
        if self._host.loaded:
            return
        failure = self._failure
        if failure is not None:
            raise EngineError(failure.cause, failure.detail)
        self._become(EngineState.LOADING)
        try:
            self._host.load()
        except EngineError as error:
            self._host.drop()
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
