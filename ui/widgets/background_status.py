"""The item of the window that says what is done in the background, and pauses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.background import Background, obstacle_words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal
from ui.widgets.text import Text

_SHOW_AFTER = 400  # milliseconds; what ends sooner would only flicker


class BackgroundStatus(QWidget):
    """Says what is done in the background; it is there only while there is something to say."""

    def __init__(
        self, background: Background, theme: Theme, *, show_after: int = _SHOW_AFTER
    ) -> None:
        super().__init__()
        self._background = background
        self.text = Text(role="small")
        self.pause_button = Button("", theme, role="status", icon="pause")
        row = horizontal("xs", self)
        row.setContentsMargins(SPACE["m"], SPACE["s"], 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.pause_button, 0, Qt.AlignmentFlag.AlignTop)
        self.pause_button.clicked.connect(self._pause_or_resume)
        self._appear = QTimer(self)
        self._appear.setSingleShot(True)
        self._appear.setInterval(show_after)
        self._appear.timeout.connect(self._show_now)
        background.changed.connect(self._follow)
        self.hide()
        self._follow()

    def words(self) -> str:
        """Return what there is to say, in one or two lines; nothing where there is nothing."""
        background = self._background
        tasks = list(background.tasks.values())
        # Only what would be done otherwise is worth saying that it is not.
        if not tasks and not background.is_paused:
            return ""
        title = tasks[0].title if tasks else "Background work"
        detail = tasks[0].detail if tasks else ""
        reason = background.obstacle
        # Who asked for something has it done on battery too, and then it says how far it is.
        if reason is not None and not detail:
            detail = obstacle_words(reason, background.power)
        return f"{title}\n{detail}" if detail else title

    def _follow(self) -> None:
        if not self.words():
            self._appear.stop()
            self.hide()
        elif self.isHidden():
            if not self._appear.isActive():
                self._appear.start()
        else:
            self._show_now()

    def _show_now(self) -> None:
        said = self.words()
        if not said:
            return
        self.text.setText(said)
        self.text.setAccessibleName(f"In the background: {said.replace(chr(10), ', ')}")
        paused = self._background.is_paused
        name = f"{'Resume' if paused else 'Pause'} background work"
        self.pause_button.setAccessibleName(name)
        self.pause_button.setToolTip(name)
        if self.pause_button.themed_icon is not None:
            self.pause_button.themed_icon.show("play" if paused else "pause")
        self.show()

    def _pause_or_resume(self) -> None:
        if self._background.is_paused:
            self._background.resume()
        else:
            self._background.pause()
