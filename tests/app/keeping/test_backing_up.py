"""One file that has everything, and is whole or not there."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from app.keeping.archive import LISTING, unpack
from app.keeping.backing_up import Kept, back_up, backup_name
from app.keeping.errors import BackupError
from app.paths import Paths
from app.study.errors import Cause, StudyLogError
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.data_folders import done


def test_it_has_log_material_copies_and_own_content(kept: Kept, tmp_path: Path) -> None:
    names = set(kept.listing.parts)
    [copy] = [name for name in names if name.endswith(".md") and name.startswith("material/")]
    assert names == {"study.db", "material/material.db", copy, "documents/a.md"}
    assert (kept.answers, kept.documents, kept.copies) == (2, 1, 1)
    assert kept.size == kept.path.stat().st_size
    assert done(unpack(kept.path, tmp_path / "unpacked")) == kept.listing


def test_any_program_for_zip_files_can_look_into_it(kept: Kept) -> None:
    with zipfile.ZipFile(kept.path) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {*kept.listing.parts, LISTING}


def test_copies_of_files_may_stay_out(studied: Paths, clock: Clock, tmp_path: Path) -> None:
    kept = done(back_up(studied, tmp_path / "small.zip", clock=clock, with_files=False))
    assert (kept.documents, kept.copies) == (1, 0)
    assert "material/material.db" in kept.listing.parts


def test_nothing_that_can_be_made_again_is_in_it(
    studied: Paths, clock: Clock, tmp_path: Path
) -> None:
    for path in (studied.search_index, studied.library_cache, studied.passages):
        path.write_bytes(b"x")
    (studied.models / "m.gguf").write_bytes(b"GGUF")
    kept = done(back_up(studied, tmp_path / "b.zip", clock=clock))
    assert not [name for name in kept.listing.parts if "search" in name or "gguf" in name]


def test_in_a_folder_it_is_named_by_the_time(studied: Paths, clock: Clock, tmp_path: Path) -> None:
    kept = done(back_up(studied, tmp_path, clock=clock))
    assert kept.path == tmp_path / backup_name(clock())
    assert kept.path.name.startswith("segue-2026-11-23-")


def test_it_can_be_made_while_a_window_is_open(
    studied: Paths, clock: Clock, tmp_path: Path
) -> None:
    workspace = Workspace(studied, clock=clock)
    assert workspace.material.store.documents()
    kept = done(back_up(studied, tmp_path / "b.zip", clock=clock))
    assert kept.answers == 2
    workspace.close()


def test_what_is_there_is_never_written_over(studied: Paths, kept: Kept, clock: Clock) -> None:
    before = kept.path.read_bytes()
    with pytest.raises(BackupError, match="is there already"):
        done(back_up(studied, kept.path, clock=clock))
    assert kept.path.read_bytes() == before


def test_a_stopped_backup_leaves_nothing(studied: Paths, clock: Clock, tmp_path: Path) -> None:
    target = tmp_path / "out" / "b.zip"
    target.parent.mkdir()
    work = back_up(studied, target, clock=clock)
    next(work)
    next(work)
    work.close()
    assert list(target.parent.iterdir()) == []
    assert not [each for each in studied.data.iterdir() if each.name.startswith(".backup-")]


def test_of_a_damaged_log_no_backup_is_made(studied: Paths, clock: Clock, tmp_path: Path) -> None:
    studied.database.write_bytes(b"damaged" * 3000)
    with pytest.raises(StudyLogError) as caught:
        done(back_up(studied, tmp_path / "b.zip", clock=clock))
    assert caught.value.cause is Cause.NOT_A_LOG
    assert not (tmp_path / "b.zip").exists()


def test_who_never_answered_is_told(paths: Paths, clock: Clock, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="has no study log yet"):
        done(back_up(paths, tmp_path / "b.zip", clock=clock))


def test_a_folder_that_is_not_there_is_named(studied: Paths, clock: Clock, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="is no folder"):
        done(back_up(studied, tmp_path / "gone" / "b.zip", clock=clock))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", [b"caf\xe9.md", b"a:b.md"])
def test_a_name_that_other_systems_cannot_have_is_told(
    studied: Paths, clock: Clock, tmp_path: Path, name: bytes
) -> None:
    path = Path(os.fsdecode(os.fsencode(studied.documents) + b"/" + name))
    path.write_text("text")
    with pytest.raises(BackupError, match="rename it"):
        done(back_up(studied, tmp_path / "b.zip", clock=clock))
