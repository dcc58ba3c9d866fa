"""The ink as pixels: an image to which settled pieces are added, so that a stroke stays cheap.

Pieces are combined by the greater coverage. Painted one over another instead, the soft edges of
many short pieces would add up to hard ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from lenet_gui import imports
from lenet_gui.recognition.drawing import PICTURE_SHARE
from lenet_gui.ui.pad.stroke_path import Piece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = imports.lazy("numpy")

WHOLE_SHEET = 1.0
"""The share of a picture that has its margin already."""


class InkLayer:
    """Ink on nothing, one image pixel for a pixel of the screen.

    Args:
        side: of the sheet, in device pixels.
        ink: the colour.
    """

    def __init__(self, side: int, ink: QColor) -> None:
        self.side = side
        self.ink = ink
        self.image = _transparent(side)
        self._scratch = _transparent(side)

    def paint(self, pieces: Iterable[Piece], brush: float) -> None:
        """Add pieces, drawn with a brush as wide as a share of the side."""
        for piece in pieces:
            for path, width in piece.scaled(self.side, brush):
                self._add(path, width)

    def paint_picture(self, picture: NDArray[np.float32], share: float = PICTURE_SHARE) -> None:
        """Lay a picture's ink (H, W), from 0 to 1, in the middle.

        Its longer side takes `share` of the sheet's.
        """
        height, width = picture.shape
        levels = np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)
        coverage = QImage(levels.data, width, height, width, QImage.Format.Format_Grayscale8)
        room = round(self.side * share)
        coverage = coverage.scaled(
            QSize(room, room),
            QtCore.Qt.AspectRatioMode.KeepAspectRatio,
            QtCore.Qt.TransformationMode.SmoothTransformation,
        )
        tinted = QImage(coverage.size(), QImage.Format.Format_ARGB32_Premultiplied)
        tinted.fill(self.ink)
        tinted.setAlphaChannel(coverage)
        corner = (QPointF(self.side, self.side) - QPointF(tinted.width(), tinted.height())) / 2
        with QPainter(self.image) as painter:
            painter.drawImage(corner.toPoint(), tinted)

    def show_on(self, painter: QPainter, tip: Iterable[Piece], brush: float) -> None:
        """Paint the ink, and a line's tip that is not settled yet, from the sheet's corner."""
        painter.drawImage(0, 0, self.image)
        painter.setClipRect(self.image.rect())
        for piece in tip:
            for path, width in piece.scaled(self.side, brush):
                _draw_path(painter, path, width, self.ink)
        painter.setClipping(False)

    def _add(self, path: QPainterPath, width: float) -> None:
        reach = width / 2 + 1
        box = path.controlPointRect().adjusted(-reach, -reach, reach, reach).toAlignedRect()
        box &= self.image.rect()
        if box.isEmpty():
            return
        with QPainter(self._scratch) as painter:
            _draw_path(painter, path, width, self.ink)
        added, there = _pixels(self._scratch, box), _pixels(self.image, box)
        # Colours are premultiplied, so more coverage is more in every channel.
        np.maximum(there, added, out=there)
        added[:] = 0


def _draw_path(painter: QPainter, path: QPainterPath, width: float, ink: QColor) -> None:
    """Draw a path with a round brush."""
    qt = QtCore.Qt
    pen = QPen(
        ink, width, qt.PenStyle.SolidLine, qt.PenCapStyle.RoundCap, qt.PenJoinStyle.RoundJoin
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _transparent(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QtCore.Qt.GlobalColor.transparent)
    return image


def _pixels(image: QImage, box: QRect) -> NDArray[np.uint8]:
    """The bytes (height, width, 4) of a part of an image, to read and to change."""
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[box.top() : box.bottom() + 1, box.left() : box.right() + 1]
