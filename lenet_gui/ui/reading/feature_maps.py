"""The feature maps of one layer, live, with a legend in the units of the network."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.network.card import Layer
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import colormap, lettering, picture_part, theme
from lenet_gui.ui.keys import ARROWS, ENTER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEGEND_LETTERS, _LEAST_LEGEND = 11, 3
"""Width of the legend's colours, in letters of the text; with less there is none."""

_TARGET = 32
"""Least height of the heading, in pixels: a finger has to meet it."""

_HEADING_KEYS = (Qt.Key.Key_I, Qt.Key.Key_F2)


@dataclass(frozen=True)
class Grid:
    """Square cells in rows and columns, as large as a room of width × height allows."""

    columns: int
    rows: int
    side: int
    gap: int

    @classmethod
    def fit(cls, count: int, width: int, height: int, gap: int) -> Grid:
        """The grid of `count` cells, `gap` apart, with the largest cells."""

        def grid(columns: int) -> Grid:
            rows = math.ceil(count / columns)
            across = (width - (columns - 1) * gap) // columns
            down = (height - (rows - 1) * gap) // rows
            return cls(columns, rows, max(1, min(across, down)), gap)

        return max(map(grid, range(1, count + 1)), key=lambda found: (found.side, -found.rows))

    def cell(self, index: int) -> QRect:
        """Where cell `index` lies."""
        row, column = divmod(index, self.columns)
        step = self.side + self.gap
        return QRect(column * step, row * step, self.side, self.side)


