"""The activations of a reading as pictures: one for every stage, on the colour scale chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPalette

from lenet_gui import imports
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import ColourScale
from lenet_gui.ui import colormap
from lenet_gui.ui.map_picture import MapPicture
from lenet_gui.ui.network.network_plan import Block
from lenet_gui.ui.network.network_stages import Stage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = imports.lazy("numpy")


class StagePictures:
    """Pictures of the maps of every stage, in the rows and columns of its block, a pixel a unit.

    Args:
        stages: what is shown; the classes at the end have bars instead.
        palette: whose colours are taken.
    """

    def __init__(self, stages: Sequence[Stage], palette: QPalette) -> None:
        self._stages = stages
        self._limits: list[NDArray[np.float32]] = []
        self.values: list[NDArray[np.float32]] = []
        """Of every stage, (maps, height, width); empty without a reading."""
        self._images: list[QImage | None] = [None] * len(stages)
        self._scale: ColourScale = "layer"
        self._palette = palette

    def show(self, reading: Reading | None, scale: ColourScale, palette: QPalette) -> None:
        """Take the activations of a reading, or of none."""
        self._scale, self._palette = scale, palette
        self.values, self._limits = [], []
        self.forget()
        if reading is None:
            return
        first = reading.input.reshape(self._stages[0].maps, *reading.input.shape)
        self.values = [first, *(reading.activations[stage.name] for stage in self._stages[1:])]
        self._limits = self._find_limits()

    def forget(self) -> None:
        """Make all pictures anew: the blocks have other rows and columns."""
        self._images = [None] * len(self._stages)

    def image(self, index: int, block: Block) -> QImage | None:
        """All maps of a stage; None without a reading."""
        if not self.values:
            return None
        found = self._images[index]
        if found is None:
            shares = self.values[index] / self._limits[index][:, None, None]
            found = self.colours(index).image(_tiled(shares, block), 1.0)
            self._images[index] = found
        return found

    def map_picture(
        self, index: int, map_: int | None, block: Block, called: tuple[str, str]
    ) -> MapPicture | None:
        """A map of a stage alone, or the whole stage; None without a reading.

        Args:
            index: of the stage.
            map_: its index; None for all, in the rows and columns of the block.
            block: of the stage.
            called: name for files, and title.
        """
        if not self.values:
            return None
        values, limits = self.values[index], self._limits[index]
        shown = _tiled(values, block, np.nan) if map_ is None else values[map_]
        limit = limits.max() if map_ is None else limits[map_]
        return MapPicture(*called, shown, float(limit), self.colours(index))

    def colours(self, index: int) -> colormap.Colormap:
        """The colours of a stage: paper and ink for the input."""
        if index == 0:
            return colormap.ink(self._palette)
        signs = [stage.has_signs for stage in self._hidden()]
        has_signs = any(signs) if self._scale == "all" else self._stages[index].has_signs
        return colormap.diverging(self._palette, has_signs=has_signs)

    def legend(self, index: int) -> str:
        """The ends of a stage's scale in words; empty without a reading."""
        if not self._limits:
            return ""
        if index == 0:
            return "0…1"
        low, high = f"{self._limits[index].min():.2f}", f"{self._limits[index].max():.2f}"
        span = high if low == high else f"{low}–{high}"
        return f"±{span}" if self.colours(index).has_signs else f"0…{span}"

    def _hidden(self) -> Sequence[Stage]:
        """The stages whose activations take colours: neither the input nor the classes."""
        return [stage for stage in self._stages[1:] if not stage.is_output]

    def _find_limits(self) -> list[NDArray[np.float32]]:
        """For every map of every stage, the value that takes the highest colour.

        A map of one unit has no scale of its own: it would always be the highest colour.
        """
        largest = [abs(values).max(axis=(1, 2)) for values in self.values]
        for stage, found in zip(self._stages, largest, strict=True):
            if self._scale != "map" or stage.has_cells:
                found[:] = found.max()
        if self._scale == "all":
            hidden = [i for i, s in enumerate(self._stages) if i and not s.is_output]
            over_all = max((largest[i].max() for i in hidden), default=1.0)
            for i in hidden:
                largest[i][:] = over_all
        largest[0][:] = 1
        for found in largest:
            found[found == 0] = 1
        return largest


def _tiled(values: NDArray[np.float32], block: Block, blank: float = 0.0) -> NDArray[np.float32]:
    """Maps (N, H, W) in the rows and columns of a block, as one picture, blank where none is."""
    count, height, width = values.shape
    places = block.rows * block.columns
    if places > count:
        blanks = np.full((places - count, height, width), blank, np.float32)
        values = np.concatenate([values, blanks])
    rows = values.reshape(block.rows, block.columns, height, width).transpose(0, 2, 1, 3)
    return rows.reshape(block.rows * height, block.columns * width)
