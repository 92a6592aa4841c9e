"""A screen that nobody sees: an X server of its own, its picture, and its windows."""

from __future__ import annotations

import shutil
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1366, 768
_PATIENCE = 120.0


@dataclass(frozen=True)
class Screen:
    """The screen, by its display and the folder where the server keeps its picture."""

    display: str
    folder: Path

    def picture(self) -> QImage:
        """Return what is on the screen now."""
        content = (self.folder / "Xvfb_screen0").read_bytes()
        # The format of xwd: a header of big-endian numbers, a table of colours, the pixels.
        header = struct.unpack_from(">25I", content)
        size, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
        pixels = content[size + 12 * colours :]
        return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).copy()

    def windows(self, name: str) -> list[str]:
        """Return the ids of the windows with this title that can be seen."""
        return self._xdotool("search", "--onlyvisible", "--name", name).split()

    def press(self, window: str, keys: str) -> None:
        """Press keys in a window, such as ``ctrl+q``; without a window manager it has no frame."""
        self._xdotool("windowfocus", "--sync", window, "key", keys)

    def _xdotool(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        environment = {"DISPLAY": self.display, "PATH": "/usr/bin:/bin"}
        # Finding nothing is a failure to it.
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        return ran.stdout


@contextmanager
def open_screen(folder: Path) -> Iterator[Screen]:
    """Start the server; end it afterwards."""
    assert shutil.which("Xvfb") is not None
    command = [
        *("Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-ac"),
        *("-nolisten", "tcp", "-fbdir", str(folder)),
    ]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        yield Screen(f":{server.stdout.readline().strip()}", folder)
    finally:
        server.terminate()
        server.communicate()


def wait_for_window(screen: Screen, name: str, program: subprocess.Popen[str]) -> str:
    """Wait until a window with this title is drawn, and return its id."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert program.poll() is None, program.communicate()
        found = screen.windows(name)
        if found and len(colours(screen.picture())) > 20:
            return found[0]
        time.sleep(0.5)
    raise AssertionError(f"no window {name!r} within {_PATIENCE:.0f} seconds")


def colours(picture: QImage) -> set[int]:
    """Return the colours of a sample of the picture's pixels."""
    return {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
