"""What the two games share: a drawing is judged once its ink has come to rest."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QTimer

from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.classroom.lesson import Desk, Lesson, put_back
from lenet_gui.ui.classroom.score import Try

REST_MS = 1200
"""How long no ink comes before a drawing is judged: time for the second stroke of a 4 or a 5."""


class Game(Lesson):
    """Judges drawings. A judgement holds until the pad is cleared; more ink withdraws it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.judged: Try | None = None
        """What the network made of the drawing on the pad; None while it is being drawn."""
        self._reading: Reading | None = None
        self._before = desk.pad.drawing
        self._is_due = False
        self._is_shown_again = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._come_to_rest)

    def end(self) -> None:
        """Put back what was on the pad before; a drawing that is looked at again stays."""
        self._rest.stop()
        if not self._is_shown_again:
            put_back(self.desk.pad, self._before)

    def show_drawing(self, drawing: Drawing) -> None:
        """Wait for the ink to come to rest; once the pad is cleared, the judgement stands."""
        self._rest.stop()
        self._is_due = False
        if drawing.is_empty:
            self._is_shown_again = False
            judged, self.judged = self.judged, None
            if judged is not None:
                self.accept(judged)
        elif not self._is_shown_again or self.desk.pad.is_drawing:
            self._is_shown_again = False
            self._rest.start()
            if self.judged is not None:
                self.judged = None
                self.ask()

    def show_reading(self, reading: Reading | None) -> None:
        """Judge the drawing if it came to rest before it was read."""
        self._reading = reading
        if self._is_due:
            self._judge()

    def look_again(self, drawing: Drawing) -> None:
        """Put an earlier drawing on the pad; it is not judged again."""
        self.clear_pad()
        self._is_shown_again = True
        put_back(self.desk.pad, drawing)

    def clear_pad(self) -> None:
        """Take all ink away; a judgement stands."""
        if not self.desk.pad.drawing.is_empty:
            self.desk.pad.clear()

    @abstractmethod
    def meant(self) -> str | None:
        """What is to be drawn now; None while nothing is judged."""

    @abstractmethod
    def ask(self) -> None:
        """Say what is to be drawn."""

    @abstractmethod
    def tell(self, judged: Try) -> None:
        """Say what the network made of it."""

    @abstractmethod
    def accept(self, judged: Try) -> None:
        """Count a judgement that stands."""

    def _come_to_rest(self) -> None:
        if self.desk.pad.is_drawing:
            self._rest.start()
        else:
            self._is_due = True
            self._judge()

    def _judge(self) -> None:
        reading, meant = self._reading, self.meant()
        if meant is None or reading is None or reading.drawing is not self.desk.pad.drawing:
            return
        self._is_due = False
        self.judged = Try(meant, reading)
        self.tell(self.judged)
