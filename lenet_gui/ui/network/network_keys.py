"""What keys mean in the network view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.keys import ARROWS

ZOOM_STEP = 1.5
"""How much larger one press of a key makes things."""

_PAN = 48.0
"""How far one press of a key pans, in pixels."""

_ZOOM = {
    Qt.Key.Key_Plus: ZOOM_STEP,
    Qt.Key.Key_Equal: ZOOM_STEP,
    Qt.Key.Key_Minus: 1 / ZOOM_STEP,
    Qt.Key.Key_Underscore: 1 / ZOOM_STEP,
}
_ALL = (Qt.Key.Key_0, Qt.Key.Key_Home)
_SILENCE = (Qt.Key.Key_X, Qt.Key.Key_Delete)
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class NetworkKeys(QObject):
    """Watches a widget.

    + and − zoom, 0 and Home show all; arrows walk, with Shift they pan; PageUp and PageDown turn
    to another map, with Ctrl to another layer; X and Delete silence.

    Signals:
        zoomed(float): larger by a factor.
        shown_all(): all is to be seen.
        panned(QPointF): moved by so many pixels.
        walked(int, int): to a unit so many rows down and columns across.
        map_turned(int), layer_turned(int): to the next, 1, or the one before, −1.
        silenced(): what is chosen is to be silenced, or no more.
    """

    zoomed = Signal(float)
    shown_all = Signal()
    panned = Signal(QPointF)
    walked = Signal(int, int)
    map_turned = Signal(int)
    layer_turned = Signal(int)
    silenced = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that mean something; the widget has the rest."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(Qt.Key(event.key()), event.modifiers())
        return super().eventFilter(watched, event)

    def _take(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key in ARROWS:
            down, across = ARROWS[key]
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.panned.emit(QPointF(-across * _PAN, -down * _PAN))
            else:
                self.walked.emit(down, across)
        elif key in _PAGES:
            has_control = modifiers & Qt.KeyboardModifier.ControlModifier
            (self.layer_turned if has_control else self.map_turned).emit(_PAGES[key])
        elif key in _ZOOM:
            self.zoomed.emit(_ZOOM[key])
        elif key in _ALL:
            self.shown_all.emit()
        elif key in _SILENCE:
            self.silenced.emit()
        else:
            return False
        return True
