"""How many connections were made since the program started, and where they led."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from app.model.connections import Connections
from ui.widgets.text import Text

_EVERY = 1000  # milliseconds


class ConnectionsText(Text):
    """Counts connections while it can be seen.

    It looks for itself: they are made by threads that may outlive the window.
    """

    def __init__(self, connections: Connections) -> None:
        super().__init__(role="small")
        self._connections = connections
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the number as it is now."""
        self.setText(count_words(self._connections))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look."""
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()


def count_words(connections: Connections) -> str:
    """Return the number of connections, and where they led, in a line."""
    line = f"Connections made since start: {connections.made}"
    elsewhere = connections.elsewhere
    if not connections.made:
        return line
    if not elsewhere:
        return f"{line}, all to this computer"
    led = ", ".join(f"{host} ({count})" for host, count in sorted(elsewhere.items()))
    here = connections.made - sum(elsewhere.values())
    return f"{line}: {led}{f', this computer ({here})' if here else ''}"
