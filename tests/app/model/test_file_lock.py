"""One at a time, across processes; and a process that dies holds nobody up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.model.file_lock import LockedError, exclusive

HOLDER = """
import sys
from pathlib import Path
from app.model.file_lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_another_process_is_kept_out_and_told_who_holds_it(tmp_path: Path) -> None:
    lock = tmp_path / "model.lock"
    with hold(lock) as process:
        with pytest.raises(LockedError) as caught, exclusive(lock):
            pass
        assert caught.value.pid == process.pid
        process.communicate()
    with exclusive(lock):
        assert lock.exists()
    assert not lock.exists()


def test_a_killed_process_leaves_nothing_locked(tmp_path: Path) -> None:
    lock = tmp_path / "model.lock"
    with hold(lock) as process:
        process.kill()
        process.communicate()
    assert lock.exists()
    with exclusive(lock):
        pass


def test_two_parts_of_one_process_are_kept_apart_too(tmp_path: Path) -> None:
    lock = tmp_path / "model.lock"
    with exclusive(lock):
        with pytest.raises(LockedError), exclusive(lock):
            pass
        assert lock.exists()


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), exclusive(tmp_path / "none" / "model.lock"):
        pass
