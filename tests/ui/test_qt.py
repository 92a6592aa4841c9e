"""What Segue takes for granted of the installed Qt for Python."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    """Something that emits."""

    told = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True cannot be lost from Python 3.12 on")
def test_emitting_does_not_use_up_true() -> None:
    # PySide6 6.12.0 takes a reference with every emit; after some hundreds Python aborts.
    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(50):
        sender.told.emit()
    assert sys.getrefcount(True) > before - 25
