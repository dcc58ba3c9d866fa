"""The gentle motion by which the input is prodded without a hand."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from lenet_gui.recognition.prodding import Prodding
from lenet_gui.ui.network import amounts

_EVERY_MS = 40
"""Between two steps: as often as a reading is worth its while, and no more."""

_MS = 1000


class Wandering(QObject):
    """Moves all amounts, smoothly and for ever.

    Signals:
        moved(Prodding): they are elsewhere.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start = Prodding()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._move)

    @property
    def goes(self) -> bool:
        """Whether it is under way."""
        return self._timer.isActive()

    def start(self, prodding: Prodding) -> None:
        """Begin from here."""
        self._start = prodding
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        """Leave everything where it is."""
        self._timer.stop()

    def _move(self) -> None:
        self.moved.emit(amounts.wandered(self._start, self._clock.elapsed() / _MS))
