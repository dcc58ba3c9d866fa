"""One map alone, as it is taken out of the window: its units as squares, and what they mean."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette

from lenet_gui import imports
from lenet_gui.ui import lettering
from lenet_gui.ui.colormap import Colormap

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = imports.lazy("numpy")

_SIDE = 512
"""Pixels that the longer side of a map has at most."""

_LEAST_WIDTH = 320
"""Of the picture, for title and legend, in pixels."""

_MARGIN, _LINE, _BAR = 24, 32, 12
"""Around all; height of a line of text, and of the colour scale, in pixels."""

_TITLE, _FIGURES = 16, 13
"""Sizes of text, in pixels."""


@dataclass(frozen=True, eq=False)
class MapPicture:
    """A map.

    Attributes:
        name: for files: layer and map.
        title: in words.
        values: activations (rows, columns); NaN where there is no unit.
        limit: the value that takes the highest colour.
        colours: of the values.
    """

    name: str
    title: str
    values: NDArray[np.float32]
    limit: float
    colours: Colormap

    @property
    def unit(self) -> int:
        """Side of a unit, in pixels; a whole number, so that every square is as large."""
        longest: int = max(self.values.shape)
        return max(1, _SIDE // longest)

    def size(self) -> QSize:
        """Of the picture, with title and legend."""
        rows, columns = self.values.shape
        width = max(columns * self.unit, _LEAST_WIDTH) + 2 * _MARGIN
        return QSize(width, rows * self.unit + 2 * _MARGIN + 2 * _LINE + _BAR + _MARGIN)

    def square(self) -> QRect:
        """Where the units lie in the picture."""
        rows, columns = self.values.shape
        left = (self.size().width() - columns * self.unit) // 2
        return QRect(left, _MARGIN + _LINE, columns * self.unit, rows * self.unit)

    def paint(self, painter: QPainter, title: str, palette: QPalette, font: QFont) -> None:
        """Paint the picture.

        Args:
            painter: where its size fits, on the colour of a window.
            title: stands above it.
            palette: for the text.
            font: whose letters are taken.
        """
        square, middle = self.square(), Qt.AlignmentFlag.AlignCenter
        wide = self.size().width() - 2 * _MARGIN
        line = QRectF(_MARGIN, _MARGIN, wide, _LINE - _MARGIN / 2)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        large = lettering.sized(font, _TITLE, QFont.Weight.DemiBold)
        painter.setFont(lettering.fitting(large, title, wide))
        painter.drawText(line, middle, title)
        self._paint_units(painter, square)
        bar = QRectF((self.size().width() - _LEAST_WIDTH) / 2, 0, _LEAST_WIDTH, _BAR)
        bar.moveTop(square.bottom() + 1 + _MARGIN)
        painter.drawImage(bar, self.colours.legend())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.setFont(lettering.sized(font, _FIGURES))
        figures = QRectF(bar.left(), bar.bottom(), bar.width(), _LINE)
        has_signs = self.colours.has_signs
        highest = f"{self.limit:.3g}"
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        up = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(figures, left | up, f"−{highest}" if has_signs else "0")
        painter.drawText(figures, right | up, highest)
        if has_signs:
            painter.drawText(figures, middle, "0")

    def _paint_units(self, painter: QPainter, square: QRect) -> None:
        """Units of one colour together: an SVG file is a third as large."""
        image = self.colours.image(np.nan_to_num(self.values), self.limit)
        found: dict[int, list[QRect]] = defaultdict(list)
        for row, values in enumerate(self.values.tolist()):
            for column, value in enumerate(values):
                if not math.isnan(value):
                    left, top = square.left() + column * self.unit, square.top() + row * self.unit
                    found[image.pixel(column, row)].append(QRect(left, top, self.unit, self.unit))
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, rects in found.items():
            painter.setBrush(QColor.fromRgb(colour))
            painter.drawRects(rects)
        painter.setBrush(Qt.BrushStyle.NoBrush)
