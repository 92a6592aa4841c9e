"""More about one file: its title, the file itself, and its sections, each to be looked at alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.material.records import Document
from app.material.sections import Section
from ui import words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text


class FileDetails(QWidget):
    """Lets a file be renamed, opened, and looked through by section.

    Parameters
    ----------
    tried : mapping of int to int
        Sentences that were looked at, by number of the section.

    Attributes
    ----------
    renamed : Signal
        The title that it is to have.
    opened : Signal
        The file is to be shown by the program that is for it.
    section_asked : Signal
        Number of a section in which to look for key points.
    """

    renamed = Signal(str)
    opened = Signal()
    section_asked = Signal(int)

    def __init__(
        self,
        document: Document,
        sections: Sequence[Section],
        tried: Mapping[int, int],
        theme: Theme,
    ) -> None:
        super().__init__()
        self.title = QLineEdit(document.title)
        self.title.setAccessibleName("Title")
        self.rename_button = Button("Rename", theme, name=f"Rename: {document.title}")
        self.open_button = Button(
            "Open the file", theme, role="quiet", name=f"Open the file: {document.title}"
        )
        self.rows: dict[int, SectionRow] = {}
        naming = horizontal("s")
        for widget in (self.title, self.rename_button, self.open_button):
            naming.addWidget(widget)
        layout = vertical("s", self)
        layout.setContentsMargins(SPACE["l"], 0, 0, SPACE["m"])
        layout.addLayout(naming)
        layout.addWidget(Text("Sections", "overline"))
        for section in sections:
            row = SectionRow(section, tried.get(section.number, 0), theme)
            row.look_button.clicked.connect(
                lambda _checked=False, number=section.number: self.section_asked.emit(number)
            )
            layout.addWidget(row)
            self.rows[section.number] = row
        self.rename_button.clicked.connect(self._rename)
        self.title.returnPressed.connect(self._rename)
        self.open_button.clicked.connect(self.opened)

    def allow_looking(self, allowed: bool) -> None:
        """Let sections be looked at, or not while something else is done."""
        for row in self.rows.values():
            row.look_button.setEnabled(allowed)

    def _rename(self) -> None:
        if self.title.text().strip():
            self.renamed.emit(self.title.text().strip())


class SectionRow(QWidget):
    """One section: its heading, where it is, and how much of it was looked at."""

    def __init__(self, section: Section, tried: int, theme: Theme) -> None:
        super().__init__()
        heading = " › ".join(each for each in (*section.trail[-1:], section.heading) if each)
        heading = heading or "Before the first heading"
        self.heading = Text(heading)
        self.facts = Text(section_words(section, tried), "small", wrap=False)
        self.look_button = Button(
            "Look here",
            theme,
            role="quiet",
            name=f"Look here: {heading}",
            hint="Find key points in this section only",
        )
        row = horizontal("s", self)
        row.addWidget(self.heading, 1)
        row.addWidget(self.facts, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.look_button)


def section_words(section: Section, tried: int) -> str:
    """Return where a section begins, and how much of it was looked at."""
    page = f"page {section.page}" if section.page is not None else ""
    looked = f"{words.count(tried, 'sentence')} looked at" if tried else ""
    return "  ·  ".join(part for part in (page, looked) if part)
