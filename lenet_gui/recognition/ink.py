"""Ink: what somebody drew, and the 32×32 input a network sees of it.

Recognition starts from the strokes, not from the pad's pixels: the strokes are scaled into the
20×20 box of MNIST, drawn with MNIST's line, and centred by mass (LeCun et al. 1998, section
III.A). So neither the pad's size, nor the brush, nor the place on the pad matters. The app,
training and evaluation all read ink through this file.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.recognition.drawing import SIZE, Drawing, Input, Stroke
from lenet_gui.recognition.line_width import even_line
from lenet_gui.recognition.resampling import bounds, overlap

BOX = 20.0
"""Side of the square the ink is fitted into, in pixels of the input (MNIST's)."""

LINE_SIGMA = 0.75
"""Standard deviation of the line's cross-section, in pixels: MNIST's lines are this soft."""

LINE_GAIN = 2.0
"""Peak of the line's cross-section before it is clipped at 1: with the softness, its width."""

_LINE_REACH = 1.2
"""How far a line's visible edge lies from its middle, in pixels."""

_SPACING = 0.5
"""Distance between the samples along a stroke, in pixels; well under the line's softness, so
that the sum of samples equals the integral along the stroke."""

_DOT = 1.6
"""A dot leaves as much ink as this length of line, in pixels."""

_STRAY = 0.1
"""A stroke smaller than this share of the largest one is a stray dot: no digit has such a part."""

_LARGE = 0.25
"""Where no stroke is as large as this share of the drawing, the drawing is made of dots."""

_FAINT = 0.25
"""Ink of a picture fainter than this does not count for its bounding box."""

_SHARPNESS = np.float32(-0.5 / LINE_SIGMA**2)
"""Exponent of a sample's spot, one pixel from its middle."""

_FAINTEST = np.float32(-20.0)
"""No exponent is below: of numbers near the smallest float32, products take fifty times as long."""

_PEAK = np.float32(LINE_GAIN / (LINE_SIGMA * math.sqrt(2 * math.pi)))
"""Height of the spot that a line's length of one pixel leaves."""

_CENTRES = np.arange(SIZE, dtype=np.float32) + np.float32(0.5 - SIZE / 2)
"""The middles of the input's columns, and of its rows, from its middle."""

_MOMENTS = np.stack([np.ones_like(_CENTRES), _CENTRES])
"""Multiplied with an input from both sides: its mass, and its mass times place."""


def normalize(drawing: Drawing) -> Input:
    """The input (32, 32) a network sees of a drawing; all paper if it is empty."""
    if drawing.picture is not None:
        return drawing.picture if drawing.is_input else normalize_picture(drawing.picture)
    return normalize_strokes(drawing.strokes)


@dataclass(frozen=True)
class Placement:
    """How a drawing lies on its input: input = drawing × scale + (x, y), in pixels of the input."""

    scale: float
    x: float
    y: float

    def to_drawing(self, x: float, y: float) -> tuple[float, float]:
        """The point of the drawing that lies on a point of the input."""
        return (x - self.x) / self.scale, (y - self.y) / self.scale


def placement(drawing: Drawing) -> Placement | None:
    """Where `normalize` puts a drawing.

    None for an empty one, for a dot, which has no size, and for a picture that has to be fitted.
    """
    if drawing.picture is not None:
        return Placement(SIZE, 0.0, 0.0) if drawing.is_input else None
    line = _fitted(drawing.strokes)
    if line is None or not line.scale:
        return None
    off_x, off_y = _centre_of_mass(draw_line(line.samples, line.lengths))[:, 0].tolist()
    middle = SIZE / 2
    x, y = line.centre.real * line.scale, line.centre.imag * line.scale
    return Placement(line.scale, middle - x - off_x, middle - y - off_y)


def normalize_strokes(strokes: Sequence[Stroke]) -> Input:
    """Fit strokes into the box, draw them with MNIST's line and centre their mass.

    A point that is nowhere (NaN or infinite, from a damaged file) leaves no ink, and neither
    does a stray dot beside strokes: it would shrink the digit.
    """
    line = _fitted(strokes)
    if line is None:
        return np.zeros((SIZE, SIZE), np.float32)
    # Where lines overlap there is less ink than line, so the ink has to be seen to be centred.
    off_centre = _centre_of_mass(draw_line(line.samples, line.lengths))
    return draw_line(line.samples - off_centre, line.lengths)


def normalize_picture(picture: NDArray[np.float32]) -> Input:
    """Fit a picture's ink into the box and centre its mass, its line as wide as MNIST's.

    Args:
        picture: ink from 0 to 1, float32 (H, W).
    """
    picture = even_line(picture)
    box = bounds(picture, _FAINT)
    if box is None:
        return np.zeros((SIZE, SIZE), np.float32)
    left, top, right, bottom = box
    scale = BOX / max(right - left, bottom - top)
    mass = picture.sum()
    centre_y = picture.sum(axis=1) @ (np.arange(len(picture)) + 0.5) / mass
    centre_x = picture.sum(axis=0) @ (np.arange(picture.shape[1]) + 0.5) / mass
    down = overlap(picture.shape[0], SIZE, centre_y, scale)
    across = overlap(picture.shape[1], SIZE, centre_x, scale)
    ink = down @ picture @ across.T
    return ink / ink.max()  # type: ignore[no-any-return]


def draw_line(samples: NDArray[np.float32], lengths: NDArray[np.float32]) -> Input:
    """Draw a line given by samples along it.

    Every sample adds a Gaussian spot. Spots are separable, so the whole picture is one product
    of two (32, P) matrices; clipping at 1 makes the line's flat middle.

    Args:
        samples: (2, P), x and y in pixels of the input, from its middle.
        lengths: (P,) of the line that each sample stands for, in pixels.
    """
    exponents = samples[:, None, :] - _CENTRES[:, None]
    exponents *= exponents
    exponents *= _SHARPNESS
    np.maximum(exponents, _FAINTEST, out=exponents)
    across, down = np.exp(exponents, out=exponents)
    down *= lengths * _PEAK
    ink = down @ across.T
    return np.minimum(ink, 1.0, out=ink)  # type: ignore[no-any-return]


@dataclass(frozen=True, eq=False)
class _Line:
    """Strokes fitted into the box, sampled along; not centred yet.

    Attributes:
        samples, lengths: as `draw_line` takes them.
        scale: from the drawing to pixels of the input.
        centre: of the drawing's bounding box, x + iy.
    """

    samples: NDArray[np.float32]
    lengths: NDArray[np.float32]
    scale: float
    centre: complex


def _fitted(strokes: Sequence[Stroke]) -> _Line | None:
    """Fit strokes into the box; None where there is no ink."""
    strokes = [stroke for stroke in strokes if len(stroke)]
    if len(strokes) > 1:
        strokes = _without_stray_dots(strokes)
    if not strokes:
        return None
    points = np.concatenate(strokes, dtype=np.float64)
    left, top = points.min(axis=0).tolist()
    right, bottom = points.max(axis=0).tolist()
    width, height = right - left, bottom - top
    if not math.isfinite(width + height):
        return _fitted([stroke[np.isfinite(stroke).all(axis=1)] for stroke in strokes])
    scale = (BOX - 2 * _LINE_REACH) / (max(width, height) or math.inf)
    centre = complex(left + width / 2, top + height / 2)
    path = points.view(np.complex128)[:, 0] - centre
    samples, lengths = _sample(path * scale, [len(stroke) for stroke in strokes])
    return _Line(samples, lengths, scale, centre)


def _without_stray_dots(strokes: list[Stroke]) -> list[Stroke]:
    """Those strokes that are no slip of the hand: neither small nor off the others."""
    ends = np.array([(stroke.min(axis=0), stroke.max(axis=0)) for stroke in strokes], np.float64)
    first, last = ends[:, 0], ends[:, 1]
    sizes = (last - first).max(axis=1)
    large = sizes >= _STRAY * sizes.max()
    whole = (last.max(axis=0) - first.min(axis=0)).max()
    if large.all() or not sizes.max() >= _LARGE * whole:  # not so either where a point is nowhere
        return strokes
    left_top, right_bottom = first[large].min(axis=0), last[large].max(axis=0)
    inside = (first >= left_top).all(axis=1) & (last <= right_bottom).all(axis=1)
    return [stroke for stroke, stays in zip(strokes, large | inside, strict=True) if stays]


def _centre_of_mass(ink: Input) -> NDArray[np.float32]:
    """Where the mass of an input lies: (2, 1), x and y in pixels from its middle."""
    (mass, across), (down, _) = _MOMENTS @ ink @ _MOMENTS.T
    return np.array([[across / mass], [down / mass]], np.float32)


def _sample(
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
        np.cumsum(np.abs(stroke[1:] - stroke[:-1]), out=along[1:])
        length = float(along[-1])
        inked = max(length, _DOT)
        count = math.ceil(inked / _SPACING)
        places = np.arange(0.5, count) * (length / count)
        samples.append(np.interp(places, along, stroke))
        lengths.append(np.full(count, inked / count, np.float32))
    x_and_y = np.concatenate(samples).view(np.float64).reshape(-1, 2).T
    return x_and_y.astype(np.float32, order="C"), np.concatenate(lengths)
