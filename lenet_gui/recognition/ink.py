"""Ink: what somebody drew, and the 32×32 input a network sees of it.

Recognition starts from the strokes, not from the pad's pixels: the strokes are scaled into the
20×20 box of MNIST, drawn with MNIST's line, and centred by mass (LeCun et al. 1998, section
III.A). So neither the pad's size, nor the brush, nor the place on the pad matters. The app,
training and evaluation all read ink through this file.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.recognition.drawing import SIZE, Drawing, Input, Stroke
from lenet_gui.recognition.line_drawing import draw_line, sample
from lenet_gui.recognition.line_width import even_line
from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.resampling import bounds, overlap

BOX = 20.0
"""Side of the square the ink is fitted into, in pixels of the input (MNIST's)."""


_LINE_REACH = 1.2
"""How far a line's visible edge lies from its middle, in pixels."""

_STRAY = 0.1
"""A stroke smaller than this share of the largest one is a stray dot: no digit has such a part."""

_LARGE = 0.25
"""Where no stroke is as large as this share of the drawing, the drawing is made of dots."""

_FAINT = 0.25
"""Ink of a picture fainter than this does not count for its bounding box."""

_FAR = 4.0 * SIZE
"""What lies so far off the sheet is out of sight, in pixels."""

_MIDDLE = complex(SIZE / 2, SIZE / 2)
"""Of the input, from its corner."""

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
    """How a drawing lies on its input.

    Attributes:
        scale: from the drawing to pixels of the input.
        shift: x + iy of the drawing's origin from the input's middle, in pixels.
        prodding: what is done to it then.
    """

    scale: float
    shift: complex
    prodding: Prodding

    def to_drawing(self, x: float, y: float) -> tuple[float, float]:
        """The point of the drawing that lies on a point of the input."""
        place = self.prodding.from_input(complex(x, y) - _MIDDLE)
        place = (place - self.shift) / self.scale
        return place.real, place.imag


def placement(drawing: Drawing, prodding: Prodding = NEUTRAL) -> Placement | None:
    """Where a drawing lies on its input.

    None for an empty one, for a dot, which has no size, and for a picture that has to be fitted.
    """
    if drawing.is_input or not prodding.centred:
        return Placement(SIZE, -_MIDDLE, prodding)
    traced = centred(drawing.strokes)
    return Placement(traced.scale, traced.shift, prodding) if traced and traced.scale else None


def normalize_strokes(strokes: Sequence[Stroke]) -> Input:
    """Fit strokes into the box, draw them with MNIST's line and centre their mass.

    A point that is nowhere (NaN or infinite, from a damaged file) leaves no ink, and neither
    does a stray dot beside strokes: it would shrink the digit.
    """
    traced = _fitted(strokes)
    if traced is None:
        return np.zeros((SIZE, SIZE), np.float32)
    samples, lengths = sample(traced.path, traced.sizes)
    # Where lines overlap there is less ink than line, so the ink has to be seen to be centred.
    off_centre = _centre_of_mass(draw_line(samples, lengths))
    return draw_line(samples - off_centre, lengths)


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


@dataclass(frozen=True, eq=False)
class Traced:
    """Strokes on their way to the input: the middle of their line.

    Attributes:
        path: (N,) the points of all strokes as x + iy, in pixels from the input's middle: as
            `line_drawing.sample` takes them.
        sizes: how many of the points each stroke has.
        scale, shift: path = strokes × scale + shift.
    """

    path: NDArray[np.complex128]
    sizes: Sequence[int]
    scale: float
    shift: complex


def centred(strokes: Sequence[Stroke]) -> Traced | None:
    """Strokes as `normalize_strokes` draws them; None where there is no ink."""
    traced = _fitted(strokes)
    if traced is None:
        return None
    off = complex(*_centre_of_mass(draw_line(*sample(traced.path, traced.sizes)))[:, 0].tolist())
    return replace(traced, path=traced.path - off, shift=traced.shift - off)


def as_drawn(strokes: Sequence[Stroke]) -> Traced | None:
    """Strokes as they lie on the sheet, in units of its side; None where there is no ink."""
    strokes = [stroke[np.isfinite(stroke).all(axis=1)] for stroke in strokes]
    strokes = [stroke for stroke in strokes if len(stroke)]
    if not strokes:
        return None
    points = np.concatenate(strokes, dtype=np.float64) * SIZE
    points = np.clip(points, -_FAR, _FAR)
    path = points.view(np.complex128)[:, 0] - _MIDDLE
    return Traced(path, [len(stroke) for stroke in strokes], SIZE, -_MIDDLE)


def _fitted(strokes: Sequence[Stroke]) -> Traced | None:
    """Strokes in the box, but not centred yet; None where there is no ink."""
    strokes = [stroke for stroke in strokes if len(stroke)]
    if len(strokes) > 1:
        strokes = _without_stray_dots(strokes)
    if not strokes:
        return None
    points = np.concatenate(strokes, dtype=np.float64)
    left, top = np.minimum.reduce(points).tolist()
    right, bottom = np.maximum.reduce(points).tolist()
    width, height = right - left, bottom - top
    if not math.isfinite(width + height):
        return _fitted([stroke[np.isfinite(stroke).all(axis=1)] for stroke in strokes])
    scale = (BOX - 2 * _LINE_REACH) / (max(width, height) or math.inf)
    centre = complex(left + width / 2, top + height / 2)
    path = (points.view(np.complex128)[:, 0] - centre) * scale
    return Traced(path, [len(stroke) for stroke in strokes], scale, -centre * scale)


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
    (mass, across), (down, _) = (_MOMENTS @ ink @ _MOMENTS.T).tolist()
    return np.array([[across / mass], [down / mass]], np.float32)
