"""Gaps, scenarios and minutes in the terminal."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from app.paths import Paths
from app.study.records import Format
from app.terminal import ask
from app.workspace import Workspace
from tests.conftest import Clock

POINT = "rtn-outlier-coarsens-group"


@pytest.fixture
def workspace(paths: Paths, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setenv("SEGUE_MODEL", "none")
    made = Workspace(paths, clock=clock)
    yield made
    made.close()


def test_a_gap_is_filled_with_a_line(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(":hint\ngrid\n"))
    session = workspace.start_quiz(key_points=(POINT,), answer_format="cloze")
    ask(session, workspace, as_json=True)
    printed = capsys.readouterr()
    assert "Fill in what is left out (an outlier's effect" in printed.err
    assert "coarsens the ____ for" in printed.err
    assert "What is missing (:hint" in printed.err
    [row] = [json.loads(line) for line in printed.out.splitlines()]
    assert (row["format"], row["answer"], row["sure"]) == ("cloze", "grid", None)
    assert row["verdict"]["score"] == 1.0
    assert row["verdict"]["key_points"][0]["evidence"] == ["grid"]


def test_a_near_miss_is_said_to_be_one(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("gird\n"))
    session = workspace.start_quiz(key_points=(POINT,), answer_format="cloze")
    ask(session, workspace, as_json=False)
    assert "“gird” is close: grid" in capsys.readouterr().out


def test_a_scenario_says_how_much_it_asks_for(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("so and so\nc\nm\np\nx\nc\n"))
    session = workspace.start_quiz("learn-model-optimization", count=1, answer_format="scenario")
    ask(session, workspace, as_json=False)
    assert "(5 key points)" in capsys.readouterr().out
    [entry] = workspace.log.entries()
    assert entry.answer.format is Format.SCENARIO
    assert len(entry.judgements) == 5


def test_a_session_of_minutes_tells_what_is_left(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    ask(workspace.start_quiz(minutes=7, answer_format="choice"), workspace, as_json=False)
    assert "[1, 7 min left]" in capsys.readouterr().out
