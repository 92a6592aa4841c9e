"""Collects rubbish on the window's thread, the only one that may destroy what belongs to Qt."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_OLD_EVERY = 600


class Collector(QObject):
    """Looks for rubbish once a second, in place of Python's collector.

    What was made lately takes less than a millisecond. What lived longer is looked through once in
    ten minutes, as that takes 45 ms when every page has been open.

    Python looks for rubbish on whatever thread happens to make an object, the engine's among
    them. A widget, timer or animation that is found there is destroyed there, beside the window
    that still knows of it: the process dies. So Python's own is off as long as this lives.

    What is there already is taken to stay. It is nearly all there is after a start, and looking
    through it takes longer than a key may wait.
    """

    def __init__(self, parent: QObject, *, every_ms: int = _EVERY_MS) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(every_ms)

    def _collect(self) -> None:
        self._rounds += 1
        gc.collect(2 if self._rounds % _OLD_EVERY == 0 else 1)
