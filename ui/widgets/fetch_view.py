"""How far the fetch of a model is, with the button that stops it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from app.model.transfer import Phase, Progress
from ui.fetching import Fetching
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

_STEPS = 1000  # Qt's progress bars count in 32 bits, which bytes of models outgrow


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
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._words = Text(role="small")
        self.cancel_button = Button(
            "Cancel", theme, role="quiet", hint="Stop; what arrived is kept"
        )
        self.cancel_button.clicked.connect(fetching.cancel)
        layout = vertical("s", self)
        layout.addWidget(self._bar)
        row = horizontal("s")
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel_button)
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
        self.cancel_button.setVisible(busy)
        self._words.set_tone("bad" if broken else "")
        if broken:
            self._words.setText(str(self._fetching.error))
        elif entry is not None:
            self._words.setText(_words(progress) if progress else f"Connecting for {entry.name}")
        self._bar.setAccessibleName(f"Fetching: {self._words.text()}")
        if progress is None or progress.total is None or progress.phase is Phase.CONNECTING:
            self._bar.setRange(0, 0)  # unknown: Qt shows that it is busy
        else:
            self._bar.setRange(0, _STEPS)
            self._bar.setValue(round(_STEPS * progress.done / max(1, progress.total)))

    def text(self) -> str:
        """Return the words that are shown."""
        return self._words.text()


def _words(progress: Progress) -> str:
    from app.model.fetch import describe  # noqa: PLC0415 - there by now: something is fetched

    return describe(progress)
