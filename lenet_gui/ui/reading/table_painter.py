"""Paints a connection table: the maps at its heads, its cells, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from lenet_gui.ui.reading.connections import Axis, Connections, TableLine
from lenet_gui.ui.reading.layer_picture import LayerPicture
from lenet_gui.ui.reading.table_plan import TablePlan

_FAINT = 0.3
"""How much is left of a map that is not lit while others are."""

_Role = QPalette.ColorRole


class TablePainter:
    """One painting of a table, with one line of it lit, or none."""

    def __init__(
        self,
        painter: QPainter,
        plan: TablePlan,
        palette: QPalette,
        connections: Connections,
        lit: TableLine | None,
    ) -> None:
        self._painter, self._plan, self._palette = painter, plan, palette
        self._connections, self._lit = connections, lit

    def paint_heads(self, pictures: Mapping[Axis, LayerPicture]) -> None:
        """Paint the maps of both layers, with their numbers."""
        for axis, picture in pictures.items():
            for index in range(self._connections.layer_of(axis).maps):
                self._paint_head(TableLine(axis, index), picture)

    def _paint_head(self, line: TableLine, picture: LayerPicture) -> None:
        painter, plan, index = self._painter, self._plan, line.index
        place, number = (
            (plan.row_map(index), plan.row_number(index))
            if line.axis == "row"
            else (plan.column_map(index), plan.column_number(index))
        )
        is_bright = self._connections.is_bright(line, self._lit)
        painter.setOpacity(1.0 if is_bright or self._lit is None else _FAINT)
        picture.paint(painter, place, index, self._palette)
        shade = _Role.Accent if is_bright else _Role.Mid
        painter.setPen(QPen(self._colour(shade), 3 if line == self._lit else 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setPen(self._colour(_Role.Text if is_bright else _Role.PlaceholderText))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index))
        painter.setOpacity(1.0)

    def paint_cells(self) -> None:
        """Paint the cells, those of connected maps filled."""
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for column in range(self._connections.layer.maps):
            for row in range(self._connections.before.maps):
                painter.setBrush(self._cell_colour(row, column))
                cell = self._plan.cell(row, column)
                painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _cell_colour(self, row: int, column: int) -> QColor:
        if not self._connections.are_connected(row, column):
            return self._colour(_Role.Base)
        if self._lit is None:
            return self._colour(_Role.PlaceholderText)
        is_lit = self._lit in (TableLine("row", row), TableLine("column", column))
        return self._colour(_Role.Accent if is_lit else _Role.Mid)

    def paint_words(self, told: str) -> None:
        """Write the layers' names into the corner, and what is lit in words above all."""
        painter, corner, caption = self._painter, self._plan.corner(), self._plan.caption()
        painter.setPen(self._colour(_Role.PlaceholderText))
        painter.drawText(corner, Qt.AlignmentFlag.AlignBottom, self._connections.before.name)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(corner, right, self._connections.layer.name)
        if self._lit is not None:
            painter.setPen(self._colour(_Role.Text))
        short = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, caption.width())
        painter.drawText(caption, Qt.AlignmentFlag.AlignTop, short)

    def paint_focus(self) -> None:
        """Paint the ring of the keyboard's focus."""
        self._painter.setPen(QPen(self._colour(_Role.Highlight), 2))
        self._painter.drawRect(self._plan.cells().adjusted(0, 0, 1, 1))

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._palette.color(role)
