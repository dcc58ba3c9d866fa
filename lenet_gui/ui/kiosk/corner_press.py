"""The staff's hidden way in: a corner of the screen, pressed for long."""

from PySide6.QtCore import QObject, QPointF, QRect, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from lenet_gui.kiosk.config import Corner
from lenet_gui.ui.kiosk.gate import Gate


class CornerPress(QObject):
    """Watches what is pressed; whoever slides out of the corner, or lifts, has to begin again.

    Args:
        window: whose corner it is.
        corner: which one.
        seconds: how long it is to be pressed.

    Attributes:
        side: of the corner, a square, in pixels.

    Signals:
        held(): it was.
    """

    held = Signal()

    def __init__(self, gate: Gate, window: QWidget, corner: Corner, seconds: float) -> None:
        super().__init__(window)
        self._window, self._corner = window, corner
        self.side = 0
        self._timer = QTimer(self, singleShot=True, interval=round(1000 * seconds))
        self._timer.timeout.connect(self.held)
        gate.pressed.connect(self._begin)
        gate.moved.connect(self._follow)
        gate.lifted.connect(self._timer.stop)

    @property
    def place(self) -> QRect:
        """The corner, in the window's coordinates."""
        place = QRect(0, 0, self.side, self.side)
        if self._corner.endswith("right"):
            place.moveRight(self._window.width() - 1)
        if self._corner.startswith("bottom"):
            place.moveBottom(self._window.height() - 1)
        return place

    def _begin(self, place: QPointF) -> None:
        if self._is_within(place):
            self._timer.start()

    def _follow(self, place: QPointF) -> None:
        if not self._is_within(place):
            self._timer.stop()

    def _is_within(self, place: QPointF) -> bool:
        return self.place.contains(self._window.mapFromGlobal(place).toPoint())


def side_for(target: int, window: QSize) -> int:
    """Side of the corner: two targets, so that it is found without being seen."""
    return min(2 * target, window.width() // 4, window.height() // 4)
