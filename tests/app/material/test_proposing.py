"""From a document to the inbox: kept section by section, resumed, stopped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from app.material.proposing import Step, propose
from app.material.records import Document, Figures, State
from app.material.store import MaterialStore
from app.material.wording import Writer
from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.quiz.lexical import Lexicon
from tests.helpers.scripted_engine import ScriptedEngine

Add = Callable[[Path], Document]
PLAIN = Writer(None, PROMPTS, Lexicon())


def _finish(work: Generator[Step, None, Figures]) -> Figures:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def test_proposals_rest_on_verbatim_quotes_with_their_places(
    store: MaterialStore, add: Add, notes: Path
) -> None:
    document = add(notes)
    figures = _finish(propose(store, document, PLAIN))
    sections = store.sections(document.id)
    proposals = store.proposals(document=document.id)
    assert figures.new == len(proposals) >= 4
    for each in proposals:
        text = sections[each.draft.section].text
        assert text[each.draft.start : each.draft.end] == each.quote
        assert each.state is State.NEW
        assert len(each.content.misconceptions) >= 1
        assert each.content.question.endswith("?")
        assert each.content.claim not in [wrong.claim for wrong in each.content.misconceptions]
    assert {each.heading for each in proposals} == {"How the page cache works", "Writing"}


def test_what_made_no_proposal_is_kept_with_its_reason(
    store: MaterialStore, add: Add, tmp_path: Path
) -> None:
    path = tmp_path / "lean.md"
    path.write_text(
        "The page cache keeps blocks in memory for a while. "
        "It is faster than the disk by a factor of 40 on most machines."
    )
    document = add(path)
    _finish(propose(store, document, PLAIN))
    [refused] = store.refusals(document.id)
    assert refused.reason.startswith("needs the sentence before it")


def test_a_second_run_finds_nothing_left_and_more_can_be_asked_for(
    store: MaterialStore, add: Add, notes: Path
) -> None:
    document = add(notes)
    first = _finish(propose(store, document, PLAIN, most=2))
    assert first.tried == 2
    assert _finish(propose(store, document, PLAIN, most=2)) == first
    more = _finish(propose(store, document, PLAIN, most=40))
    assert more.tried > 2
    claims = [each.content.claim for each in store.proposals()]
    assert len(claims) == len(set(claims))


def test_a_stopped_run_keeps_what_was_made_and_goes_on_behind_it(
    store: MaterialStore, add: Add, notes: Path
) -> None:
    document = add(notes)
    work = propose(store, document, PLAIN)
    assert next(work).done == 0
    step = next(work)
    assert (step.done, step.heading) == (1, "How the page cache works")
    work.close()
    assert store.figures(document.id).tried == 1
    rest = propose(store, document, PLAIN)
    assert next(rest).of == step.of - 1
    _finish(rest)
    whole = store.figures(document.id)
    assert whole.tried == step.of


def test_when_the_engine_fails_what_was_made_is_kept(
    store: MaterialStore, add: Add, notes: Path
) -> None:
    engine = ScriptedEngine()
    # For the first sentence questions that are none; then it is gone.
    engine.texts += ["no", "no", "no", EngineError(Cause.CRASHED, "gone")]
    document = add(notes)
    with pytest.raises(EngineError):
        _finish(propose(store, document, Writer(engine, PROMPTS, Lexicon())))
    assert store.figures(document.id).tried == 1
    [kept] = store.proposals()
    assert kept.draft.model == "scripted"
    assert "material-question/1" in kept.draft.prompts


_KILLED = """
import os, signal, sys
from pathlib import Path
from app.material.proposing import propose
from app.material.store import MaterialStore
from app.material.wording import Writer
from app.paths import PROMPTS
from app.quiz.lexical import Lexicon
store = MaterialStore(Path(sys.argv[1]))
[document] = store.documents()
work = propose(store, document, Writer(None, PROMPTS, Lexicon()))
for step in work:
    if step.heading == "Writing":
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_costs_the_section_at_hand_and_nothing_before_it(
    store: MaterialStore, folder: Path, add: Add, notes: Path
) -> None:
    document = add(notes)
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, str(folder)], check=False, capture_output=True
    )
    assert ended.returncode == -9, ended.stderr
    kept = store.proposals()
    assert kept
    assert {each.heading for each in kept} == {"How the page cache works"}
    _finish(propose(store, document, PLAIN))
    assert {each.heading for each in store.proposals()} == {"How the page cache works", "Writing"}
    claims = [each.content.claim for each in store.proposals()]
    assert len(claims) == len(set(claims))


@pytest.mark.engine
def test_a_small_real_model_makes_nothing_worse(
    store: MaterialStore, add: Add, notes: Path, small_model: Path
) -> None:
    document = add(notes)
    engine = LocalEngine(small_model)
    try:
        figures = _finish(propose(store, document, Writer(engine, PROMPTS, Lexicon()), most=3))
    finally:
        engine.close()
    assert figures.tried == 3
    sections = store.sections(document.id)
    for each in store.proposals():
        assert each.quote in sections[each.draft.section].text
        assert each.draft.model
        assert each.content.question.endswith("?")
