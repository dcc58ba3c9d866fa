"""What is counted of a session beside that it was: each drawing, with what was read of it."""

from PySide6.QtCore import QObject

from lenet_gui.kiosk.counts import NONE, UNSURE, Counts
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading, Verdict
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.pad.drawing_pad import DrawingPad


def answer(verdict: Verdict) -> str:
    """What a drawing is counted as: a digit, unsure, or none."""
    if verdict.digit is not None:
        return verdict.digit
    return UNSURE if verdict.classes else NONE


class DrawingCounter(QObject):
    """Counts the drawings of one pad: each when it is gone from there."""

    def __init__(self, pad: DrawingPad, worker: InferenceWorker, counts: Counts) -> None:
        super().__init__(pad)
        self._counts = counts
        self._reading: Reading | None = None
        pad.drawing_changed.connect(self._follow)
        worker.answered.connect(self._take)

    def end(self) -> None:
        """The session is over: what is on the pad counts too."""
        self._count()

    def _take(self, readings: tuple[Reading, ...]) -> None:
        """Take what was read of a drawing, and not of what somebody made of it."""
        if readings and readings[0].drawing.strokes and readings[0].prodding.is_neutral:
            self._reading = readings[0]

    def _follow(self, drawing: Drawing) -> None:
        if not drawing.strokes:
            self._count()

    def _count(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            strokes = [stroke.tolist() for stroke in reading.drawing.strokes]
            self._counts.drawing_read(answer(reading.verdict), strokes)
