"""Files dragged over the window: what would become of them is said before they are let go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.page import horizontal, vertical
from ui.widgets.picture import Picture
from ui.widgets.text import Text, announce

_VEIL = 130
_PICTURES = {
    "documents": "material",
    "models": "models",
    "transitions": "transition",
    "refused": "cross",
}
_ENTERS = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Dropping(QObject):
    """Takes files that are dropped anywhere on a window, before fields of text get their names.

    Attributes
    ----------
    dropped : Signal
        A list of paths, as soon as the program that they come from is free again.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.overlay: DropOverlay | None = None
        window.setAcceptDrops(True)

    def watch(self, handle: QWindow) -> None:
        """Look at what is dragged over a window."""
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what has files; anything else goes its usual way."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._hide()
        elif kind in _ENTERS and isinstance(event, QDragMoveEvent):
            files = local_files(event.mimeData())
            if files:
                if kind == QEvent.Type.DragEnter:
                    self._show(files)
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                return True
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            files = local_files(event.mimeData())
            self._hide()
            if files:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                QTimer.singleShot(0, self, lambda: self.dropped.emit(files))
                return True
        return super().eventFilter(watched, event)

    def _show(self, files: Sequence[Path]) -> None:
        if self.overlay is None:
            self.overlay = DropOverlay(self._window, self._theme)
        self.overlay.show_files(files)

    def _hide(self) -> None:
        if self.overlay is not None:
            self.overlay.hide()


class DropOverlay(QWidget):
    """Says over the whole window what would become of the files."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card = QFrame()
        card.setObjectName("sheet")
        card.setFixedWidth(460)
        inside = vertical("m", card)
        inside.setContentsMargins(SPACE["xl"], SPACE["xl"], SPACE["xl"], SPACE["xl"])
        self.texts = {name: Text(role="strong" if name != "refused" else "") for name in _PICTURES}
        self._rows: dict[str, QWidget] = {}
        for name, text in self.texts.items():
            self._rows[name] = QWidget()
            row = horizontal("m", self._rows[name])
            tone = "muted" if name == "refused" else "accent"
            row.addWidget(Picture(theme, _PICTURES[name], tone, 26))
            row.addWidget(text, 1)
            inside.addWidget(self._rows[name])
        around = vertical("m", self)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def show_files(self, files: Sequence[Path]) -> None:
        """Come to the front for some files."""
        said = outcome_words(files)
        for name, row in self._rows.items():
            self.texts[name].setText(said.get(name, ""))
            row.setVisible(name in said)
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()
        announce(self, " ".join(said.values()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what is behind."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, _VEIL))


def local_files(data: QMimeData) -> list[Path]:
    """Return the files of this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def outcome_words(files: Sequence[Path]) -> dict[str, str]:
    """Return in a sentence each what becomes of documents, of models, and of all others."""
    from app.brought import sort_out  # noqa: PLC0415 - the start does not need it

    brought = sort_out(files)
    said = {}
    if len(brought.documents) == 1:
        said["documents"] = f"Add “{brought.documents[0].name}” to your material"
    elif brought.documents:
        said["documents"] = f"Add {len(brought.documents)} documents to your material"
    if len(brought.models) == 1:
        said["models"] = f"Use “{brought.models[0].name}” as the model"
    elif brought.models:
        said["models"] = f"List {len(brought.models)} models, to choose one of them"
    if len(brought.transitions) == 1:
        said["transitions"] = f"Add “{brought.transitions[0].name}” to your transitions"
    elif brought.transitions:
        said["transitions"] = f"Add {len(brought.transitions)} transitions"
    if brought.refused:
        said["refused"] = refusal_words(brought.refused)
    return said


def refusal_words(files: Sequence[Path]) -> str:
    """Return in a sentence that some files are not taken, and what would be."""
    taken = "Segue takes Markdown, text, HTML and PDF files, and models in the GGUF format."
    if len(files) == 1:
        return f"“{files[0].name}” is not taken. {taken}"
    return f"{len(files)} of the files are not taken. {taken}"
