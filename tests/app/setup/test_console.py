"""What the set-up says while it works, on a terminal and into a file."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from app.setup.console import Console, duration, run_logged, tail


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.04, "0.0 s"), (3.26, "3.3 s"), (42.4, "42 s"), (60.0, "1 min"), (390.0, "6 min 30 s")],
)
def test_times_read_as_a_person_says_them(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_step_tells_how_long_it_took() -> None:
    out, clock = io.StringIO(), Clock()
    with Console(out, clock).step("Building"):
        clock.now = 75.0
    assert out.getvalue() == "Building ...\n  done in 1 min 15 s\n"


def test_a_step_that_fails_is_not_called_done() -> None:
    out = io.StringIO()
    with pytest.raises(RuntimeError), Console(out).step("Building"):
        raise RuntimeError
    assert "done" not in out.getvalue()


def test_on_a_terminal_progress_replaces_itself() -> None:
    out = Terminal()
    console = Console(out)
    console.show("  10 of 193 files")
    console.show("  11 files")
    console.say("done")
    assert out.getvalue().count("\n") == 1
    assert "\r  11 files       \r" in out.getvalue()
    assert out.getvalue().endswith("\rdone\n")


def test_elsewhere_progress_is_a_line_every_now_and_then() -> None:
    out, clock = io.StringIO(), Clock()
    console = Console(out, clock)
    for second in range(60):
        clock.now = float(second)
        console.show(f"second {second}")
    assert out.getvalue() == "second 0\nsecond 15\nsecond 30\nsecond 45\n"


def test_a_command_is_logged_whole_and_followed_line_by_line(tmp_path: Path) -> None:
    log = tmp_path / "log"
    lines: list[str] = []
    code = "import sys; print('one'); print('two', file=sys.stderr, flush=True); sys.exit(3)"
    result = run_logged([sys.executable, "-u", "-c", code], log, on_line=lines.append)
    assert result == 3
    assert lines == ["one", "two"]
    assert log.read_text() == "one\ntwo\n"


def test_stopping_ends_the_command_too(tmp_path: Path) -> None:
    def stop(_: str) -> None:
        raise KeyboardInterrupt

    code = "import time; print('begun', flush=True); time.sleep(60)"
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run_logged([sys.executable, "-c", code], tmp_path / "log", on_line=stop)
    assert time.monotonic() - began < 10


def test_the_end_of_a_log_is_shown_indented(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("\n".join(f"line {number}" for number in range(50)))
    assert tail(log, 2) == "    line 48\n    line 49"
    assert tail(tmp_path / "none") == ""
