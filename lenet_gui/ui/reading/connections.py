"""Which maps of two layers are connected, and what lights up with one of them. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lenet_gui.network.card import Layer

Axis = Literal["row", "column"]


@dataclass(frozen=True)
class TableLine:
    """A row (a map of the layer before) or a column (a map of the layer)."""

    axis: Axis
    index: int


class Connections:
    """The connection table of a layer.

    Attributes:
        layer: whose maps are the columns.
        before: the layer whose maps feed it, the rows.
    """

    def __init__(self, layer: Layer, before: Layer) -> None:
        self.layer, self.before = layer, before
        self._sees = layer.table or ((),) * layer.maps

    def layer_of(self, axis: Axis) -> Layer:
        """The layer whose maps are the rows or the columns."""
        return self.before if axis == "row" else self.layer

    def are_connected(self, row: int, column: int) -> bool:
        """Whether map `row` of the layer before feeds map `column`."""
        return row in self._sees[column]

    def maps_of(self, line: TableLine) -> tuple[int, ...]:
        """The maps that a column sees, or that a row feeds."""
        if line.axis == "column":
            return tuple(self._sees[line.index])
        return tuple(i for i, seen in enumerate(self._sees) if line.index in seen)

    def is_bright(self, line: TableLine, lit: TableLine | None) -> bool:
        """Whether a line is the one that is lit, or is seen or fed by it."""
        if lit is None or line.axis == lit.axis:
            return line == lit
        return line.index in self.maps_of(lit)

    def step(self, lit: TableLine | None, down: int, across: int) -> TableLine:
        """The line beside the one lit; the first or the last one where that is of another axis."""
        axis: Axis = "row" if down else "column"
        count = self.layer_of(axis).maps
        if lit is None or lit.axis != axis:
            return TableLine(axis, 0 if down + across > 0 else count - 1)
        return TableLine(axis, (lit.index + down + across) % count)
