"""Two laptops: whatever each has, both have after a merge, in either order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.keeping.backing_up import Kept, back_up
from app.keeping.errors import BackupError
from app.keeping.merging import bring_in
from app.material.records import State
from app.paths import Paths
from app.study.errors import StudyLogError
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.data_folders import answer, bring_material, done

MakePaths = Callable[[str], Paths]


@pytest.fixture
def work(make_paths: MakePaths, clock: Clock) -> Paths:
    """Another laptop of the same learner's."""
    paths = make_paths("work")
    clock.advance(hours=2)
    answer(paths, clock, count=3)
    return paths


def _seen(paths: Paths, clock: Clock) -> tuple[object, ...]:
    workspace = Workspace(paths, clock=clock)
    seen = (
        [each.id for each in workspace.log.entries(limit=99)],
        workspace.log.cards(workspace.transition.slug),
        workspace.material.store.proposals(),
        workspace.material.store.reading_list(),
        sorted(each.name for each in paths.material.iterdir() if each.suffix == ".md"),
        sorted(each.name for each in paths.documents.iterdir()),
    )
    workspace.close()
    return seen


def test_everything_of_a_backup_comes_along(
    studied: Paths, work: Paths, kept: Kept, clock: Clock
) -> None:
    merged = done(bring_in(work, kept.path, clock=clock))
    assert (merged.answers, merged.documents, merged.to_read, merged.copies) == (2, 1, 1, 1)
    assert merged.decisions == 1
    assert merged.files == 1
    workspace = Workspace(work, clock=clock)
    assert len(workspace.log.entries(limit=99)) == 5
    [accepted] = workspace.material.store.proposals(State.ACCEPTED)
    point = workspace.library.key_point(workspace.transition.slug, accepted.key_point)
    assert point is not None
    workspace.close()


def test_from_both_sides_it_comes_to_the_same(
    studied: Paths, work: Paths, clock: Clock, tmp_path: Path
) -> None:
    bring_material(work, clock, tmp_path)
    there = done(back_up(work, tmp_path / "work.zip", clock=clock))
    here = done(back_up(studied, tmp_path / "home.zip", clock=clock))
    done(bring_in(studied, there.path, clock=clock))
    done(bring_in(work, here.path, clock=clock))
    assert _seen(studied, clock) == _seen(work, clock)


def test_a_second_time_there_is_nothing_new(work: Paths, kept: Kept, clock: Clock) -> None:
    assert not done(bring_in(work, kept.path, clock=clock)).is_nothing
    assert done(bring_in(work, kept.path, clock=clock)).is_nothing


def test_an_answer_taken_back_there_is_no_new_answer_here(
    studied: Paths, work: Paths, kept: Kept, clock: Clock
) -> None:
    done(bring_in(work, kept.path, clock=clock))
    workspace = Workspace(studied, clock=clock)
    assert workspace.log.undo()
    workspace.close()
    merged = done(bring_in(work, studied.data, clock=clock))
    assert (merged.rows, merged.answers) == (1, 0)


def test_another_data_folder_will_do(studied: Paths, work: Paths, clock: Clock) -> None:
    before = {each: each.read_bytes() for each in studied.data.rglob("*.md")}
    done(bring_in(work, studied.data, clock=clock))
    assert _seen(work, clock)[2:] == _seen(studied, clock)[2:]
    assert {each: each.read_bytes() for each in studied.data.rglob("*.md")} == before


def test_a_study_log_alone_will_do(studied: Paths, work: Paths, clock: Clock) -> None:
    merged = done(bring_in(work, studied.database, clock=clock))
    assert (merged.answers, merged.documents) == (2, 0)


def test_a_window_may_be_open_and_sees_it(work: Paths, kept: Kept, clock: Clock) -> None:
    workspace = Workspace(work, clock=clock)
    done(bring_in(work, kept.path, clock=clock))
    assert len(workspace.log.entries(limit=99)) == 5
    workspace.material.follow()
    assert any(skill.slug.startswith("own-") for skill in workspace.transition.skills)
    workspace.close()


def test_a_file_that_differs_is_told_and_ours_stays(
    studied: Paths, work: Paths, kept: Kept, clock: Clock
) -> None:
    ours = work.documents / "a.md"
    ours.write_text("Mine.", encoding="utf-8")
    merged = done(bring_in(work, kept.path, clock=clock))
    assert merged.differing == ("documents/a.md",)
    assert ours.read_text(encoding="utf-8") == "Mine."


def test_what_is_none_of_ours_is_refused(work: Paths, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BackupError, match="is no backup, no data folder and no study log"):
        done(bring_in(work, tmp_path / "empty", clock=clock))
    (tmp_path / "x.zip").write_bytes(b"x")
    with pytest.raises(BackupError, match="is not a backup of Segue"):
        done(bring_in(work, tmp_path / "x.zip", clock=clock))
    (tmp_path / "x.db").write_bytes(b"x" * 2000)
    with pytest.raises(StudyLogError):
        done(bring_in(work, tmp_path / "x.db", clock=clock))
