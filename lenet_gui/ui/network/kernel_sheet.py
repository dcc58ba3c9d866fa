"""One picture of a layer's weights, enlarged, with its numbers and the scale of the colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui import colormap
from lenet_gui.ui.network import kernel_brush
from lenet_gui.ui.network.kernel_table import KernelTable
from lenet_gui.ui.network.kernel_walk import Chosen
from lenet_gui.ui.network.network_painter import written
from lenet_gui.ui.typesetter import Typesetter

_LARGEST = 64.0
"""Side of a weight at most, in pixels."""

_LINE = 1.5
"""Height of a line, in sizes of its text."""

_BAR = 8
"""Height of the colour scale, in pixels."""


class KernelSheet(QWidget):
    """Shows one picture of a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: KernelTable | None = None
        self._chosen: Chosen = (0, 0)
        self._typesetter = Typesetter(self.font())
        self.setMinimumSize(200, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is shown, in words: its name, and the bias where there is one."""
        if self._table is None:
            return ()
        name, bias = self._table.name(*self._chosen), self._table.bias(self._chosen[0])
        return (name, bias) if bias else (name,)

    @property
    def legend(self) -> tuple[str, str]:
        """The ends of the colour scale, in words."""
        limit = 0.0 if self._table is None else self._table.limit
        return written(-limit, figures=3), written(limit, figures=3)

    def show_kernel(self, table: KernelTable, chosen: Chosen) -> None:
        """Show a map's picture of a row."""
        self._table, self._chosen = table, chosen
        self.setAccessibleName(self.lines[0])
        weights = table.pictures[chosen].tolist()
        told = "\n".join(", ".join(written(weight) for weight in row) for row in weights)
        self.setAccessibleDescription("\n".join((*self.lines[1:], told)))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Squares that numbers fit into."""
        return QSize(300, 340)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._typesetter = Typesetter(self.font())
        if event.type() == QEvent.Type.LanguageChange and self._table is not None:
            self.show_kernel(self._table, self._chosen)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the name, the picture, the bias and the scale."""
        if self._table is None:
            return
        text = self.font().pixelSize()
        line = text * _LINE
        name, *others = self.lines
        room = QRectF(self.rect())
        palette = self.palette()
        with QPainter(self) as painter:
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            self._typesetter.write(painter, QRectF(0, 0, room.width(), line), name, text)
            foot = line * (len(others) + 1) + 2 * _BAR
            middle = QRectF(0, line * 1.2, room.width(), room.height() - line * 1.2 - foot)
            below = self._paint_picture(painter, middle)
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            for other in others:
                place = QRectF(0, below, room.width(), line)
                self._typesetter.write(painter, place, other, text)
                below += line
            self._paint_scale(painter, QRectF(0, below + _BAR, room.width(), line))

    def _paint_picture(self, painter: QPainter, room: QRectF) -> float:
        """Paint the picture as large as it goes; returns where it ends."""
        assert self._table is not None, "there is one to paint"
        weights = self._table.pictures[self._chosen]
        rows, columns = weights.shape
        side = min((room.width() - 2) / columns, room.height() / rows, _LARGEST)
        place = QRectF(0, room.top(), round(side * columns), round(side * rows))
        place.moveLeft((room.width() - place.width()) // 2)
        image = colormap.diverging(self.palette()).image(weights, self._table.limit)
        painter.drawImage(place, image)
        kernel_brush.numbers(
            painter, place, weights, self._table.limit, self._typesetter, self.palette()
        )
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(place)
        return place.bottom() + 4

    def _paint_scale(self, painter: QPainter, room: QRectF) -> None:
        """The colours in a row, between the lowest and the highest weight."""
        text = self.font().pixelSize() * 0.85
        wide = min(room.width() * 0.5, 160.0)
        bar = QRectF((room.width() - wide) / 2, room.center().y() - _BAR / 2, wide, _BAR)
        painter.drawImage(bar, colormap.diverging(self.palette()).legend())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        low, high = self.legend
        beside = QRectF(0, room.top(), bar.left() - 6, room.height())
        self._typesetter.write(painter, beside, low, text, Qt.AlignmentFlag.AlignRight)
        beside = QRectF(bar.right() + 6, room.top(), bar.left() - 6, room.height())
        self._typesetter.write(painter, beside, high, text, Qt.AlignmentFlag.AlignLeft)
