"""Jobs one after the other: refused when that is known before, and ended when the engine is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.model.errors import Cause, EngineError
from app.model.host import ModelHost
from app.model.jobs import Job
from app.model.protocol import EngineState
from app.model.service import EngineService

Make = Callable[..., EngineService]


@pytest.fixture
def make_service(tmp_path: Path) -> Iterator[Make]:
    """Give services of a model that is not there."""
    services: list[EngineService] = []

    def make(refusal: EngineError | None = None) -> EngineService:
        def host(on_end: Callable[[], None]) -> ModelHost:
            return ModelHost(
                tmp_path / "none.gguf",
                context_length=64,
                threads=1,
                patience=5.0,
                available_memory=lambda: 10**9,
                on_end=on_end,
            )

        services.append(EngineService(host, refusal))
        return services[-1]

    yield make
    for service in services:
        service.close()


def cause_of(job: Job) -> Cause:
    with pytest.raises(EngineError) as caught:
        job.wait()
    return caught.value.cause


def test_a_model_that_is_set_aside_refuses_everything_until_it_is_asked_for(
    make_service: Make,
) -> None:
    service = make_service(EngineError(Cause.SET_ASIDE, "it was deadly"))

    assert service.state is EngineState.FAILED
    assert cause_of(service.submit(Job("score", {}))) is Cause.SET_ASIDE

    # It is tried; what comes of it takes the place of what was known before.
    assert cause_of(service.begin()) is Cause.NO_FILE
    assert service.failure is not None
    assert service.failure.cause is Cause.NO_FILE


def test_a_job_that_the_model_cannot_be_loaded_for_fails_and_so_do_those_behind_it(
    make_service: Make,
) -> None:
    service = make_service()

    first, second = service.submit(Job("score", {})), service.submit(Job("prefill", {}))

    assert cause_of(first) is Cause.NO_FILE
    assert cause_of(second) is Cause.NO_FILE
    assert service.state is EngineState.FAILED


def test_states_are_told_in_their_order(make_service: Make) -> None:
    service = make_service()
    seen: list[EngineState] = []
    dispose = service.on_change(lambda: seen.append(service.state))

    cause_of(service.submit(Job("score", {})))
    service.close()
    dispose()

    assert seen == [EngineState.LOADING, EngineState.FAILED, EngineState.STOPPED]


@pytest.mark.parametrize("wait", [True, False])
def test_what_is_closed_refuses_everything(make_service: Make, wait: bool) -> None:
    service = make_service()

    service.close(wait=wait)
    service.close(wait=wait)

    assert service.state is EngineState.STOPPED
    assert cause_of(service.submit(Job("score", {}))) is Cause.CLOSED
    assert cause_of(service.begin()) is Cause.CLOSED


def test_a_fault_of_ours_reaches_whoever_asked_and_the_next_job_is_done(
    make_service: Make, tmp_path: Path
) -> None:
    service = make_service()
    broken = Job("score", {"what": object()})

    with pytest.raises(TypeError, match="not JSON serializable"):
        service.submit(broken).wait()

    began = time.monotonic()
    with pytest.raises(EngineError):
        service.begin().wait()
    assert time.monotonic() - began < 30
