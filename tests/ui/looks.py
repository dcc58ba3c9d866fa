"""How painted views look, compared with pictures that somebody looked at.

LENET_GUI_SNAPSHOTS=write takes the pictures anew: look at them before they are committed.
"""

import os
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QWidget

from lenet_gui import paths

_FOLDER = Path(__file__).parent / "looks"

_COARSE = 3
"""Pixels compared as one: the edges of letters are not painted alike everywhere."""

_MEAN, _CLEARLY, _SHARE = 1.0, 24, 0.01
"""Levels of red, green and blue that may differ on average; from which on one does; how many."""


def font(pixels: int) -> QFont:
    """The font that comes with the app, which is the same everywhere."""
    number = QFontDatabase.addApplicationFont(str(paths.resources() / "fonts/Inter-Regular.otf"))
    made = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    made.setPixelSize(pixels)
    return made


def check(widget: QWidget, name: str) -> None:
    """Assert that a view looks like the picture of that name."""
    path = _FOLDER / f"{name}.png"
    if os.environ.get("LENET_GUI_SNAPSHOTS") == "write":
        _FOLDER.mkdir(exist_ok=True)
        widget.grab().save(str(path))
    assert is_as_before(widget, name)


def is_as_before(widget: QWidget, name: str) -> bool:
    """Whether a view looks like the picture of that name, but for how letters are smoothed."""
    then, now = QImage(str(_FOLDER / f"{name}.png")), widget.grab().toImage()
    assert then.size() == now.size(), f"{name}: {now.size()}, before {then.size()}"
    return is_alike(then, now)


def is_alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures of a size differ by no more than the tolerance."""
    apart = abs(_levels(one) - _levels(other))
    return bool(apart.mean() < _MEAN and (apart > _CLEARLY).mean() < _SHARE)


def _levels(picture: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.scaled(picture.size() / _COARSE, mode=smooth)
    colours = small.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(colours.constBits(), np.uint8).reshape(-1, colours.bytesPerLine())
    return rows[:, : 3 * colours.width()].astype(np.int64)
