"""What the quiz in a terminal says of a verdict; tests/e2e has the rest, with a real model."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from threading import Event

import pytest
from click.testing import CliRunner

from app.commands import commands
from app.model.errors import Cause, EngineError
from app.paths import Paths
from app.study.records import Judgement
from app.terminal import ask
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.calibrations import certified
from tests.helpers.gated_engine import HOLD, GatedEngine

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


@pytest.mark.parametrize(
    ("ending", "kept"),
    [("that share its scale.", True), ("as you correctly say.", False)],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_feedback_is_printed_when_it_is_kept_and_never_before(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ending: str,
    kept: bool,
    as_json: bool,
) -> None:
    draft = "an outlier coarsens the grid for the other weights,"
    engine = GatedEngine()
    engine.find(Judgement.MISSED)
    engine.says = f"{draft} {ending}"
    workspace.engine = engine  # type: ignore[assignment]
    monkeypatch.setattr("sys.stdin", io.StringIO("no idea\n"))
    session = workspace.start_quiz("learn-model-optimization", count=1, answer_format="short")
    ask(session, workspace, as_json=as_json)
    printed = capsys.readouterr()
    told = printed.err if as_json else printed.out
    said = f"Not quite. A full answer says that {draft} {ending}"
    assert (f"  The model says: {said}\n" in told) == kept
    assert (draft in told) == kept
    assert ("A good answer: " in told) != kept
    logged = workspace.log.entries()[0].feedback
    assert (logged.text if logged is not None else "") == (said if kept else "")
    if as_json:
        answers = [json.loads(line) for line in printed.out.splitlines()]
        assert answers[0]["feedback"] == (said if kept else None)


class CrashingEngine(GatedEngine):
    """Fails where a reply would wait."""

    def _wait(self, event: Event) -> None:
        if event is self.held:
            raise EngineError(Cause.CRASHED)


def test_an_engine_that_fails_in_the_middle_leaves_whole_sentences(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = CrashingEngine()
    engine.find(Judgement.MISSED)
    first = "an outlier coarsens the grid for the other weights."
    engine.says = f"{first} The step is large, {HOLD} so."
    workspace.engine = engine  # type: ignore[assignment]
    monkeypatch.setattr("sys.stdin", io.StringIO("no idea\n"))
    session = workspace.start_quiz("learn-model-optimization", count=1, answer_format="short")
    ask(session, workspace, as_json=False)
    told = capsys.readouterr().out
    error = EngineError(Cause.CRASHED)
    assert f"The model says: Not quite. A full answer says that {first}\n  {error.title}" in told
    assert "The step" not in told


@pytest.mark.parametrize("line", ["log", "ask How?", "material list", "reading list"])
def test_whatever_is_done_says_what_is_wrong_with_the_settings(paths: Paths, line: str) -> None:
    paths.make()
    paths.settings_file.write_text("{", encoding="utf-8")
    told = CliRunner().invoke(commands, line.split(), obj=paths).stderr
    assert str(paths.settings_file) in told
