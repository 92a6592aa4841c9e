"""Pictures of every page in both schemes: ``python -m ui.screenshots OUTDIR``."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

# Before Qt is loaded: no display is needed.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from app.model.errors import Cause, EngineError
from app.paths import Paths
from app.study.records import Format
from app.workspace import Workspace
from ui.application import make_application
from ui.background import Kind
from ui.demo import half_of, make_demo
from ui.demo_engine import DemoEngine
from ui.task import running_tasks
from ui.theme import Theme
from ui.window import MainWindow

SKILL = "learn-model-optimization"
Scene = Callable[[MainWindow], None]


def main(arguments: list[str]) -> int:
    """Write the pictures into a folder, at 1280×800 unless sizes are given."""
    if not arguments:
        sys.stderr.write("usage: python -m ui.screenshots OUTDIR [WIDTHxHEIGHT ...]\n")
        return 2
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    application = make_application()
    theme = Theme(application, "light")
    for size in arguments[1:] or ["1280x800"]:
        suffix = f"-{size}" if len(arguments) > 2 else ""
        with tempfile.TemporaryDirectory() as folder:
            _take_all(Path(folder), theme, size, out, suffix)
    return 0


def _take_all(folder: Path, theme: Theme, size: str, out: Path, suffix: str) -> None:
    new = Workspace(Paths(folder / "new", folder / "none"))
    studied, _clock = make_demo(folder)
    for workspace, scenes in ((new, NEW), (studied, STUDIED)):
        window = MainWindow(workspace, theme, idle_after=0)
        window.resize(*(int(number) for number in size.split("x")))
        window.show()
        for name, scene in scenes.items():
            theme.choose("light")
            scene(window)
            for scheme in ("light", "dark"):
                theme.choose(scheme)
                _settle()
                window.grab().save(str(out / f"{name}-{scheme}{suffix}.png"))
        window.close()
        workspace.close()


def _settle(milliseconds: int = 120) -> None:
    """Let everything happen that is about to."""
    loop = QEventLoop()
    while True:
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        if not running_tasks():
            return


def _read(window: MainWindow) -> None:
    window.open_page("read")
    window.read.open_skill(SKILL)
    _settle()
    window.read.reader.verticalScrollBar().setValue(430)


def _search(window: MainWindow) -> None:
    window.read.finder.enter()
    window.read.finder.field.setText("kv cache")
    _settle()
    window.read.finder.field.entered.emit()
    window.read.finder.enter()
    window.read.finder.field.end(False)


def _ask(window: MainWindow, answer_format: Format) -> None:
    window.open_page("quiz")
    window.quiz.begin(SKILL, answer_format.value, 5)
    _settle()


def _question(window: MainWindow) -> None:
    _ask(window, Format.SHORT)
    session = window.quiz.run.session
    if session is not None and session.current is not None:
        window.quiz.asking.edit.setPlainText(half_of(session.current))


def _verdict(window: MainWindow) -> None:
    _question(window)
    window.quiz.asking.submit_button.click()
    _settle()


def _unsure(window: MainWindow) -> None:
    _question(window)
    session = window.quiz.run.session
    engine = session.tutor.engine if session is not None and session.tutor is not None else None
    if isinstance(engine, DemoEngine):
        engine.doubts = True
        window.quiz.asking.submit_button.click()
        _settle()
        engine.doubts = False


def _passage(window: MainWindow) -> None:
    window.quiz.bar.passage_button.setChecked(True)
    _settle()


def _choice(window: MainWindow) -> None:
    window.quiz.bar.passage_button.setChecked(False)
    _ask(window, Format.CHOICE)


def _choice_verdict(window: MainWindow) -> None:
    question = window.quiz.run.session.current if window.quiz.run.session else None
    wrong = (question.right_option + 1) % len(question.options) if question else 0
    window.quiz.asking.options.buttons[wrong].click()
    _settle()


def _trouble(window: MainWindow) -> None:
    _question(window)
    window.quiz.run.trouble_met.emit(EngineError(Cause.CRASHED, "signal 11"))


def _judging(window: MainWindow) -> None:
    window.quiz.trouble.judge_button.click()


def _summary(window: MainWindow) -> None:
    _ask(window, Format.CHOICE)
    for number in range(4):
        session = window.quiz.run.session
        if session is not None:
            session.follow_up_misses = False
        question = session.current if session else None
        if question is not None:
            right = question.right_option if number != 1 else (question.right_option + 1) % 3
            window.quiz.asking.options.buttons[right].click()
            window.quiz.foot.next_button.click()
            _settle()
    window.quiz.bar.stop_button.click()


def _grader(window: MainWindow) -> None:
    bar = window.progress.verticalScrollBar()
    bar.setValue(window.progress.overrules.y() - 60)


def _busy(window: MainWindow) -> None:
    window.open_page("models")
    window.background.note(Kind.CERTIFICATE, "Measuring the model", "14 min left")
    _settle(600)


def _paused(window: MainWindow) -> None:
    window.background.pause()
    window.open_page("settings")


def _page(name: str) -> Scene:
    return lambda window: window.open_page(name)


NEW: dict[str, Scene] = {"first-run": _page("today"), "progress-empty": _page("progress")}
STUDIED: dict[str, Scene] = {
    "today": _page("today"),
    "read-guide": _read,
    "read-search": _search,
    "quiz-choosing": _page("quiz"),
    "quiz-question": _question,
    "quiz-verdict": _verdict,
    "quiz-passage": _passage,
    "quiz-choice": _choice,
    "quiz-choice-verdict": _choice_verdict,
    "quiz-unsure": _unsure,
    "quiz-trouble": _trouble,
    "quiz-judging": _judging,
    "quiz-summary": _summary,
    "ask": _page("ask"),
    "material": _page("material"),
    "progress": _page("progress"),
    "progress-grader": _grader,
    "models": _page("models"),
    "settings": _page("settings"),
    "background": _busy,
    "background-paused": _paused,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
