"""Which connections were made since the program started, for whoever wants to know."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable


class Connections:
    """Counts connections by the computer they led to; may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._here = 0
        self._elsewhere: Counter[str] = Counter()
        self._callbacks: list[Callable[[], None]] = []

    @property
    def made(self) -> int:
        """How many there were in all."""
        with self._lock:
            return self._here + self._elsewhere.total()

    @property
    def elsewhere(self) -> dict[str, int]:
        """How many led away from this computer, by the name of the other one."""
        with self._lock:
            return dict(self._elsewhere)

    def note(self, host: str, *, here: bool = False) -> None:
        """Count a connection that was made."""
        with self._lock:
            if here:
                self._here += 1
            else:
                self._elsewhere[host] += 1
            callbacks = list(self._callbacks)
        for callback in callbacks:
            callback()

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back after each connection; return what ends that.

        The callback runs in any thread, without arguments, and must return soon.
        """
        with self._lock:
            self._callbacks.append(callback)

        def dispose() -> None:
            with self._lock:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return dispose
