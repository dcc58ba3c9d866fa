"""Tells the supervisor once a second that the GUI thread answers."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from lenet_gui.kiosk.ends import QUIT
from lenet_gui.kiosk.heartbeat import Heartbeat

_EVERY_MS = 1000


class Pulse(QObject):
    """Beats from the event loop, so that a GUI thread that hangs falls silent.

    The program ends when its supervisor has.
    """

    def __init__(self, heartbeat: Heartbeat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heartbeat = heartbeat
        self._is_ready = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        QTimer.singleShot(0, self._beat)

    @Slot()
    def get_ready(self) -> None:
        """Tell that all is loaded: from now on silence means that the program hangs."""
        self._is_ready = True
        self._beat()

    @Slot()
    def _beat(self) -> None:
        if not self._heartbeat.beat(is_ready=self._is_ready):
            self._timer.stop()
            QCoreApplication.exit(QUIT)
