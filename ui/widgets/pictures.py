"""Pictures of a document, drawn in the colours of the page around them."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui.theme.tokens import DIAGRAM_SWAPS

_COLOUR = re.compile("|".join(DIAGRAM_SWAPS), re.IGNORECASE)


def draw_svg(
    source: bytes, *, dark: bool, density: float, widest: float, scale: float = 1.0
) -> QImage:
    """Draw an SVG picture.

    Parameters
    ----------
    dark : bool
        Whether the table of diagram colours is swapped for its dark half.
    density : float
        Device pixels per logical pixel.
    widest : float
        Width in logical pixels that the picture must not exceed.
    scale : float
        Logical pixels per unit of the SVG, where the width allows it.
    """
    if dark:
        source = _swap(source)
    renderer = QSvgRenderer(QByteArray(source))
    natural = QSizeF(renderer.defaultSize())
    if not renderer.isValid() or natural.isEmpty():
        return QImage()
    factor = min(scale, widest / natural.width())
    return _paint(renderer, natural * factor, density)


def draw_formula(
    source: bytes, *, dark: bool, density: float, widest: float, scale: float, x_height: float
) -> QImage:
    """Draw a formula so that, set "middle" in a line of text, its baseline is that of the line.

    The SVG has its baseline at 0. Qt centres a picture half of half an x-height above the baseline,
    so the shorter side is padded until that is where the centre falls.

    Parameters
    ----------
    x_height : float
        Of the text around it, in logical pixels.
    """
    renderer = QSvgRenderer(QByteArray(_swap(source) if dark else source))
    box = renderer.viewBoxF()
    if not renderer.isValid() or box.isEmpty():
        return QImage()
    factor = min(scale, widest / box.width())
    above, below = -box.top() * factor, box.bottom() * factor
    lift = x_height / 2
    room_above, room_below = max(above, below + lift), max(below, above - lift)
    whole = QSizeF(box.width() * factor, room_above + room_below)
    inside = QRectF(0, room_above - above, whole.width(), above + below)
    return _paint(renderer, whole, density, inside)


def fit_image(source: bytes, *, density: float, widest: float) -> QImage:
    """Decode a picture made of pixels; it is shown at its own size or as wide as there is room."""
    image = QImage.fromData(source)
    if image.isNull():
        return image
    if image.width() > widest:
        width = round(widest * density)
        if width < image.width():
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(image.width() / widest)
    return image


def _paint(
    renderer: QSvgRenderer, size: QSizeF, density: float, inside: QRectF | None = None
) -> QImage:
    """Paint on a transparent picture of ``size``, all over it or inside a part of it."""
    pixels = QSize(round(size.width() * density), round(size.height() * density))
    image = QImage(pixels.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    part = QRectF(QPointF(0, 0), size) if inside is None else inside
    painter.scale(density, density)
    renderer.render(painter, part)
    painter.end()
    image.setDevicePixelRatio(density)
    return image


def _swap(source: bytes) -> bytes:
    text = source.decode("utf-8", errors="replace")
    return _COLOUR.sub(lambda match: DIAGRAM_SWAPS[match.group().lower()], text).encode()
