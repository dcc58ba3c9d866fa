"""Ruling: the lines of a notebook, found as long thin runs across the page and taken off."""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.recognition.blobs import Mask
from lenet_gui.recognition.contrast import Strength
from lenet_gui.recognition.windows import highest_in, opened

ABOVE_RULING = 1.2
"""On a page with ruling ink is so many times as strong as its lines."""

_SMALLEST = 150
"""A picture with a shorter side has no ruling: a digit's strokes cross it all themselves."""

_BLOCKS = 80
"""Along a line the page is looked at in so many blocks. From one to the next a line may rise or
fall by one pixel, which allows for ±7° of skew, for perspective and for a curled page."""

_THICKNESS = 0.014
"""Lines are thinner than this share of the page's longer side."""

_CROSSING = 0.6
"""A line runs at least so far across the page, gaps taken off."""

_MANY = 3
"""So many lines that run alike are ruling, however strong."""

_REST = 0.2
"""What is left of a line with nothing else beside it has less than this share of its pixels."""

_FAINTER = 0.65
"""Fewer lines are only ruling if they are fainter than this share of the ink."""

_STRONGER = 1.7
"""What is this much stronger than the line it lies on is ink."""


def without_ruling(strength: Strength, floor: float) -> tuple[Strength, float]:
    """Ink strength (H, W) of a page without the lines that cross it.

    Lines are left alone if there is one only and nothing else: that may be a 1.

    Args:
        strength: how far each pixel stands out from the paper, float32 (H, W).
        floor: what is weaker counts as paper.

    Returns:
        what is left, and the strength of the lines taken off: 0 if there were none.
    """
    if min(strength.shape) < _SMALLEST:
        return strength, 0.0
    level, rows, level_line = _without_level_lines(strength, floor)
    upright, columns, upright_line = _without_level_lines(np.ascontiguousarray(level.T), floor)
    cleaned = np.ascontiguousarray(upright.T)
    if rows + columns == 1 and (cleaned > floor).sum() < _REST * (strength > floor).sum():
        return strength, 0.0
    return cleaned, max(level_line, upright_line)


def _without_level_lines(strength: Strength, floor: float) -> tuple[Strength, int, float]:
    """The same without lines that run from left to right; how many there were, and how strong."""
    window = (max(3, round(_THICKNESS * max(strength.shape))), 1)
    step = max(1, strength.shape[1] // _BLOCKS)
    blocks = strength.shape[1] // step
    means = strength[:, : blocks * step].reshape(-1, blocks, step).mean(axis=2)
    ridges = means - opened(means, window)
    hits = ridges > max(4 * float(np.median(ridges)), 0.4 * floor)
    on_lines = hits & (_path_lengths(hits) >= _CROSSING * blocks)
    count = _count(on_lines)
    if not count:
        return strength, 0, 0.0
    line = float(np.median(means[on_lines]))
    near = highest_in(on_lines.astype(np.float32), (5, 3)) > 0
    band = np.repeat(near, step, axis=1)
    band = np.pad(band, ((0, 0), (0, strength.shape[1] - band.shape[1])), mode="edge")
    taken = band & (strength < _STRONGER * line + floor / 2)
    rest = np.where(taken, np.minimum(strength, opened(strength, window)), strength)
    ink = float(np.quantile(rest, 0.998))
    if count < _MANY and line > _FAINTER * ink and (rest > floor).any():
        return strength, 0, 0.0
    return rest, count, float(np.quantile(means[on_lines], 0.8))


def _path_lengths(hits: Mask) -> NDArray[np.float32]:
    """How long, in blocks, the best path from left to right is that leads through each block.

    A path gains 1 for a hit and loses 1 for a miss, so that it can bridge a crossing stroke.
    """
    gains = np.where(hits, 1, -1).astype(np.float32)
    return _reached(gains) + _reached(gains[:, ::-1])[:, ::-1] - gains


def _reached(gains: NDArray[np.float32]) -> NDArray[np.float32]:
    """The best sum of gains of any path from the left that ends in each block."""
    best = np.zeros_like(gains)
    before = np.zeros(len(gains), np.float32)
    for column in range(gains.shape[1]):
        beside = before.copy()
        np.maximum(beside[1:], before[:-1], out=beside[1:])
        np.maximum(beside[:-1], before[1:], out=beside[:-1])
        before = np.maximum(beside + gains[:, column], 0)
        best[:, column] = before
    return best


def _count(on_lines: Mask) -> int:
    """How many lines lie one below the other, in the middle of all columns."""
    if not on_lines.any():
        return 0
    beginnings = on_lines & ~np.pad(on_lines, ((1, 0), (0, 0)))[:-1]
    return max(1, int(np.median(beginnings.sum(axis=0))))
