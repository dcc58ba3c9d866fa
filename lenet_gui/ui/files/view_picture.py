"""A picture of what is seen in the window."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QWidget

_SCALE = 2.0
"""Pixels of the picture for one of the window, so that it is sharp in print."""


def picture_of(view: QWidget) -> QImage:
    """A view as it is seen, twice as fine.

    No SVG: what Qt writes of it has each map's picture whole where only a part of it is painted.
    """
    image = QImage(view.size() * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(view.palette().color(QPalette.ColorRole.Window))
    view.render(image, QPoint())
    return image
