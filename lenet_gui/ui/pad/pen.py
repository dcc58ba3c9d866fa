"""The pen: mouse, finger, stylus or keys, whichever touches a widget first, as one.

Whoever draws never asks which device it is. A pen that is down holds the sheet until it is
lifted; another finger, or the mouse events a system makes up out of touches, change nothing.
"""

from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

ORDINARY_PRESSURE = 0.5
"""The pressure of what has none: a mouse, a finger."""

_Holder = str | tuple[int, int]
"""Who is drawing: "mouse", "stylus", "keys", or the device and the id of a finger."""

_KEYS = "keys"

_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)
_TOUCH = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)
_STYLUS = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)
_LOST = (
    QEvent.Type.Hide,
    QEvent.Type.WindowDeactivate,
    QEvent.Type.EnabledChange,
)
"""After these a release may never come."""


class Pen(QObject):
    """Follows the pen over a widget.

    Signals:
        pressed(QPointF, float): the pen touched the widget there, with this pressure (0 to 1).
        moved(QPointF, float): the pen is there now; the place may lie outside the widget.
        lifted(): the pen left, or its release was lost.
    """

    pressed = Signal(QPointF, float)
    moved = Signal(QPointF, float)
    lifted = Signal()

    # Of the class, because Qt still sends events while Python takes a widget's attributes apart.
    _holder: _Holder | None = None
    _knows_fingers = False

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.setMouseTracking(True)  # a move without a button tells that a release was lost
        widget.installEventFilter(self)

    def feel_fingers(self) -> None:
        """From now on fingers are heard as such; until then the system makes a mouse of one."""
        self._widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def lift(self) -> None:
        """End what is being drawn, if anything is."""
        if self._holder is not None:
            self._holder = None
            self.lifted.emit()

    @property
    def is_moved_by_keys(self) -> bool:
        """Whether it was put down by keys, and not lifted since."""
        return self._holder == _KEYS

    def put_down(self, place: QPointF) -> bool:
        """Put it down by a key; returns whether it is: nobody else may be drawing."""
        self._press(_KEYS, place, ORDINARY_PRESSURE)
        return self.is_moved_by_keys

    def move(self, place: QPointF) -> None:
        """Move it by a key; one that is not down leaves nothing."""
        if self.is_moved_by_keys:
            self.moved.emit(place, ORDINARY_PRESSURE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002 - Qt's names
        """Take the widget's pointer events; all others go on to it."""
        kind = event.type()
        if kind in _MOUSE:
            self._mouse(cast("QMouseEvent", event))
        elif kind in _TOUCH:
            self._touch(cast("QTouchEvent", event))
        elif kind in _STYLUS:
            self._stylus(cast("QTabletEvent", event))
        else:
            if kind in _LOST:
                self.lift()
            return False
        return True

    def _press(self, holder: _Holder, place: QPointF, pressure: float) -> None:
        if self._holder == holder:
            self.lift()  # it cannot go down twice: its release was lost
        if self._holder is None:
            self._holder = holder
            self.pressed.emit(place, pressure)

    def _mouse(self, event: QMouseEvent) -> None:
        # Some systems make mouse events up even where the touch itself was taken. Where no touch
        # ever comes, they are all there is of it.
        made_up = event.source() != QtCore.Qt.MouseEventSource.MouseEventNotSynthesized
        if made_up and self._knows_fingers:
            return
        self._button("mouse", event, ORDINARY_PRESSURE, event.type() == QEvent.Type.MouseMove)

    def _stylus(self, event: QTabletEvent) -> None:
        self._knows_fingers = True
        event.accept()
        hovers = event.type() == QEvent.Type.TabletMove
        self._button("stylus", event, event.pressure(), hovers)

    def _button(
        self, holder: str, event: QMouseEvent | QTabletEvent, pressure: float, hovers: bool
    ) -> None:
        """What has buttons draws with the left one; a stylus' tip is its left button."""
        left = QtCore.Qt.MouseButton.LeftButton
        if hovers:
            if self._holder != holder:
                return
            if event.buttons() & left:
                self.moved.emit(event.position(), pressure)
            else:
                self.lift()
        elif event.button() == left:
            if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.TabletRelease):
                self._release(holder, event.position(), pressure)
            else:
                self._press(holder, event.position(), pressure)

    def _touch(self, event: QTouchEvent) -> None:
        self._knows_fingers = True
        event.accept()
        device = event.pointingDevice().systemId()
        begins = event.type() == QEvent.Type.TouchBegin
        cancelled = event.type() == QEvent.Type.TouchCancel
        if (begins or cancelled) and isinstance(self._holder, tuple) and self._holder[0] == device:
            self.lift()  # no finger of this device was down before: a release was lost
        if cancelled:
            return
        for point in event.points():
            finger = (device, point.id())
            if point.state() == QEventPoint.State.Pressed:
                self._press(finger, point.position(), ORDINARY_PRESSURE)
            elif self._holder != finger:
                continue
            elif point.state() == QEventPoint.State.Released:
                self._release(finger, point.position(), ORDINARY_PRESSURE)
            elif point.state() == QEventPoint.State.Updated:
                self.moved.emit(point.position(), ORDINARY_PRESSURE)

    def _release(self, holder: _Holder, place: QPointF, pressure: float) -> None:
        if self._holder == holder:
            self.moved.emit(place, pressure)
            self.lift()
