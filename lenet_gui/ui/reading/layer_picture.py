"""The maps of a layer in a reading, as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPalette

from lenet_gui.network.card import Layer
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import colormap, picture_part

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class LayerPicture:
    """All maps of a layer, one under the other in one image; made once a reading.

    Attributes:
        limit: the largest activation's size, at either end of the colour scale.
    """

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._values: NDArray[np.float32] | None = None
        self._image: QImage | None = None
        self.limit = 1.0

    def show_reading(self, reading: Reading | None) -> None:
        """Take the layer's activations in a reading, or none."""
        self._values = None if reading is None else reading.activations[self._layer.name]
        self._image = None
        self.limit = colormap.limit(self._values)

    def forget_colours(self) -> None:
        """Make it anew: the colours are others."""
        self._image = None

    def paint(self, painter: QPainter, place: QRect, index: int, palette: QPalette) -> None:
        """Paint map `index` into a place; without a reading, blank paper."""
        if self._values is None:
            painter.fillRect(place, palette.color(QPalette.ColorRole.Base))
            return
        if self._image is None:
            stacked = self._values.reshape(-1, self._layer.width)
            self._image = colormap.suiting(self._layer, palette).image(stacked, self.limit)
        height = self._layer.height
        source = QRect(0, index * height, self._layer.width, height)
        picture_part.draw(painter, place, self._image, source)
