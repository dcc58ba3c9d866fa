"""Ink: what somebody drew, and the 32×32 input a network sees of it.

Recognition starts from the strokes, not from the pad's pixels: the strokes are scaled into the
20×20 box of MNIST, drawn with MNIST's line, and centred by mass (LeCun et al. 1998, section
III.A). So neither the pad's size, nor the brush, nor the place on the pad matters. The app,
training and evaluation all read ink through this file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Stroke = NDArray[np.float32]
"""One stroke: float32 (N, 2), x to the right, y down, in any unit. One point is a dot."""

Input = NDArray[np.float32]
"""What a network sees: float32 (32, 32), paper 0, ink 1."""

SIZE = 32
"""Height and width of the input, in pixels."""

BOX = 20.0
"""Side of the square the ink is fitted into, in pixels of the input (MNIST's)."""

LINE_SIGMA = 0.75
"""Standard deviation of the line's cross-section, in pixels: MNIST's lines are this soft."""

LINE_GAIN = 2.0
"""Peak of the line's cross-section before it is clipped at 1: with the softness, its width."""

_LINE_REACH = 1.2
"""How far a line's visible edge lies from its middle, in pixels."""

_SPACING = 0.4
"""Distance between the samples along a stroke, in pixels; well under the line's softness, so
that the sum of samples equals the integral along the stroke."""

_DOT = 1.6
"""A dot leaves as much ink as this length of line, in pixels."""

_FAINT = 0.25
"""Ink of a picture fainter than this does not count for its bounding box."""

_CENTRES = np.arange(SIZE, dtype=np.float32) + 0.5


@dataclass(frozen=True, eq=False)
class Drawing:
    """What is on the pad: strokes in the order drawn, or a picture.

    Attributes:
        strokes: each float32 (N, 2).
        picture: ink from 0 to 1, float32 (H, W), when a picture was opened instead of drawn.
    """

    strokes: tuple[Stroke, ...] = ()
    picture: NDArray[np.float32] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink at all."""
        no_points = not any(len(stroke) for stroke in self.strokes)
        return no_points and (self.picture is None or not self.picture.any())


def normalize(drawing: Drawing) -> Input:
    """The input (32, 32) a network sees of a drawing; all paper if it is empty."""
    if drawing.picture is not None:
        return normalize_picture(drawing.picture)
    return normalize_strokes(drawing.strokes)


def normalize_strokes(strokes: Sequence[Stroke]) -> Input:
    """Fit strokes into the box, draw them with MNIST's line and centre their mass."""
    strokes = [stroke for stroke in strokes if len(stroke)]
    if not strokes:
        return np.zeros((SIZE, SIZE), np.float32)
    points = np.concatenate(strokes)
    extent = float((points.max(axis=0) - points.min(axis=0)).max())
    scale = (BOX - 2 * _LINE_REACH) / extent if extent > 0 else 0.0
    samples, weights = _sample([stroke * scale for stroke in strokes])
    centre = weights @ samples / weights.sum()
    return draw_line(samples - centre + SIZE / 2, weights)


def normalize_picture(picture: NDArray[np.float32]) -> Input:
    """Fit a picture's ink into the box and centre its mass, in one resampling by area.

    Args:
        picture: ink from 0 to 1, float32 (H, W).
    """
    rows = np.flatnonzero((picture > _FAINT).any(axis=1))
    columns = np.flatnonzero((picture > _FAINT).any(axis=0))
    if not len(rows):
        return np.zeros((SIZE, SIZE), np.float32)
    scale = BOX / max(rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1)
    mass = picture.sum()
    centre_y = picture.sum(axis=1) @ (np.arange(len(picture)) + 0.5) / mass
    centre_x = picture.sum(axis=0) @ (np.arange(picture.shape[1]) + 0.5) / mass
    down = _overlap(picture.shape[0], centre_y, scale)
    across = _overlap(picture.shape[1], centre_x, scale)
    ink = down @ picture @ across.T
    return ink / ink.max()  # type: ignore[no-any-return]


def draw_line(samples: NDArray[np.float32], weights: NDArray[np.float32]) -> Input:
    """Draw a line given by samples along it.

    Every sample adds a Gaussian spot. Spots are separable, so the whole picture is one product
    of two (32, P) matrices; clipping at 1 makes the line's flat middle.

    Args:
        samples: (P, 2) in pixels of the input.
        weights: (P,) the length of line each sample stands for, in pixels.
    """
    offsets = samples.T[:, None, :] - _CENTRES[None, :, None]
    spots = np.exp(offsets * offsets * np.float32(-0.5 / LINE_SIGMA**2))
    peak = np.float32(LINE_GAIN / (LINE_SIGMA * np.sqrt(2 * np.pi)))
    ink = (spots[1] * (weights * peak)) @ spots[0].T
    return np.minimum(ink, 1.0, out=ink)  # type: ignore[no-any-return]


def _overlap(length: int, centre: float, scale: float) -> NDArray[np.float32]:
    """Share (32, length) of every input pixel that each of `length` picture pixels covers.

    `centre`, in picture pixels, falls on the input's middle; `scale` is input over picture.
    """
    edges = centre + (np.arange(SIZE + 1)[:, None] - SIZE / 2) / scale
    pixels = np.arange(length)
    covered = np.minimum(edges[1:], pixels + 1) - np.maximum(edges[:-1], pixels)
    return (np.maximum(covered, 0.0) * scale).astype(np.float32)


def _sample(strokes: Sequence[Stroke]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Even samples (P, 2) along strokes in pixels, and the length (P,) each stands for."""
    samples, weights = [], []
    for stroke in strokes:
        steps = np.hypot(*np.diff(stroke, axis=0).T)
        lengths = np.concatenate(([0.0], np.cumsum(steps)))
        length = max(lengths[-1], _DOT)
        count = int(np.ceil(length / _SPACING))
        at = (np.arange(count) + 0.5) * (lengths[-1] / count)
        samples.append(np.stack([np.interp(at, lengths, axis) for axis in stroke.T], axis=1))
        weights.append(np.full(count, length / count))
    return (
        np.concatenate(samples).astype(np.float32),
        np.concatenate(weights).astype(np.float32),
    )
