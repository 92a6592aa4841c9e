"""What is left out at the start is not missed afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ui.sparing import spare


def run(program: str) -> str:
    """Return what a Python prints that has imported nothing of Segue before."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_study_log_comes_without_numpy_which_can_be_had_later() -> None:
    assert (
        run(
            "import sys\n"
            "from ui.sparing import spare\n"
            "spare()\n"
            "assert 'sqlite_utils' in sys.modules\n"
            "assert 'numpy' not in sys.modules\n"
            "import numpy, sqlite_utils\n"
            "db = sqlite_utils.Database(memory=True)\n"
            "db['figures'].insert({'n': 3, 'x': float(numpy.float64(0.5))})\n"
            "print(list(db['figures'].rows))\n"
        )
        == "[{'n': 3, 'x': 0.5}]"
    )


def test_numpy_that_is_there_already_stays() -> None:
    program = (
        "import sys, numpy\n"
        "from ui.sparing import spare\n"
        "spare()\n"
        "print(sys.modules['numpy'] is numpy)\n"
    )
    assert run(program) == "True"


def test_qt_does_not_read_the_source_of_what_is_imported_after_it() -> None:
    program = (
        "{first}\n"
        "import linecache\n"
        "from PySide6.QtCore import QObject, Signal\n"
        "import app.settings, app.study.records\n"
        "class Bell(QObject):\n"
        "    rung = Signal(int)\n"
        "heard = []\n"
        "bell = Bell()\n"
        "bell.rung.connect(heard.append)\n"
        "bell.rung.emit(3)\n"
        "print(heard, sum('/app/' in name for name in linecache.cache))\n"
    )
    spared = run(program.format(first="import ui.sparing; ui.sparing.spare()"))
    assert spared == "[3] 0"
    assert run(program.format(first="import ui.sparing")) != spared  # else it is not needed


@pytest.mark.skipif(sys.platform != "linux", reason="glibc has the options")
def test_what_a_verdict_has_freed_is_given_back() -> None:
    """As a verdict does it: pieces of a megabyte, and small ones among them that stay."""
    program = (
        "from pathlib import Path\n"
        "def resident():\n"
        "    return int(Path('/proc/self/statm').read_text().split()[1]) * 4096 / 1e6\n"
        "{first}\n"
        "bytearray(2_000_000)\n"
        "before = resident()\n"
        "pieces, kept = [], []\n"
        "for _ in range(50):\n"
        "    pieces.append(bytearray(1_000_000))\n"
        "    kept.append(bytearray(1000))\n"
        "pieces.clear()\n"
        "print(resident() - before)\n"
    )
    spared = float(run(program.format(first="import ui.sparing; ui.sparing._give_memory_back()")))
    usual = float(run(program.format(first="import ui.sparing")))
    assert spared < 2
    assert spared < usual / 4  # else the system has learnt it by itself


def test_a_second_time_changes_nothing() -> None:
    modules = set(sys.modules)
    spare()
    assert set(sys.modules) >= modules
    assert sys.modules["sqlite_utils"] is not None
