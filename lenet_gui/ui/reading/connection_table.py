"""The connection table of a layer: which maps of the layer before each of its maps sees."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from lenet_gui.network.card import Layer
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.keys import ARROWS
from lenet_gui.ui.reading.connections import Axis, Connections, TableLine
from lenet_gui.ui.reading.layer_picture import LayerPicture
from lenet_gui.ui.reading.table_painter import TablePainter
from lenet_gui.ui.reading.table_plan import TablePlan

_LEAST_WIDTH = 14
_LEAST_HEIGHT = 32
"""Least size of a cell, in pixels."""


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
        self._connections = Connections(layer, before)
        self._pictures: dict[Axis, LayerPicture] = {
            "row": LayerPicture(before),
            "column": LayerPicture(layer),
        }
        self._lit: TableLine | None = None
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

    def lit_maps(self) -> tuple[int, ...]:
        """The maps that the line chosen sees or feeds."""
        return () if self._lit is None else self._connections.maps_of(self._lit)

    def show_reading(self, reading: Reading | None) -> None:
        """Show the maps of a reading at the heads of rows and columns."""
        for picture in self._pictures.values():
            picture.show_reading(reading)
        plan = self.plan()
        self.update(plan.row_heads())
        self.update(plan.column_heads())

    def plan(self) -> TablePlan:
        """Where everything lies."""
        return TablePlan(
            rows=self._connections.before.maps,
            columns=self._connections.layer.maps,
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
            TablePlan.head_width(_LEAST_WIDTH, letter)
            + self._connections.layer.maps * _LEAST_WIDTH,
            heads + self._connections.before.maps * _LEAST_HEIGHT,
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's colours and the new size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            for picture in self._pictures.values():
                picture.forget_colours()
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint heads, cells and what is said of them, as far as they changed."""
        plan = self.plan()
        with QPainter(self) as painter:
            brush = TablePainter(painter, plan, self.palette(), self._connections, self._lit)
            brush.paint_heads(self._pictures)
            if event.region().intersects(plan.cells()):
                brush.paint_cells()
            brush.paint_words(self._told)
            if self.hasFocus():
                brush.paint_focus()

    def _line_at(self, place: QPoint) -> TableLine | None:
        """What a touch means: a head its row or column, a cell its column."""
        plan = self.plan()
        row, column = plan.cell_at(place)
        if column is not None:
            return TableLine("column", column)
        return None if row is None else TableLine("row", row)

    def _walk(self, down: int, across: int) -> None:
        line, plan = self._connections.step(self._lit, down, across), self.plan()
        self._light(line)
        place = plan.row_map if line.axis == "row" else plan.column_map
        self.walked.emit(place(line.index))

    def _light(self, line: TableLine | None) -> None:
        self._lit = line
        self._tell()
        self.update()

    def _tell(self) -> None:
        names = self._names()
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
        name = self.tr("Connections from {before} to {layer}")
        self.setAccessibleName(name.format(**self._names()))
        self._tell()
        self.update()

    def _names(self) -> dict[str, str]:
        """What the layers are called, for sentences."""
        return {"layer": self._connections.layer.name, "before": self._connections.before.name}
