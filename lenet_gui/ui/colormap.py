"""Colours that carry values: perceptually uniform and safe for colour-blind eyes.

Activations with signs take a diverging map whose middle, zero, has the theme's own lightness:
`berlin` on dark, `vik` on light (F. Crameri, "Scientific colour maps"). Those that are never
negative take its upper half.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPalette

from lenet_gui import imports, paths
from lenet_gui.network.card import Layer
from lenet_gui.ui import theme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = imports.lazy("numpy")

LEVELS = 256
"""Number of colours in a map."""

_WITHOUT_SIGNS = ("relu", "sigmoid")


class Colormap:
    """256 colours from the lowest to the highest value.

    Attributes:
        has_signs: whether zero lies in the middle; otherwise it is the lowest value.
    """

    def __init__(self, colours: Sequence[int], *, has_signs: bool) -> None:
        assert len(colours) == LEVELS, f"{len(colours)} colours"
        self.has_signs = has_signs
        self._colours = list(colours)
        self._table: NDArray[np.uint32] | None = None
        self._legend: QImage | None = None

    def image(self, values: NDArray[np.float32], limit: float) -> QImage:
        """An image (H, W) of values (H, W), a pixel each.

        Args:
            values: from −limit to +limit, or from 0 to limit without signs.
            limit: the value that takes the highest colour.
        """
        zero = LEVELS / 2 if self.has_signs else 0.0
        levels = values * ((LEVELS - 0.5 - zero) / limit) + zero
        if self._table is None:
            self._table = np.array(self._colours, np.uint32)
        pixels = self._table[levels.clip(0, LEVELS - 1).astype(np.uint8)]
        height, width = pixels.shape
        shared = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        return shared.copy()

    def colour(self, share: float) -> QColor:
        """The colour of a value, given as a share of the limit: from −1, or 0, to 1."""
        zero = LEVELS / 2 if self.has_signs else 0.0
        level = int(share * (LEVELS - 0.5 - zero) + zero)
        return QColor.fromRgb(self._colours[min(max(level, 0), LEVELS - 1)])

    def legend(self) -> QImage:
        """All colours in a row, lowest first, as an image of 256×1."""
        if self._legend is None:
            self._legend = QImage(LEVELS, 1, QImage.Format.Format_RGB32)
            for level, colour in enumerate(self._colours):
                self._legend.setPixel(level, 0, colour)
        return self._legend


def limit(values: NDArray[np.float32] | None) -> float:
    """The size of the largest value, for a scale with zero in the middle; 1 for no values."""
    return 1.0 if values is None else float(abs(values).max()) or 1.0


@cache
def _named(name: str, *, has_signs: bool) -> Colormap:
    lines = (paths.resources() / "colormaps" / f"{name}.txt").read_text("ascii").split()
    colours = [0xFF000000 | int(line.lstrip("#"), 16) for line in lines]
    if not has_signs:
        colours = [colours[(LEVELS + level) // 2] for level in range(LEVELS)]
    return Colormap(colours, has_signs=has_signs)


def diverging(palette: QPalette, *, has_signs: bool = True) -> Colormap:
    """The map that suits a palette: for signed values, or its upper half for others."""
    return _named("berlin" if theme.is_dark(palette) else "vik", has_signs=has_signs)


def ink(palette: QPalette) -> Colormap:
    """The shades from a palette's paper to its ink."""
    paper = palette.color(QPalette.ColorRole.Base).rgb()
    return _mixed(paper, palette.color(QPalette.ColorRole.Text).rgb())


@cache
def _mixed(lowest: int, highest: int) -> Colormap:
    """Two colours and what lies between them."""

    def shade(level: int) -> int:
        mixed = 0xFF
        for shift in (16, 8, 0):
            low, high = lowest >> shift & 0xFF, highest >> shift & 0xFF
            mixed = mixed << 8 | round(low + (high - low) * level / (LEVELS - 1))
        return mixed

    return Colormap([shade(level) for level in range(LEVELS)], has_signs=False)


def suiting(layer: Layer, palette: QPalette) -> Colormap:
    """The map for the activations of a layer: with signs only where its squashing leaves some."""
    return diverging(palette, has_signs=layer.squashing not in _WITHOUT_SIGNS)
