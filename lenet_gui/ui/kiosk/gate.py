"""The gate that all input passes first: what leads out, or is not meant now, goes no further."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QSinglePointEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget

from lenet_gui.ui.kiosk import touch_target
from lenet_gui.ui.kiosk.locked_window import LockedWindow

_Kind = QEvent.Type
_PRESSES = frozenset(
    {_Kind.MouseButtonPress, _Kind.MouseButtonDblClick, _Kind.TouchBegin, _Kind.TabletPress}
)
_MOVES = frozenset({_Kind.MouseMove, _Kind.TouchUpdate, _Kind.TabletMove})
_LIFTS = frozenset(
    {_Kind.MouseButtonRelease, _Kind.TouchEnd, _Kind.TouchCancel, _Kind.TabletRelease}
)
_TURNS = frozenset({_Kind.Wheel, _Kind.NativeGesture})
_POINTERS = _PRESSES | _MOVES | _LIFTS | _TURNS
_KEYS = frozenset({_Kind.KeyPress, _Kind.KeyRelease, _Kind.ShortcutOverride})
_NEVER = frozenset(
    {
        _Kind.ContextMenu,
        _Kind.DragEnter,
        _Kind.DragMove,
        _Kind.Drop,
        _Kind.FileOpen,
        _Kind.ToolTip,
        _Kind.WhatsThis,
        _Kind.QueryWhatsThis,
        _Kind.EnterWhatsThisMode,
    }
)
_WATCHED = _POINTERS | _KEYS | _NEVER | {_Kind.Polish, _Kind.Show}

_TOUCHES = (_Kind.TouchBegin, _Kind.TouchUpdate, _Kind.TouchEnd, _Kind.TouchCancel)
_TABLETS = (_Kind.TabletPress, _Kind.TabletMove, _Kind.TabletRelease)

_LOST_S = 120.0
"""A pointer that is down and has told nothing for so long was taken away without a release."""

_WITH_CONTROL = (
    Qt.Key.Key_Z,
    Qt.Key.Key_Y,
    Qt.Key.Key_N,
    Qt.Key.Key_Left,
    Qt.Key.Key_Up,
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
)
_PLAIN_LIMIT = 0x01000000
"""Keys below are characters."""

_MOVING_KEYS = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Left,
    Qt.Key.Key_Up,
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Shift,
)
_OTHER_MODIFIERS = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


def leads_nowhere(event: QKeyEvent) -> bool:
    """Whether a key only draws, undoes, or moves about: it opens nothing, and ends nothing."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if modifiers & _OTHER_MODIFIERS:
        return False
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return key in _WITH_CONTROL
    return key.value < _PLAIN_LIMIT or key in _MOVING_KEYS


class Gate(QObject):
    """Watches all events of the app.

    Attributes:
        is_shut: whether nothing passes, and the first touch only tells that somebody is there.

    Signals:
        touched(): while it was shut, something was touched, or a key pressed.
        used(): somebody does something; of a key held down only once.
        pressed(QPointF): a pointer went down at a place of the desktop.
        moved(QPointF): the one that is down is there now.
        lifted(): none is down any more.
        control_appeared(QWidget): what is pressed is about to be shown for the first time.
    """

    touched = Signal()
    used = Signal()
    pressed = Signal(QPointF)
    moved = Signal(QPointF)
    lifted = Signal()
    control_appeared = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_shut = False
        self._is_aside = False
        self._down: dict[str, float] = {}
        self._unfinished: set[str] = set()

    def guard(self, app: QApplication) -> None:
        """Begin."""
        app.installEventFilter(self)

    def leave(self, app: QApplication) -> None:
        """End: everything passes."""
        app.removeEventFilter(self)

    @property
    def is_held(self) -> bool:
        """Whether a finger, a button or a pen is down."""
        now = monotonic()
        for source in [one for one, last in self._down.items() if now - last > _LOST_S]:
            del self._down[source]
        return bool(self._down)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let pass what the app itself sends."""
        self._is_aside = True
        try:
            yield
        finally:
            self._is_aside = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep back what may not pass."""
        kind = event.type()
        if kind not in _WATCHED or self._is_aside:
            return False
        if kind in _POINTERS:
            return self._keeps_pointer(kind, event)
        if kind in _KEYS:
            return self._keeps_key(kind, cast("QKeyEvent", event))
        if kind in _NEVER:
            event.ignore()
            return True
        if kind == _Kind.Polish:
            if isinstance(watched, touch_target.CONTROLS):
                self.control_appeared.emit(watched)
        elif isinstance(watched, QWidget) and watched.isWindow():
            self._judge(watched)
        return False

    def _judge(self, window: QWidget) -> None:
        """Close a window that is none of ours: nothing in a kiosk opens one on purpose."""
        is_popup = window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        if not is_popup and not isinstance(window, LockedWindow):
            QTimer.singleShot(0, window.close)

    def _keeps_pointer(self, kind: QEvent.Type, event: QEvent) -> bool:
        source = "touch" if kind in _TOUCHES else "pen" if kind in _TABLETS else "mouse"
        is_press = kind in _PRESSES
        self._follow(kind, source, event)
        keeps = self.is_shut or source in self._unfinished or _is_other_button(event)
        if is_press and self.is_shut:
            self._unfinished.add(source)
        if source not in self._down:
            self._unfinished.discard(source)
        if keeps:
            event.accept()
        if is_press and self.is_shut:
            self.touched.emit()
        return keeps

    def _follow(self, kind: QEvent.Type, source: str, event: QEvent) -> None:
        """Know which pointers are down, and tell of them."""
        was_down = source in self._down
        if kind in _PRESSES:
            self._down[source] = monotonic()
            self.pressed.emit(_place(event))
        elif kind in _LIFTS or not _is_pressed(event):
            if self._down.pop(source, None) is not None and not self._down:
                self.lifted.emit()
        elif was_down:
            self._down[source] = monotonic()
            self.moved.emit(_place(event))
        if was_down or kind not in _MOVES:  # a mouse that only trembles on its desk is nobody
            self.used.emit()

    def _keeps_key(self, kind: QEvent.Type, event: QKeyEvent) -> bool:
        is_new = kind == _Kind.KeyPress and not event.isAutoRepeat()
        if is_new:
            self.used.emit()
        if not self.is_shut and leads_nowhere(event):
            return False
        event.accept()  # of a ShortcutOverride: then it is no shortcut
        if is_new and self.is_shut:
            self.touched.emit()
        return True


def _is_other_button(event: QEvent) -> bool:
    """Whether this is of a button of the mouse that is not its first one."""
    ordinary = (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
    return isinstance(event, QMouseEvent) and event.button() not in ordinary


def _is_pressed(event: QEvent) -> bool:
    if isinstance(event, QSinglePointEvent):
        return event.buttons() != Qt.MouseButton.NoButton
    return True


def _place(event: QEvent) -> QPointF:
    if isinstance(event, QTouchEvent):
        return event.points()[0].globalPosition()
    return cast("QSinglePointEvent", event).globalPosition()
