"""Painting a part of a picture, on a screen or into an SVG file."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter

_ENLARGED = 8
"""Pixels of an SVG file's picture for one: some programs smooth it, and then only its edges."""


def is_vector(painter: QPainter) -> bool:
    """Whether it paints into an SVG file, which keeps shapes instead of pixels."""
    return bool(painter.paintEngine().type() == QPaintEngine.Type.SVG)


def draw(painter: QPainter, target: QRect | QRectF, image: QImage, source: QRect | QRectF) -> None:
    """Paint a part of a picture, of whole pixels.

    Qt writes the whole picture into an SVG file whatever part is asked for; to copy the part
    takes too long for a screen.
    """
    part = QRectF(source)
    if is_vector(painter):
        copied = image.copy(part.toRect())
        painter.drawImage(QRectF(target), copied.scaled(copied.size() * _ENLARGED))
    else:
        painter.drawImage(QRectF(target), image, part)
