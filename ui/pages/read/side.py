"""The column beside the text: search, contents and notes, and below them files and type."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from app.paths import Paths
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text


class ReadSide(QFrame):
    """Puts the column together.

    Attributes
    ----------
    type_size_asked : Signal
        Steps by which type is to become larger; smaller where negative, as it was at first with 0.
    """

    type_size_asked = Signal(int)

    def __init__(self, paths: Paths, theme: Theme, finder: QWidget) -> None:
        super().__init__()
        self.setObjectName("contents")
        self.message = Text(role="small")
        self.message.hide()
        self.folder_button = Button(
            "Add your own",
            theme,
            role="quiet",
            icon="folder",
            hint="Open a folder for files of your own",
        )
        self.folder_menu = QMenu(self)
        for name, folder in (
            ("Documents to read and search", paths.documents),
            ("Transitions", paths.transitions),
            ("Guides", paths.guides),
        ):
            action = self.folder_menu.addAction(name)
            action.triggered.connect(lambda _=False, folder=folder: self.open_folder(folder))
        self.reload_button = Button(
            "", theme, role="quiet", icon="retry", keys="F5", hint="Read all files again"
        )
        self.smaller_button = Button(
            "A−", theme, role="letter", keys="Ctrl+-", hint="Smaller type", name="Smaller type"
        )
        self.larger_button = Button(
            "A+",
            theme,
            role="letter",
            keys=("Ctrl++", "Ctrl+="),
            hint="Larger type",
            name="Larger type",
        )
        self.folder_button.clicked.connect(self._show_folder_menu)
        self.smaller_button.clicked.connect(lambda: self.type_size_asked.emit(-1))
        self.larger_button.clicked.connect(lambda: self.type_size_asked.emit(1))
        column = vertical("s", self)
        column.setContentsMargins(SPACE["m"], SPACE["l"], SPACE["s"], SPACE["m"])
        column.addWidget(finder, 1)
        column.addWidget(self.message)
        row = horizontal("xs")
        row.addWidget(self.folder_button)
        row.addStretch(1)
        for button in (self.smaller_button, self.larger_button, self.reload_button):
            row.addWidget(button)
        column.addLayout(row)

    def tell(self, words: str) -> None:
        """Say something below the list; nothing takes it away."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def open_folder(self, folder: Path) -> None:
        """Show a folder for the learner's own files in the file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.tell(f"Put your own files here: {folder}")

    def _show_folder_menu(self) -> None:
        above = QPoint(0, -self.folder_menu.sizeHint().height())
        self.folder_menu.popup(self.folder_button.mapToGlobal(above))
