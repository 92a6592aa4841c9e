"""Putting back: all of it, checked first, and what was there is put aside."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.keeping.archive import LISTING
from app.keeping.backing_up import Kept
from app.keeping.errors import BackupError
from app.keeping.restoring import restore
from app.paths import Paths
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.data_folders import answer, done, lose

MakePaths = Callable[[str], Paths]


def _seen(paths: Paths, clock: Clock) -> tuple[object, ...]:
    """Return what a learner would see of a data folder."""
    workspace = Workspace(paths, clock=clock)
    seen = (
        [(each.id, each.answer, each.ratings) for each in workspace.log.entries(limit=99)],
        workspace.log.cards(workspace.transition.slug),
        workspace.material.store.proposals(),
        workspace.material.store.reading_list(),
        workspace.settings,
        [skill.lead for skill in workspace.transition.skills],
        sorted(each.name for each in paths.documents.iterdir()),
    )
    workspace.close()
    return seen


def test_after_losing_everything_it_is_as_it_was(studied: Paths, kept: Kept, clock: Clock) -> None:
    before = _seen(studied, clock)
    lose(studied)
    restored = done(restore(studied, kept.path, clock=clock))
    assert _seen(studied, clock) == before
    assert (restored.answers, restored.documents, restored.copies) == (2, 1, 1)
    assert restored.aside is None


def test_on_a_new_laptop_it_is_as_on_the_old(
    studied: Paths, kept: Kept, make_paths: MakePaths, clock: Clock
) -> None:
    new = make_paths("new")
    done(restore(new, kept.path, clock=clock))
    assert _seen(new, clock) == _seen(studied, clock)


def test_what_was_there_is_put_aside_whole(studied: Paths, kept: Kept, clock: Clock) -> None:
    answer(studied, clock, count=3)
    now = _seen(studied, clock)
    restored = done(restore(studied, kept.path, clock=clock))
    assert restored.aside is not None
    assert restored.aside.parent == studied.data
    assert _seen(Paths(restored.aside, studied.models), clock) == now


def test_a_damaged_log_is_replaced_and_kept(studied: Paths, kept: Kept, clock: Clock) -> None:
    studied.database.write_bytes(b"damaged" * 3000)
    restored = done(restore(studied, kept.path, clock=clock))
    assert restored.answers == 2
    assert restored.aside is not None
    assert (restored.aside / "study.db").read_bytes().startswith(b"damaged")


def test_while_a_window_is_open_nothing_is_replaced(
    studied: Paths, kept: Kept, clock: Clock
) -> None:
    workspace = Workspace(studied, clock=clock)
    with pytest.raises(BackupError, match="close all windows of Segue"):
        done(restore(studied, kept.path, clock=clock))
    workspace.close()
    done(restore(studied, kept.path, clock=clock))


def _repacked(source: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def _without(source: Path, target: Path, left_out: str) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name != left_out:
                new.writestr(name, old.read(name))
    return target


def test_other_bytes_of_a_part_are_found_before_anything_is_changed(
    studied: Paths, kept: Kept, clock: Clock, tmp_path: Path
) -> None:
    before = _seen(studied, clock)
    bad = _repacked(
        kept.path,
        tmp_path / "bad.zip",
        lambda name, data: data[:-1] + b"!" if name == "study.db" else data,
    )
    with pytest.raises(BackupError, match=r"study\.db has other bytes"):
        done(restore(studied, bad, clock=clock))
    assert _seen(studied, clock) == before


@pytest.mark.parametrize("name", ["study.db", LISTING])
@pytest.mark.parametrize(
    "changes",
    [{6: 90}, {8: 1 << 0}, {8: 1 << 5}, {8: 1 << 6}, {10: 99}, {9: 1 << 3, 46: 0xFF}],
    ids=["a later version", "encrypted", "patched", "sealed", "packed otherwise", "not UTF-8"],
)
def test_a_header_that_zipfile_does_not_know_is_refused(
    studied: Paths,
    kept: Kept,
    clock: Clock,
    tmp_path: Path,
    name: str,
    changes: dict[int, int],
) -> None:
    before = _seen(studied, clock)
    data = bytearray(kept.path.read_bytes())
    # In the list at the end of the archive a part's name stands behind 46 bytes about it.
    header = data.rindex(name.encode()) - 46
    for place, byte in changes.items():
        data[header + place] = byte
    bad = tmp_path / "bad.zip"
    bad.write_bytes(data)
    with pytest.raises(BackupError, match=r"is not a backup of Segue|is not in it"):
        done(restore(studied, bad, clock=clock))
    assert _seen(studied, clock) == before


@pytest.mark.parametrize("cut", [0.2, 0.6, 0.95])
def test_half_a_file_is_refused(
    studied: Paths, kept: Kept, clock: Clock, tmp_path: Path, cut: float
) -> None:
    data = kept.path.read_bytes()
    half = tmp_path / "half.zip"
    half.write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(BackupError, match="is not a backup of Segue, or is damaged"):
        done(restore(studied, half, clock=clock))


@pytest.mark.parametrize(
    "name", ["../escaped", "material/../../escaped", "/etc/x", "C:x", "other/x", "search.db"]
)
def test_what_has_no_place_in_a_data_folder_is_not_unpacked(
    studied: Paths, kept: Kept, clock: Clock, tmp_path: Path, name: str
) -> None:
    def change(part: str, data: bytes) -> bytes:
        if part != LISTING:
            return data
        values = json.loads(data)
        values["parts"][name] = {"size": 1, "sha256": "0"}
        return json.dumps(values).encode()

    bad = _repacked(kept.path, tmp_path / "bad.zip", change)
    with zipfile.ZipFile(bad, "a") as archive:
        archive.writestr(name, "x")
    with pytest.raises(BackupError, match="has no place in a data folder"):
        done(restore(studied, bad, clock=clock))
    assert not list(tmp_path.rglob("escaped"))


def test_more_than_is_listed_is_left_in_the_archive(
    make_paths: MakePaths, kept: Kept, clock: Clock, tmp_path: Path
) -> None:
    shutil.copy(kept.path, tmp_path / "more.zip")
    with zipfile.ZipFile(tmp_path / "more.zip", "a") as archive:
        archive.writestr("documents/unlisted.md", "x")
    new = make_paths("new")
    done(restore(new, tmp_path / "more.zip", clock=clock))
    assert sorted(each.name for each in new.documents.iterdir()) == ["a.md"]


def test_a_part_that_is_missing_is_named(
    studied: Paths, kept: Kept, clock: Clock, tmp_path: Path
) -> None:
    bad = _without(kept.path, tmp_path / "bad.zip", "documents/a.md")
    with pytest.raises(BackupError, match=r"documents/a\.md is not in it"):
        done(restore(studied, bad, clock=clock))


@pytest.mark.parametrize(
    ("listing", "reason"),
    [
        (None, "is not a backup of Segue"),
        (b"{", "its list cannot be read"),
        (b"[]", "its list cannot be read"),
        (b'{"format": 99}', "was written by a newer Segue"),
    ],
)
def test_a_strange_archive_is_refused(
    studied: Paths, clock: Clock, tmp_path: Path, listing: bytes | None, reason: str
) -> None:
    strange = tmp_path / "strange.zip"
    with zipfile.ZipFile(strange, "w") as archive:
        archive.writestr(LISTING if listing is not None else "x", listing or b"x")
    with pytest.raises(BackupError, match=reason):
        done(restore(studied, strange, clock=clock))


def test_a_backup_whose_log_is_no_log_is_refused(
    studied: Paths, kept: Kept, clock: Clock, tmp_path: Path
) -> None:
    import hashlib

    fake = b"not a log" * 1000

    def change(part: str, data: bytes) -> bytes:
        if part == "study.db":
            return fake
        if part != LISTING:
            return data
        values = json.loads(data)
        sha256 = hashlib.sha256(fake).hexdigest()
        values["parts"]["study.db"] = {"size": len(fake), "sha256": sha256}
        return json.dumps(values).encode()

    before = _seen(studied, clock)
    bad = _repacked(kept.path, tmp_path / "bad.zip", change)
    with pytest.raises(BackupError, match="cannot be used: This file is not a study log"):
        done(restore(studied, bad, clock=clock))
    assert _seen(studied, clock) == before


def test_a_stopped_restore_changes_nothing(studied: Paths, kept: Kept, clock: Clock) -> None:
    before = _seen(studied, clock)
    work = restore(studied, kept.path, clock=clock)
    next(work)
    next(work)
    work.close()
    assert _seen(studied, clock) == before
    assert not [each for each in studied.data.iterdir() if each.name.startswith(".restoring-")]
