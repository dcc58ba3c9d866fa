"""Draws digits on the pad while nobody is there, stroke by stroke, at the pace of a hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from lenet_gui.kiosk.config import Motion
from lenet_gui.ui.kiosk.attract_strokes import PacedDrawing
from lenet_gui.ui.kiosk.gate import Gate
from lenet_gui.ui.pad import stroke_player
from lenet_gui.ui.pad.drawing_pad import DrawingPad

_FRAME_MS = 16
_BEFORE_MS = 900
"""Of an empty pad, before the first stroke."""

_ADMIRED_MS = 3600
"""How long a digit stands once it is drawn."""

_STANDS_MS = 7000
"""How long it stands where nothing moves."""

_STEP = 7
"""From one drawing to the next: no digit is followed by its neighbour."""

_PACE: dict[Motion, float] = {"full": 1.0, "gentle": 0.6, "none": 1.0}


class Ghost(QObject):
    """Plays drawings into a pad, with the events of a mouse, over and over.

    Signals:
        pen_moved(object): the pen is at a place of the pad, a QPointF, or lifted: None.
    """

    pen_moved = Signal(object)

    def __init__(
        self, gate: Gate, drawings: Sequence[PacedDrawing], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._gate, self._drawings = gate, drawings
        self._pad: DrawingPad | None = None
        self._motion: Motion = "full"
        self._next = 0
        self._events: Iterator[tuple[int, QMouseEvent]] = iter(())
        self._due: tuple[int, QMouseEvent] | None = None
        self._clock = QElapsedTimer()
        self._frames = QTimer(self, interval=_FRAME_MS)
        self._frames.timeout.connect(self._draw_on)
        self._then: Callable[[], None] = self._begin
        self._turns = QTimer(self, singleShot=True)
        self._turns.timeout.connect(self._go_on)

    @property
    def is_drawing(self) -> bool:
        """Whether it is at work."""
        return self._pad is not None

    def start(self, pad: DrawingPad, motion: Motion) -> None:
        """Begin to draw on a pad."""
        self.stop()
        self._pad, self._motion = pad, motion
        self._turn(self._begin, _BEFORE_MS)

    def stop(self) -> None:
        """Stop, in mid-stroke too, and leave an empty pad, with nothing to be undone."""
        self._frames.stop()
        self._turns.stop()
        if self._pad is not None:
            self._wipe(self._pad)
        self._pad = None
        self.pen_moved.emit(None)

    def _turn(self, then: Callable[[], None], after_ms: int) -> None:
        self._then = then
        self._turns.start(after_ms)

    def _go_on(self) -> None:
        self._then()

    def _begin(self) -> None:
        if self._pad is None or not self._drawings:
            return
        drawing = self._drawings[self._next]
        self._next = (self._next + _STEP) % len(self._drawings)
        strokes = stroke_player.fit(drawing.strokes)
        if self._motion == "none":
            self._pad.set_strokes(strokes)
            self._turn(self._finish, _STANDS_MS)
            return
        times = [ms for stroke in drawing.times for ms in (*stroke, stroke[-1])]
        self._events = zip(times, stroke_player.events(self._pad, strokes), strict=True)
        self._due = next(self._events)
        self._clock.start()
        self._frames.start()

    def _draw_on(self) -> None:
        """Send what is due by now."""
        now = self._clock.elapsed() * _PACE[self._motion]
        while self._due is not None and self._due[0] <= now:
            _, event = self._due
            self._due = next(self._events, None)
            self._send(event)
        if self._due is None:
            self._frames.stop()
            self._turn(self._finish, _ADMIRED_MS)

    def _send(self, event: QMouseEvent) -> None:
        assert self._pad is not None, "at work"
        with self._gate.aside():
            QApplication.sendEvent(self._pad, event)
        is_lifted = event.type() == QMouseEvent.Type.MouseButtonRelease
        self.pen_moved.emit(None if is_lifted else QPointF(event.position()))

    def _finish(self) -> None:
        if self._pad is None:
            return
        self._wipe(self._pad)
        self._turn(self._begin, _BEFORE_MS)

    def _wipe(self, pad: DrawingPad) -> None:
        pad.clear()
        pad.undo_stack.clear()
