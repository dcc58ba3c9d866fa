"""The line of a picture, brought to the width that networks are used to.

A digit of a ballpoint pen has a line of a fortieth of its height, one of a marker a quarter.
MNIST's lie around an eighth. Lines far from that are grown or shrunk at their edges
(morphological dilation and erosion; Serra, "Image analysis and mathematical morphology", 1982).
"""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.recognition.resampling import bounds, overlap

Picture = NDArray[np.float32]

_FAINT = 0.25
"""Ink fainter than this does not count for the bounding box."""

_BOX = 58
"""Side of the square into which the ink is fitted for this, in pixels."""

_SHEET = 96
"""Side of the picture that is made, in pixels; leaves room to grow."""

_THINNEST = 0.124
_THICKEST = 0.15
"""Widths, as shares of the box, between which a line is left as it is. Chosen on the validation
writers, drawn with pens from a quarter to thrice MNIST's, and on MNIST's validation digits."""

_NO_LINE = 0.4
"""What is as thick as this share of the box is no line, and stays as it is."""


def even_line(picture: Picture) -> Picture:
    """Grow or shrink the lines of a picture that are much thinner or thicker than MNIST's.

    Args:
        picture: ink from 0 to 1, float32 (H, W).

    Returns:
        The picture itself where its line is as it should be or it has none; else one of 96×96.
    """
    box = bounds(picture, _FAINT)
    if box is None:
        return picture
    left, top, right, bottom = box
    scale = _BOX / max(right - left, bottom - top)
    down = overlap(picture.shape[0], _SHEET, (top + bottom) / 2, scale)
    across = overlap(picture.shape[1], _SHEET, (left + right) / 2, scale)
    ink = down @ picture @ across.T
    ink = np.minimum(ink / ink.max(), 1.0)
    width = line_width(ink)
    if width > _NO_LINE * _BOX:
        return picture
    bones = _BOX - width  # the box that the line's middle fills
    thinnest, thickest = (bones * share / (1 - share) for share in (_THINNEST, _THICKEST))
    if thinnest <= width <= thickest:
        return picture
    return widened(ink, (min(max(width, thinnest), thickest) - width) / 2)


def line_width(ink: Picture) -> float:
    """The mean width of the lines on a picture, in pixels: twice their area over their edges."""
    down, across = np.gradient(np.pad(ink, 1))
    edges = float(np.hypot(down, across).sum())
    return 2 * float(ink.sum()) / edges if edges else 0.0


def widened(ink: Picture, reach: float) -> Picture:
    """Move every edge outwards by `reach` pixels, or inwards where that is negative.

    A pixel at a time, to four neighbours and to eight by turns: nearly a circle. What is left of
    a pixel at the end is a blend.
    """
    if reach < 0:
        return 1 - widened(1 - ink, -reach)
    steps = int(np.ceil(reach))
    for step in range(steps):
        grown = _largest_around(ink, corners=step % 2 == 1)
        ink = ink + (grown - ink) * np.float32(min(reach - step, 1.0))
    return ink


def _largest_around(ink: Picture, *, corners: bool) -> Picture:
    """The largest of each pixel and its neighbours: four, or with the corners eight."""
    padded = np.pad(ink, 1, mode="edge")
    rows = np.maximum(padded[:-2], padded[2:])
    if corners:
        rows = np.maximum(rows, padded[1:-1])
        columns = np.maximum(rows[:, :-2], rows[:, 2:])
    else:
        columns = np.maximum(padded[1:-1, :-2], padded[1:-1, 2:])
    around: Picture = np.maximum(np.maximum(rows[:, 1:-1], columns), ink)
    return around
