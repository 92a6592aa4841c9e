"""Keeps one engine process with one model loaded in it, and has it do jobs."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from pathlib import Path

from app.model.errors import Cause, EngineError
from app.model.jobs import Job
from app.model.preflight import check_model_file
from app.model.process import EngineProcess, ProcessEndedError
from app.model.wire import Packet

# A cancelled computation ends between two steps of it; what does not has to be ended from outside.
_CANCEL_PATIENCE = 10.0
_SLICE = 1.0


class ModelHost:
    """The process and the model in it.

    ``load``, ``perform`` and ``drop`` are called by one thread only, the others by any.

    Parameters
    ----------
    path : Path
        The GGUF file.
    context_length : int
        How many tokens the model is to remember.
    threads : int
        How many threads to compute with.
    patience : float
        Seconds without a sign of life after which the process counts as hung.
    available_memory : callable
        Gives the bytes of free memory.
    on_end : callable
        Called, from any thread, when a process has ended.
    """

    def __init__(
        self,
        path: Path,
        *,
        context_length: int,
        threads: int,
        patience: float,
        available_memory: Callable[[], int],
        on_end: Callable[[], None],
    ) -> None:
        self._path = path
        self._asked_length = context_length
        self._threads = threads
        self._patience = patience
        self._available_memory = available_memory
        self._on_end = on_end
        self.context_length = context_length
        self.version: str | None = None
        self.speeds: tuple[float | None, float | None] = (None, None)
        self._lock = threading.RLock()
        self._process: EngineProcess | None = None
        self._job: Job | None = None
        self._number = 0
        self._numbers = itertools.count(1)
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The number of the process, if there is one."""
        process = self._process
        return None if process is None else process.pid

    @property
    def loaded(self) -> bool:
        """Whether a process runs; it is dropped whenever its model could not be loaded."""
        process = self._process
        return process is not None and process.alive

    def load(self) -> None:
        """Start a process and load the model into it.

        Raises
        ------
        EngineError
            That is not possible, or the host was closed.
        """
        self.drop()
        check_model_file(self._path, self._available_memory)
        with self._lock:
            if self._closed:
                raise EngineError(Cause.CLOSED)
            process = self._process = EngineProcess(self._on_end)
        try:
            hello = process.greet()
            self.version = hello.llama_cpp
            self._load_model()
        except ProcessEndedError as end:
            raise EngineError(end.error.cause, end.error.detail) from None

    def perform(self, job: Job) -> EngineError | None:
        """Have the process do a job; return why the process is gone, or ``None`` if it is not."""
        with self._lock:
            process = self._process
            if process is None:
                return EngineError(Cause.CLOSED)
            self._job, number = job, next(self._numbers)
            self._number = number
        told = told_later = False
        silent = 0.0
        try:
            process.send({"do": job.do, "id": number, **job.content}, self._patience)
            while True:
                # Mostly told by ``interrupt`` and ``supersede`` already; but those may come too
                # early, and a job that is abandoned says nothing.
                if job.over and not told:
                    self.interrupt(job)
                    told = True
                if job.later is not None and not told_later:
                    self._tell(job, {"do": "supersede", **job.later})
                    told_later = True
                packet = process.receive(_SLICE)
                if packet is not None and packet["id"] == number:
                    silent = 0.0
                    if self._answer(job, packet):
                        return None
                    continue
                # Slices are counted, not clocks compared: a laptop that slept was not silent.
                silent += _SLICE
                if silent >= (_CANCEL_PATIENCE if told else self._patience):
                    return process.give_up(silent)
        except ProcessEndedError as end:
            return end.error
        finally:
            with self._lock:
                self._job = None

    def interrupt(self, job: Job) -> None:
        """Cancel the job if it is the one that is being done."""
        self._tell(job, {"do": "cancel"})

    def supersede(self, job: Job, wanted: Packet) -> None:
        """Let the job, reading ahead, make room for another, of which this is ``Job.wants``."""
        job.later = wanted
        self._tell(job, {"do": "supersede", **wanted})

    def drop(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.end()

    def close(self) -> None:
        """End the process and never start another."""
        with self._lock:
            self._closed = True
        self.drop()

    def _tell(self, job: Job, packet: Packet) -> None:
        with self._lock:
            process, number = self._process, self._number
            if job is not self._job or process is None:
                return
        process.send({**packet, "id": number}, self._patience)

    def _load_model(self) -> None:
        packet = {
            "path": str(self._path),
            "context_length": self._asked_length,
            "threads": self._threads,
        }
        job = Job("load", packet)
        error = self.perform(job)
        if error is not None:
            raise error
        result = job.wait()
        assert not isinstance(result, str)
        self.context_length = result["context_length"]

    def _answer(self, job: Job, packet: Packet) -> bool:
        """Pass on what the process says of a job; return whether that was its end."""
        match packet["say"]:
            case "piece":
                job.show(packet["text"])
                return False
            case "done":
                if "read_speed" in packet:
                    self.speeds = (packet["read_speed"], packet["write_speed"])
                job.finish(packet)
                return True
            case "failed":
                cause, detail = packet["cause"], packet["detail"]
                job.fail(ValueError(detail) if cause is None else EngineError(Cause(cause), detail))
                return True
        return False
