"""How long nobody has done anything."""

from PySide6.QtCore import QObject, QTimer, Signal

from lenet_gui.ui.kiosk.gate import Gate

_HELD_MS = 200
"""How often to look whether a finger that is down was lifted."""


class Idleness(QObject):
    """Waits for a while in which nobody does anything; a finger that is down stops the clock.

    Signals:
        ran_out(): it has passed. Wait for the next one with `wait`.
    """

    ran_out = Signal()

    def __init__(self, gate: Gate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gate = gate
        self._wait_ms = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        gate.used.connect(self._start_again)

    def wait(self, seconds: float) -> None:
        """Wait so long from now on; 0: for ever."""
        wait_ms = round(1000 * seconds)
        if wait_ms == self._wait_ms and self._timer.isActive():
            return
        self._wait_ms = wait_ms
        self._timer.stop()
        self._start_again()

    def _start_again(self) -> None:
        if self._wait_ms:
            self._timer.start(self._wait_ms)

    def _look(self) -> None:
        if self._gate.is_held:
            self._timer.start(min(self._wait_ms, _HELD_MS))
            return
        self._wait_ms = 0
        self.ran_out.emit()
