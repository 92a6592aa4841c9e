"""Jobs come in their order, hints when there is nothing else, and the latest of a kind counts."""

from __future__ import annotations

from app.model.agenda import Agenda
from app.model.jobs import Job


def agenda(*jobs: Job) -> Agenda:
    agenda = Agenda()
    for job in jobs:
        agenda.add(job)
    return agenda


def test_jobs_come_in_their_order_and_hints_last() -> None:
    prepare, score, generate = Job("prepare", {}), Job("score", {}), Job("generate", {})
    waiting = agenda(prepare, score, generate)

    assert waiting.all == [score, generate, prepare]
    assert [waiting.take() for _ in range(4)] == [score, generate, prepare, None]


def test_what_is_to_be_observed_is_read_ahead_before_what_is_to_be_written() -> None:
    prefill, prepare = Job("prefill", {}), Job("prepare", {})
    waiting = agenda(prefill, prepare)

    assert [waiting.take() for _ in range(3)] == [prepare, prefill, None]


def test_a_job_makes_the_hint_that_waits_for_its_memory_pointless() -> None:
    prefill, prepare = Job("prefill", {}), Job("prepare", {})
    observe, generate = Job("observe", {}), Job("generate", {})

    assert agenda(prefill, prepare, observe).all == [observe, prefill]
    assert agenda(prefill, prepare, generate).all == [generate, prepare]


def test_loading_leaves_the_hints_that_wait() -> None:
    load, prefill, prepare = Job("load", {}), Job("prefill", {}), Job("prepare", {})

    assert agenda(prefill, prepare, load).all == [load, prefill, prepare]


def test_a_hint_replaces_the_one_of_its_kind_only() -> None:
    prefill, old, new = Job("prefill", {}), Job("prepare", {}), Job("prepare", {})

    waiting = agenda(old, prefill, new)

    assert waiting.all == [new, prefill]


def test_a_hint_has_to_make_room_only_for_what_waits() -> None:
    assert not agenda().delay(Job("prepare", {}))
    assert not agenda(Job("prefill", {})).delay(Job("prepare", {}))


def test_a_hint_comes_back_after_a_job_that_leaves_alone_what_it_reads() -> None:
    score = Job("score", {})
    waiting = agenda(score)

    assert waiting.delay(Job("prepare", {"passages": "p"}))

    first, again = waiting.all
    assert first is score
    assert (again.do, again.content) == ("prepare", {"passages": "p"})


def test_a_prompt_comes_back_after_passages_that_are_read_ahead() -> None:
    prepare = Job("prepare", {})
    waiting = agenda(prepare)

    assert waiting.delay(Job("prefill", {"prompt": "p"}))

    first, again = waiting.take(), waiting.take()
    assert first is prepare
    assert again is not None
    assert (again.do, again.content) == ("prefill", {"prompt": "p"})


def test_a_hint_for_what_is_done_next_anyway_is_dropped() -> None:
    for hint, job in (("prepare", "observe"), ("prefill", "generate"), ("prepare", "prepare")):
        waiting = agenda(Job(job, {}))

        assert waiting.delay(Job(hint, {}))
        assert len(waiting.all) == 1
