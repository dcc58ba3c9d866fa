"""How large a finger's target is: millimetres on the glass, as pixels of a screen."""

import math

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget

from lenet_gui.ui.thumbnails import Thumbnails

CONTROLS = (QAbstractButton, QSlider, Thumbnails)
"""What is pressed."""

_MM_AN_INCH = 25.4
_USUAL = 96.0
"""Dots an inch of a screen that does not know, or does not tell, how large it is."""

_LEAST, _MOST = 25.0, 400.0
"""Dots an inch beyond which the size told is none: from a wall of 2 m to the display of a phone."""

_NO_SIZES = ((160.0, 90.0), (160.0, 100.0), (16.0, 9.0), (16.0, 10.0))
"""What televisions and projectors tell: the ratio of their sides."""

_SMALLEST = 40
"""In pixels: on a wall read from afar, 15 mm are less than a mouse can aim at."""


def dots_an_inch(pixels: QSizeF, millimetres: QSizeF) -> float:
    """Dots an inch of a screen; what is usual where what it tells cannot be."""
    told = (round(millimetres.width(), 1), round(millimetres.height(), 1))
    if told in _NO_SIZES or told in [size[::-1] for size in _NO_SIZES] or min(told) <= 0:
        return _USUAL
    across = pixels.width() / millimetres.width() * _MM_AN_INCH
    along = pixels.height() / millimetres.height() * _MM_AN_INCH
    if not all(_LEAST <= dots <= _MOST for dots in (across, along)):
        return _USUAL
    return max(across, along)


def side(millimetres: float, screen: QScreen) -> int:
    """The least side of a target, in (device independent) pixels of a screen."""
    dots = dots_an_inch(QSizeF(screen.size()), screen.physicalSize())
    return max(_SMALLEST, math.ceil(millimetres / _MM_AN_INCH * dots))


def enlarge(control: QWidget, least: int) -> None:
    """Make what is pressed no smaller than `least` pixels a side; a slider, no lower."""
    if isinstance(control, Thumbnails):
        control.set_target(least)
    elif isinstance(control, QAbstractButton):
        size = control.minimumSize()
        control.setMinimumSize(max(least, size.width()), max(least, size.height()))
    elif isinstance(control, QSlider):
        control.setMinimumHeight(max(least, control.minimumHeight()))
