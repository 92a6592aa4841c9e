"""Keeps one engine process with one model loaded in it, and has it do jobs."""

from __future__ import annotations

import itertools
import math
import threading
from collections.abc import Callable
from pathlib import Path

from app.model.causes import plain
from app.model.errors import Cause, EngineError
from app.model.jobs import Job
from app.model.options import RunOptions
from app.model.preflight import check_model_file
from app.model.process import EngineProcess, ProcessEndedError, await_dying
from app.model.protocol import Message, Prompt
from app.model.quarantine import Quarantine
from app.model.wire import Packet, pack_prompt

# A cancelled computation ends between two steps of it; what does not has to be ended from outside.
_CANCEL_PATIENCE = 10.0
_SLICE = 1.0
# As short as a conversation can be, because everybody waits for it.
_TRIAL = {
    "prompt": pack_prompt(Prompt((Message("user", "1, 2,"),))),
    "continuations": [" 3", " 4"],
}


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
        How many threads to compute with, unless ``options`` say otherwise.
    patience : float
        Seconds without a sign of life after which the process counts as hung.
    available_memory : callable
        Gives the bytes of free memory.
    on_end : callable
        Called, from any thread, when a process has ended.
    quarantine : Quarantine
        Is told of models that end the process while they are loaded.
    """

    def __init__(
        self,
        path: Path,
        *,
        context_length: int,
        threads: int,
        patience: float,
        available_memory: Callable[[], int],
        on_end: Callable[[], None] = lambda: None,
        quarantine: Quarantine | None = None,
    ) -> None:
        self._path = path
        self._asked_length = context_length
        self.options = RunOptions.usual(threads)
        """How the model is run; another one holds from the next load on."""
        self.look_up: Callable[[], RunOptions | None] | None = None
        """Gives other options before the first load, if there are any."""
        self._loaded_with = self.options
        self._patience = patience
        self._available_memory = available_memory
        self._on_end = on_end
        self._quarantine = quarantine or Quarantine()
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
        """Whether a process runs, with the options that hold.

        It is dropped whenever its model could not be loaded.
        """
        process = self._process
        return process is not None and process.alive and self._loaded_with == self.options

    def load(self) -> None:
        """Start a process, load the model into it, and see that it can compute.

        Raises
        ------
        EngineError
            That is not possible, or the host was closed.
        """
        self.drop()
        # The model before may still be giving its memory back.
        await_dying()
        check_model_file(self._path, self._available_memory, context_length=self._asked_length)
        with self._lock:
            if self._closed:
                raise EngineError(Cause.CLOSED)
            process = self._process = EngineProcess(self._on_end)
        try:
            self.version = process.greet().llama_cpp
        except ProcessEndedError as end:
            raise self._closed_or(end.error) from None
        process.limit_memory(self._available_memory())
        self._quarantine.begin(self._path)
        try:
            self._load_model()
            self._try_out()
        except ProcessEndedError as end:
            error = self._closed_or(end.error)
            if error.cause is Cause.CLOSED:
                self._quarantine.release(self._path)
            else:
                self._quarantine.set_aside(self._path, error)
            raise self._named(error) from None
        except EngineError as error:
            self._quarantine.release(self._path)
            raise self._named(error) from None
        self._quarantine.release(self._path)

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
            what = {"do": job.do, "id": number, "background": job.begins_anew}
            process.send({**what, **job.content}, self._patience)
            while True:
                # Mostly told by ``interrupt`` and ``supersede`` already; but those may come too
                # early, and a job that is abandoned says nothing.
                if (job.over or job.makes_room) and not told:
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
        """End the process at once and never start another; ``drop`` waits until it is gone."""
        with self._lock:
            self._closed = True
            process = self._process
        if process is not None:
            process.kill()

    def _tell(self, job: Job, packet: Packet) -> None:
        with self._lock:
            process, number = self._process, self._number
            if job is not self._job or process is None:
                return
        process.send({**packet, "id": number}, self._patience)

    def _load_model(self) -> None:
        look_up, self.look_up = self.look_up, None
        if look_up is not None:
            self.options = look_up() or self.options
        self._loaded_with = self.options
        packet = {
            "path": str(self._path),
            "context_length": self._asked_length,
            "threads": self._loaded_with.threads,
            "options": self._loaded_with.packed(),
        }
        self.context_length = self._result(Job("load", packet))["context_length"]

    def _try_out(self) -> None:
        """Have the model compute something, so that one that cannot is known as such at once.

        Weights that are no numbers any more, or shapes that end the process, show only then.
        """
        try:
            scored = self._result(Job("score", _TRIAL))["scored"]
        except EngineError as error:
            if error.cause is not Cause.PROMPT_TOO_LONG:
                raise
            detail = f"it can take no more than {self.context_length} tokens"
            raise EngineError(Cause.NOT_A_MODEL, detail) from None
        if not all(math.isfinite(probability) for probability, _ in scored):
            raise EngineError(Cause.DAMAGED, "what it computes are no numbers")

    def _result(self, job: Job) -> Packet:
        """Have the process do a job and return its result."""
        death = self.perform(job)
        if death is not None:
            raise ProcessEndedError(death)
        result = job.wait()
        assert not isinstance(result, str)
        return result

    def _closed_or(self, error: EngineError) -> EngineError:
        """Return the error, unless it was closing that ended the process."""
        return EngineError(Cause.CLOSED) if self._closed else error

    def _named(self, error: EngineError) -> EngineError:
        """Return an error of loading that names the file and says what llama.cpp said of it."""
        if error.cause is Cause.CLOSED or self._path.name in error.detail:
            return error
        return EngineError(error.cause, f"{self._path.name}: {plain(error.detail)}")

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
