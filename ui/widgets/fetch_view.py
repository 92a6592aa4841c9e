"""How far the fetch of a model is, with the button that stops it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.model.transfer import Phase, Progress
from ui.fetching import Fetching
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.copy_details import CopyDetails
from ui.widgets.page import horizontal, vertical
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text import Text


class FetchView(QWidget):
    """Shows the fetch under way, or why the last one failed; hidden when there is neither.

    Parameters
    ----------
    only : str
        Catalogue id of the one model to show, or nothing for any.
    """

    def __init__(
        self, fetching: Fetching, theme: Theme, only: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fetching = fetching
        self._only = only
        self._bar = ProgressBar(theme)
        self._words = Text(role="small")
        self.pause_button = Button(
            "Pause", theme, role="quiet", icon="pause", hint="Stop for now; what arrived is kept"
        )
        self.pause_button.clicked.connect(fetching.cancel)
        self.details_button = CopyDetails(theme)
        layout = vertical("s", self)
        layout.addWidget(self._bar)
        row = horizontal("s")
        row.addWidget(self._words, 1)
        row.addWidget(self.details_button)
        row.addWidget(self.pause_button)
        layout.addLayout(row)
        fetching.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        entry, progress = self._fetching.entry, self._fetching.progress
        failed = self._fetching.failed_entry
        busy = entry is not None and self._only in ("", entry.id)
        broken = not busy and failed is not None and self._only in ("", failed.id)
        self.setVisible(busy or broken)
        self._bar.setVisible(busy)
        self.pause_button.setVisible(busy)
        self._words.set_tone("bad" if broken else "")
        self.details_button.offer(self._fetching.error if broken else None)
        if broken:
            self._words.setText(str(self._fetching.error))
        elif entry is not None:
            self.pause_button.setAccessibleName(f"Pause fetching {entry.name}")
            self._words.setText(_words(progress) if progress else f"Connecting for {entry.name}")
        self._bar.setAccessibleName(f"Fetching: {self._words.text()}")
        if progress is None or progress.total is None or progress.phase is Phase.CONNECTING:
            self._bar.show_busy()
        else:
            self._bar.show_share(progress.done / max(1, progress.total))

    def text(self) -> str:
        """Return the words that are shown."""
        return self._words.text()


def _words(progress: Progress) -> str:
    from app.model.fetch import describe  # noqa: PLC0415 - there by now: something is fetched

    return describe(progress)
