"""Where the pictures of a layer's weights lie. Geometry alone."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

_LARGEST = 64.0
"""Side of a weight at most, in pixels."""

_LABEL = 1.3
"""Room for a line of numbers, in lines of text."""

_ENOUGH = 0.6
"""Share of the largest weights that is enough for maps to stand in fewer bands: as in a table."""

_MOST_WITH_BIASES = 32
"""With more maps than that, their biases would be too small to be read below them."""


@dataclass(frozen=True)
class KernelPlan:
    """Maps side by side in bands, their rows one below the other; a weight's side between two.

    Attributes:
        shape: maps, rows, and height and width of a picture, in weights.
        columns: maps in a band.
        unit: side of a weight.
        gutter: room for the numbers of the rows, at the left of a band.
        head, foot: room for the numbers of the maps above a band, and their biases below.
        left: where the bands begin.
    """

    shape: tuple[int, int, int, int]
    columns: int
    unit: float
    gutter: float
    head: float
    foot: float
    left: float = 0.0

    @classmethod
    def fit(
        cls,
        shape: tuple[int, int, int, int],
        room: tuple[float, float],
        text: float,
        gutter: float,
        *,
        has_biases: bool,
    ) -> KernelPlan:
        """The plan with the largest weights that a room, width and height, allows.

        Args:
            shape: maps, rows, and height and width of a picture.
            room: width and height.
            text: height of a line of text.
            gutter: width of the numbers of the rows.
            has_biases: whether each map has one that is told below it.
        """
        maps, rows, high, wide = shape
        label = text * _LABEL
        foot = label if has_biases and maps <= _MOST_WITH_BIASES else label / 3

        def plan(bands: int) -> KernelPlan:
            columns = math.ceil(maps / bands)
            bands = math.ceil(maps / columns)
            across = (room[0] - gutter) / (columns * (wide + 1))
            down = (room[1] / bands - label - foot) / (rows * (high + 1))
            unit = max(0.05, min(across, down, _LARGEST))
            return cls(shape, columns, unit, gutter, label, foot)

        plans = [plan(bands) for bands in range(1, maps + 1)]
        enough = max(found.unit for found in plans) * (_ENOUGH if rows > 1 else 1.0)
        best = next(found for found in plans if found.unit >= enough)
        left = max(0.0, (room[0] - best.width) / 2)
        return cls(shape, best.columns, best.unit, gutter, label, foot, left)

    @property
    def bands(self) -> int:
        """How many bands there are; the last may not be full."""
        return math.ceil(self.shape[0] / self.columns)

    @property
    def width(self) -> float:
        """Of all."""
        return self.gutter + self.columns * self._across

    def cell(self, map_: int, row: int) -> QRectF:
        """Where a picture lies."""
        _, _, high, wide = self.shape
        band, column = divmod(map_, self.columns)
        left = self.left + self.gutter + column * self._across
        top = band * self._band + self.head + row * self._down
        return QRectF(left, top, wide * self.unit, high * self.unit)

    def above(self, map_: int) -> QRectF:
        """Where the number of a map stands."""
        cell = self.cell(map_, 0)
        return QRectF(cell.left(), cell.top() - self.head, cell.width(), self.head)

    def below(self, map_: int) -> QRectF:
        """Where the bias of a map stands."""
        cell = self.cell(map_, self.shape[1] - 1)
        return QRectF(cell.left(), cell.bottom(), cell.width(), self.foot)

    def beside(self, band: int, row: int) -> QRectF:
        """Where the number of a row stands."""
        cell = self.cell(band * self.columns, row)
        return QRectF(self.left, cell.top(), self.gutter, cell.height())

    def band(self, band: int) -> QRectF:
        """Where the pictures of a band lie, with the space at their right and below them."""
        first = self.cell(band * self.columns, 0)
        count = min(self.columns, self.shape[0] - band * self.columns)
        size = count * self._across, self.shape[1] * self._down
        return QRectF(first.left(), first.top(), *size)

    def nearest(self, point: QPointF) -> tuple[int, int]:
        """Map and row of the picture that a point is closest to."""
        maps, rows, _, _ = self.shape
        band = min(max(int(point.y() // self._band), 0), self.bands - 1)
        column = int((point.x() - self.left - self.gutter) // self._across)
        map_ = band * self.columns + min(max(column, 0), self.columns - 1)
        within = point.y() - band * self._band - self.head
        return min(map_, maps - 1), min(max(int(within // self._down), 0), rows - 1)

    @property
    def _across(self) -> float:
        return (self.shape[3] + 1) * self.unit

    @property
    def _down(self) -> float:
        return (self.shape[2] + 1) * self.unit

    @property
    def _band(self) -> float:
        return self.head + self.shape[1] * self._down + self.foot
