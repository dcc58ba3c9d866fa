"""How visitors try to get out: with keys, the mouse, the screen's edge, and the PIN pad."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from benchmarks.soak.hands import Pauses
from benchmarks.soak.visitor import Visitor
from lenet_gui.ui.kiosk.exhibit import State

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_CONTROL, _ALT, _META = _Modifier.ControlModifier, _Modifier.AltModifier, _Modifier.MetaModifier

_KEYS = (
    *((_Key(ord(letter)), _CONTROL) for letter in "QWOSVCNPFRT,"),
    *((_Key(_Key.Key_F1.value + n), _Modifier.NoModifier) for n in range(12)),
    *((key, _ALT) for key in (_Key.Key_F4, _Key.Key_Tab, _Key.Key_Space, _Key.Key_F, _Key.Key_H)),
    *((key, _CONTROL | _ALT) for key in (_Key.Key_Delete, _Key.Key_T, _Key.Key_F1, _Key.Key_L)),
    *((key, _CONTROL) for key in (_Key.Key_F4, _Key.Key_Tab, _Key.Key_Escape)),
    *((key, _META) for key in (_Key.Key_D, _Key.Key_L, _Key.Key_Tab, _Key.Key_M)),
    (_Key.Key_F10, _Modifier.ShiftModifier),
    (_Key.Key_Menu, _Modifier.NoModifier),
    (_Key.Key_Escape, _Modifier.NoModifier),
    (_Key.Key_Print, _Modifier.NoModifier),
)

_TYPED = (
    *("alt+F4", "ctrl+q", "Escape", "ctrl+o", "ctrl+s", "ctrl+v", "F11", "ctrl+alt+Delete"),
    *("super", "super+d", "alt+Tab", "alt+space", "Menu", "shift+F10", "F1", "F10", "F5", "F8"),
    *("ctrl+w", "ctrl+alt+t", "ctrl+Escape", "ctrl+shift+Escape", "Print", "alt+f", "ctrl+m"),
)
"""As xdotool names them."""

_OTHER_BUTTONS = (
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.BackButton,
    Qt.MouseButton.ForwardButton,
)
_WRONG_PINS = ("0000", "1234", "2468", "9999", "123456")
_SETTLES_S = 0.3
"""What is opened in a kiosk is closed again within this time."""

_LEAVES_S = 22.0
"""The PIN pad goes away after 20 s."""


def press_keys(visitor: Visitor) -> Pauses:
    """Press some keys that lead out of other programs."""
    for key, modifiers in visitor.chance.sample(_KEYS, 8):
        visitor.note(f"key {key.name} {modifiers}")
        visitor.hands.type(key, modifiers)
        yield visitor.moment()
    yield from _settle(visitor)


def type_keys(visitor: Visitor) -> Pauses:
    """Press some of them on the screen's own keyboard."""
    visitor.keyboard.do(f"windowfocus {int(visitor.stage.winId())}")
    for name in visitor.chance.sample(_TYPED, 5):
        visitor.note(f"keyboard {name}")
        visitor.keyboard.do(f"key {name}")
        yield visitor.moment()
    yield from _settle(visitor)


def close_window(visitor: Visitor) -> Pauses:
    """Close the window, as a desktop does and as another program does."""
    window = visitor.stage.windowHandle()
    assert window is not None, "it is seen"
    window.close()
    yield visitor.moment()
    QApplication.sendEvent(visitor.stage, QCloseEvent())
    visitor.exhibit.window.close()
    visitor.stage.close()
    QApplication.closeAllWindows()
    yield from _settle(visitor)
    if not visitor.exhibit.window.isVisible():
        visitor.complain("what was shown was closed, and nothing is in its place")


def shrink_window(visitor: Visitor) -> Pauses:
    """Have the window minimised, or no longer full."""
    visitor.chance.choice((visitor.stage.showMinimized, visitor.stage.showNormal))()
    yield 2 * _SETTLES_S
    yield from _settle(visitor)


def come_from_the_edges(visitor: Visitor) -> Pauses:
    """Swipe into the window from its edges, and push the mouse into its corners."""
    width, height = visitor.stage.width() - 1, visitor.stage.height() - 1
    for _ in range(4):
        x, y = visitor.chance.randint(0, width), visitor.chance.randint(0, height)
        edges = (QPoint(0, y), QPoint(width, y), QPoint(x, 0), QPoint(x, height))
        edge = visitor.chance.choice(edges)
        inside = QPoint((edge.x() + width // 2) // 2, (edge.y() + height // 2) // 2)
        yield from visitor.hands.drag([edge, (edge + inside) / 2, inside])
        corner = visitor.chance.choice((QPoint(0, 0), QPoint(width, 0), QPoint(width, height)))
        visitor.keyboard.do(f"mousemove {corner.x()} {corner.y()}")
    yield from _settle(visitor)


def click_other_buttons(visitor: Visitor) -> Pauses:
    """Click the mouse's other buttons everywhere, for a menu or a way back."""
    for _ in range(6):
        button = visitor.chance.choice(_OTHER_BUTTONS)
        visitor.hands.click_with(button, visitor.anywhere())
        yield visitor.moment()
    at = visitor.anywhere()
    visitor.keyboard.do(f"mousemove {at.x()} {at.y()} click 3 click 2")
    yield from _settle(visitor)


def guess_pin(visitor: Visitor) -> Pauses:
    """Find the hidden corner, and try a PIN."""
    desk = visitor.exhibit.desk
    visitor.hands.pointer.press(desk.corner.place.center())
    yield visitor.exhibit.config.staff_press_s + _SETTLES_S
    visitor.hands.lift()
    yield visitor.moment()
    pad = desk.pin_pad
    if pad is None or not pad.isVisible():
        visitor.complain("the hidden corner was pressed, and nobody asked for the PIN")
        return
    for digit in visitor.chance.choice(_WRONG_PINS):
        yield from visitor.hands.tap_part(pad.keys[digit])
    yield from visitor.hands.tap_part(pad.enter_key)
    yield from _settle(visitor)
    if visitor.chance.random() < 0.8:
        yield from visitor.hands.tap_part(pad.cancel_button)
    else:
        yield _LEAVES_S
    if visitor.exhibit.state is State.STAFF:
        visitor.complain("the PIN pad does not go away")


def _settle(visitor: Visitor) -> Pauses:
    yield _SETTLES_S
    visitor.look_for_ways_out()
