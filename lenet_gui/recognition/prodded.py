"""The input of a prodded drawing.

Strokes are moved as strokes and drawn afterwards, so their line stays crisp. A picture is
resampled once, its pixels being all there is of it.
"""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import PICTURE_SHARE, SIZE, Drawing, Input
from lenet_gui.recognition.line_drawing import draw_line, sample
from lenet_gui.recognition.line_width import widened
from lenet_gui.recognition.prodding import LINE, Prodding
from lenet_gui.recognition.resampling import overlap

_MARGIN = 4
"""Paper around a picture, so that what is beyond its edge need not be told apart, in pixels."""

_WIDE = SIZE + 2 * _MARGIN

_CENTRES = np.arange(SIZE) + (0.5 - SIZE / 2)
_PIXELS = (_CENTRES + 1j * _CENTRES[:, None]).ravel()
"""The middles of the input's pixels, row by row, as x + iy from its middle."""


def normalize(drawing: Drawing, prodding: Prodding) -> Input:
    """The input (32, 32) a network sees of a drawing that is prodded.

    That of `ink.normalize` where nothing is done to it, to the bit.

    Args:
        drawing: if it is not to be centred, in units of the sheet's side.
        prodding: what is done to it.
    """
    if prodding.is_neutral:
        return ink.normalize(drawing)
    if drawing.picture is None:
        seen = _of_strokes(drawing, prodding)
    else:
        seen = _of_picture(drawing, drawing.picture, prodding)
    return _noisy(seen, prodding) if prodding.noise else seen


def _of_strokes(drawing: Drawing, prodding: Prodding) -> Input:
    traced = (ink.centred if prodding.centred else ink.as_drawn)(drawing.strokes)
    if traced is None:
        return np.zeros((SIZE, SIZE), np.float32)
    samples, lengths = sample(prodding.to_input(traced.path), traced.sizes)
    return draw_line(samples, lengths, prodding.thickness)


def _of_picture(drawing: Drawing, picture: NDArray[np.float32], prodding: Prodding) -> Input:
    seen = ink.normalize(drawing) if prodding.centred or drawing.is_input else _as_it_lies(picture)
    if prodding.moves:
        seen = _moved(seen, prodding)
    return widened(seen, (prodding.line - LINE) / 2)


def _as_it_lies(picture: NDArray[np.float32]) -> Input:
    """A picture as large and where it is seen on the sheet."""
    height, width = picture.shape
    scale = SIZE * PICTURE_SHARE / max(height, width)
    down = overlap(height, SIZE, height / 2, scale)
    across = overlap(width, SIZE, width / 2, scale)
    return np.minimum(down @ picture @ across.T, 1.0)


def _moved(seen: Input, prodding: Prodding) -> Input:
    """An input resampled where every pixel comes from; what shrinks is blurred by as much before.

    By cubic convolution (Keys 1981), which leaves it as it is where it is shifted by whole pixels.
    """
    if prodding.scale < 1:
        blur = _mean_of(1 / prodding.scale)
        seen = (blur @ seen @ blur.T).astype(np.float32, copy=False)
    pixels = np.pad(seen, _MARGIN).ravel()
    places = prodding.from_input(_PIXELS)
    columns, across = _neighbours(places.real)
    rows, down = _neighbours(places.imag)
    corner = rows * _WIDE + columns
    moved = np.zeros(SIZE * SIZE, np.float32)
    for row, share in enumerate(down):
        line = np.zeros_like(moved)
        for column, part in enumerate(across):
            line += part * pixels[corner + (row * _WIDE + column)]
        moved += share * line
    return np.clip(moved, 0.0, 1.0).reshape(SIZE, SIZE)


def _neighbours(places: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The first (N,) of the four pixels around places along an axis, and the share of each (4, N).

    Args:
        places: (N,) from the input's middle, in pixels.

    Returns:
        Indices in an input with its margin; shares that add up to 1.
    """
    places = np.clip(places + (SIZE - 1) / 2, -2.0, SIZE + 1.0)
    before = np.floor(places)
    t = (places - before).astype(np.float32)
    shares = np.stack(
        [
            ((1.0 - 0.5 * t) * t - 0.5) * t,
            (1.5 * t - 2.5) * t * t + 1.0,
            ((2.0 - 1.5 * t) * t + 0.5) * t,
            (0.5 * t - 0.5) * t * t,
        ]
    )
    return before.astype(np.intp) + (_MARGIN - 1), shares


def _mean_of(width: float) -> NDArray[np.float32]:
    """Shares (32, 32) along an axis: each pixel the mean of `width` pixels around it."""
    apart = np.abs(_CENTRES[:, None] - _CENTRES)
    covered = np.clip((width + 1) / 2 - apart, 0.0, 1.0)
    return (covered / width).astype(np.float32)


@cache
def _grains() -> NDArray[np.float32]:
    """Two noises (2, 32, 32), always the same; on a circle through both, all are as strong."""
    return np.random.default_rng(1998).standard_normal((2, SIZE, SIZE), np.float32)


def _noisy(seen: Input, prodding: Prodding) -> Input:
    one, other = _grains()
    grain = math.cos(prodding.grain) * one + math.sin(prodding.grain) * other
    noisy: Input = np.clip(seen + prodding.noise * grain, 0.0, 1.0)
    return noisy.astype(np.float32, copy=False)
