"""One learner's things, put together: choices are kept, and no model is no obstacle."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.paths import SEEDS, Paths
from app.study.records import Format, Judgement
from app.workspace import Workspace
from tests.conftest import Clock


@pytest.fixture
def workspace(paths: Paths, clock: Clock) -> Iterator[Workspace]:
    workspace = Workspace(paths, clock=clock, rng=random.Random(1))
    yield workspace
    workspace.close()


def test_a_new_learner_finds_the_first_transition_and_a_full_day(workspace: Workspace) -> None:
    assert workspace.transition.transforms_to == "Foundation Model Engineer"
    agenda = workspace.agenda()
    assert (agenda.due, agenda.new) == (0, workspace.settings.new_per_day)
    assert workspace.complaints == []


def test_everything_is_there_again_after_closing(
    workspace: Workspace, paths: Paths, clock: Clock
) -> None:
    session = workspace.start_quiz("learn-about-ai-agents", count=1)
    question = session.advance()
    assert question is not None
    point = question.key_points[0].id
    session.rate_self("kept", {point: Judgement.MISSED})
    workspace.change_settings(theme="dark")
    workspace.close()
    clock.advance(days=2)
    again = Workspace(paths, clock=clock)
    try:
        assert again.settings.theme == "dark"
        assert [entry.answer.text for entry in again.log.entries()] == ["kept"]
        assert again.agenda().due == 1
        first = again.start_quiz().advance()
        assert first is not None
        assert first.key_points[0].id == point
    finally:
        again.close()


def test_who_asks_for_more_than_today_holds_gets_more(workspace: Workspace) -> None:
    workspace.change_settings(new_per_day=0)
    assert workspace.agenda().total == 0
    assert workspace.start_quiz(count=3).total == 3


def test_a_session_is_as_long_and_of_the_format_asked_for(workspace: Workspace) -> None:
    session = workspace.start_quiz(count=4, answer_format="choice")
    assert session.total == 4
    assert [item.format for item in session.course.items] == [Format.CHOICE] * 4


def test_a_session_ends_by_the_minutes_that_were_asked_for_or_are_set(
    workspace: Workspace, clock: Clock
) -> None:
    session = workspace.start_quiz("evaluate-ai-systems", minutes=3, answer_format="choice")
    assert session.total > 10
    assert session.seconds_left == 180
    workspace.change_settings(session_unit="minutes", session_minutes=20)
    assert workspace.start_quiz().length.minutes == 20
    assert workspace.start_quiz(count=4).length.minutes == 0


def test_exactly_the_key_points_asked_for_are_asked_in_their_order(workspace: Workspace) -> None:
    chosen = ["paged-attention-blocks", "app-timeout-unknown"]
    session = workspace.start_quiz(key_points=chosen, count=1)
    assert [point.id for point in session.plan] == chosen
    assert workspace.start_quiz(key_points=chosen[:1]).total == 1


def test_a_key_point_that_no_guide_has_is_named(workspace: Workspace) -> None:
    with pytest.raises(LookupError, match="no-such-point"):
        workspace.start_quiz(key_points=["no-such-point"])


def test_all_content_and_own_documents_can_be_searched(
    workspace: Workspace, paths: Paths, clock: Clock
) -> None:
    (paths.documents / "notes.md").write_text("# Notes\n\nzymurgy\n")
    workspace.search_index.update(workspace.library, paths.documents)
    assert [hit.title for hit in workspace.search_index.search("zymurgy")] == ["Notes"]
    workspace.close()
    again = Workspace(paths, clock=clock)
    try:
        assert [hit.title for hit in again.search_index.search("zymurgy")] == ["Notes"]
    finally:
        again.close()


def test_the_environment_chooses_the_model_before_the_settings_do(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.change_settings(model="smollm2-135m")
    assert workspace.model_choice().path is None
    monkeypatch.delenv("SEGUE_MODEL")
    choice = workspace.model_choice()
    assert choice.entry is not None
    assert choice.entry.id == "smollm2-135m"
    assert not choice.usable
    assert "not on this machine yet" in choice.reason


def test_without_a_choice_the_default_of_the_catalogue_is_wanted(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SEGUE_MODEL")
    assert workspace.model_choice().entry == workspace.catalogue.default
    assert workspace.tutor is None


def test_a_file_that_is_gone_is_named(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", "/nowhere/a.gguf")
    assert "/nowhere/a.gguf" in workspace.model_choice().reason


@pytest.mark.engine
def test_a_model_that_is_there_makes_a_tutor_and_can_be_put_away(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, small_model: Path
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", str(small_model))
    workspace.choose_engine()
    assert workspace.engine is not None
    assert workspace.tutor is not None
    engine = workspace.engine
    workspace.choose_engine()
    assert workspace.engine is engine
    monkeypatch.setenv("SEGUE_MODEL", "none")
    workspace.choose_engine()
    assert workspace.engine is None
    assert workspace.tutor is None


def test_a_transition_of_ones_own_is_found_when_content_is_read_again(
    workspace: Workspace,
) -> None:
    text = (SEEDS / "machine-learning-engineer.md").read_text(encoding="utf-8")
    own = workspace.paths.transitions / "own.md"
    own.write_text(text.replace('slug: "machine-learning-engineer"', 'slug: "own"'))
    shutil.copy(own, workspace.paths.transitions / "twice.md")
    workspace.reload_library()
    assert list(workspace.library.transitions) == ["machine-learning-engineer", "own"]
    assert [problem.rule for problem in workspace.library.problems] == ["repeated-slug"]


def test_new_retention_wanted_moves_what_is_due(workspace: Workspace) -> None:
    point = workspace.library.key_points(workspace.transition.slug)[0]
    for _ in range(3):
        session = workspace.start_quiz(key_points=[point.id], answer_format="short")
        session.advance()
        session.rate_self("text", {point.id: Judgement.COVERED})
    before = workspace.log.card(session.transition, point.id)
    workspace.change_settings(desired_retention=0.7)
    after = workspace.log.card(session.transition, point.id)
    assert before is not None
    assert after is not None
    assert after.due > before.due
    assert after.stability == before.stability


def test_settings_that_cannot_be_used_are_told(make_paths: Callable[[str], Paths]) -> None:
    paths = make_paths("other")
    paths.data.mkdir(parents=True)
    paths.settings_file.write_text("{")
    workspace = Workspace(paths)
    try:
        assert len(workspace.complaints) == 1
    finally:
        workspace.close()
