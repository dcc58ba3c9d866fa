"""Says to screen readers what there is to hear: the verdict once the ink rests, the keys' pen."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.pad.drawing_pad import DrawingPad
from lenet_gui.ui.reading.verdict_view import in_words

_REST_MS = 700
"""How long no new reading comes before the ink is at rest, in milliseconds."""


class Announcer(QObject):
    """Announces through Qt's accessibility; a verdict only when it has come to rest.

    Signals:
        announced(str): this was said.
    """

    announced = Signal(str)

    def __init__(self, pad: DrawingPad) -> None:
        super().__init__(pad)
        self._source: QWidget = pad
        self._readings: tuple[Reading, ...] = ()
        self._until_rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._until_rest.timeout.connect(self._tell)
        pad.keys.put_down.connect(lambda: self.say(self.tr("Pen down")))
        pad.keys.lifted.connect(lambda: self.say(self.tr("Pen lifted")))

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Take the newest readings; none for an empty pad."""
        self._readings = readings
        if readings:
            self._until_rest.start()
        else:
            self._until_rest.stop()

    def say(self, words: str) -> None:
        """Announce something at once."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._source, words))
        self.announced.emit(words)

    def _tell(self) -> None:
        if len(self._readings) == 1:
            self.say(in_words(self._readings[0]))
        else:
            self.say("; ".join(f"{one.card.id}: {in_words(one)}" for one in self._readings))
