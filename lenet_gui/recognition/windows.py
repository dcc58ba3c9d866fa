"""Filters over rectangular windows of a picture: highest, lowest, mean, and what they make."""

import numpy as np
from numpy.typing import NDArray

Levels = NDArray[np.float32]
Size = tuple[int, int]
"""Height and width of a window, in pixels."""


def highest_in(levels: Levels, size: Size) -> Levels:
    """The highest level in the window around each pixel; beyond the picture there is nothing.

    Args:
        levels: float32 (H, W).
        size: of the window.
    """
    for axis, length in enumerate(size):
        margin = [(0, 0), (0, 0)]
        margin[axis] = (length // 2, length - 1 - length // 2)
        levels = np.pad(levels, margin, constant_values=-np.inf)
        covered = 1  # each pass doubles the window
        while covered < length:
            step = min(covered, length - covered)
            count = levels.shape[axis] - step
            levels = np.maximum(
                _part(levels, axis, 0, count), _part(levels, axis, step, step + count)
            )
            covered += step
    return levels


def closed(levels: Levels, size: Size) -> Levels:
    """Levels (H, W) with everything dark filled that no window of this size fits into.

    The edges of what is larger, such as a shadow, stay as they are. A window may lie partly
    beyond the picture: so what lies along its border is not filled.
    """
    down, across = size[0] // 2, size[1] // 2
    mirrored = (2 * down + 1, 2 * across + 1)  # an even window would shift the picture
    margin = ((down, down), (across, across))
    highest = highest_in(np.pad(levels, margin, constant_values=-np.inf), mirrored)
    filled = -highest_in(-highest, mirrored)
    return filled[down : down + levels.shape[0], across : across + levels.shape[1]]


def opened(levels: Levels, size: Size) -> Levels:
    """Levels (H, W) with everything light filled that no window of this size fits into."""
    return -closed(-levels, size)


def smoothed(levels: Levels) -> Levels:
    """The mean of each pixel and its eight neighbours: (H, W)."""
    levels = np.pad(levels, 1, mode="edge")
    levels = levels[:-2] + levels[1:-1] + levels[2:]
    return (levels[:, :-2] + levels[:, 1:-1] + levels[:, 2:]) / np.float32(9)


def _part(levels: Levels, axis: int, start: int, end: int) -> Levels:
    return levels[start:end] if axis == 0 else levels[:, start:end]
