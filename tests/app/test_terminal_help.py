"""Hints and follow-ups in the terminal."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from app.paths import Paths
from app.study.records import Judgement
from app.terminal import ask
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.calibrations import certified
from tests.helpers.gated_engine import GatedEngine


class Keyboard(io.StringIO):
    """Lines that somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def engine() -> GatedEngine:
    return GatedEngine()


@pytest.fixture
def workspace(paths: Paths, clock: Clock, engine: GatedEngine) -> Iterator[Workspace]:
    made = Workspace(paths, clock=clock)
    made.engine = engine  # type: ignore[assignment]
    made.certified = certified()
    yield made
    made.close()


def test_hints_are_given_one_after_the_other(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(":hint\n" * 4 + "an answer\n"))
    ask(workspace.start_quiz(count=1, answer_format="short"), workspace, as_json=True)
    printed = capsys.readouterr()
    assert "It stands in “" in printed.err
    assert "____" in printed.err
    assert "There is no other hint." in printed.err
    [row] = [json.loads(line) for line in printed.out.splitlines()]
    assert len(row["hints"]) == 3
    assert row["follows"] is None


def test_a_miss_is_asked_once_more_of_somebody_at_a_keyboard(
    workspace: Workspace,
    engine: GatedEngine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    engine.find(Judgement.MISSED)
    monkeypatch.setattr("sys.stdin", Keyboard("no idea at all\n\nnor now, sorry\n\n"))
    ask(workspace.start_quiz(count=1, answer_format="short"), workspace, as_json=False)
    said = capsys.readouterr().out
    assert said.count("[1/1]") == said.count("[once more]") == 1
    assert "1 answered, 0 known." in said
    again, first = workspace.log.entries()
    assert again.answer.follows == first.id
    assert again.ratings == {}


def test_piped_answers_are_for_the_planned_questions(
    workspace: Workspace,
    engine: GatedEngine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    engine.find(Judgement.MISSED)
    monkeypatch.setattr("sys.stdin", io.StringIO("no idea at all\nnor of that one\n"))
    ask(workspace.start_quiz(count=2, answer_format="short"), workspace, as_json=True)
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 2
    assert [row["follows"] for row in rows] == [None, None]
    assert all(row["verdict"]["key_points"][0]["rating"] == "again" for row in rows)
