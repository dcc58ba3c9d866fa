"""Whether a finger can press all that a visitor sees."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QScrollBar,
    QToolButton,
    QWidget,
)

from lenet_gui.ui.kiosk.exhibit import Exhibit
from lenet_gui.ui.kiosk.overlay import Overlay

_CORNER = QPoint(4, 4)
"""What is covered no further than its round corners is not covered."""


def wrong(exhibit: Exhibit) -> list[str]:
    """What cannot be pressed as it should be, in words; nothing where all is well."""
    told = []
    for window in exhibit.stages.windows:
        sheets = [sheet for sheet in window.findChildren(Overlay) if sheet.isVisible()]
        for control in _pressed(sheets[-1] if sheets else window):
            told += [f"{_name(control)} {what}" for what in _complaints(control, window)]
            told += _too_small(control, exhibit.stages.target)
    return told


def _pressed(part: QWidget) -> list[QWidget]:
    """All that is pressed in a part of a window."""
    buttons = part.findChildren(QAbstractButton)
    sliders = [one for one in part.findChildren(QAbstractSlider) if not isinstance(one, QScrollBar)]
    return [one for one in (*buttons, *sliders) if one.isVisible()]


def _name(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return text or control.accessibleName() or type(control).__name__


def _too_small(control: QWidget, target: int) -> list[str]:
    width, height = control.width(), control.height()
    least = min(width, height) if isinstance(control, QAbstractButton) else height
    return [f"{_name(control)} is {width}×{height}, not {target}"] if least < target else []


def _complaints(control: QWidget, window: QWidget) -> list[str]:
    """What hides some of it."""
    told: list[str] = []
    parent = control.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return told  # it is scrolled to
        if not parent.rect().contains(_place(control, parent)):
            told.append(f"is cut off by its {type(parent).__name__}")
            break
        parent = parent.parentWidget()
    place = _place(control, window)
    if not window.rect().contains(place):
        told.append(f"is off the screen: {place.getRect()}")
    for spot in (place.center(), place.topLeft() + _CORNER, place.bottomRight() - _CORNER):
        above = window.childAt(spot)
        if above is None or not (above is control or control.isAncestorOf(above)):
            told.append(f"is covered by {type(above).__name__}")
            break
    has_words = isinstance(control, QToolButton) and bool(control.text())
    if has_words and control.width() < control.minimumSizeHint().width():
        told.append(f"has no room for its words: {control.width()} pixels")
    return told


def _place(control: QWidget, other: QWidget) -> QRect:
    return QRect(control.mapTo(other, QPoint(0, 0)), control.size())
