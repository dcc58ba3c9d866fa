"""The question whether anybody is still there, before what they did is cleared."""

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lenet_gui.ui import lettering
from lenet_gui.ui.kiosk.overlay import Overlay
from lenet_gui.ui.kiosk.ring import CountdownRing

_FRAME_MS, _TICK_MS = 40, 200
_RING = 0.34
"""Of the window's height."""

_VEIL = 0.92
_QUESTION, _ANSWER = 0.085, 0.04


class StillThere(Overlay):
    """Asks, and counts down.

    Signals:
        expired(): nobody answered.
    """

    expired = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, veil=_VEIL)
        self.ring = CountdownRing(self)
        self._question, self._answer = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.addStretch(3)
        for part in (self._question, self.ring, self._answer):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addStretch(1)
        column.addStretch(2)
        self._whole_s = 0.0
        self._clock = QElapsedTimer()
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self._count)
        self._retranslate()

    def ask(self, seconds: float, *, motion: bool) -> None:
        """Ask, and wait so long for an answer."""
        self._whole_s = seconds
        self.ring.glides = motion
        self._clock.start()
        self._ticks.start(_FRAME_MS if motion else _TICK_MS)
        self._count()
        self.open()

    def withdraw(self) -> None:
        """Somebody is there."""
        self._ticks.stop()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window."""
        height = min(self.height(), self.width() * 9 // 16)
        side = round(height * _RING)
        self.ring.setFixedSize(side, side)
        bold = QFont.Weight.DemiBold
        self._question.setFont(lettering.sized(self.font(), height * _QUESTION, bold))
        self._answer.setFont(lettering.sized(self.font(), height * _ANSWER))
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _count(self) -> None:
        left_s = max(0.0, self._whole_s - self._clock.elapsed() / 1000)
        self.ring.show_left(left_s, self._whole_s)
        if left_s == 0.0:
            self.withdraw()
            self.expired.emit()

    def _retranslate(self) -> None:
        self._question.setText(self.tr("Still there?"))
        self._answer.setText(self.tr("Touch anywhere to go on. Otherwise everything is cleared."))
        self.setAccessibleName(self._question.text())
        self.setAccessibleDescription(self._answer.text())
