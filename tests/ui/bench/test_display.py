"""A display is found or made, and programs on it end with all that they have started."""

from __future__ import annotations

import os
import sys
import time

import psutil
import pytest

from app.bench.anki import NotMeasuredError
from ui.bench.display import display, running
from ui.bench.x11 import Screen

posix = pytest.mark.skipif(os.name == "nt", reason="runs programs as on Unix")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for an X server")


@linux
def test_the_display_that_is_there_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.setenv("PATH", "")
    with display() as name:
        assert name == ":77"


@linux
def test_without_a_server_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotMeasuredError, match="no display here, and no Xvfb"), display():
        pass


@linux
def test_a_display_that_was_made_ends_with_the_block(
    shown_on: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    before = set(psutil.Process().children())
    with display() as name:
        [server] = set(psutil.Process().children()) - before
        assert name.startswith(":")
        assert name != shown_on or "DISPLAY" in os.environ
    assert not server.is_running()


@linux
def test_a_display_stays_when_the_last_program_on_it_ends(shown_on: str) -> None:
    for _ in range(20):
        with Screen(shown_on):
            pass


@posix
def test_a_program_ends_with_its_children() -> None:
    command = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(100)'])\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(100)\n"
    )
    with running((sys.executable, "-c", command), ":9", {}) as program:
        child = int(program.output.readline())
        assert psutil.pid_exists(program.pid)
    assert not psutil.pid_exists(program.pid)
    until = time.monotonic() + 10
    # Nobody of ours waits for a grandchild; the system does, a moment later.
    while psutil.pid_exists(child) and time.monotonic() < until:
        if psutil.Process(child).status() == psutil.STATUS_ZOMBIE:
            break
        time.sleep(0.01)
    else:
        assert not psutil.pid_exists(child)


@posix
def test_a_program_is_told_where_to_open_its_window() -> None:
    command = (
        "import os; print(os.environ['DISPLAY'], os.environ['QT_QPA_PLATFORM'], os.environ['X'])"
    )
    environment = {"X": "1", "DISPLAY": ":1"}
    with running((sys.executable, "-c", command), ":9", environment) as program:
        assert program.output.readline() == ":9 xcb 1\n"


@posix
def test_a_program_may_keep_what_was_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    command = "import sys; print(sys.dont_write_bytecode)"
    with running((sys.executable, "-c", command), ":9", {}) as program:
        assert program.output.readline() == "False\n"


@posix
@pytest.mark.parametrize(
    ("command", "words"),
    [("import nothing", "No module named 'nothing'"), ("pass", "it said nothing")],
)
def test_the_last_words_tell_why_a_program_ended(command: str, words: str) -> None:
    with running((sys.executable, "-c", command), ":9", {}) as program:
        assert program.output.read() == ""
        assert words in program.last_words()
