"""Hearing of a second start over the same data folder, which then leaves everything to this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.handover import LARGEST, TAKEN, Request, address, is_listening
from app.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket


class SecondStarts(QObject):
    """Listens for further starts; see :mod:`app.handover` for what they say.

    Attributes
    ----------
    asked : Signal
        A :class:`~app.handover.Request`.
    """

    asked = Signal(object)

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._server: QLocalServer | None = None

    @property
    def is_listening(self) -> bool:
        """Whether it is this window that further starts find."""
        return self._server is not None and self._server.isListening()

    def listen(self) -> None:
        """Be found from now on, unless another window over this folder is."""
        if is_listening(self._paths):
            return
        # The window is there before anybody can start Segue again.
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._connect)
        self._server = server
        # What a window that was killed has left would keep all others from being found.
        QLocalServer.removeServer(address(self._paths))
        server.listen(address(self._paths))

    def stop(self) -> None:
        """Be found no more."""
        if self._server is not None:
            self._server.close()

    def _connect(self) -> None:
        line = self._server.nextPendingConnection() if self._server is not None else None
        if line is None:
            return
        line.readyRead.connect(lambda: self._read(line))
        line.disconnected.connect(line.deleteLater)
        self._read(line)

    def _read(self, line: QLocalSocket) -> None:
        if line.bytesAvailable() > LARGEST:
            line.abort()
        if not line.canReadLine():
            return
        try:
            request = Request.of_bytes(bytes(line.readLine().data()))
        except ValueError:
            line.abort()
            return
        line.write(TAKEN)
        line.flush()
        line.disconnectFromServer()
        self.asked.emit(request)