class FeatureMaps(QWidget):
    """All maps of a layer on one colour scale: the largest activation's size on either side of 0.

    Signals:
        map_chosen(int): a map was clicked, tapped or entered by key.
        heading_chosen(): so was the heading; the person wants to know the layer.
    """

    map_chosen = Signal(int)
    heading_chosen = Signal()

    paints_focus = True

    def __init__(self, layer: Layer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = layer
        self._values: NDArray[np.float32] | None = None
        self._limit = 1.0
        self._legend = ""
        self._image: QImage | None = None
        self._current = 0
        self._columns = 1
        self._cells: list[QRect] = []
        self.setMinimumSize(300, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._place_cells()
        self._retranslate()

    @property
    def layer(self) -> Layer:
        """The layer shown."""
        return self._layer

    def set_layer(self, layer: Layer) -> None:
        """Show another network's layer; empty until its next reading."""
        self._layer = layer
        self._current = min(self._current, layer.maps - 1)
        self._place_cells()
        self.show_reading(None)
        self._retranslate()

    def show_reading(self, reading: Reading | None) -> None:
        """Show the layer's activations in a reading, or blank maps."""
        self._values = None if reading is None else reading.activations[self._layer.name]
        self._image = None
        self._limit = colormap.limit(self._values)
        legend = f"{self._limit:.2f}" if reading else ""
        if legend != self._legend:
            self._legend = legend
            self.update()
        else:
            top = self._heading_height()
            self.update(0, top, self.width(), self.height() - top)

    def cell(self, index: int) -> QRect:
        """Where map `index` is painted."""
        return self._cells[index]

    def heading_room(self) -> QRect:
        """Where the heading answers a touch: its text and the sign behind it."""
        metrics = self.fontMetrics()
        return QRect(0, 0, self._text_width() + 2 * metrics.height(), self._heading_height())

    def _text_width(self) -> int:
        """Width of the heading's text, which leaves room for the sign behind it."""
        metrics = self.fontMetrics()
        most = self.width() - 2 * metrics.height()
        return max(0, min(metrics.horizontalAdvance(self._heading), most))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for maps of about 90 pixels."""
        return QSize(720, 180)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find the maps a place in the new room."""
        self._place_cells()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's colours and the new size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self._image = None
        if event.type() == QEvent.Type.FontChange:
            self._place_cells()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint heading, legend and maps, as far as they changed."""
        painter = QPainter(self)
        if event.rect().top() < self._heading_height():
            self._paint_heading(painter)
        image = self._coloured()
        height = self._layer.height
        for index, cell in enumerate(self._cells):
            if image is None:
                painter.fillRect(cell, self.palette().color(QPalette.ColorRole.Base))
            else:
                source = QRect(0, index * height, self._layer.width, height)
                picture_part.draw(painter, cell, image, source)
        frame = self.palette().color(QPalette.ColorRole.Mid)
        painter.setPen(QPen(frame, theme.outline(self.palette())))
        painter.drawRects([cell.adjusted(0, 0, -1, -1) for cell in self._cells])
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
            painter.drawRect(self.cell(self._current).adjusted(-1, -1, 0, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the map or the heading under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.heading_room().contains(event.position().toPoint()):
            self.heading_chosen.emit()
            return
        for index, cell in enumerate(self._cells):
            if cell.contains(event.position().toPoint()):
                self._choose(index)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk with the arrows, choose with Enter or space; I or F2 chooses the heading."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            self._walk(*ARROWS[key])
        elif key in (*ENTER, Qt.Key.Key_Space):
            self._choose(self._current)
        elif key in _HEADING_KEYS:
            self.heading_chosen.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the focus is."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide where the focus was."""
        self.update()
        super().focusOutEvent(event)

    def _choose(self, index: int) -> None:
        self._current = index
        self.update()
        self.map_chosen.emit(index)

    def _walk(self, down: int, across: int) -> None:
        target = self._current + down * self._columns + across
        if 0 <= target < self._layer.maps:
            self._current = target
            self._describe()
            self.update()

    def _place_cells(self) -> None:
        top = self._heading_height()
        gap = self.fontMetrics().height() // 3
        grid = Grid.fit(self._layer.maps, self.width(), self.height() - top, gap)
        left = max(0, (self.width() - grid.columns * (grid.side + gap) + gap) // 2)
        self._columns = grid.columns
        self._cells = [grid.cell(index).translated(left, top) for index in range(self._layer.maps)]

    def _coloured(self) -> QImage | None:
        """All maps, one under the other, as one image; made once a reading."""
        if self._image is None and self._values is not None:
            stacked = self._values.reshape(-1, self._layer.width)
            self._image = self._colours().image(stacked, self._limit)
        return self._image

    def _colours(self) -> colormap.Colormap:
        return colormap.suiting(self._layer, self.palette())

    def _heading_height(self) -> int:
        return max(_TARGET, round(self.fontMetrics().height() * 1.6))

    def _heading_line(self) -> QRect:
        """Where heading and legend are written."""
        return QRect(0, 0, self.width(), self._heading_height())

    def _paint_heading(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        line = self._heading_line()
        line.setWidth(self._text_width())
        lettering.write(painter, line, Qt.AlignmentFlag.AlignVCenter, self._heading)
        self._paint_sign(painter)
        if self._legend:
            self._paint_legend(painter)

    def _paint_sign(self, painter: QPainter) -> None:
        """Behind the heading, an i in a circle: there is more to know."""
        metrics = painter.fontMetrics()
        side = metrics.height()
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(self.heading_room().center())
        circle.moveLeft(self._text_width() + side / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), side / 12))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        font = QFont(painter.font())
        font.setPixelSize(max(9, round(side * 0.62)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "i")
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        """The scale, at the right: −limit or zero, the colours, +limit; as far as there is room."""
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        metrics = painter.fontMetrics()
        text_width = metrics.horizontalAdvance("+0.00 ")
        letter = metrics.averageCharWidth()
        room = self.width() - self.heading_room().right() - 2 * text_width - 2 * letter
        if room < _LEAST_LEGEND * letter:
            return
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        line = self._heading_line()
        painter.drawText(line, align, f"+{self._legend}")
        width = min(_LEGEND_LETTERS * letter, room)
        bar = QRect(0, 0, width, metrics.height() // 2)
        bar.moveCenter(line.center())
        bar.moveLeft(line.right() - text_width - width)
        painter.drawImage(bar, self._colours().legend())
        line.setRight(bar.left() - letter)
        painter.drawText(line, align, f"−{self._legend}" if self._colours().has_signs else "0")

    def _retranslate(self) -> None:
        self._heading = self.tr("{layer}: {maps} maps of {height}×{width}").format(
            layer=self._layer.name,
            maps=self._layer.maps,
            height=self._layer.height,
            width=self._layer.width,
        )
        self.setAccessibleName(self._heading)
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say which map the keys are on, and what they do."""
        where = self.tr("Map {index}").format(index=self._current)
        usage = self.tr("Enter enlarges a map, the arrow keys walk, I tells about the layer")
        self.setAccessibleDescription(f"{where}. {usage}")
