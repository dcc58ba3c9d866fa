"""Where the cells and heads of a connection table lie in the room it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRect

_GAP = 4
_LONGEST = 1.5
"""How much higher than wide, or wider than high, a cell may be."""

_NUMBER_LETTERS = 3
_CAPTION_LINES = 1.5


@dataclass(frozen=True)
class TablePlan:
    """A head for each row and column, the cells between them, a line of words above.

    Attributes:
        rows: how many there are.
        columns: how many there are.
        width: of the room, in pixels.
        height: of the room, in pixels.
        text: height of a line of text, in pixels.
        letter: width of a letter, in pixels.
    """

    rows: int
    columns: int
    width: int
    height: int
    text: int
    letter: int

    @staticmethod
    def head_width(side: int, letter: int) -> int:
        """Width of a row's head: a number, a map, a gap."""
        return _NUMBER_LETTERS * letter + side + _GAP

    @staticmethod
    def head_height(side: int, text: int) -> int:
        """Height of a column's head: a number, a map, a gap."""
        return text + side + _GAP

    @staticmethod
    def caption_height(text: int) -> int:
        """Height of the words above."""
        return round(_CAPTION_LINES * text)

    def caption(self) -> QRect:
        """Where what is lit is told."""
        return QRect(0, 0, self.width, self._heads_top)

    def corner(self) -> QRect:
        """Where the two layers are named."""
        cells = self.cells()
        top = self._heads_top
        return QRect(0, top, cells.left() - _GAP, cells.top() - _GAP - top)

    def cells(self) -> QRect:
        """All cells."""
        left = self.head_width(self._side, self.letter)
        top = self._heads_top + self.head_height(self._side, self.text)
        across, down = self._cell_size
        return QRect(left, top, across * self.columns, down * self.rows)

    def cell(self, row: int, column: int) -> QRect:
        """One cell."""
        cells = self.cells()
        across, down = self._cell_size
        return QRect(cells.left() + column * across, cells.top() + row * down, across, down)

    def row_heads(self) -> QRect:
        """The heads of all rows."""
        cells = self.cells()
        return QRect(0, cells.top(), cells.left(), cells.height())

    def column_heads(self) -> QRect:
        """The heads of all columns."""
        cells = self.cells()
        return QRect(cells.left(), self._heads_top, cells.width(), cells.top() - self._heads_top)

    def row_map(self, row: int) -> QRect:
        """Where the map of a row is shown."""
        return self._map_around(
            QPoint(self.cells().left() - _GAP - self._side // 2, self.cell(row, 0).center().y())
        )

    def column_map(self, column: int) -> QRect:
        """Where the map of a column is shown."""
        return self._map_around(
            QPoint(self.cell(0, column).center().x(), self.cells().top() - _GAP - self._side // 2)
        )

    def row_number(self, row: int) -> QRect:
        """Where a row's number stands."""
        cell = self.cell(row, 0)
        return QRect(0, cell.top(), _NUMBER_LETTERS * self.letter, cell.height())

    def column_number(self, column: int) -> QRect:
        """Where a column's number stands."""
        cell = self.cell(0, column)
        return QRect(cell.left(), self._heads_top, cell.width(), self.text)

    def cell_at(self, place: QPoint) -> tuple[int | None, int | None]:
        """The row and the column at a place; a row's head has no column, and the reverse."""
        cells = self.cells()
        across, down = self._cell_size
        column = (place.x() - cells.left()) // across
        row = (place.y() - cells.top()) // down
        is_beside = self._heads_top <= place.y() <= cells.bottom()
        return (
            row if 0 <= row < self.rows else None,
            column if 0 <= column < self.columns and is_beside else None,
        )

    @cached_property
    def _heads_top(self) -> int:
        return self.caption_height(self.text)

    @cached_property
    def _side(self) -> int:
        """Side of a map at a head: heads and cells of this size fill the room."""
        across = (self.width - self.head_width(0, self.letter)) // (self.columns + 1)
        heads = self.head_height(0, self.text) + self.caption_height(self.text)
        return max(1, min(across, (self.height - heads) // (self.rows + 1)))

    @cached_property
    def _cell_size(self) -> tuple[int, int]:
        side = self._side
        longest = max(1, round(_LONGEST * side))
        across = (self.width - self.head_width(side, self.letter)) // self.columns
        heads = self.head_height(side, self.text) + self.caption_height(self.text)
        down = (self.height - heads) // self.rows
        return min(longest, max(1, across)), min(longest, max(1, down))

    def _map_around(self, centre: QPoint) -> QRect:
        side = max(1, self._side - _GAP)
        return QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)
