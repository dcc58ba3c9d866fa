"""Text that is painted again and again while ink flows: laid out once, and kept."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from lenet_gui.ui import lettering

_MOST = 4096
"""Texts that are kept."""


@dataclass(frozen=True)
class _Line:
    """A text as it is painted.

    Attributes:
        font: in the size that fits.
        text: laid out in it.
        width, height: of the text, in pixels.
    """

    font: QFont
    text: QStaticText
    width: float
    height: float


class Typesetter:
    """Writes lines of text in the sizes and weights of one font.

    Finding a font, fitting a text into a width and shaping it take several times as long as
    painting it, and most texts of a live view are as they were, or were there before.

    Args:
        font: whose family is written in.
    """

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._fonts: dict[tuple[int, QFont.Weight], QFont] = {}
        self._lines: dict[tuple[str, int, QFont.Weight, int], _Line] = {}

    def write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        pixels: float,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        """Write a line with the painter's pen, half-way up a place.

        It is smaller where it would be wider than the place, and cut off where the smallest
        letters still are.

        Args:
            painter: whose pen is taken; its font is another one afterwards.
            place: where to.
            text: what is written.
            pixels: size of the letters.
            side: AlignLeft, AlignHCenter or AlignRight.
            weight: of the letters.
        """
        line = self._line(text, round(pixels), weight, int(place.width()))
        left = place.left()
        if side != Qt.AlignmentFlag.AlignLeft:
            beside = place.width() - line.width
            left += beside if side == Qt.AlignmentFlag.AlignRight else beside / 2
        painter.setFont(line.font)
        painter.drawStaticText(QPointF(left, place.center().y() - line.height / 2), line.text)

    def _line(self, text: str, pixels: int, weight: QFont.Weight, width: int) -> _Line:
        found = self._lines.get((text, pixels, weight, width))
        if found is None:
            if len(self._lines) >= _MOST:
                self._lines.clear()
            found = self._laid_out(text, self._sized(pixels, weight), width)
            self._lines[text, pixels, weight, width] = found
        return found

    def _sized(self, pixels: int, weight: QFont.Weight) -> QFont:
        found = self._fonts.get((pixels, weight))
        if found is None:
            found = self._fonts[pixels, weight] = lettering.sized(self._font, pixels, weight)
        return found

    def _laid_out(self, text: str, font: QFont, width: int) -> _Line:
        fitting = lettering.fitting(font, text, width)
        font = font if fitting == font else self._sized(fitting.pixelSize(), fitting.weight())
        metrics = QFontMetricsF(font)
        whole = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 2)
        made = QStaticText(whole)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(QTransform(), font)
        size = made.size()
        return _Line(font, made, size.width(), size.height())
