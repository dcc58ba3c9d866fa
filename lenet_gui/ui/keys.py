"""Keys that mean the same in every view."""

from PySide6.QtCore import Qt

ARROWS: dict[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
"""Rows down and columns across that an arrow key walks."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The keys that choose."""

BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Why the focus comes to somebody who moves it by keyboard."""
