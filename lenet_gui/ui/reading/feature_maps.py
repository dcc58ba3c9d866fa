"""The feature maps of one layer, live, with a legend in the units of the network."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
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
from lenet_gui.ui import colormap, theme
from lenet_gui.ui.keys import ARROWS, ENTER
from lenet_gui.ui.reading.layer_picture import LayerPicture
from lenet_gui.ui.reading.map_grid import MapGrid
from lenet_gui.ui.reading.maps_heading import MapsHeading

_HEADING_KEYS = (Qt.Key.Key_I, Qt.Key.Key_F2)


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
        self._picture = LayerPicture(layer)
        self._heading = MapsHeading(self)
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
        self._layer, self._picture = layer, LayerPicture(layer)
        self._current = min(self._current, layer.maps - 1)
        self._place_cells()
        self.show_reading(None)
        self._retranslate()

    def show_reading(self, reading: Reading | None) -> None:
        """Show the layer's activations in a reading, or blank maps."""
        self._picture.show_reading(reading)
        limit = f"{self._picture.limit:.2f}" if reading else ""
        if limit != self._heading.limit:
            self._heading.limit = limit
            self.update()
        else:
            top = self._heading.height
            self.update(0, top, self.width(), self.height() - top)

    def cell(self, index: int) -> QRect:
        """Where map `index` is painted."""
        return self._cells[index]

    def heading_room(self) -> QRect:
        """Where the heading answers a touch: its text and the sign behind it."""
        return self._heading.room()

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
            self._picture.forget_colours()
        if event.type() == QEvent.Type.FontChange:
            self._place_cells()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint heading, legend and maps, as far as they changed."""
        painter = QPainter(self)
        if event.rect().top() < self._heading.height:
            self._heading.paint(painter, colormap.suiting(self._layer, self.palette()))
        for index, cell in enumerate(self._cells):
            self._picture.paint(painter, cell, index, self.palette())
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
        top = self._heading.height
        gap = self.fontMetrics().height() // 3
        grid = MapGrid.fit(self._layer.maps, self.width(), self.height() - top, gap)
        left = max(0, (self.width() - grid.columns * (grid.side + gap) + gap) // 2)
        self._columns = grid.columns
        self._cells = [grid.cell(index).translated(left, top) for index in range(self._layer.maps)]

    def _retranslate(self) -> None:
        self._heading.text = self.tr("{layer}: {maps} maps of {height}×{width}").format(
            layer=self._layer.name,
            maps=self._layer.maps,
            height=self._layer.height,
            width=self._layer.width,
        )
        self.setAccessibleName(self._heading.text)
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say which map the keys are on, and what they do."""
        where = self.tr("Map {index}").format(index=self._current)
        usage = self.tr("Enter enlarges a map, the arrow keys walk, I tells about the layer")
        self.setAccessibleDescription(f"{where}. {usage}")
