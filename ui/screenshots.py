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
from app.study.marked import Look
from app.study.records import Confidence, Format
from app.workspace import Workspace
from ui.application import make_application
from ui.background import Kind
from ui.demo import half_of, make_demo
from ui.demo_engine import DemoEngine
from ui.task import running_tasks
from ui.theme import Theme
from ui.window import MainWindow

SKILL = "learn-model-optimization"
NOTES = """# How the page cache works

A page cache is a part of memory that keeps copies of blocks of the disk. Reading a block from
memory takes 100 nanoseconds, whereas reading it from the disk takes 4 milliseconds.

## Writing

The cache delays writes because many of them change the same block again. It writes a changed
block back after at most 30 seconds. A power cut loses what was not written back, so a database
must ask for a flush after each commit.
"""
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


def _notes(window: MainWindow) -> None:
    read = window.read
    for point, look in zip(read.quizzing.points, (*Look, Look.AMBER), strict=False):
        span = read.reader.text.span_of(point.quote)
        cursor = read.reader.laid_out.select(*span) if span is not None else None
        if cursor is not None:
            read.reader.setTextCursor(cursor)
            read.marking.highlight(look)
    read.marking.open_mark(read.marking.listed()[2])
    read.marking.note()
    read.note_sheet.note_written.emit("Is this per channel, too?")
    read.note_sheet.leave()
    read.ticking.toggle()
    read.shelf.show_part("notes")
    read.marking.open_mark(read.marking.listed()[2])


def _explanation(window: MainWindow) -> None:
    window.read.shelf.show_part("contents")
    window.read.explain()
    _settle()


def _search(window: MainWindow) -> None:
    window.read.explain_sheet.leave()
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


def _cloze(window: MainWindow) -> None:
    _ask(window, Format.CLOZE)
    session = window.quiz.run.session
    question = session.current if session is not None else None
    if question is not None and question.gaps:
        window.quiz.run.feel(Confidence.FAIRLY_SURE)
        window.quiz.asking.gaps.fields[0].setText(question.gaps[0].text[:-1])


def _cloze_verdict(window: MainWindow) -> None:
    window.quiz.asking.submit_button.click()
    _settle()


def _scenario(window: MainWindow) -> None:
    _ask(window, Format.SCENARIO)


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


def _section(name: str) -> Scene:
    def scene(window: MainWindow) -> None:
        window.open_page("progress")
        window.progress.tabs.button(name).click()

    return scene


def _answered(window: MainWindow) -> None:
    window.open_page("ask")
    _settle()
    window.ask.ask("May credentials stand in the system prompt?")
    _settle(400)


def _inbox(window: MainWindow) -> None:
    window.open_page("material")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page-cache.md"
        path.write_text(NOTES, encoding="utf-8")
        window.material.run.add([path])
        _settle()
    for row in window.material.files.rows.values():
        row.propose_button.click()
        _settle()
    window.material.show_view("inbox")


def _busy(window: MainWindow) -> None:
    window.open_page("models")
    window.background.note(Kind.CERTIFICATE, "Measuring the model", "14 min left")
    _settle(600)


def _paused(window: MainWindow) -> None:
    window.background.pause()
    window.open_page("settings")


def _palette(window: MainWindow) -> None:
    window.open_page("today")
    window.everywhere.open_palette()
    window.everywhere.palette.field.setText("opt")


def _keys(window: MainWindow) -> None:
    window.everywhere.palette.leave()
    window.everywhere.open_sheet()
    _settle()


def _message(window: MainWindow) -> None:
    window.everywhere.sheet.leave()
    window.everywhere.taking_back.undo()
    window.everywhere.taking_back.redo()


def _page(name: str) -> Scene:
    return lambda window: window.open_page(name)


NEW: dict[str, Scene] = {
    "first-run": _page("today"),
    "ask-answer": _answered,
    "progress-empty": _page("progress"),
}
STUDIED: dict[str, Scene] = {
    "today": _page("today"),
    "read-guide": _read,
    "read-notes": _notes,
    "read-explain": _explanation,
    "read-search": _search,
    "quiz-choosing": _page("quiz"),
    "quiz-question": _question,
    "quiz-verdict": _verdict,
    "quiz-passage": _passage,
    "quiz-choice": _choice,
    "quiz-choice-verdict": _choice_verdict,
    "quiz-cloze": _cloze,
    "quiz-cloze-verdict": _cloze_verdict,
    "quiz-scenario": _scenario,
    "quiz-unsure": _unsure,
    "quiz-trouble": _trouble,
    "quiz-judging": _judging,
    "quiz-summary": _summary,
    "ask": _page("ask"),
    "ask-refusal": _answered,
    "material": _page("material"),
    "material-inbox": _inbox,
    "progress": _page("progress"),
    **{
        f"progress-{name}": _section(name)
        for name in ("transition", "days", "memory", "grader", "log")
    },
    "models": _page("models"),
    "settings": _page("settings"),
    "background": _busy,
    "background-paused": _paused,
    "commands": _palette,
    "shortcuts": _keys,
    "message": _message,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
