"""Where the pen of the keyboard is: a small crosshair over the pad."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

_SIDE = 41
_RADIUS = 7.0
_FAR = 19.0
"""From the middle to the ends of the lines, in pixels."""

_STROKES = ((QPalette.ColorRole.Window, 6.0), (QPalette.ColorRole.Highlight, 2.5))
"""A line around the line, so that it is seen on ink and on paper."""


class PadCursor(QWidget):
    """Lies over the pad and is in nobody's way; hidden until it is wanted."""

    def __init__(self, pad: QWidget) -> None:
        super().__init__(pad)
        self._is_down = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_SIDE, _SIDE)
        self.hide()

    def show_at(self, at: QPointF, *, is_down: bool) -> None:
        """Stand at a place of the pad; the pen that is down is filled."""
        middle = QPointF(self.rect().center())
        self.move((at - middle).toPoint())
        if is_down != self._is_down:
            self._is_down = is_down
            self.update()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint a ring and four lines that leave the middle free."""
        middle = QRectF(self.rect()).center()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for role, width in _STROKES:
                colour = self.palette().color(role)
                painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
                painter.setBrush(colour if self._is_down else Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, _RADIUS, _RADIUS)
                for way in (QPointF(1, 0), QPointF(0, 1)):
                    for side in (-1, 1):
                        start, end = way * (side * (_RADIUS + 3)), way * (side * (_FAR - 3))
                        painter.drawLine(middle + start, middle + end)
