"""The confusion matrix: what every class was read as, the errors in colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui import colormap, lettering, picture_part
from lenet_gui.ui.keys import ARROWS, ENTER

Counts = Sequence[Sequence[int]]
"""Rows are what a sample is, columns what was read."""

_PALEST = 0.25
"""Place of a single error on the colour map: it must stand out from no error at all."""

_NEUTRAL = 0.4
"""Opacity of the shade of what was read right."""

_FIGURE_SHARE = 0.86
"""Share of a cell's width that its count may take."""

_LEGEND_LETTERS = 12
"""Width of the legend's colours, in letters of the text."""

_GAP = 1
"""Between two cells, in pixels."""


class ConfusionMatrix(QWidget):
    """A cell for each pair of classes with its count.

    Colour tells the errors apart: from one to the most there are. What was read right is a
    hundred times as many and would drown them, so it stands in a neutral shade.

    Signals:
        pointed(): another cell is pointed at.
        chosen(): the cell pointed at was touched, or entered by key.
    """

    pointed = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: Sequence[str] = ()
        self._counts: Counts = ()
        self.cell: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 220)

    @property
    def most_errors(self) -> int:
        """The largest count of a pair that was confused; 0 where none was."""
        return max(
            (
                count
                for index, row in enumerate(self._counts)
                for other, count in enumerate(row)
                if index != other
            ),
            default=0,
        )

    def show_counts(self, classes: Sequence[str], counts: Counts) -> None:
        """Show how often each of the classes was read as each of them."""
        self._classes, self._counts, self.cell = (classes if counts else ()), counts, None
        self.update()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is painted; row and column −1 are the labels."""
        side = self._side()
        left = (self.width() - side * (len(self._classes) + 1)) // 2
        return QRect(left + (column + 1) * side, (row + 1) * side, side - _GAP, side - _GAP)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for three figures in each of ten columns."""
        return QSize(480, 520)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Point at the cell touched."""
        self._point_at(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Point at the cell under the finger: a small one can be slid to."""
        self._point_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the cell that the finger left."""
        if self._cell_at(event.position().toPoint()) is not None:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk to a neighbour with the arrows, choose with enter."""
        step = ARROWS.get(Qt.Key(event.key()))
        if event.key() in ENTER and self.cell is not None:
            self.chosen.emit()
        elif step is None or not self._classes:
            super().keyPressEvent(event)
        elif self.cell is None:
            self._go_to((0, 0))
        else:
            last = len(self._classes) - 1
            row, column = self.cell[0] + step[0], self.cell[1] + step[1]
            self._go_to((min(max(row, 0), last), min(max(column, 0), last)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint labels, cells and legend."""
        if not self._classes:
            return
        painter = QPainter(self)
        colours = colormap.diverging(self.palette(), has_signs=False).legend()
        most = self.most_errors
        for index, label in enumerate(self._classes):
            self._paint_label(painter, self.cell_rect(index, -1), label, axis=0, index=index)
            self._paint_label(painter, self.cell_rect(-1, index), label, axis=1, index=index)
            for other in range(len(self._classes)):
                self._paint_cell(painter, index, other, self._shade(colours, index, other, most))
        if self.cell is not None:
            ring = self.cell_rect(*self.cell).adjusted(-1, -1, 0, 0)
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Highlight), 3))
            painter.drawRect(ring)
        if most > 1:
            self._paint_legend(painter, colours, most)

    def _side(self) -> int:
        """Width and height of a cell with the gap after it; one more row is the legend's."""
        count = len(self._classes) + 1
        return max(2, min(self.width() // count, (self.height() - self._legend_height()) // count))

    def _legend_height(self) -> int:
        return round(self.fontMetrics().height() * 1.6)

    def _shade(self, colours: QImage, row: int, column: int, most: int) -> QColor:
        count = self._counts[row][column]
        if row == column:
            neutral = self._colour(QPalette.ColorRole.Mid)
            neutral.setAlphaF(_NEUTRAL)
            return neutral
        if count == 0:
            return self._colour(QPalette.ColorRole.Base)
        return QColor(colours.pixel(_level(count, most), 0))

    def _paint_label(
        self, painter: QPainter, room: QRect, label: str, *, axis: int, index: int
    ) -> None:
        is_pointed_at = self.cell is not None and self.cell[axis] == index
        role = QPalette.ColorRole.Text if is_pointed_at else QPalette.ColorRole.PlaceholderText
        painter.setPen(self._colour(role))
        painter.setFont(self._font(label, room.width(), is_bold=is_pointed_at))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, label)

    def _paint_cell(self, painter: QPainter, row: int, column: int, shade: QColor) -> None:
        room, count = self.cell_rect(row, column), self._counts[row][column]
        painter.fillRect(room, self._colour(QPalette.ColorRole.Base))
        painter.fillRect(room, shade)
        if count == 0:
            return
        if row == column:
            painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        else:
            painter.setPen(QColor("black" if _is_light(shade) else "white"))
        figure = str(count)
        painter.setFont(self._font(figure, room.width(), is_bold=row != column))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, figure)

    def _paint_legend(self, painter: QPainter, colours: QImage, most: int) -> None:
        """Below the matrix: the colours from one error to the most."""
        start, letter = self.cell_rect(len(self._classes), 0), self.fontMetrics().averageCharWidth()
        line = QRect(start.left(), start.top(), self.width(), self._legend_height())
        painter.setFont(self.font())
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        fewest = self.tr("Errors: {fewest}").format(fewest=1)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fewest)
        line.setLeft(line.left() + self.fontMetrics().horizontalAdvance(fewest) + letter)
        bar = QRect(line.left(), line.center().y() - letter // 2, _LEGEND_LETTERS * letter, letter)
        lowest = _level(1, most)
        picture_part.draw(painter, bar, colours, QRect(lowest, 0, colormap.LEVELS - lowest, 1))
        line.setLeft(bar.right() + letter)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, str(most))

    def _font(self, text: str, width: int, *, is_bold: bool) -> QFont:
        weight = QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal
        size = min(self.fontInfo().pixelSize() * 1.1, self._side() * 0.6)
        font = lettering.sized(self.font(), size, weight)
        return lettering.fitting(font, text, width * _FIGURE_SHARE)

    def _cell_at(self, position: QPoint) -> tuple[int, int] | None:
        count, side = len(self._classes), self._side()
        offset = position - self.cell_rect(0, 0).topLeft()
        row, column = offset.y() // side, offset.x() // side
        return (row, column) if 0 <= row < count and 0 <= column < count else None

    def _point_at(self, position: QPoint) -> None:
        cell = self._cell_at(position)
        if cell is not None:
            self._go_to(cell)

    def _go_to(self, cell: tuple[int, int]) -> None:
        if cell != self.cell:
            self.cell = cell
            self.pointed.emit()
            self.update()

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)


def _level(count: int, most: int) -> int:
    """Place of a count on the colour map, from that of one error to the end for the most."""
    share = (count - 1) / max(most - 1, 1)
    return round((_PALEST + (1 - _PALEST) * share) * (colormap.LEVELS - 1))


def _is_light(colour: QColor) -> bool:
    """Whether black is easier to read on a colour than white (by luminance, ITU-R BT.601)."""
    return 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF() > 0.5
