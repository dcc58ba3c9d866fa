"""A pen moved by keys: who cannot use mouse, finger or stylus draws the same strokes with it."""

import math

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.keys import ARROWS
from lenet_gui.ui.pad.pad_cursor import PadCursor
from lenet_gui.ui.pad.pen import Pen

_SPEED = 0.4
"""Sides of the sheet a second."""

_FINER, _FASTER = 0.25, 2.5
"""Of that, with Shift and with Ctrl."""

_FIRST_STEP = 0.01
"""A key that is only tapped moves the pen so far, in sides of the sheet."""

_INTERVAL_MS = 16
_LONGEST_S = 0.05
"""A window that was busy does not make the pen leap."""


class KeyPen(QObject):
    """Arrow keys move it while they are held, two at once aslant; space puts it down and lifts it.

    Shift moves it finer, Ctrl faster. Its cursor is seen from the first of these keys until the
    focus leaves or a pointer draws.

    Signals:
        put_down(), lifted(): by the space bar.
    """

    put_down = Signal()
    lifted = Signal()

    def __init__(self, pad: QWidget, pen: Pen) -> None:
        """Draw on a pad, whose `sheet` is a QRectF, through its pen."""
        super().__init__(pad)
        self._pad, self._pen = pad, pen
        self._held: set[Qt.Key] = set()
        self._share = 1.0
        self._at = QPointF(0.5, 0.5)
        self._cursor = PadCursor(pad)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._glide)
        pen.pressed.connect(self._give_way)
        pen.lifted.connect(self._show_cursor_if_wanted)
        pad.installEventFilter(self)

    @property
    def at(self) -> QPointF:
        """Where the pen is, in units of the sheet's side."""
        return self._at

    @property
    def is_seen(self) -> bool:
        """Whether its cursor is."""
        return not self._cursor.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002 - Qt's name
        """Take the pad's keys that mean something here."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            self._take_modifiers(event)
            if kind == QEvent.Type.KeyPress:
                return self._press(Qt.Key(event.key()), repeats=event.isAutoRepeat())
            return self._release(Qt.Key(event.key()), repeats=event.isAutoRepeat())
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._rest()
        elif kind == QEvent.Type.Resize and self.is_seen:
            self._show_cursor()
        return False

    def _press(self, key: Qt.Key, *, repeats: bool) -> bool:
        if key == Qt.Key.Key_Space:
            if not repeats:
                self._toggle()
            return True
        if key not in ARROWS:
            return False
        if not repeats:
            self._held.add(key)
            self._move(_FIRST_STEP)
            self._clock.start()
            self._timer.start()
        return True

    def _release(self, key: Qt.Key, *, repeats: bool) -> bool:
        if not repeats:
            self._held.discard(key)
            if not self._held:
                self._timer.stop()
        return key in ARROWS or key == Qt.Key.Key_Space

    def _take_modifiers(self, event: QKeyEvent) -> None:
        """The modifiers as they are, where the key is one of them after the event."""
        fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        fast = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self._share = _FINER if fine else _FASTER if fast else 1.0

    def _toggle(self) -> None:
        if self._pen.is_moved_by_keys:
            self._pen.lift()
            self.lifted.emit()
        elif self._pen.put_down(self._place()):
            self.put_down.emit()
        self._show_cursor()

    def _glide(self) -> None:
        """Move as far as the time since the last call says."""
        seconds = min(self._clock.restart() / 1000, _LONGEST_S)
        self._move(_SPEED * seconds)

    def _move(self, way: float) -> None:
        """Move into the direction of the keys that are held."""
        down = sum(ARROWS[key][0] for key in self._held)
        across = sum(ARROWS[key][1] for key in self._held)
        length = math.hypot(down, across)
        if length:
            step = way * self._share / length
            x, y = self._at.x() + across * step, self._at.y() + down * step
            self._at = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
            self._pen.move(self._place())
        self._show_cursor()

    def _place(self) -> QPointF:
        """Where the pen is on the pad, in pixels."""
        sheet: QRectF = self._pad.sheet  # type: ignore[attr-defined]  # a pad has one
        return sheet.topLeft() + self._at * sheet.width()

    def _show_cursor(self) -> None:
        self._cursor.show_at(self._place(), is_down=self._pen.is_moved_by_keys)

    def _show_cursor_if_wanted(self) -> None:
        """The pen may have been lifted by others: by Esc, say."""
        if self.is_seen:
            self._show_cursor()

    def _give_way(self) -> None:
        """A pointer draws: the cursor goes."""
        if not self._pen.is_moved_by_keys:
            self._cursor.hide()

    def _rest(self) -> None:
        """The keys are gone: lift the pen, as their releases never come."""
        self._held.clear()
        self._timer.stop()
        if self._pen.is_moved_by_keys:
            self._pen.lift()
        self._cursor.hide()
