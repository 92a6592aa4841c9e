"""An embedding model on this machine, in a process of its own."""

from __future__ import annotations

import base64
import itertools
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import Cause, EngineError
from app.model.options import default_threads
from app.model.preflight import check_model_file, free_memory
from app.model.process import EngineProcess, ProcessEndedError
from app.model.wire import Packet

# The window does without numpy until something is embedded.
if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODULE = "app.model.embedding_worker"
CONTEXT = 512
"""Tokens of a text that are read."""
_PATIENCE = 60.0
_SLICE = 1.0
_TRIES = 2


class LocalEmbedder:
    """Turns texts into vectors; the process is started by the first text, and again after a crash.

    Every method may be called from any thread; a second caller waits its turn.

    Parameters
    ----------
    path : Path
        The GGUF file.
    name : str
        What the model is called where its vectors are kept.
    patience : float
        After so many seconds without a sign of life the process counts as hung and is ended.
    available_memory : callable
        Gives the bytes of free memory.
    """

    def __init__(
        self,
        path: Path,
        *,
        name: str,
        threads: int | None = None,
        patience: float = _PATIENCE,
        available_memory: Callable[[], int] = free_memory,
    ) -> None:
        self.name = name
        self._path = path
        self._threads = threads
        self._patience = patience
        self._available_memory = available_memory
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._process: EngineProcess | None = None
        self._width = 0
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The number of the process, if there is one."""
        return None if self._process is None else self._process.pid

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of length 1 for each text.

        Raises
        ------
        EngineError
            The model cannot be loaded or run; the cause says why.
        """
        import numpy as np  # noqa: PLC0415

        with self._lock:
            for last in range(_TRIES):
                try:
                    process = self._running()
                    said = self._ask(process, {"do": "embed", "texts": list(texts)})
                except ProcessEndedError as end:
                    self._drop()
                    # What crashed it once may have been chance; twice, it is these texts.
                    if last == _TRIES - 1 or self._closed:
                        raise self._closed_or(end.error) from None
                    continue
                vectors = np.frombuffer(base64.b64decode(said["vectors"]), np.float32)
                return vectors.reshape(len(texts), self._width)
        raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        """End the process, also one that is at work; a second call does nothing."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._drop()

    def _running(self) -> EngineProcess:
        """Return the process with the model loaded in it."""
        if self._closed:
            raise EngineError(Cause.CLOSED)
        process = self._process
        if process is not None and process.alive:
            return process
        self._drop()
        check_model_file(self._path, self._available_memory, context_length=CONTEXT)
        process = self._process = EngineProcess(module=MODULE)
        try:
            process.greet()
            process.limit_memory(self._available_memory())
            load = {
                "do": "load",
                "path": str(self._path),
                "threads": self._threads or default_threads(),
            }
            self._width = self._ask(process, load)["width"]
        except EngineError:
            self._drop()
            raise
        return process

    def _ask(self, process: EngineProcess, packet: Packet) -> Packet:
        """Have the process do a job and return what it says at the end."""
        number = next(self._numbers)
        process.send({**packet, "id": number}, self._patience)
        silent = 0.0
        while silent < self._patience:
            said = process.receive(_SLICE)
            if said is None or said["id"] != number:
                # Slices are counted, not clocks compared: a laptop that slept was not silent.
                silent += _SLICE
                continue
            silent = 0.0
            if said["say"] == "done":
                return said
            if said["say"] == "failed":
                raise EngineError(Cause(said["cause"] or Cause.CRASHED), said["detail"])
        self._process = None
        raise process.give_up(silent)

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def _closed_or(self, error: EngineError) -> EngineError:
        return EngineError(Cause.CLOSED) if self._closed else error
