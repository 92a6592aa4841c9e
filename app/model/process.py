"""The parent's side of the engine process: start it, talk to it, find out why it ended."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

from app.model.causes import diagnose
from app.model.errors import Cause, EngineError
from app.model.wire import PROTOCOL, Decoder, Packet, WireError, encode

_READ_SIZE = 65536
_KEPT_STDERR = 65536
_HANDSHAKE = 30.0
_GRACE = 2.0
_UNEXPLAINED = frozenset({Cause.CRASHED, Cause.UNREADABLE})
# Between 0 and 1000; the system ends the process with the highest first when memory runs out.
_EXPENDABLE = 800
# Memory for stacks and the like, which is asked for and hardly used.
_SPARE = 256 * 10**6

# Processes that were killed but may still hold memory.
_dying: set[EngineProcess] = set()


@dataclass(frozen=True)
class Library:
    """What the engine process runs on: versions, and the processor features in use."""

    python: str
    llama_cpp: str
    features: str


class ProcessEndedError(Exception):
    """The engine process ended by itself; ``error`` says why."""

    def __init__(self, error: EngineError) -> None:
        super().__init__(str(error))
        self.error = error


class EngineProcess:
    """One engine process.

    Parameters
    ----------
    on_end : callable
        Called once, from a thread of its own, when the process ends.
    module : str
        What it runs; it speaks the same language.
    """

    def __init__(
        self, on_end: Callable[[], None] = lambda: None, module: str = "app.model.worker"
    ) -> None:
        self._on_end = on_end
        self._packets: queue.SimpleQueue[Packet | None] = queue.SimpleQueue()
        self._stderr = bytearray()
        self._sending = threading.Lock()
        self._ending = threading.Lock()
        self._hung = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=_environment(),
            # A Ctrl-C in the terminal is for the program, which then ends this process in order.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._threads = [
            threading.Thread(target=target, args=(pipe,), name=f"engine {name}", daemon=True)
            for name, target, pipe in (
                ("packets", self._read_packets, self._process.stdout),
                ("stderr", self._read_stderr, self._process.stderr),
            )
        ]
        for thread in self._threads:
            thread.start()
        self._volunteer()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def greet(self, patience: float = _HANDSHAKE) -> Library:
        """Wait for the process to say hello and return what it runs on.

        Raises
        ------
        EngineError
            It cannot work: ``LIBRARY_MISMATCH``, or ``HUNG`` after ``patience`` seconds.
        ProcessEndedError
            It was ended.
        """
        try:
            packet = self.receive(patience)
        except ProcessEndedError as end:
            if end.error.cause in _UNEXPLAINED:
                # So far it has done nothing but load the library.
                raise EngineError(Cause.LIBRARY_MISMATCH, end.error.detail) from None
            raise
        if packet is None:
            raise self.give_up(patience)
        if packet["say"] == "failed":
            raise EngineError(Cause(packet["cause"]), packet["detail"])
        if packet["say"] != "hello" or packet["protocol"] != PROTOCOL:
            raise EngineError(
                Cause.LIBRARY_MISMATCH,
                f"the engine speaks protocol {packet.get('protocol')}, not {PROTOCOL}",
            )
        return Library(packet["python"], packet["llama_cpp"], packet["features"])

    def send(self, packet: Mapping[str, object], patience: float) -> None:
        """Send a packet; a process that does not take it within ``patience`` seconds is killed.

        A process that has ended is noticed by ``receive``, not here.
        """
        pipe = self._process.stdin
        assert pipe is not None
        # Writing blocks for ever if the process is stopped and the pipe is full.
        watch = threading.Timer(patience, self._kill_hung)
        watch.daemon = True
        watch.start()
        try:
            line = memoryview(encode(packet))
            with self._sending:
                while line:
                    line = line[pipe.write(line) or 0 :]
        except (OSError, ValueError):
            # Closed from one side or the other; the end of the packets tells which and why.
            pass
        finally:
            watch.cancel()

    def receive(self, timeout: float) -> Packet | None:
        """Wait for the next packet; ``None`` after so many seconds without one.

        Raises
        ------
        ProcessEndedError
            The process ended.
        """
        try:
            packet = self._packets.get(timeout=timeout)
        except queue.Empty:
            return None
        if packet is None:
            # Whoever asks again shall be told again.
            self._packets.put(None)
            raise ProcessEndedError(self._autopsy())
        return packet

    def give_up(self, seconds: float) -> EngineError:
        """End a process that was silent for so long, and return the error that says so."""
        self.end(grace=0.0)
        return EngineError(Cause.HUNG, f"no sign of life for {seconds:.0f} seconds")

    def limit_memory(self, size: int) -> None:
        """Let the process take not much more than so many bytes, besides the model's file.

        What a damaged file makes it ask for then fails inside it, instead of driving this machine
        out of memory. Only Linux can do that.
        """
        if sys.platform == "linux":
            with suppress(psutil.Error, OSError):
                limits = (size + _SPARE, size + _SPARE)
                psutil.Process(self.pid).rlimit(psutil.RLIMIT_DATA, limits)

    def kill(self) -> None:
        """End the process at once, without waiting until it is gone; ``end`` has to follow."""
        if self.alive:
            _dying.add(self)
            self._process.kill()

    def end(self, grace: float = _GRACE) -> None:
        """End the process: close its pipe, wait ``grace`` seconds, then end it by force."""
        pipe = self._process.stdin
        assert pipe is not None
        with self._ending:
            # A write that is stuck holds the lock; it is freed by force, below.
            if grace > 0 and self._sending.acquire(timeout=grace):
                pipe.close()
                self._sending.release()
            for force in (self._process.terminate, self._process.kill):
                try:
                    self._process.wait(grace)
                    break
                except subprocess.TimeoutExpired:
                    force()
            self._process.wait()
            _dying.discard(self)
        if threading.current_thread() not in self._threads:
            for thread in self._threads:
                # Ended while it is being made, it has threads that did not begin yet.
                if thread.ident is not None:
                    thread.join()
            for stream in (self._process.stdout, self._process.stderr):
                assert stream is not None
                stream.close()
        with self._sending:
            pipe.close()

    def wait(self, seconds: float) -> None:
        """Wait until the process is gone, so long at most."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def _volunteer(self) -> None:
        """Have the system end this process, not the window, when memory runs out."""
        with suppress(OSError):
            Path(f"/proc/{self.pid}/oom_score_adj").write_text(str(_EXPENDABLE), encoding="ascii")

    def _kill_hung(self) -> None:
        self._hung = True
        self._process.kill()

    def _autopsy(self) -> EngineError:
        self.end()
        if self._hung:
            return EngineError(Cause.HUNG, "the process did not take its work")
        return diagnose(self._process.returncode, self._stderr.decode("utf-8", "replace"))

    def _read_packets(self, pipe: IO[bytes]) -> None:
        decoder = Decoder()
        try:
            while chunk := os.read(pipe.fileno(), _READ_SIZE):
                for packet in decoder.feed(chunk):
                    self._packets.put(packet)
        except WireError as error:
            self._stderr += f"\n{error}\n".encode()
            self._process.kill()
        self._packets.put(None)
        self._on_end()

    def _read_stderr(self, pipe: IO[bytes]) -> None:
        while chunk := os.read(pipe.fileno(), _READ_SIZE):
            self._stderr += chunk
            del self._stderr[:-_KEPT_STDERR]


def await_dying(seconds: float = _GRACE) -> None:
    """Wait until processes that were killed have given their memory back, so long at most."""
    for process in tuple(_dying):
        process.wait(seconds)
        if not process.alive:
            _dying.discard(process)


def probe() -> Library:
    """Start an engine process, ask what it runs on, and end it.

    Raises
    ------
    EngineError
        It cannot work: llama.cpp is missing, does not fit, or was built for another processor.
    """
    process = EngineProcess()
    try:
        return process.greet()
    except ProcessEndedError as end:
        raise end.error from None
    finally:
        process.end()


def _environment() -> dict[str, str]:
    """Return the environment of the engine process."""
    environment = dict(os.environ)
    # A path or home meant for another Python would make the process import the wrong packages.
    environment.pop("PYTHONHOME", None)
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    # On an abort ggml would start a debugger to print a trace.
    environment["GGML_NO_BACKTRACE"] = "1"
    # The threads that compute: stacks of other threads are kept small, see stacks.py.
    environment.setdefault("OMP_STACKSIZE", "8M")
    # By default the threads of a computation wait for each other by spinning. When another
    # program wants the processor too, that makes writing ten times slower; see ENGINE.md.
    environment.setdefault("GOMP_SPINCOUNT", "1000")
    return environment
