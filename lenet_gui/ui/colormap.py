"""Colours that carry values: perceptually uniform and safe for colour-blind eyes.

Activations with signs take a diverging map whose middle, zero, has the theme's own lightness:
`berlin` on dark, `vik` on light (F. Crameri, "Scientific colour maps").
"""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPalette

from lenet_gui import paths
from lenet_gui.ui import theme

LEVELS = 256
"""Number of colours in a map."""


class Colormap:
    """256 colours from the lowest to the highest value."""

    def __init__(self, path: Path) -> None:
        colours = [int(line.lstrip("#"), 16) for line in path.read_text("ascii").split()]
        self._colours = np.array(colours, np.uint32) | np.uint32(0xFF000000)

    def image(self, values: NDArray[np.float32], limit: float) -> QImage:
        """An image (H, W) of values (H, W) from -limit to +limit, a pixel each."""
        half = LEVELS / 2
        levels = values * np.float32((half - 0.5) / limit) + np.float32(half)
        levels = np.clip(levels, 0, LEVELS - 1, out=levels)
        pixels = self._colours[levels.astype(np.uint8)]
        height, width = pixels.shape
        # The copy owns its pixels: the array behind the first image goes with this call.
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def legend(self) -> QImage:
        """All colours in a row, lowest first, as an image of 256×1."""
        ramp = np.linspace(-1, 1, LEVELS, dtype=np.float32)[None]
        return self.image(ramp, 1.0)


def limit(values: NDArray[np.float32] | None) -> float:
    """The size of the largest value, for a scale with zero in the middle; 1 for no values."""
    return 1.0 if values is None else float(np.abs(values).max()) or 1.0


@cache
def _named(name: str) -> Colormap:
    return Colormap(paths.resources() / "colormaps" / f"{name}.txt")


def diverging(palette: QPalette) -> Colormap:
    """The map for signed values that suits a palette."""
    return _named("berlin" if theme.is_dark(palette) else "vik")
