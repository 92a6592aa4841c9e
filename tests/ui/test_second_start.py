"""Two starts over one data folder, as two real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.handover import Request, address, hand_over, is_listening
from app.paths import Paths
from ui.second_start import SecondStarts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at POSIX sockets")

# A window that says when it listens, what it is asked for, and how many pages it has by then.
_WINDOW = """\
import sys
from pathlib import Path
from app.paths import Paths
from ui import launch

def begin(window, workspace):
    def tell(request):
        print("asked", *request.files, flush=True)
        window.close()
    starts = window.everywhere.second_starts
    starts.asked.connect(tell)
    window.started.connect(lambda: print("listens", starts.is_listening, flush=True))

sys.exit(launch.open_window(Paths.find(), False, begin))
"""
_SECOND = """\
import sys
from pathlib import Path
from app.paths import Paths
from ui import launch

code = launch.open_window(Paths.find(), False, files=[Path(each) for each in sys.argv[1:]])
print("PySide6" in sys.modules, code)
"""


@pytest.fixture(autouse=True)
def _runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("r")))


@pytest.fixture
def environment(paths: Paths) -> dict[str, str]:
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SEGUE_DATA": str(paths.data),
        "SEGUE_MODELS": str(paths.models),
        "SEGUE_MODEL": "none",
    }


@pytest.fixture
def first(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A window in a process of its own, which can be found."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WINDOW],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "listens True\n"
    yield process
    process.kill()
    process.wait(20)
    process.stdout.close()


def start_again(environment: dict[str, str], *files: Path) -> subprocess.CompletedProcess[str]:
    """Start Segue once more, over the same folder."""
    return subprocess.run(
        [sys.executable, "-c", _SECOND, *map(str, files)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_second_hands_its_files_over_and_loads_no_window(
    first: subprocess.Popen[str], environment: dict[str, str], tmp_path: Path
) -> None:
    paper = tmp_path / "paper.xyz"
    paper.write_text("words")
    second = start_again(environment, paper)
    assert second.stdout == "False 0\n", second.stderr
    assert first.stdout is not None
    assert first.stdout.readline() == f"asked {paper}\n"
    assert first.wait(20) == 0


def test_a_window_that_closed_is_found_no_more(
    first: subprocess.Popen[str], environment: dict[str, str], paths: Paths
) -> None:
    start_again(environment)
    assert first.wait(20) == 0
    assert not is_listening(paths)
    assert not hand_over(paths)
    assert not Path(address(paths)).exists()


def test_a_window_that_was_killed_keeps_nobody_out(
    first: subprocess.Popen[str], paths: Paths, qtbot: QtBot
) -> None:
    first.send_signal(signal.SIGKILL)
    first.wait(20)
    assert Path(address(paths)).exists()
    assert not hand_over(paths)
    # The next window is found in its place.
    starts = SecondStarts(paths)
    starts.listen()
    assert starts.is_listening
    starts.stop()


def test_a_window_that_hangs_keeps_nobody_out(first: subprocess.Popen[str], paths: Paths) -> None:
    first.send_signal(signal.SIGSTOP)
    assert not hand_over(paths, patience=0.3)
    first.send_signal(signal.SIGCONT)


class TestListening:
    """In one process: who listens, and what is heard."""

    @pytest.fixture
    def starts(self, paths: Paths, qtbot: QtBot) -> Iterator[SecondStarts]:
        made = SecondStarts(paths)
        made.listen()
        yield made
        made.stop()

    def ask(self, paths: Paths, said: bytes) -> subprocess.Popen[bytes]:
        code = (
            "import socket, sys\n"
            "line = socket.socket(socket.AF_UNIX); line.settimeout(10)\n"
            f"line.connect({address(paths)!r}); line.sendall({said!r})\n"
            "sys.stdout.buffer.write(line.recv(100))\n"
        )
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)

    def test_a_request_is_heard_and_answered(
        self, starts: SecondStarts, paths: Paths, qtbot: QtBot
    ) -> None:
        request = Request((Path("/a/b.md"),), fetch=True)
        with qtbot.waitSignal(starts.asked, timeout=20_000) as heard:
            process = self.ask(paths, request.as_bytes())
        assert heard.args == [request]
        assert process.communicate(timeout=20)[0] == b"taken\n"

    @pytest.mark.parametrize("said", [b"hello\n", b"{}\n", json.dumps([1]).encode() + b"\n"])
    def test_nonsense_is_not_answered_and_does_no_harm(
        self, starts: SecondStarts, paths: Paths, qtbot: QtBot, said: bytes
    ) -> None:
        heard: list[object] = []
        starts.asked.connect(heard.append)
        process = self.ask(paths, said)
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
        assert process.communicate()[0] == b""
        assert heard == []
        assert starts.is_listening

    def test_a_second_window_all_the_same_leaves_the_first_alone(
        self, starts: SecondStarts, paths: Paths
    ) -> None:
        other = SecondStarts(paths)
        other.listen()
        assert starts.is_listening
        assert not other.is_listening
        other.stop()
        assert is_listening(paths)

    def test_nobody_else_may_talk_to_it(self, starts: SecondStarts, paths: Paths) -> None:
        assert Path(address(paths)).stat().st_mode & 0o077 == 0
