"""One process, one model: it does what it is told, stops when told, and is ended when silent."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.model.errors import Cause, EngineError
from app.model.host import ModelHost
from app.model.jobs import Job
from app.model.protocol import Prompt
from app.model.wire import pack_prompt

pytestmark = pytest.mark.engine

GIGABYTE = 10**9


@pytest.fixture
def make_host(small_model: Path) -> Iterator[Callable[..., ModelHost]]:
    hosts: list[ModelHost] = []

    def make(path: Path = small_model, patience: float = 60.0, free: int = GIGABYTE) -> ModelHost:
        host = ModelHost(
            path,
            context_length=8192,
            threads=2,
            patience=patience,
            available_memory=lambda: free,
        )
        hosts.append(host)
        return host

    yield make
    for host in hosts:
        host.close()
        host.drop()


def reading(prompt: Prompt) -> Job:
    return Job("prefill", {"prompt": pack_prompt(prompt)})


def after(seconds: float, action: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, action)
    timer.daemon = True
    timer.start()


def test_a_loaded_model_says_what_it_is(make_host: Callable[..., ModelHost]) -> None:
    host = make_host()
    assert host.pid is None

    host.load()

    assert host.loaded
    assert host.context_length == 8192
    assert host.version


def test_loading_again_replaces_the_process(make_host: Callable[..., ModelHost]) -> None:
    host = make_host()
    host.load()
    first = host.pid
    assert first is not None

    host.load()

    assert host.pid != first
    assert not psutil.pid_exists(first)


def test_a_model_that_does_not_fit_starts_no_process(make_host: Callable[..., ModelHost]) -> None:
    host = make_host(free=1000)

    with pytest.raises(EngineError) as caught:
        host.load()

    assert caught.value.cause is Cause.OUT_OF_MEMORY
    assert host.pid is None


def test_an_interrupted_job_ends_soon_and_the_process_lives(
    make_host: Callable[..., ModelHost], long_prompt: Prompt, france: Prompt
) -> None:
    host = make_host()
    host.load()
    job = reading(long_prompt)
    after(0.3, lambda: host.interrupt(job))

    began = time.monotonic()
    death = host.perform(job)

    assert death is None
    assert time.monotonic() - began < 5
    with pytest.raises(EngineError) as caught:
        job.wait()
    assert caught.value.cause is Cause.CANCELLED
    assert host.perform(reading(france)) is None


def test_a_job_that_nobody_waits_for_is_interrupted(
    make_host: Callable[..., ModelHost], long_prompt: Prompt
) -> None:
    host = make_host()
    host.load()
    job = reading(long_prompt)
    job.abandon()

    began = time.monotonic()
    assert host.perform(job) is None
    assert time.monotonic() - began < 5


def test_reading_ahead_for_another_prompt_is_ended(
    make_host: Callable[..., ModelHost], long_prompt: Prompt, france: Prompt
) -> None:
    host = make_host()
    host.load()
    job = reading(long_prompt)
    after(0.3, lambda: host.supersede(job, reading(france).wants))

    assert host.perform(job) is None

    with pytest.raises(EngineError) as caught:
        job.wait()
    assert caught.value.cause is Cause.CANCELLED


def test_reading_ahead_for_the_same_beginning_goes_on(
    make_host: Callable[..., ModelHost], medium_prompt: Prompt
) -> None:
    host = make_host()
    host.load()
    job = reading(medium_prompt)
    after(0.3, lambda: host.supersede(job, reading(medium_prompt).wants))

    assert host.perform(job) is None

    assert job.wait()["say"] == "done"  # type: ignore[index]


@pytest.mark.skipif(os.name == "nt", reason="sends signals")
def test_a_silent_process_is_ended(make_host: Callable[..., ModelHost], france: Prompt) -> None:
    host = make_host(patience=5.0)
    host.load()
    pid = host.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)

    death = host.perform(reading(france))

    assert death is not None
    assert death.cause is Cause.HUNG
    assert not psutil.pid_exists(pid)


def test_a_closed_host_starts_nothing(make_host: Callable[..., ModelHost]) -> None:
    host = make_host()
    host.close()

    with pytest.raises(EngineError) as caught:
        host.load()

    assert caught.value.cause is Cause.CLOSED
    assert host.pid is None
