"""One feature map, grown large: every unit can be pointed at and tells its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.network.card import Layer
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import colormap
from lenet_gui.ui.keys import ARROWS
from lenet_gui.ui.map_picture import MapPicture
from lenet_gui.ui.reading.detail_page import DetailPage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class LargeMap(QWidget):
    """The map itself, a square per unit.

    Signals:
        unit_pointed(): another unit is pointed at.
    """

    unit_pointed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.values: NDArray[np.float32] | None = None
        self.limit = 1.0
        self.layer: Layer | None = None
        self.unit = (0, 0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of units."""
        return (1, 1) if self.layer is None else (self.layer.height, self.layer.width)

    def square(self) -> QRect:
        """Where the map is painted: whole pixels for every unit."""
        height, width = self.shape
        scale = max(1, min(self.width() // width, self.height() // height))
        left, top = (self.width() - scale * width) // 2, (self.height() - scale * height) // 2
        return QRect(left, top, scale * width, scale * height)

    def unit_rect(self, row: int, column: int) -> QRect:
        """Where a unit is painted."""
        square = self.square()
        side = square.width() // self.shape[1]
        return QRect(square.left() + column * side, square.top() + row * side, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the units and outline the one pointed at."""
        painter = QPainter(self)
        square = self.square()
        image = self._image()
        if image is None:
            painter.fillRect(square, self.palette().color(QPalette.ColorRole.Base))
        else:
            painter.drawImage(square, image)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(square.adjusted(0, 0, -1, -1))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawRect(self.unit_rect(*self.unit))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Point at the unit touched."""
        self._point_at(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Point at the unit under the pointer."""
        self._point_at(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk to a neighbour with the arrows."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._go_to(self.unit[0] + step[0], self.unit[1] + step[1])

    def _image(self) -> QImage | None:
        if self.values is None or self.layer is None:
            return None
        return colormap.suiting(self.layer, self.palette()).image(self.values, self.limit)

    def _point_at(self, position: QPoint) -> None:
        square = self.square()
        if square.contains(position):
            side = square.width() // self.shape[1]
            offset = position - square.topLeft()
            self._go_to(offset.y() // side, offset.x() // side)

    def _go_to(self, row: int, column: int) -> None:
        height, width = self.shape
        self.unit = (min(max(row, 0), height - 1), min(max(column, 0), width - 1))
        self.unit_pointed.emit()
        self.update()


class MapMagnifier(DetailPage):
    """A page with one map of one layer, live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self._index = 0
        self.map = LargeMap(self)
        self._title = QLabel(self)
        self._value = QLabel(self)
        self._value.setWordWrap(True)
        self.close_button = self.make_close_button()
        self.map.unit_pointed.connect(self._tell_value)
        beside = QVBoxLayout()
        beside.addWidget(self._title)
        beside.addWidget(self._value)
        beside.addStretch()
        beside.addWidget(self.close_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.map, 3)
        row.addLayout(beside, 1)
        self._retranslate()

    @property
    def told(self) -> str:
        """What is said of the unit pointed at."""
        return self._value.text()

    @property
    def picture(self) -> MapPicture | None:
        """The map alone, with its colours; None without a reading."""
        layer, values = self._layer, self.map.values
        if layer is None or values is None:
            return None
        colours = colormap.suiting(layer, self.palette())
        name = f"{layer.name}-map{self._index}"
        return MapPicture(name, self._title.text(), values, self.map.limit, colours)

    def show_map(self, layer: Layer, index: int, reading: Reading | None) -> None:
        """Show map `index` of a layer as it is in a reading."""
        self._layer, self._index = layer, index
        self.map.layer = layer
        self.map.unit = (layer.height // 2, layer.width // 2)
        self.map.setFocus()
        self.show_reading(reading)
        self._retranslate()

    def show_reading(self, reading: Reading | None) -> None:
        """Show the chosen map in another reading."""
        if self._layer is None:
            return
        values = None if reading is None else reading.activations[self._layer.name]
        self.map.values = None if values is None else values[self._index]
        self.map.limit = colormap.limit(values)
        self.map.update()
        self._tell_value()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _tell_value(self) -> None:
        row, column = self.map.unit
        text = self.tr("Row {row}, column {column}").format(row=row, column=column)
        if self.map.values is not None:
            text += f"\n{self.map.values[row, column]:+z.4f}".replace("-", "−")
        self._value.setText(text)
        self.map.setAccessibleDescription(text.replace("\n", ": "))

    def _retranslate(self) -> None:
        self.close_button.setText(self.tr("Back to all maps"))
        self.map.setAccessibleName(self.tr("Enlarged feature map"))
        if self._layer is not None:
            self._title.setText(
                self.tr("{layer}, map {index}").format(layer=self._layer.name, index=self._index)
            )
            self._tell_value()
