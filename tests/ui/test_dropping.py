"""Files are dropped anywhere on the window, and it is said before what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.dropping import Dropping, outcome_words
from ui.theme import Theme

COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


class Scene:
    """A window that is all a field of text, which takes the names of files if it may."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        self.window.resize(700, 500)
        self.edit = QPlainTextEdit()
        self.window.setCentralWidget(self.edit)
        qtbot.addWidget(self.window)
        self.window.show()
        self.dropping = Dropping(self.window, theme)
        self.dropping.watch(self.window.windowHandle())
        self.dropped: list[list[Path]] = []
        self.dropping.dropped.connect(self.dropped.append)
        self._data: QMimeData | None = None

    def enter(self, *paths: Path, text: str = "") -> bool:
        """Drag over the window, as the platform tells of it; return whether it is taken."""
        data = QMimeData()
        if paths:
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        if text:
            data.setText(text)
        self._data = data
        event = QDragEnterEvent(QPoint(300, 200), COPY, data, LEFT, NONE)
        event.ignore()
        QApplication.sendEvent(self.window.windowHandle(), event)
        return event.isAccepted()

    def drop(self) -> None:
        assert self._data is not None
        event = QDropEvent(QPointF(300, 200), COPY, self._data, LEFT, NONE)
        QApplication.sendEvent(self.window.windowHandle(), event)

    def leave(self) -> None:
        QApplication.sendEvent(self.window.windowHandle(), QDragLeaveEvent())


@pytest.fixture
def scene(theme: Theme, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(theme, qtbot)
    yield made
    made.leave()


def files(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text("words")
    return paths


def test_it_says_what_would_happen_and_then_it_happens(
    scene: Scene, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = files(tmp_path, "a.pdf", "b.md")
    assert scene.enter(*paths)
    overlay = scene.dropping.overlay
    assert overlay is not None
    assert overlay.isVisible()
    assert overlay.texts["documents"].text() == "Add 2 documents to your material"
    assert not overlay.texts["models"].isVisible()
    scene.drop()
    assert not overlay.isVisible()
    qtbot.waitUntil(lambda: scene.dropped == [paths])


def test_a_field_of_text_does_not_take_their_names(
    scene: Scene, tmp_path: Path, qtbot: QtBot
) -> None:
    scene.edit.setFocus()
    scene.enter(*files(tmp_path, "a.pdf"))
    scene.drop()
    qtbot.waitUntil(lambda: len(scene.dropped) == 1)
    assert scene.edit.toPlainText() == ""


def test_dragged_words_go_their_usual_way(scene: Scene) -> None:
    assert scene.enter(text="only words")
    assert scene.dropping.overlay is None
    scene.drop()
    assert scene.edit.toPlainText() == "only words"
    assert scene.dropped == []


def test_who_drags_on_leaves_everything_as_it_was(scene: Scene, tmp_path: Path) -> None:
    scene.enter(*files(tmp_path, "small.gguf"))
    overlay = scene.dropping.overlay
    assert overlay is not None
    scene.leave()
    assert not overlay.isVisible()
    assert scene.dropped == []


def test_it_is_as_large_as_the_window_and_lets_the_mouse_through(
    scene: Scene, tmp_path: Path
) -> None:
    scene.enter(*files(tmp_path, "a.md"))
    overlay = scene.dropping.overlay
    assert overlay is not None
    assert overlay.size() == scene.window.size()
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    scene.dropping.eventFilter(scene.window, QEvent(QEvent.Type.DragLeave))
    assert not overlay.isVisible()


def test_every_kind_has_its_sentence(tmp_path: Path) -> None:
    said = outcome_words(files(tmp_path, "a.md", "small.gguf", "talk.pptx"))
    assert said["documents"] == "Add “a.md” to your material"
    assert said["models"] == "Use “small.gguf” as the model"
    assert said["refused"].startswith("“talk.pptx” is not taken. Segue takes Markdown")


def test_several_of_a_kind_are_counted(tmp_path: Path) -> None:
    said = outcome_words(files(tmp_path, "a.gguf", "b.gguf", "x.zip", "y.png", "a.segue.md"))
    assert said["models"] == "List 2 models, to choose one of them"
    assert said["refused"].startswith("2 of the files are not taken.")
    assert said["transitions"] == "Add “a.segue.md” to your transitions"
