"""What is done in the background has a low priority, and nothing else has."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.model.priority import NICE, Priority

LINUX = pytest.mark.skipif(platform.system() != "Linux", reason="threads have priorities there")


def nice_of_thread() -> int:
    """Return by how much the calling thread is nicer than usual programs."""
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def test_a_call_gives_what_it_returns() -> None:
    priority = Priority()
    assert priority.run(lambda: 3) == 3
    assert priority.run_low(lambda: 4) == 4
    priority.hurry()


def test_what_a_call_raises_reaches_who_asked() -> None:
    def fail() -> None:
        raise KeyError("in the background")

    priority = Priority()
    for run in (priority.run, priority.run_low):
        with pytest.raises(KeyError, match="in the background"):
            run(fail)


@LINUX
def test_only_calls_of_the_background_are_nicer() -> None:
    priority = Priority()
    usual = nice_of_thread()
    seen = [
        run(nice_of_thread)
        for run in (priority.run, priority.run_low, priority.run, priority.run_low)
    ]
    assert seen == [usual, min(usual + NICE, 19)] * 2
    assert nice_of_thread() == usual


@LINUX
def test_threads_that_a_call_of_the_background_starts_are_as_nice() -> None:
    def from_another_thread(seen: list[int]) -> int:
        thread = threading.Thread(target=lambda: seen.append(nice_of_thread()))
        thread.start()
        thread.join()
        return seen[0]

    low = Priority().run_low(lambda: from_another_thread([]))
    assert low == min(nice_of_thread() + NICE, 19)


def in_session_of_its_own(body: str) -> list[str]:
    """Run lines in a process like the engine's; ``priority`` and ``nice()`` are known to them."""
    code = f"""
import re
from pathlib import Path
from app.model.priority import Priority

def nice():
    print(re.search("nice (-?[0-9]+)", Path("/proc/self/autogroup").read_text())[1])

priority = Priority()
{body}
"""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        start_new_session=True,
    )
    return ran.stdout.split()


@LINUX
@pytest.mark.skipif(
    not Path("/proc/self/autogroup").exists(),
    reason="this kernel does not share the processor among sessions",
)
class TestSession:
    """Where sessions share the processor, that of the engine is lowered, and raised again."""

    def test_it_is_lowered_for_the_background_and_raised_for_others(self) -> None:
        body = "nice(); priority.run_low(nice); priority.run(nice)"
        assert in_session_of_its_own(body) == ["0", str(NICE), "0"]

    def test_whoever_cancels_need_not_wait_at_a_low_priority(self) -> None:
        body = "priority.run_low(lambda: (nice(), priority.hurry(), nice()))"
        assert in_session_of_its_own(body) == [str(NICE), "0"]

    def test_a_session_that_belongs_to_others_too_is_left_alone(self) -> None:
        body = """
import subprocess, sys
subprocess.run([sys.executable, "-c", '''
from app.model.priority import Priority
import re
from pathlib import Path
def nice():
    print(re.search("nice (-?[0-9]+)", Path("/proc/self/autogroup").read_text())[1])
Priority().run_low(nice)
'''], check=True)
"""
        assert in_session_of_its_own(body) == ["0"]
