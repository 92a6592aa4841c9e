"""What follows when jobs end the process: once more, never again, or nothing at all any more."""

from __future__ import annotations

import pytest

from app.model.deaths import Deaths
from app.model.errors import Cause, EngineError
from app.model.jobs import Job

KILLED = EngineError(Cause.KILLED, "the process ended with SIGKILL")


def scoring(text: str) -> Job:
    return Job("score", {"continuations": [text]})


@pytest.fixture
def deaths() -> Deaths:
    return Deaths()


def test_a_job_is_worth_a_second_try_and_no_third(deaths: Deaths) -> None:
    job = scoring("a")

    deaths.add(job, KILLED)
    assert deaths.may_go_again(job, KILLED)
    assert deaths.refusal(job) is None

    deaths.add(job, KILLED)
    assert not deaths.may_go_again(job, KILLED)
    # Whoever asks for the same again is told without another death.
    refusal = deaths.refusal(scoring("a"))
    assert refusal is not None
    assert refusal.cause is Cause.DROPPED
    assert refusal.detail == (
        "weighing answers has ended it twice (the process ended with SIGKILL)"
    )
    assert deaths.refusal(scoring("b")) is None


@pytest.mark.parametrize("do", ["generate", "score", "observe", "prefill", "prepare"])
def test_every_job_has_a_name_for_the_learner(deaths: Deaths, do: str) -> None:
    job = Job(do, {})
    for _ in range(2):
        deaths.add(job, KILLED)

    refusal = deaths.refusal(job)

    assert refusal is not None
    assert do not in refusal.detail


def test_what_was_shown_and_what_nobody_waits_for_is_not_done_again(deaths: Deaths) -> None:
    shown = Job("generate", {})
    shown.show("a piece")

    assert not deaths.may_go_again(shown, KILLED)
    assert not deaths.may_go_again(Job("prefill", {}), KILLED)


@pytest.mark.parametrize("cause", [Cause.HUNG, Cause.ILLEGAL_INSTRUCTION, Cause.CLOSED])
def test_what_would_end_the_same_way_is_not_done_again(deaths: Deaths, cause: Cause) -> None:
    assert not deaths.may_go_again(scoring("a"), EngineError(cause))


def test_after_five_deaths_in_a_row_the_model_is_to_blame(deaths: Deaths) -> None:
    for number in range(4):
        deaths.add(scoring(str(number)), KILLED)
        assert deaths.verdict(KILLED) is None

    deaths.add(scoring("4"), KILLED)

    verdict = deaths.verdict(KILLED)
    assert verdict is not None
    assert verdict.cause is Cause.KILLED
    assert verdict.detail.startswith("5 requests in a row have ended it")


def test_a_job_that_is_done_shows_that_the_model_works(deaths: Deaths) -> None:
    for number in range(4):
        deaths.add(scoring(str(number)), KILLED)
    deaths.survive(scoring("0"))

    deaths.add(scoring("4"), KILLED)

    assert deaths.verdict(KILLED) is None
    deaths.add(scoring("0"), KILLED)
    assert deaths.refusal(scoring("0")) is None


def test_an_instruction_that_the_processor_lacks_ends_everything_at_once(deaths: Deaths) -> None:
    death = EngineError(Cause.ILLEGAL_INSTRUCTION)
    deaths.add(scoring("a"), death)

    assert deaths.verdict(death) is death


def test_whoever_asks_for_the_model_again_wants_everything_tried_again(deaths: Deaths) -> None:
    for _ in range(5):
        deaths.add(scoring("a"), KILLED)

    deaths.forgive()

    assert deaths.refusal(scoring("a")) is None
    assert deaths.verdict(KILLED) is None
