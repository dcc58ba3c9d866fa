"""A ring that runs down, and in it the seconds that are left."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from lenet_gui.ui import lettering

_FULL_TURN = 360 * 16  # sixteenths of a degree, as Qt counts
_TOP = 90 * 16
_WIDTH = 0.07
"""Of the ring, as a share of its side."""

_FIGURE = 0.42


class CountdownRing(QWidget):
    """Shows how much is left, of how much.

    Attributes:
        glides: whether the ring runs down evenly; else with the figure, second by second.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glides = True
        self._left_s, self._whole_s = 0.0, 1.0

    @property
    def figure(self) -> int:
        """The seconds it shows."""
        return math.ceil(self._left_s)

    def show_left(self, left_s: float, whole_s: float) -> None:
        """Show what is left."""
        before = self.figure
        self._left_s, self._whole_s = left_s, whole_s
        if self.glides or self.figure != before:
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Large enough to be read from afar."""
        return QSize(240, 240)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's names
        """Paint the ring and the figure."""
        side = min(self.width(), self.height())
        pen = QPen(self.palette().color(QPalette.ColorRole.Mid), side * _WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        ring = QRectF(0, 0, side, side).adjusted(*(side * _WIDTH * sign for sign in (1, 1, -1, -1)))
        ring.moveCenter(QRectF(self.rect()).center())
        left = self._left_s if self.glides else float(self.figure)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.drawEllipse(ring)
            pen.setColor(self.palette().color(QPalette.ColorRole.Accent))
            painter.setPen(pen)
            share = min(1.0, left / self._whole_s)
            painter.drawArc(ring, _TOP, round(share * _FULL_TURN))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.setFont(lettering.sized(self.font(), side * _FIGURE, QFont.Weight.DemiBold))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.figure))
