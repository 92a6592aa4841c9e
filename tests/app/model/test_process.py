"""The engine process can be started anywhere, ended always, and its end is understood."""

from __future__ import annotations

import os
import platform
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.model.errors import Cause, EngineError
from app.model.process import EngineProcess, ProcessEndedError, probe

pytestmark = pytest.mark.engine

POSIX = pytest.mark.skipif(os.name == "nt", reason="sends signals")


@pytest.fixture
def process() -> Iterator[EngineProcess]:
    process = EngineProcess()
    yield process
    process.end(grace=0)


def gone(pid: int) -> bool:
    return not psutil.pid_exists(pid)


def end_of(process: EngineProcess) -> EngineError:
    with pytest.raises(ProcessEndedError) as caught:
        exhaust(process)
    return caught.value.error


def exhaust(process: EngineProcess) -> None:
    while process.receive(20) is not None:
        pass


def test_it_starts_in_any_folder_whatever_python_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit('the wrong app')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))
    process = EngineProcess()

    try:
        assert process.greet().llama_cpp
    finally:
        process.end()


def test_asking_what_it_runs_on_leaves_nothing_behind() -> None:
    before = psutil.Process().children()

    library = probe()

    assert library.python == platform.python_version()
    assert "CPU" in library.features
    assert psutil.Process().children() == before


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LLAMA_CPP_LIB_PATH", str(tmp_path))

    with pytest.raises(EngineError) as caught:
        probe()

    assert caught.value.cause is Cause.LIBRARY_MISMATCH


def test_ending_it_twice_is_ending_it_once(process: EngineProcess) -> None:
    process.greet()
    assert not gone(process.pid)

    process.end()
    process.end()

    assert not process.alive
    assert gone(process.pid)


def test_it_tells_when_it_has_ended() -> None:
    ended = threading.Event()
    process = EngineProcess(on_end=ended.set)
    process.greet()

    process.end()

    assert ended.wait(5)


def test_silence_is_told_from_an_answer(process: EngineProcess) -> None:
    process.greet()

    assert process.receive(0.1) is None


@POSIX
@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("SIGKILL", Cause.KILLED),
        ("SIGILL", Cause.ILLEGAL_INSTRUCTION),
        ("SIGSEGV", Cause.CRASHED),
        ("SIGABRT", Cause.CRASHED),
    ],
)
def test_what_felled_it_is_named(process: EngineProcess, name: str, cause: Cause) -> None:
    process.greet()

    os.kill(process.pid, signal.Signals[name])
    error = end_of(process)

    assert error.cause is cause
    assert name in error.detail
    # Whoever asks again is told again.
    assert end_of(process).cause is cause


@POSIX
def test_one_that_ignores_the_end_of_its_pipe_is_ended_by_force(process: EngineProcess) -> None:
    process.greet()
    os.kill(process.pid, signal.SIGSTOP)

    began = time.monotonic()
    process.end(grace=0.5)

    assert gone(process.pid)
    assert time.monotonic() - began < 5


@POSIX
def test_one_that_takes_no_work_is_ended_and_counts_as_hung(process: EngineProcess) -> None:
    process.greet()
    os.kill(process.pid, signal.SIGSTOP)

    process.send({"do": "score", "text": "x" * 1_000_000}, patience=1.0)

    assert end_of(process).cause is Cause.HUNG


def test_sending_to_one_that_has_ended_does_no_harm(process: EngineProcess) -> None:
    process.greet()
    process.end()

    process.send({"do": "cancel", "id": 1}, patience=1.0)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the memory of another process")
def test_a_model_for_which_there_is_no_memory_is_told(
    process: EngineProcess, small_model: Path
) -> None:
    process.greet()
    size = psutil.Process(process.pid).memory_info().vms
    limit = size + 120 * 1024**2
    psutil.Process(process.pid).rlimit(psutil.RLIMIT_AS, (limit, limit))

    process.send(
        {
            "do": "load",
            "id": 1,
            "path": str(small_model),
            "context_length": 8192,
            "threads": 1,
        },
        patience=5,
    )

    try:
        packet = process.receive(20)
        while packet is not None and packet["say"] == "progress":
            packet = process.receive(20)
    except ProcessEndedError as end:
        # Where memory runs out on a new thread, the process can say no more itself.
        cause, detail = end.error.cause, end.error.detail
    else:
        assert packet is not None
        cause, detail = packet["cause"], packet["detail"]
    assert cause == "out_of_memory"
    assert re.search("alloc|temporarily unavailable", detail)
