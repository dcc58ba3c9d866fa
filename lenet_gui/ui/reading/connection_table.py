"""The connection table of a layer: which maps of the layer before each of its maps sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from lenet_gui.network.card import Layer
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import colormap, picture_part
from lenet_gui.ui.keys import ARROWS
from lenet_gui.ui.reading.table_plan import TablePlan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEAST_WIDTH = 14
_LEAST_HEIGHT = 32
"""Least size of a cell, in pixels."""

_FAINT = 0.3
"""How much is left of a map that is not lit while others are."""


@dataclass(frozen=True)
class TableLine:
    """A row (a map of the layer before) or a column (a map of the layer)."""

    axis: Literal["row", "column"]
    index: int


class ConnectionTable(QWidget):
    """Maps of the layer before as rows, the layer's own as columns, connected cells filled.

    A column that is touched lights up the maps it sees, a row the maps it feeds; touched again,
    or by Esc, it goes dark. The arrow keys walk.

    Signals:
        walked(QRect): by key, to the line at whose head this place is.
    """

    walked = Signal(QRect)

    paints_focus = True

    def __init__(self, layer: Layer, before: Layer, parent: QWidget | None = None) -> None:
        """Show the table of `layer`, which the maps of `before` feed."""
        super().__init__(parent)
        self._layer, self._before = layer, before
        self._sees = layer.table or ((),) * layer.maps
        self._lit: TableLine | None = None
        self._values: dict[str, NDArray[np.float32]] = {}
        self._images: dict[str, QImage] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pressed = QPointF()
        self._retranslate()

    @property
    def lit(self) -> TableLine | None:
        """The row or column chosen."""
        return self._lit

    @property
    def told(self) -> str:
        """What is lit, in words."""
        return self._told

    def is_connected(self, row: int, column: int) -> bool:
        """Whether map `row` of the layer before feeds map `column`."""
        return row in self._sees[column]

    def lit_maps(self) -> tuple[int, ...]:
        """The maps that the line chosen sees or feeds."""
        if self._lit is None:
            return ()
        if self._lit.axis == "column":
            return tuple(self._sees[self._lit.index])
        return tuple(i for i, seen in enumerate(self._sees) if self._lit.index in seen)

    def show_reading(self, reading: Reading | None) -> None:
        """Show the maps of a reading at the heads of rows and columns."""
        names = (self._layer.name, self._before.name)
        self._values = {} if reading is None else {n: reading.activations[n] for n in names}
        self._images = {}
        plan = self.plan()
        self.update(plan.row_heads())
        self.update(plan.column_heads())

    def plan(self) -> TablePlan:
        """Where everything lies."""
        return TablePlan(
            rows=self._before.maps,
            columns=self._layer.maps,
            width=self.width(),
            height=self.height(),
            text=self.fontMetrics().height(),
            letter=self.fontMetrics().averageCharWidth(),
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No more than has to be: the facts above are to be seen with it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Rows a finger can meet; a column is as high as the table."""
        text, letter = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        heads = TablePlan.caption_height(text) + TablePlan.head_height(_LEAST_WIDTH, text)
        return QSize(
            TablePlan.head_width(_LEAST_WIDTH, letter) + self._layer.maps * _LEAST_WIDTH,
            heads + self._before.maps * _LEAST_HEIGHT,
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's colours and the new size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self._images = {}
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while it has something to do here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._lit is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk the columns with left and right, the rows with up and down; Esc goes dark."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self._walk(*step)
        elif event.key() == Qt.Key.Key_Escape and self._lit is not None:
            self._light(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where: a finger that moves on scrolls the page."""
        self._pressed = event.globalPosition()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Light up the line touched; the one that is lit goes dark."""
        moved = (event.globalPosition() - self._pressed).manhattanLength()
        line = self._line_at(event.position().toPoint())
        has_scrolled = moved > QApplication.startDragDistance()
        if line is None or has_scrolled or event.button() != Qt.MouseButton.LeftButton:
            return
        self._light(None if line == self._lit else line)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the focus is."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide where the focus was."""
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint heads, cells and what is said of them, as far as they changed."""
        painter = QPainter(self)
        plan = self.plan()
        self._paint_heads(painter, plan)
        if event.region().intersects(plan.cells()):
            self._paint_cells(painter, plan)
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        painter.drawText(plan.corner(), Qt.AlignmentFlag.AlignBottom, self._before.name)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(plan.corner(), right, self._layer.name)
        if self._lit is not None:
            painter.setPen(self._colour(QPalette.ColorRole.Text))
        caption = plan.caption()
        told = self.fontMetrics().elidedText(
            self._told, Qt.TextElideMode.ElideRight, caption.width()
        )
        painter.drawText(caption, Qt.AlignmentFlag.AlignTop, told)
        if self.hasFocus():
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(plan.cells().adjusted(0, 0, 1, 1))

    def _line_at(self, place: QPoint) -> TableLine | None:
        """What a touch means: a head its row or column, a cell its column."""
        plan = self.plan()
        row, column = plan.cell_at(place)
        if column is not None:
            return TableLine("column", column)
        return None if row is None else TableLine("row", row)

    def _walk(self, down: int, across: int) -> None:
        axis: Literal["row", "column"] = "row" if down else "column"
        count = self._before.maps if down else self._layer.maps
        if self._lit is None or self._lit.axis != axis:
            index = 0 if down + across > 0 else count - 1
        else:
            index = (self._lit.index + down + across) % count
        self._light(TableLine(axis, index))
        plan = self.plan()
        self.walked.emit(plan.row_map(index) if down else plan.column_map(index))

    def _light(self, line: TableLine | None) -> None:
        self._lit = line
        self._tell()
        self.update()

    def _is_bright(self, axis: Literal["row", "column"], index: int) -> bool:
        """Whether the map at the head of a line is chosen, or seen or fed by the one that is."""
        if self._lit is None:
            return False
        return index == self._lit.index if axis == self._lit.axis else index in self.lit_maps()

    def _paint_heads(self, painter: QPainter, plan: TablePlan) -> None:
        for row in range(self._before.maps):
            self._paint_head(painter, plan, TableLine("row", row), self._before)
        for column in range(self._layer.maps):
            self._paint_head(painter, plan, TableLine("column", column), self._layer)

    def _paint_head(
        self, painter: QPainter, plan: TablePlan, line: TableLine, layer: Layer
    ) -> None:
        axis, index = line.axis, line.index
        place, number = (
            (plan.row_map(index), plan.row_number(index))
            if axis == "row"
            else (plan.column_map(index), plan.column_number(index))
        )
        is_bright = self._is_bright(axis, index)
        painter.setOpacity(1.0 if is_bright or self._lit is None else _FAINT)
        image = self._image(layer)
        if image is None:
            painter.fillRect(place, self._colour(QPalette.ColorRole.Base))
        else:
            source = QRect(0, index * layer.height, layer.width, layer.height)
            picture_part.draw(painter, place, image, source)
        shade = QPalette.ColorRole.Accent if is_bright else QPalette.ColorRole.Mid
        painter.setPen(QPen(self._colour(shade), 3 if line == self._lit else 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setPen(
            self._colour(
                QPalette.ColorRole.Text if is_bright else QPalette.ColorRole.PlaceholderText
            )
        )
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index))
        painter.setOpacity(1.0)

    def _paint_cells(self, painter: QPainter, plan: TablePlan) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for column, seen in enumerate(self._sees):
            for row in range(self._before.maps):
                painter.setBrush(self._cell_colour(row, column, is_connected=row in seen))
                cell = plan.cell(row, column)
                painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _cell_colour(self, row: int, column: int, *, is_connected: bool) -> QColor:
        if not is_connected:
            return self._colour(QPalette.ColorRole.Base)
        if self._lit is None:
            return self._colour(QPalette.ColorRole.PlaceholderText)
        is_lit = self._lit in (TableLine("row", row), TableLine("column", column))
        return self._colour(QPalette.ColorRole.Accent if is_lit else QPalette.ColorRole.Mid)

    def _image(self, layer: Layer) -> QImage | None:
        """All maps of a layer, one under the other; made once a reading."""
        values = self._values.get(layer.name)
        if values is not None and layer.name not in self._images:
            stacked = values.reshape(-1, layer.width)
            colours = colormap.suiting(layer, self.palette())
            self._images[layer.name] = colours.image(stacked, colormap.limit(values))
        return self._images.get(layer.name)

    def _tell(self) -> None:
        names = {"layer": self._layer.name, "before": self._before.name}
        if self._lit is None:
            self._told = self.tr("Touch a map of {before} or {layer}").format(**names)
        else:
            sentence = (
                self.tr("{layer} map {index} sees {before} maps {maps}")
                if self._lit.axis == "column"
                else self.tr("{before} map {index} feeds {layer} maps {maps}")
            )
            maps = ", ".join(map(str, self.lit_maps()))
            self._told = sentence.format(index=self._lit.index, maps=maps, **names)
        self.setAccessibleDescription(self._told)

    def _retranslate(self) -> None:
        self.setAccessibleName(
            self.tr("Connections from {before} to {layer}").format(
                before=self._before.name, layer=self._layer.name
            )
        )
        self._tell()
        self.update()

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
