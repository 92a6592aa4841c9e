"""What the quiz in a terminal says of a verdict; tests/e2e has the rest, with a real model."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from app.paths import Paths
from app.terminal import ask
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.calibrations import certified
from tests.helpers.gated_engine import GatedEngine

NOTICE = "Only the first 3,000 of your answer's 4,999 characters were graded."


@pytest.fixture
def workspace(paths: Paths, clock: Clock) -> Iterator[Workspace]:
    """A workspace with an engine that finds every answer covered."""
    made = Workspace(paths, clock=clock)
    made.engine = GatedEngine()  # type: ignore[assignment]
    made.certified = certified()
    yield made
    made.close()


@pytest.mark.parametrize(("answer", "said"), [("word " * 1000, True), ("word " * 500, False)])
@pytest.mark.parametrize("as_json", [False, True])
def test_an_answer_too_long_to_be_read_is_told_so(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str,
    said: bool,
    as_json: bool,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    ask(workspace.start_quiz(count=1, answer_format="short"), workspace, as_json=as_json)
    printed = capsys.readouterr()
    told = printed.err if as_json else printed.out
    assert "✓ covered" in told
    assert (NOTICE in told) == said
