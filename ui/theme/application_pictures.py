"""The application's icon as files for systems that want no SVG: PNG, and an .ico and an .icns.

``python -m ui.theme.application_pictures`` draws them anew after ``segue.svg`` was changed. They
are kept, because launchers are installed where Qt may be missing.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.desktop.content import ICON_SIZES
from app.desktop.content import ICONS as PICTURES
from ui.theme.icons import ICONS

_ICNS = {32: b"ic11", 64: b"ic12", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
"""What Apple's format calls a PNG picture of so many pixels."""


def draw(size: int) -> QImage:
    """Return the icon, so many pixels wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / "segue.svg")).render(painter)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """Return a picture as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return the content of a Windows icon of PNG pictures by their size, 256 at most."""
    offset = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, content in pictures.items():
        # A byte has no 256, so the format calls that 0.
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return head + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return the content of an Apple icon of PNG pictures by their size."""
    parts = b"".join(
        _ICNS[size] + struct.pack(">I", 8 + len(content)) + content
        for size, content in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write(folder: Path) -> None:
    """Draw everything into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: png(draw(size)) for size in sorted({*ICON_SIZES, *_ICNS})}
    for size in ICON_SIZES:
        (folder / f"segue-{size}.png").write_bytes(drawn[size])
    (folder / "segue.ico").write_bytes(ico({size: drawn[size] for size in ICON_SIZES}))
    (folder / "segue.icns").write_bytes(icns({size: drawn[size] for size in _ICNS}))


if __name__ == "__main__":
    application = QGuiApplication([])
    write(PICTURES)
