"""The engine process: runs one model and answers on its own pipe.

Started as ``python -m app.model.worker`` by ``app.model.process``. It ends as soon as its standard
input closes, whatever it is doing, so it never outlives the program that started it.
"""

from __future__ import annotations

import faulthandler
import json
import math
import os
import platform
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from app.model.errors import Cause, EngineError
from app.model.options import RunOptions
from app.model.priority import Priority
from app.model.protocol import Passage
from app.model.stacks import keep_stacks_small
from app.model.wire import (
    PROTOCOL,
    Decoder,
    Packet,
    encode,
    pack_activations,
    unpack_passage,
    unpack_prompt,
    unpack_sampling,
)

if TYPE_CHECKING:
    from app.model.llama import Model
    from app.model.tuning_search import Step

_READ_SIZE = 65536
# Seconds between signs of life; much less than the watchdog's patience.
_BEAT = 0.25
# Seconds between two pieces of a reply. Every piece wakes three threads of the program, which take
# the processor from the model; faster than this nobody reads.
_PAUSE = 0.03


class Worker:
    """Takes packets from one pipe, runs them one after the other, answers on the other pipe.

    Parameters
    ----------
    read_end, write_end : int
        File descriptors of the pipes.
    """

    def __init__(self, read_end: int, write_end: int) -> None:
        self._read_end, self._write_end = read_end, write_end
        self._jobs: queue.SimpleQueue[Packet] = queue.SimpleQueue()
        self._lock = threading.Lock()
        # Guarded by the lock, because the thread that listens looks at them.
        self._model: Model | None = None
        self._current: Packet | None = None
        self._cancelled: set[int] = set()
        self._last_beat = 0.0
        self._priority = Priority()

    def run(self) -> NoReturn:
        """Say hello, then work until the pipe closes."""
        self._hello()
        threading.Thread(target=self._listen, name="listen", daemon=True).start()
        while True:
            job = self._jobs.get()
            run = self._priority.run_low if job.get("background") else self._priority.run
            run(partial(self._perform, job))

    def _say(self, say: str, **fields: object) -> None:
        line = memoryview(encode({"say": say, **fields}))
        while line:
            line = line[os.write(self._write_end, line) :]
        self._last_beat = time.monotonic()

    def _hello(self) -> None:
        try:
            # Only now, so that a missing or broken library is reported and not just died of.
            from app.model import binding  # noqa: PLC0415

            features = binding.start()
        except EngineError as error:
            self._refuse(error)
        except (ImportError, OSError, RuntimeError, AttributeError) as error:
            self._refuse(EngineError(Cause.LIBRARY_MISMATCH, str(error)))
        self._say(
            "hello",
            protocol=PROTOCOL,
            python=platform.python_version(),
            llama_cpp=binding.VERSION,
            features=features,
        )

    def _refuse(self, error: EngineError) -> NoReturn:
        self._say("failed", id=0, cause=error.cause, detail=error.detail)
        os._exit(1)

    def _listen(self) -> None:
        """Pass packets on; what concerns the running job is done here, while it runs."""
        decoder = Decoder()
        try:
            while chunk := os.read(self._read_end, _READ_SIZE):
                for packet in decoder.feed(chunk):
                    match packet["do"]:
                        case "cancel":
                            self._cancel(packet["id"])
                        case "supersede":
                            self._supersede(packet)
                        case _:
                            self._jobs.put(packet)
        except BaseException:
            _die()
        # Nobody is there any more. The main thread may be deep inside a computation, and there
        # is nothing to tidy up, so the process ends here and now.
        os._exit(0)

    def _cancel(self, number: int) -> None:
        with self._lock:
            if self._model is None or self._current is None or self._current["id"] != number:
                self._cancelled.add(number)
            else:
                self._model.context.abort.set()
                # Whoever cancels waits for the end, at whatever priority it began.
                self._priority.hurry()

    def _supersede(self, packet: Packet) -> None:
        with self._lock:
            current = self._current
            if self._model is not None and current is not None and current["id"] == packet["id"]:
                if current["do"] == "prepare":
                    self._model.end_preparing(_passages(packet) if "passages" in packet else None)
                else:
                    prompt = unpack_prompt(packet["prompt"]) if "prompt" in packet else None
                    self._model.end_prefilling(prompt)

    def _perform(self, job: Packet) -> None:
        number = job["id"]
        with self._lock:
            cancelled = number in self._cancelled
            # Numbers only grow, so those of jobs that are over will not come again.
            self._cancelled = {other for other in self._cancelled if other > number}
            self._current = job
            if self._model is not None:
                self._model.take_up()
        try:
            if cancelled:
                raise EngineError(Cause.CANCELLED)
            result = self._work(job)
        except EngineError as error:
            self._say("failed", id=number, cause=error.cause, detail=error.detail)
        except ValueError as error:
            self._say("failed", id=number, cause=None, detail=str(error))
        else:
            self._say("done", id=number, **result)
        finally:
            with self._lock:
                self._current = None

    def _work(self, job: Packet) -> Mapping[str, object]:
        """Do the job and return what is to be said at its end."""
        if job["do"] == "load":
            return self._load(job)
        from app.model.memory import AbortedError  # noqa: PLC0415 (loads the library)

        assert self._model is not None
        try:
            result = self._compute(self._model, job)
        except AbortedError:
            raise EngineError(Cause.CANCELLED) from None
        read_speed, write_speed = self._model.context.speeds
        return {**result, "read_speed": read_speed, "write_speed": write_speed}

    def _compute(self, model: Model, job: Packet) -> Mapping[str, object]:
        beat = self._beating(job["id"])
        match job["do"]:
            case "prefill":
                model.prefill(unpack_prompt(job["prompt"]), beat)
            case "prepare":
                model.prepare(_passages(job), job["depths"], beat)
            case "observe":
                observed = model.observe(_passages(job), job["depths"], beat)
                return {"activations": [pack_activations(each) for each in observed]}
            case "score":
                scored = model.score(unpack_prompt(job["prompt"]), job["continuations"], beat)
                return {"scored": [(s.log_probability, s.tokens) for s in scored]}
            case "generate":
                prompt, sampling = unpack_prompt(job["prompt"]), unpack_sampling(job["sampling"])
                self._pass_on(job, model.generate(prompt, sampling, job["schema"], beat))
            case "tune":
                return {"found": self._tune(model, job)}
            case other:
                raise AssertionError(f"unknown job {other!r}")
        return {}

    def _tune(self, model: Model, job: Packet) -> Packet:
        from app.model.trials import tune  # noqa: PLC0415 (loads the library)

        def tell(step: Step) -> None:
            text = json.dumps([step.option, step.value, step.seconds])
            self._say("piece", id=job["id"], text=text)

        return tune(model.context, job["seconds"], tell).packed()

    def _pass_on(self, job: Packet, pieces: Iterable[str]) -> None:
        """Say the pieces of a reply: the first at once, later ones together if they come fast."""
        held, said = "", -math.inf
        for piece in pieces:
            held += piece
            if time.monotonic() - said >= _PAUSE:
                self._say("piece", id=job["id"], text=held)
                held, said = "", time.monotonic()
        if held:
            self._say("piece", id=job["id"], text=held)

    def _load(self, job: Packet) -> Mapping[str, object]:
        from app.model.llama import Model  # noqa: PLC0415 (loads the library)

        beat = self._beating(job["id"])
        model = Model(
            job["path"],
            context_length=job["context_length"],
            threads=job["threads"],
            progress=lambda part: beat(int(part * 1000), 1000),
            options=RunOptions.unpacked(job["options"]) if "options" in job else None,
        )
        with self._lock:
            self._model = model
        return {"context_length": model.context.length}

    def _beating(self, number: int) -> Callable[[int, int], None]:
        def beat(done: int, total: int) -> None:
            if time.monotonic() - self._last_beat >= _BEAT:
                self._say("progress", id=number, done=done, total=total)

        return beat


def _passages(job: Packet) -> list[Passage]:
    return [unpack_passage(packed) for packed in job["passages"]]


def _take_pipes() -> tuple[int, int]:
    """Return the pipes to the parent, and leave nothing of them to anybody else.

    C code that prints would break the packets, so standard output becomes standard error.
    """
    read_end, write_end = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return read_end, write_end


def _die() -> NoReturn:
    """End the process whatever its other threads do, saying why for the parent to read."""
    sys.excepthook(*sys.exc_info())
    sys.stderr.flush()
    os._exit(1)


def main(worker: type[Worker] = Worker) -> None:
    """Run the engine process, or another one with a worker of its own."""
    read_end, write_end = _take_pipes()
    # Walking the frames of threads that still run may itself end in another signal.
    faulthandler.enable(all_threads=False)
    keep_stacks_small()
    try:
        worker(read_end, write_end).run()
    except BrokenPipeError:
        # The parent is gone, and with it whoever could want an answer.
        os._exit(0)
    except BaseException:
        _die()


if __name__ == "__main__":
    main()
