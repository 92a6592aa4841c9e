"""Whatever a model does to its process, the window goes on and what was typed stays."""

from __future__ import annotations

import importlib
import os
import pkgutil
import shutil
import signal
import struct
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

import app.quiz
import ui.pages
import ui.widgets
from app.model.client import LocalEngine
from app.model.errors import Cause
from app.model.protocol import EngineState
from app.paths import Paths
from app.quiz.grading.certificate import Certified
from app.workspace import Workspace
from tests.helpers.calibrations import CERTIFICATE, word_counting
from tests.helpers.gguf_mutation import KINDS, Anatomy, Patient, anatomy_of
from tests.helpers.quiz_user import QuizUser
from tests.helpers.stalls import StallMeter
from ui.task import end_all_tasks
from ui.theme import Theme
from ui.window import MainWindow

pytestmark = pytest.mark.engine

POSIX = pytest.mark.skipif(os.name == "nt", reason="sends signals")
PATIENCE = 120_000  # milliseconds, on a busy machine
STALL = 0.1
FIRST = "Fewer bits mean fewer bytes to read "
SECOND = "for each token that is written."

Damage = Callable[[Path, Anatomy], None]
Open = Callable[[Path], "Study"]


class Study:
    """A question in the real window, with a model that may be anything."""

    def __init__(self, workspace: Workspace, theme: Theme, qtbot: QtBot, model: Path) -> None:
        self.workspace = workspace
        self.qtbot = qtbot
        self.kept = workspace.paths.data / "quarantine.json"
        self.engine = LocalEngine(model, quarantine_file=self.kept, patience=10.0, threads=1)
        self.window = MainWindow(workspace, theme, idle_after=0)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.open_page("quiz")
        self.user = QuizUser(self.window.quiz, workspace, qtbot)
        # Once without a model: what is made and imported for the first question is not its fault.
        self.user.begin("short", 1)
        qtbot.wait(50)
        self.window.quiz.leave()
        workspace.engine = self.engine
        workspace.certified = Certified(word_counting(), CERTIFICATE)

    def answer(self) -> float:
        """Be asked, type while the model is loaded for it, submit; return the longest stall."""
        meter = StallMeter(self.window)
        self.user.begin("short", 1)
        self.user.type(FIRST)
        self.qtbot.waitUntil(self._is_noticed, timeout=PATIENCE)
        self.user.type(SECOND)
        self.user.submit()
        quiz = self.window.quiz
        self.qtbot.waitUntil(
            lambda: quiz.trouble.isVisible() or quiz.foot.isVisible(), timeout=PATIENCE
        )
        return meter.stop()

    def close(self) -> None:
        self.window.close()
        end_all_tasks()
        self.window.deleteLater()

    def _is_noticed(self) -> bool:
        """Whether the engine was made to begin."""
        return self.engine.state is not EngineState.STOPPED


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    """Keep the study log in memory where that is possible: the disk is not what is measured."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Paths(data=Path(folder) / "data", models=tmp_path / "models")


@pytest.fixture
def model(small_model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(small_model, tmp_path / "model.gguf"))


@pytest.fixture(scope="module")
def anatomy(small_model: Path) -> Anatomy:
    return anatomy_of(small_model)


@pytest.fixture(scope="module", autouse=True)
def _everything_compiled() -> None:
    """Import what a quiz needs; compiling it is done once, and no stall of Segue's."""
    for package in (app.quiz, ui.pages, ui.widgets):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


