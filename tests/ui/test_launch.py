"""What is loaded until the window is there, and what is there soon after it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import Paths

# Each takes longer to import than the window's own code, or brings something that does.
LATE = (
    "numpy",
    "httpx",
    "markdown",
    "nh3",
    "pygments",
    "pyqtgraph",
    "sklearn",
    "ziamath",
    "keyring",
    "llama_cpp",
    "app.appraisal",
    "app.bench.registry",
    "app.commands",
    "app.content.guide",
    "app.evaluation",
    "app.quiz.grading.grader",
    "app.quiz.tutor",
    "app.faults",
    "app.brought",
    "PySide6.QtNetwork",
    "ui.dropping",
    "ui.palette",
    "ui.sheet",
    "ui.widgets.toast",
    "ui.pages.models",
    "ui.pages.progress",
    "ui.pages.read",
    "ui.pages.settings",
)

_PROGRAM = """\
import json, sys
from pathlib import Path
from app.paths import Paths
from ui import launch

late = json.loads(sys.argv[1])

def tell(when):
    print(json.dumps([when, [name for name in late if name in sys.modules]]), flush=True)

def begin(window, workspace):
    tell("opened")
    def end():
        tell("started")
        workspace.tutor
        window.close()
    window.started.connect(end)

sys.exit(launch.open_window(Paths.find(), False, begin))
"""


def opened(paths: Paths, model: str) -> dict[str, list[str]]:
    """Open the window in a process of its own until its start is over; return what was loaded."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SEGUE_DATA": str(paths.data),
        "SEGUE_MODELS": str(paths.models),
        "SEGUE_MODEL": model,
    }
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, json.dumps(LATE)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(line) for line in done.stdout.splitlines())


@pytest.fixture(params=["none", "a model"])
def model(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "none":
        return "none"
    # It need not be a sound one: nothing looks into it before a quiz begins.
    file = tmp_path / "own.gguf"
    file.write_bytes(b"GGUF")
    return str(file)


def test_until_the_window_is_there_only_what_it_shows_is_loaded(paths: Paths, model: str) -> None:
    opened(paths, model)  # the first start reads all content, which needs its parsers
    told = opened(paths, model)
    assert told["opened"] == []


def test_soon_after_it_there_is_all_that_a_first_session_needs(paths: Paths, model: str) -> None:
    told = opened(paths, model)
    needed = {"app.quiz.tutor", "numpy"} if model != "none" else set()
    assert needed <= set(told["started"])
    assert not [name for name in told["started"] if name.startswith("ui.pages.")]


def test_the_command_knows_the_benchmarks_of_the_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from ui.launch import main; main()", "bench", "no-such"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip().endswith("log, search, server, start, memory, loop, next")
