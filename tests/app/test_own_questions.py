"""Fresh questions on the learner's own files: planned, checked and asked as on the guides."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.content.types import KeyPoint, Wording
from app.model.client import LocalEngine
from app.model.protocol import Engine
from app.paths import PROMPTS, Paths
from app.quiz.asking.types import Accepted
from app.quiz.lexical import Lexicon
from app.quiz.tutor import Tutor
from app.study.records import Format, Judgement, Origin
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.data_folders import done
from tests.helpers.scripted_engine import ScriptedEngine

NOTES = """\
# Zephyr store

## Leases

A Zephyr lease is a promise that no other node writes the same chunk. Zephyr renews a lease after \
20 seconds, because a crashed node must not hold it for long. A lease is only granted if all \
replicas have answered.

## Replication

Zephyr keeps three copies of each chunk on different racks. Reading from the nearest copy is \
faster than reading from the leader. The leader commits a write only after all replicas have \
received it.
"""


@pytest.fixture
def workspace(paths: Paths, clock: Clock, tmp_path: Path) -> Iterator[Workspace]:
    """A learner who accepted and answered every key point of a file of their own."""
    workspace = Workspace(paths, clock=clock, rng=random.Random(1))
    (tmp_path / "zephyr.md").write_text(NOTES, encoding="utf-8")
    desk = workspace.material
    document = done(desk.add(tmp_path / "zephyr.md"))
    done(desk.propose(document, None, workspace.lexicon))
    for proposal in desk.store.proposals():
        desk.accept(proposal.id)
    points = own_points(workspace)
    session = workspace.start_quiz(key_points=[point.id for point in points], answer_format="short")
    while (question := session.advance()) is not None:
        assert question.worded_by is Wording.DOCUMENT
        session.rate_self("text", {question.key_points[0].id: Judgement.COVERED})
    clock.advance(days=3)
    yield workspace
    workspace.close()


def own_points(workspace: Workspace) -> list[KeyPoint]:
    """Return the key points of the learner's own files."""
    slug = workspace.transition.slug
    return [each for each in workspace.library.key_points(slug) if each.skill.startswith("own-")]


def give_tutor(workspace: Workspace, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an engine word questions."""
    tutor = Tutor(
        engine,
        prompts=PROMPTS,
        calibration=None,
        lexicon=Lexicon(),
        rng=workspace.rng,
        guides=workspace.library.guides.values(),
    )
    monkeypatch.setattr(Workspace, "tutor", tutor)


@pytest.fixture
def engine(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> ScriptedEngine:
    """An engine that turns nothing into a question, and cannot tell what is likely."""
    engine = ScriptedEngine()
    engine.can_score = False
    engine.texts.extend(["no question"] * 500)
    give_tutor(workspace, engine, monkeypatch)
    return engine


def test_questions_are_prepared_for_what_is_due_of_own_files(
    workspace: Workspace, engine: ScriptedEngine
) -> None:
    points = own_points(workspace)
    assert len(points) == 4
    accepted: dict[Format, set[str]] = {Format.SHORT: set(), Format.CHOICE: set()}
    for made in workspace.prepare_questions():
        workspace.keep_question(made)
        if isinstance(made, Accepted):
            accepted[made.candidate.format].add(made.candidate.key_point.id)
    # Names of the file's own are in no dictionary, and that is no fault of theirs.
    assert len(accepted[Format.SHORT]) >= 3
    assert len(accepted[Format.CHOICE]) >= 2
    assert workspace.questions_ready() >= 3


def test_a_word_of_own_files_is_known_as_soon_as_it_is_accepted(workspace: Workspace) -> None:
    assert workspace.lexicon.frequency["zephyr"] >= 2
    for proposal in workspace.material.store.proposals():
        workspace.material.reject(proposal.id)
    assert "zephyr" not in workspace.lexicon.frequency


@pytest.mark.parametrize("answer_format", ["short", "choice"])
def test_what_was_prepared_is_asked_and_marked(
    workspace: Workspace, engine: ScriptedEngine, answer_format: str
) -> None:
    for made in workspace.prepare_questions():
        workspace.keep_question(made)
    points = own_points(workspace)
    session = workspace.start_quiz(
        key_points=[point.id for point in points], answer_format=answer_format
    )
    asked = []
    while (question := session.advance()) is not None:
        asked.append(question)
        if question.options:
            assert question.options[question.right_option].text == question.key_points[0].claim
            session.choose(question.right_option)
        else:
            session.rate_self("text", {question.key_points[0].id: Judgement.COVERED})
    fresh = [each for each in asked if each.origin is Origin.MODEL]
    assert len(fresh) >= 2
    assert all(len(each.options) >= 3 for each in fresh if each.format is Format.CHOICE)


def test_a_question_on_what_was_edited_says_what_the_learner_says(
    workspace: Workspace, engine: ScriptedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    desk = workspace.material
    first = desk.store.proposals()[0]
    claim = "A Zephyr lease keeps other nodes from writing a chunk."
    desk.edit(first.id, replace(first.content, claim=claim))
    give_tutor(workspace, engine, monkeypatch)
    made = [each for each in workspace.prepare_questions() if isinstance(each, Accepted)]
    choices = [each.candidate for each in made if each.candidate.key_point.id == first.key_point]
    for candidate in choices:
        if candidate.options:
            assert claim in [option.text for option in candidate.options if option.right]


@pytest.mark.engine
def test_a_small_real_model_chooses_wordings_that_pass(
    workspace: Workspace, small_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = LocalEngine(small_model)
    give_tutor(workspace, engine, monkeypatch)
    try:
        made = []
        for outcome in workspace.prepare_questions():
            made.append(outcome)
            workspace.keep_question(outcome)
            if len(made) == 2:
                break
    finally:
        engine.close()
    own = {point.id for point in own_points(workspace)}
    assert {each.candidate.key_point.id for each in made} <= own
    for each in made:
        if isinstance(each, Accepted):
            assert each.candidate.text.strip()
            assert each.candidate.model