@pytest.fixture
def open_study(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[Open]:
    """Open the window with a model, which is best damaged before."""
    opened: list[Study] = []

    def open_it(model: Path) -> Study:
        opened.append(Study(workspace, theme, qtbot, model))
        return opened[-1]

    yield open_it
    for study in opened:
        study.close()


def check(study: Study, stall: float, cause: Cause, reason: str) -> None:
    """The learner reads what is the matter; the answer is in the log and still on the screen."""
    failure = study.engine.failure
    assert failure is not None
    assert failure.cause is cause
    quiz = study.window.quiz
    assert quiz.trouble.isVisible()
    assert failure.title in quiz.trouble.text()
    assert failure.action in quiz.trouble.text()
    assert quiz.asking.edit.toPlainText() == FIRST + SECOND
    assert [entry.answer.text for entry in study.workspace.log.entries()] == [FIRST + SECOND]
    study.window.open_page("models")
    shown = study.window.models.engine_detail.text()
    assert "model.gguf" in shown
    assert reason in shown
    assert shown.endswith(failure.action)
    assert stall < STALL


def write(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def cut_it(path: Path, _: Anatomy) -> None:
    os.truncate(path, 50_000_000)


def lose_a_tensor(path: Path, anatomy: Anatomy) -> None:
    write(path, next(each.start for each in anatomy.names if each.size == 18), b"c")


def lose_numbers(path: Path, anatomy: Anatomy) -> None:
    write(path, anatomy.data + 1_000_000, b"\xff\x7f" * 2048)


def make_it_abort(path: Path, anatomy: Anatomy) -> None:
    place = next(each for each in anatomy.values if "context_length" in each.what)
    write(path, place.start, struct.pack("<I", 3))


@pytest.mark.parametrize(
    ("damage", "cause", "reason"),
    [
        (cut_it, Cause.TRUNCATED, "it ends after 50.0 MB of 98.4 MB"),
        (lose_a_tensor, Cause.DAMAGED, "not found"),
        (lose_numbers, Cause.DAMAGED, "invalid data"),
        (make_it_abort, Cause.CRASHED, "SIGABRT"),
    ],
)
def test_a_damaged_model(
    open_study: Open,
    model: Path,
    anatomy: Anatomy,
    damage: Damage,
    cause: Cause,
    reason: str,
) -> None:
    damage(model, anatomy)
    study = open_study(model)

    stall = study.answer()

    check(study, stall, cause, reason)


@POSIX
@pytest.mark.parametrize(
    ("name", "cause"),
    [("SIGKILL", Cause.KILLED), ("SIGILL", Cause.ILLEGAL_INSTRUCTION), ("SIGSTOP", Cause.HUNG)],
)
def test_a_model_that_is_struck_while_it_is_loaded(
    open_study: Open, model: Path, name: str, cause: Cause
) -> None:
    study = open_study(model)
    struck: list[int] = []

    def strike() -> None:
        pid = study.engine.pid
        if pid is not None and study.kept.exists() and not struck:
            struck.append(pid)
            os.kill(pid, signal.Signals[name])

    timer = QTimer(study.window)
    timer.timeout.connect(strike)
    timer.start(1)

    stall = study.answer()

    check(study, stall, cause, "no sign of life" if name == "SIGSTOP" else name)
    assert len(struck) == 1


def test_a_sound_model(open_study: Open, model: Path) -> None:
    study = open_study(model)

    stall = study.answer()

    assert study.window.quiz.foot.isVisible()
    assert study.engine.failure is None
    assert stall < STALL


def test_a_model_that_ended_the_engine_is_left_alone_when_the_window_opens_again(
    workspace: Workspace,
    theme: Theme,
    qtbot: QtBot,
    model: Path,
    anatomy: Anatomy,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_it_abort(model, anatomy)
    monkeypatch.setenv("SEGUE_MODEL", str(model))
    workspace.choose_engine()
    first = workspace.engine
    assert first is not None
    first.start()
    qtbot.waitUntil(lambda: first.state is EngineState.FAILED, timeout=PATIENCE)
    first.close()
    workspace.engine = None

    workspace.choose_engine()
    window = MainWindow(workspace, theme, idle_after=0)
    qtbot.addWidget(window)
    window.open_page("models")

    second = workspace.engine
    assert second is not None
    assert window.models.engine.text().endswith(": not loaded")
    assert "model.gguf on " in window.models.engine_detail.text()
    assert second.pid is None
    assert window.models.start_button.text() == "Try again"
    window.models.start_button.click()
    qtbot.waitUntil(lambda: "SIGABRT" in window.watch.failure(), timeout=PATIENCE)
    window.watch.stop()


def test_an_answer_that_does_not_fit_is_not_cut_but_said_to_be_too_long(
    open_study: Open, model: Path, qtbot: QtBot
) -> None:
    study = open_study(model)
    study.user.begin("short", 1)
    quiz = study.window.quiz
    # Each of these takes several tokens, and no more than 4,096 can be read.
    answer = "𒀀𒁀" * 1400
    quiz.asking.edit.setPlainText(answer)
    study.user.submit()

    qtbot.waitUntil(quiz.trouble.isVisible, timeout=PATIENCE)

    assert quiz.trouble.text().startswith("The text is too long for this model")
    assert "Shorten the answer" in quiz.trouble.text()
    assert quiz.asking.edit.toPlainText() == answer
    assert [entry.answer.text for entry in study.workspace.log.entries()] == [answer]
    assert study.engine.failure is None


@pytest.mark.parametrize("seed", [pytest.param(i, id=kind) for i, kind in enumerate(KINDS)])
@pytest.mark.slow
def test_any_damage(open_study: Open, small_model: Path, tmp_path: Path, seed: int) -> None:
    patient = Patient(small_model, tmp_path)
    mutation = patient.mutation(seed)
    with patient.damaged(mutation) as path:
        study = open_study(path)
        stall = study.answer()
        quiz = study.window.quiz
        assert quiz.foot.isVisible() != quiz.trouble.isVisible(), str(mutation)
        assert quiz.asking.edit.toPlainText() == FIRST + SECOND, str(mutation)
        assert stall < STALL, str(mutation)
        study.engine.close()


def test_the_meter_notices_a_stall(qtbot: QtBot) -> None:
    meter = StallMeter()
    qtbot.wait(50)
    assert meter.looks > 2
    time.sleep(0.2)

    assert meter.stop() > 0.15
