"""Fonts for painted text: a view's own font, in the size and weight that a place wants."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter

_LEAST = 9
"""The smallest text, in pixels."""

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
    """Write a line in the painter's font; smaller, and at last with an …, where it has to be."""
    room = QRectF(room)
    before = painter.font()
    font = fitting(before, text, room.width())
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, flags | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, shown)
    painter.setFont(before)
