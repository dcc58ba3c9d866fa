"""A line drawn on the input: samples along it, and the ink that they leave."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lenet_gui.recognition.drawing import SIZE, Input

LINE_SIGMA = 0.75
"""Standard deviation of the line's cross-section, in pixels: MNIST's lines are this soft."""

LINE_GAIN = 2.0
"""Peak of the line's cross-section before it is clipped at 1: with the softness, its width."""

_SPACING = 0.5
"""Distance between the samples along a stroke, in pixels; well under the line's softness, so
that the sum of samples equals the integral along the stroke."""

_DOT = 1.6
"""A dot leaves as much ink as this length of line, in pixels."""

_FAINTEST = np.float32(2e-9)
"""No spot is fainter: of numbers near the smallest float32, products take fifty times as long."""

_CENTRES = np.arange(SIZE, dtype=np.float32) + np.float32(0.5 - SIZE / 2)
"""The middles of the input's columns, and of its rows, from its middle."""


def sample(
    path: NDArray[np.complex128], sizes: Sequence[int]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Even samples (2, P) along strokes, and the length (P,) of line each stands for.

    Args:
        path: (N,) the points of all strokes as x + iy, in pixels of the input. So a distance
            is a magnitude, and one interpolation does both axes.
        sizes: how many of the points each stroke has.
    """
    samples, lengths, start = [], [], 0
    for size in sizes:
        stroke = path[start : start + size]
        start += size
        along = np.zeros(size)
        np.add.accumulate(np.abs(stroke[1:] - stroke[:-1]), out=along[1:])
        length = float(along[-1])
        inked = max(length, _DOT)
        count = math.ceil(inked / _SPACING)
        places = np.arange(0.5, count) * (length / count)
        samples.append(np.interp(places, along, stroke))
        lengths.append(np.full(count, inked / count, np.float32))
    x_and_y = np.concatenate(samples).view(np.float64).reshape(-1, 2).T
    return x_and_y.astype(np.float32, order="C"), np.concatenate(lengths)


def draw_line(
    samples: NDArray[np.float32], lengths: NDArray[np.float32], thickness: float = 1.0
) -> Input:
    """Draw a line given by samples along it.

    Every sample adds a Gaussian spot. Spots are separable, so the whole picture is one product
    of two (32, P) matrices; clipping at 1 makes the line's flat middle.

    Args:
        samples: (2, P), x and y in pixels of the input, from its middle.
        lengths: (P,) of the line that each sample stands for, in pixels.
        thickness: of the line, in MNIST's lines; from 0.4.
    """
    sharpness, peak = _spot(thickness)
    exponents = samples[:, None, :] - _CENTRES[:, None]
    exponents *= exponents
    exponents *= sharpness
    spots = np.exp(exponents, out=exponents)
    spots += _FAINTEST
    across, down = spots
    down *= lengths * peak
    ink = down @ across.T
    return np.minimum(ink, 1.0, out=ink)  # type: ignore[no-any-return]


@lru_cache(maxsize=8)
def _spot(thickness: float) -> tuple[np.float32, np.float32]:
    """A sample's spot: its exponent one pixel from its middle, and its height for a pixel's length.

    Where ink is half, any line's edge is as steep as that of MNIST's.
    """
    sigma = LINE_SIGMA * math.sqrt(thickness)
    gain = (2 * LINE_GAIN) ** thickness / 2
    return np.float32(-0.5 / sigma**2), np.float32(gain / (sigma * math.sqrt(2 * math.pi)))
