"""The icon's files are the icon as it is drawn today, in the formats of every system."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.desktop.content import ICON_SIZES
from app.desktop.content import ICONS as PICTURES
from ui.theme.application_pictures import draw, write


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference of all pixels' channels, 0 to 255."""
    size = one.size()
    assert other.size() == size
    pairs = (
        (one.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb())
        for x in range(size.width())
        for y in range(size.height())
    )
    total = sum(
        abs(int(a) - int(b)) for left, right in pairs for a, b in zip(left, right, strict=True)
    )
    return total / (4 * size.width() * size.height())


@pytest.mark.parametrize("size", ICON_SIZES)
def test_every_picture_shows_the_present_icon(qapp: object, size: int) -> None:
    # Versions of Qt smooth edges a little differently.
    assert difference(QImage(str(PICTURES / f"segue-{size}.png")), draw(size)) < 2


def test_what_is_written_is_what_ships(qapp: object, tmp_path: Path) -> None:
    write(tmp_path / "new")
    written = {path.name for path in (tmp_path / "new").iterdir()}
    assert written == {path.name for path in PICTURES.iterdir()}


def test_the_windows_icon_holds_every_size() -> None:
    content = (PICTURES / "segue.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", content)
    assert (reserved, kind, count) == (0, 1, len(ICON_SIZES))
    for number, size in enumerate(ICON_SIZES):
        width, *_, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        assert width == size % 256
        assert content[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert offset + length <= len(content)


def test_the_apple_icon_is_as_long_as_it_says() -> None:
    content = (PICTURES / "segue.icns").read_bytes()
    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4) == (len(content),)
    place, found = 8, []
    while place < len(content):
        found.append(content[place : place + 4])
        assert content[place + 8 : place + 12] == b"\x89PNG"
        place += struct.unpack_from(">I", content, place + 4)[0]
    assert found == [b"ic11", b"ic12", b"ic07", b"ic08", b"ic09"]
