"""Paints weights as pictures, with their numbers where there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from lenet_gui import imports
from lenet_gui.ui import colormap
from lenet_gui.ui.network.kernel_table import KernelTable
from lenet_gui.ui.network.network_painter import is_light, written
from lenet_gui.ui.typesetter import Typesetter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = imports.lazy("numpy")

NUMBERS_FROM = 26.0
"""Side of a weight from which on its number is written in it, in pixels."""

_WHOLE_FROM = 38.0
"""And from which on there is room for the 0 before the point."""


def band(table: KernelTable, first: int, count: int, palette: QPalette) -> QImage:
    """The pictures of some maps as one, a pixel a weight, see-through between them."""
    maps = table.pictures[first : first + count]
    padded = np.pad(maps, ((0, 0), (0, 0), (0, 1), (0, 1)))
    there = np.zeros(padded.shape, np.uint8)
    there[:, :, :-1, :-1] = 255 * table.connected[first : first + count, :, None, None]
    image = colormap.diverging(palette).image(_laid_out(padded), table.limit)
    mask = np.ascontiguousarray(_laid_out(there))
    high, wide = mask.shape
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    image.setAlphaChannel(QImage(mask.data, wide, high, wide, QImage.Format.Format_Grayscale8))
    return image


def numbers(
    painter: QPainter,
    place: QRectF,
    values: NDArray[np.float32],
    limit: float,
    typesetter: Typesetter,
    palette: QPalette,
) -> None:
    """Write the weights of a picture into it, if they are large enough."""
    rows, columns = values.shape
    side = place.width() / columns
    if side < NUMBERS_FROM:
        return
    image = colormap.diverging(palette).image(values, limit)
    worded = written if side >= _WHOLE_FROM else compact
    for row in range(rows):
        for column in range(columns):
            light = is_light(image.pixel(column, row))
            painter.setPen(QColor("#000000" if light else "#ffffff"))
            cell = QRectF(place.left() + column * side, place.top() + row * side, side, side)
            text = worded(float(values[row, column]))
            typesetter.write(painter, cell.adjusted(1, 0, -1, 0), text, min(side / 3, 22.0))


def compact(value: float) -> str:
    """A weight with two decimals, and no 0 before the point."""
    text = f"{value:z.2f}".replace("-", "−")
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def _laid_out(tiles: NDArray[Any]) -> NDArray[Any]:
    """Tiles (maps, rows, height, width) side by side, and their rows one below the other."""
    maps, rows, high, wide = tiles.shape
    return tiles.transpose(1, 2, 0, 3).reshape(rows * high, maps * wide)
