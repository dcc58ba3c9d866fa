"""What mouse, wheel, touch pad and fingers mean to a view that is zoomed and panned."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QMouseEvent,
    QNativeGestureEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

_NOTCH = 1.2
"""How much larger a notch of the wheel makes things."""

_EIGHTHS_A_NOTCH = 120.0

MOUSE_REACH, FINGER_REACH = 6.0, 20.0
"""How far off its aim a mouse and a finger may be, in pixels."""


class NetworkGestures(QObject):
    """Watches a widget.

    Signals:
        zoomed(float, QPointF): larger by a factor, about a place.
        panned(QPointF): moved by so many pixels.
        tapped(QPointF, float): a place was clicked or touched, give or take so many pixels.
        tapped_twice(): a second time, soon after; of this one `tapped` tells nothing.
        hovered(object): the mouse is at a place, a QPointF, or None when it left.
    """

    zoomed = Signal(float, QPointF)
    panned = Signal(QPointF)
    tapped = Signal(QPointF, float)
    tapped_twice = Signal()
    hovered = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._is_moving = False
        self._finger = -1
        self._is_second = False
        self._touched: tuple[int, QPointF] | None = None
        widget.setMouseTracking(True)
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is a gesture; the widget has the rest."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QTouchEvent):
            return self._touch(event)
        if isinstance(event, QNativeGestureEvent):
            return self._native(event)
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position()
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
                return False
            self._begin(at)
            self._is_second = event.type() == QEvent.Type.MouseButtonDblClick
        elif event.type() == QEvent.Type.MouseMove:
            if self._pressed is None:
                self.hovered.emit(at)
            else:
                self._drag(at)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._is_moving |= event.button() != Qt.MouseButton.LeftButton
            self._end(MOUSE_REACH)
        return False  # the widget still takes the focus

    def _wheel(self, event: QWheelEvent) -> bool:
        """A wheel zooms; two fingers on a touch pad pan, and zoom with Ctrl."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        is_pad = event.phase() != Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()
        if is_pad and not control:
            self.panned.emit(QPointF(event.pixelDelta()))
        else:
            notches = event.angleDelta().y() / _EIGHTHS_A_NOTCH
            self.zoomed.emit(_NOTCH**notches, event.position())
        event.accept()
        return True

    def _native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoomed.emit(1.0 + event.value(), event.position())
        return True

    def _touch(self, event: QTouchEvent) -> bool:
        """One finger taps or pans, two pinch and pan."""
        down = [p for p in event.points() if p.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            self._pressed = None
        elif event.type() == QEvent.Type.TouchBegin:
            self._finger = down[0].id()
            self._begin(down[0].position())
            self._is_second = self._follows(event.timestamp(), down[0].position())
        elif event.type() == QEvent.Type.TouchEnd:
            if self._pressed is not None and not self._is_moving and not self._is_second:
                self._touched = (event.timestamp(), self._pressed)
            self._end(FINGER_REACH)
        elif len(down) >= 2:
            self._is_moving = True
            self._pinch(down[0], down[1])
            self._finger = -1
        elif down and self._finger != down[0].id():  # the one that stays goes on from where it is
            self._finger, self._last = down[0].id(), down[0].position()
        elif down and self._pressed is not None:
            self._drag(down[0].position())
        event.accept()
        return True

    def _end(self, reach: float) -> None:
        """What was pressed is let go: if it did not move, that was a tap."""
        at, self._pressed = self._pressed, None
        if at is None or self._is_moving:
            return
        if self._is_second:
            self.tapped_twice.emit()
        else:
            self.tapped.emit(at, reach)

    def _follows(self, timestamp: int, at: QPointF) -> bool:
        """Whether a touch is the second of two; a mouse's are counted by the system."""
        before, self._touched = self._touched, None
        if before is None:
            return False
        is_soon = timestamp - before[0] < QApplication.doubleClickInterval()
        return is_soon and QLineF(before[1], at).length() <= 2 * FINGER_REACH

    def _begin(self, at: QPointF) -> None:
        self._pressed = self._last = at
        self._is_moving = False

    def _drag(self, at: QPointF) -> None:
        assert self._pressed is not None, "nothing is pressed"
        far = QLineF(self._pressed, at).length() > QApplication.startDragDistance()
        if far and not self._is_moving:
            self._is_moving = True
            self.hovered.emit(None)
        if self._is_moving:
            self.panned.emit(at - self._last)
            self._last = at

    def _pinch(self, one: QEventPoint, other: QEventPoint) -> None:
        before = QLineF(one.lastPosition(), other.lastPosition())
        now = QLineF(one.position(), other.position())
        self.panned.emit(now.center() - before.center())
        if before.length() > 0 and now.length() > 0:
            self.zoomed.emit(now.length() / before.length(), now.center())
