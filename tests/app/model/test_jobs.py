"""A job ends once, in exactly one way, and its answer reaches whoever waits."""

from __future__ import annotations

import threading

import pytest

from app.model.errors import Cause, EngineError
from app.model.jobs import Job, ReplyStream


def job() -> Job:
    return Job("generate", {"prompt": "p"})


def stream(job: Job) -> ReplyStream:
    return ReplyStream(job, lambda job: job.fail(EngineError(Cause.CANCELLED)))


def test_pieces_come_in_order_and_then_the_stream_ends() -> None:
    writing = job()
    writing.show("a")
    writing.show("b")
    writing.finish({})
    reply = stream(writing)

    assert list(reply) == ["a", "b"]
    assert list(reply) == []
    assert writing.shown


def test_whoever_waits_gets_pieces_from_another_thread() -> None:
    writing = job()

    def write() -> None:
        writing.show("late")
        writing.finish({})

    thread = threading.Timer(0.05, write)
    thread.start()

    assert list(stream(writing)) == ["late"]
    thread.join()


def test_an_error_is_raised_where_the_answer_is_awaited_after_what_was_shown() -> None:
    writing = job()
    writing.show("a")
    writing.fail(EngineError(Cause.CRASHED))
    reply = stream(writing)

    assert next(reply) == "a"
    with pytest.raises(EngineError):
        next(reply)
    assert list(reply) == []


def test_only_the_first_end_counts() -> None:
    writing = job()
    writing.fail(EngineError(Cause.CANCELLED))
    writing.show("too late")
    writing.finish({"scored": []})
    writing.fail(EngineError(Cause.CRASHED))

    with pytest.raises(EngineError) as caught:
        writing.wait()
    assert caught.value.cause is Cause.CANCELLED
    assert not writing.shown


def test_cancelling_ends_the_iteration() -> None:
    writing = job()
    reply = stream(writing)
    threading.Timer(0.05, reply.cancel).start()

    with pytest.raises(EngineError) as caught:
        next(reply)
    assert caught.value.cause is Cause.CANCELLED


def test_a_stream_that_nobody_holds_any_more_gives_its_job_up() -> None:
    writing = job()
    reply = stream(writing)
    assert not writing.over

    del reply

    assert writing.over


def test_jobs_that_ask_for_the_same_have_the_same_key() -> None:
    assert job().key == job().key
    assert job().key != Job("generate", {"prompt": "q"}).key
    assert job().key != Job("score", {"prompt": "p"}).key


def test_only_hints_make_room_and_prompts_for_passages_but_not_the_other_way_round() -> None:
    score, observe = Job("score", {}), Job("observe", {})
    prefill, prepare = Job("prefill", {}), Job("prepare", {})

    assert score.displaces(prepare)
    assert observe.displaces(prefill)
    assert prepare.displaces(prepare)
    assert prepare.displaces(prefill)
    assert not prefill.displaces(prepare)
    assert not observe.displaces(score)
    assert not Job("load", {}).displaces(prefill)


def test_what_a_job_wants_read_can_be_told_apart_from_the_rest() -> None:
    assert Job("score", {"prompt": 1, "continuations": 2}).wants == {"prompt": 1}
    assert Job("observe", {"passages": 3, "depths": 4}).wants == {"passages": 3}
    assert Job("load", {}).wants == {}
