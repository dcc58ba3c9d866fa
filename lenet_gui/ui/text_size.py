"""How large text is: as suits the window's size, times what the person chose."""

from typing import get_args

from PySide6.QtCore import QSize

from lenet_gui.settings import TextSize

SIZES: tuple[TextSize, ...] = get_args(TextSize)
"""In percent."""

FIRST_SIZE = QSize(1280, 800)
"""The window that text of `_TEXT` pixels suits."""

_TEXT, _LEAST_TEXT = 15, 12
_MARGIN = 16


def growth(window: QSize) -> float:
    """How much larger a window is than it is at first."""
    return min(window.width() / FIRST_SIZE.width(), window.height() / FIRST_SIZE.height())


def pixels(window: QSize, size: TextSize) -> int:
    """Height of the text: it grows with the window, so that a wall-sized one is read from afar."""
    return round(max(_LEAST_TEXT, _TEXT * growth(window)) * size / 100)


def margin(window: QSize) -> int:
    """Around everything in the window, in pixels."""
    return max(_MARGIN, round(_MARGIN * growth(window)))
