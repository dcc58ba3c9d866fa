"""The reliability diagram: how often a network is right, by the probability it gives."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.network.card import CalibrationBin
from lenet_gui.ui import lettering
from lenet_gui.ui.keys import ARROWS

_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_SHADE = 0.35
"""Opacity of the part in which the verdict is "unsure"."""

_LEAST_RADIUS = 3.5
_RADIUS_STEP = 2.0
"""What ten times as many readings add to a dot's radius, in pixels."""


class ReliabilityDiagram(QWidget):
    """A dot for each range of probabilities (DeGroot, Fienberg 1983).

    It stands over the mean probability given, as high as the share read right: on the dashed
    diagonal the two agree. The more readings, the larger the dot. A range without readings has
    none. The part in which the verdict is "unsure" is shaded.

    Signals:
        pointed(): another dot is pointed at.
    """

    pointed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: Sequence[CalibrationBin] = ()
        self._unsure_below: float | None = None
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def bins(self) -> Sequence[CalibrationBin]:
        """The ranges that have a dot, by rising probability."""
        return self._bins

    @property
    def current(self) -> CalibrationBin | None:
        """The range pointed at; None where there are none."""
        return self._bins[self._current] if self._bins else None

    def show_bins(self, bins: Sequence[CalibrationBin], unsure_below: float | None) -> None:
        """Show ranges, and up to which probability the verdict is "unsure", if it ever is.

        The dot that is pointed at first is the one nearest to 90 %.
        """
        self._bins = sorted(
            (part for part in bins if part.n > 0), key=lambda part: part.probability
        )
        self._unsure_below = unsure_below
        self._current = self._nearest(0.9)
        self.pointed.emit()
        self.update()

    def plot(self) -> QRectF:
        """The square from 0 to 1 on both axes."""
        line = self.fontMetrics().height()
        left, below, above = 3.2 * line, 2.8 * line, 1.8 * line
        side = max(1.0, min(self.width() - left - line, self.height() - below - above))
        return QRectF(left + (self.width() - left - line - side) / 2, above, side, side)

    def dot(self, part: CalibrationBin) -> QPointF:
        """The middle of a range's dot."""
        return self._place(part.probability, part.accuracy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As much as there is beyond the least; in a page that scrolls, no more is asked for."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for what is written on the axes."""
        line = self.fontMetrics().height()
        return QSize(14 * line, 14 * line)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Point at the dot nearest to the touch: dots may be small."""
        self._touch(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the finger."""
        self._touch(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk along the dots with the arrows."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None or not self._bins:
            super().keyPressEvent(event)
        else:
            self._go_to(self._current + step[1] - step[0])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the axes, the diagonal and the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.plot(), self._colour(QPalette.ColorRole.Base))
        self._paint_unsure(painter)
        self._paint_axes(painter)
        painter.setPen(
            QPen(self._colour(QPalette.ColorRole.PlaceholderText), 1.5, Qt.PenStyle.DashLine)
        )
        painter.drawLine(self._place(0, 0), self._place(1, 1))
        for part in self._bins:
            self._paint_dot(painter, part, is_current=part is self.current)

    def _paint_unsure(self, painter: QPainter) -> None:
        if self._unsure_below is None:
            return
        plot, edge = self.plot(), self._place(self._unsure_below, 1).x()
        shaded = QRectF(plot.left(), plot.top(), edge - plot.left(), plot.height())
        shade = self._colour(QPalette.ColorRole.Mid)
        shade.setAlphaF(_SHADE)
        painter.fillRect(shaded, shade)
        painter.setPen(QPen(self._colour(QPalette.ColorRole.PlaceholderText), 1.5))
        painter.drawLine(QPointF(edge, plot.top()), QPointF(edge, plot.bottom()))
        text = self.tr("unsure below {share}").format(share=f"{100 * self._unsure_below:.0f} %")
        letter, height = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = QRectF(edge + letter, plot.bottom() - 1.5 * height, plot.width(), 1.5 * height)
        width = self.fontMetrics().horizontalAdvance(text)
        room.setWidth(max(edge - plot.left(), plot.right() - edge) - 2 * letter)
        if edge - plot.left() > plot.right() - edge:
            room.moveLeft(max(plot.left() + letter, edge - width - letter))
        lettering.write(painter, room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_axes(self, painter: QPainter) -> None:
        plot, line = self.plot(), self.fontMetrics().height()
        for share in _TICKS:
            painter.setPen(self._colour(QPalette.ColorRole.Mid))
            across, up = self._place(share, 0), self._place(0, share)
            painter.drawLine(across, QPointF(across.x(), plot.top()))
            painter.drawLine(up, QPointF(plot.right(), up.y()))
            painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
            text = f"{100 * share:.0f} %"
            below = QRectF(across.x() - 2 * line, plot.bottom() + line * 0.2, 4 * line, line * 1.2)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
            left = QRectF(plot.left() - 3.2 * line, up.y() - line, 2.9 * line, 2 * line)
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(left, middle, text)
        name = QRectF(0, plot.bottom() + line * 1.4, self.width(), line * 1.3)
        name.moveCenter(QPointF(plot.center().x(), name.center().y()))
        middle = Qt.AlignmentFlag.AlignCenter
        lettering.write(painter, name, middle, self.tr("Probability given"))
        name.moveTopLeft(QPointF(plot.left() - line, 0))
        name.setRight(self.width())
        lettering.write(painter, name, Qt.AlignmentFlag.AlignLeft, self.tr("Read right"))

    def _paint_dot(self, painter: QPainter, part: CalibrationBin, *, is_current: bool) -> None:
        radius = _LEAST_RADIUS + _RADIUS_STEP * math.log10(part.n)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(QPalette.ColorRole.Accent))
        painter.drawEllipse(self.dot(part), radius, radius)
        if is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Text), 2))
            painter.drawEllipse(self.dot(part), radius + 3, radius + 3)

    def _place(self, probability: float, accuracy: float) -> QPointF:
        plot = self.plot()
        return QPointF(
            plot.left() + probability * plot.width(), plot.bottom() - accuracy * plot.height()
        )

    def _nearest(self, probability: float) -> int:
        distances = [abs(part.probability - probability) for part in self._bins]
        return distances.index(min(distances)) if distances else 0

    def _touch(self, position: QPointF) -> None:
        plot = self.plot()
        if self._bins:
            self._go_to(self._nearest((position.x() - plot.left()) / plot.width()))

    def _go_to(self, index: int) -> None:
        index = min(max(index, 0), len(self._bins) - 1)
        if index != self._current:
            self._current = index
            self.pointed.emit()
            self.update()

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
