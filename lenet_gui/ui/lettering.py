"""Fonts for painted text: a view's own font, in the size and weight that a place wants."""

from PySide6.QtGui import QFont, QFontMetricsF

_LEAST = 9
"""The smallest text, in pixels."""


def sized(font: QFont, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """`font` in another size, in pixels, and weight."""
    made = QFont(font)
    made.setPixelSize(max(_LEAST, round(pixels)))
    made.setWeight(weight)
    return made


def fitting(font: QFont, text: str, width: float) -> QFont:
    """`font`, smaller where `text` would be wider than `width` pixels."""
    needed = QFontMetricsF(font).horizontalAdvance(text)
    return sized(font, font.pixelSize() * min(1.0, width / max(needed, 1.0)), font.weight())
