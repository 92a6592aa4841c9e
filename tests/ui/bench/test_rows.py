"""What sessions tell becomes rows that are held or not, beside what they are compared with."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest

from app.bench import registry
from app.bench.report import Row
from ui.bench import BENCHMARKS, loop, memory
from ui.bench import next as next_question
from ui.bench.sessions import Memory, Session

MB = 1_000_000


def loop_rows(*sessions: Session) -> dict[str, Row]:
    return {row.name: row for row in loop.rows(sessions)}


def memory_rows(session: Session, theirs: list[Memory], missing: str = "") -> dict[str, Row]:
    rows = memory.rows((session,), "Anki 26.9.3", theirs, missing)
    return {row.name: row for row in rows}


@pytest.mark.parametrize("name", BENCHMARKS)
def test_each_name_leads_to_a_function(name: str) -> None:
    module, function = BENCHMARKS[name].split(":")
    assert callable(getattr(import_module(module), function))
    assert name not in registry.BENCHMARKS


def test_a_delay_holds_at_16_and_60_milliseconds(session: Session) -> None:
    rows = loop_rows(replace(session, p99=16.0, longest=60.0))
    assert [row.held for row in rows.values()] == [True, True]
    rows = loop_rows(replace(session, p99=16.1, longest=60.1))
    assert [row.held for row in rows.values()] == [False, False]


def test_the_longest_delay_of_any_session_counts(session: Session) -> None:
    usual = [session] * 4
    rows = loop_rows(*usual, replace(session, p99=900.0, longest=900.0))
    assert rows["loop.longest"].held is False
    assert rows["loop.p99"].held is True  # of the five, as every session has its own


def test_a_model_that_did_nothing_proves_nothing(session: Session) -> None:
    row = loop_rows(replace(session, p99=None))["loop.p99"]
    assert row.measured is None
    assert row.held is None
    assert "nothing to do" in row.note


def test_the_note_says_how_busy_the_model_was(session: Session) -> None:
    note = loop_rows(session)["loop.p99"].note
    assert note.startswith("with Ten; at work in 71% of the time, on 1.9 of ")
    alone = loop_rows(replace(session, grades=False))["loop.p99"].note
    assert "which gives no verdicts: the learner does" in alone


def test_every_next_question_counts(session: Session) -> None:
    [row] = next_question.rows((session, replace(session, nexts=(51.0,))))
    assert row.measured is not None
    assert (row.measured.samples, row.measured.p95) == (3, 51.0)
    assert row.held is False
    [row] = next_question.rows((session,))
    assert row.held is True


def test_the_window_is_compared_with_anki_in_the_same_run(session: Session) -> None:
    rows = memory_rows(session, [Memory(390 * MB, 300 * MB), Memory(410 * MB, 310 * MB)])
    window = rows["memory.window"]
    assert window.rival == "Anki 26.9.3"
    assert window.ratio == pytest.approx(130 / 400)
    assert window.held is True
    assert rows["memory.proportional"].ratio == pytest.approx(120 / 305)
    assert rows["memory.proportional"].goal is None


def test_without_anki_the_window_is_measured_all_the_same(session: Session) -> None:
    window = memory_rows(session, [], "not compared: no network")["memory.window"]
    assert window.measured is not None
    assert window.measured.median == 130
    assert (window.ratio, window.held) == (None, None)
    assert window.note == "not compared: no network"


def test_where_shares_are_not_told_that_row_is_left_out(session: Session) -> None:
    rows = memory_rows(replace(session, window=Memory(130 * MB, None)), [])
    assert list(rows) == ["memory.window", "memory.engine"]


def test_the_engine_is_compared_with_file_and_cache(session: Session) -> None:
    engine = memory_rows(session, [])["memory.engine"]
    assert engine.against is not None
    # 4,096 tokens for writing and as many for grading, 512 bytes each.
    assert engine.against.median == pytest.approx(1.2 * 10 + 2 * 4096 * 512 / MB)
    assert engine.held is True
    assert "10 MB, and 4 MB for 8,192 tokens" in engine.note


def test_a_model_that_does_not_grade_has_one_cache(session: Session) -> None:
    engine = memory_rows(replace(session, grades=False), [])["memory.engine"]
    assert engine.against is not None
    assert engine.against.median == pytest.approx(12 + 4096 * 512 / MB)
