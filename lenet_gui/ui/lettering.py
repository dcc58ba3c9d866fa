"""Fonts for painted text: a view's own font, in the size and weight that a place wants."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter

_LEAST = 9
"""The smallest text, in pixels."""

_ROUNDING = 1
"""Pixels by which a text may be wider than its room: widths of letters are rounded."""

_TITLE = 1.25
"""Size of a title, in sizes of the text below it."""


def sized(font: QFont, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """`font` in another size, in pixels, and weight."""
    made = QFont(font)
    made.setPixelSize(max(_LEAST, round(pixels)))
    made.setWeight(weight)
    return made


def title(font: QFont) -> QFont:
    """`font` as the title of a page has it: larger and bolder."""
    return sized(font, QFontInfo(font).pixelSize() * _TITLE, QFont.Weight.DemiBold)


def fitting(font: QFont, text: str, width: float) -> QFont:
    """`font`, smaller where `text` would be wider than `width` pixels."""
    needed = QFontMetricsF(font).horizontalAdvance(text)
    size = font.pixelSize() * min(1.0, width / max(needed, 1.0))
    return sized(font, math.floor(size), font.weight())


def write(painter: QPainter, room: QRect | QRectF, flags: Qt.AlignmentFlag, text: str) -> None:
    """Write a line in the painter's font; smaller where it fits then, else it ends in … ."""
    room = QRectF(room)
    before = painter.font()
    smaller = fitting(before, text, room.width())
    if QFontMetricsF(smaller).horizontalAdvance(text) <= room.width() + _ROUNDING:
        painter.setFont(smaller)  # what is cut off anyway is as well seen large
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() + _ROUNDING)
    painter.drawText(room, flags | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, shown)
    painter.setFont(before)
