"""Colours that carry values: perceptually uniform and safe for colour-blind eyes.

Activations with signs take a diverging map whose middle, zero, has the theme's own lightness:
`berlin` on dark, `vik` on light (F. Crameri, "Scientific colour maps").
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPalette

from lenet_gui import paths
from lenet_gui.ui import theme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEVELS = 256
"""Number of colours in a map."""


class Colormap:
    """256 colours from the lowest to the highest value."""

    def __init__(self, path: Path) -> None:
        lines = path.read_text("ascii").split()
        self._colours = [0xFF000000 | int(line.lstrip("#"), 16) for line in lines]
        assert len(self._colours) == LEVELS, f"{path} has {len(self._colours)} colours"

    def image(self, values: NDArray[np.float32], limit: float) -> QImage:
        """An image (H, W) of values (H, W) from -limit to +limit, a pixel each."""
        half = LEVELS / 2
        levels = (values * ((half - 0.5) / limit) + half).clip(0, LEVELS - 1).astype("uint8")
        height, width = levels.shape
        image = QImage(levels.data, width, height, width, QImage.Format.Format_Indexed8)
        image.setColorTable(self._colours)
        return image.convertToFormat(QImage.Format.Format_RGB32)

    def legend(self) -> QImage:
        """All colours in a row, lowest first, as an image of 256×1."""
        image = QImage(LEVELS, 1, QImage.Format.Format_RGB32)
        for level, colour in enumerate(self._colours):
            image.setPixel(level, 0, colour)
        return image


def limit(values: NDArray[np.float32] | None) -> float:
    """The size of the largest value, for a scale with zero in the middle; 1 for no values."""
    return 1.0 if values is None else float(abs(values).max()) or 1.0


@cache
def _named(name: str) -> Colormap:
    return Colormap(paths.resources() / "colormaps" / f"{name}.txt")


def diverging(palette: QPalette) -> Colormap:
    """The map for signed values that suits a palette."""
    return _named("berlin" if theme.is_dark(palette) else "vik")
