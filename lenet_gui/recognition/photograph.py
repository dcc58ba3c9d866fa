"""Photographs: ink told from light, shadow, grain, tables and hands.

The paper is what remains when all that is narrow is filled, in each colour by itself. Shadows and
tables are wide and so remain, with their edges.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from lenet_gui.recognition.blobs import Mask
from lenet_gui.recognition.contrast import (
    GRAIN,
    LEAST_CONTRAST,
    TINY,
    Colours,
    Strength,
    along_ink,
    digit_in,
    ramp,
    strength_of,
    within,
)
from lenet_gui.recognition.ruling import ABOVE_RULING, without_ruling
from lenet_gui.recognition.windows import closed, highest_in, opened, smoothed

_LARGEST_PHOTOGRAPH = 640
"""Photographs are looked at in this size, in pixels on the longer side."""

_WIDEST_STROKE = 0.3
"""Strokes are narrower than this share of a photograph's shorter side."""

_STROKES_WIDE = 1.8
"""Once the strokes are known, what is as wide as so many of them is no stroke."""

_GRAINS = 3.0
"""Ink stands out by so many times the grain of the paper, as a median."""

_SOFT = 0.3
"""From this share of the ink's strength on a photograph's pixel can be ink."""

_FULL = 0.85
"""From this share of the ink's strength on a photograph's pixel is all ink."""

_SMALLEST_DIGIT = 0.03
"""A digit on a photograph has at least this share of its longer side."""

_NARROWEST_LOOK = 5
"""Windows narrower than this, in pixels, see nothing but grain."""

_LONG = 0.08
"""Something narrow is a digit for sure from this share of the photograph's longer side on."""

_CLEAR = 0.5
"""And if it stands out this well, compared with what there is of any width."""

_STROKES = 0.6
"""What has this share of the strongest contrast is not taken for ruling."""

_SHARP = 0.6
"""Around ink there is less than this share of the strength from which on it is ink."""

_PEAK = 0.998
"""The strongest contrast on a photograph is this quantile: the rest may be glare or dirt."""

_FAR_NARROWER = 3.5
"""What is left of a stroke too wide for a window is not this much narrower than the window."""

_AS_STRONG = 0.8
"""What has this share of a digit's strength may be more of it."""

_MISSED = 1.6
"""A digit seen in part has at least so many times the pixels."""

_VOTING_SIDES = (128, 64, 32)
"""Whether ink is dark or light is seen on copies with these longer sides, in pixels."""

_SURROUNDINGS = 11
"""Side of a pixel's surroundings on such a copy, in pixels."""

_LITTLE_DOUBT = 0.15
"""What is darker and what is lighter differ by more than this share of both together."""

_MARGIN = 0.1
"""So much of the shorter side is margin, where other things than a digit may lie."""

_LEAST_SMOOTHED = 200
"""A photograph with a shorter side is too small to lose its grain by smoothing."""


class _Seen(NamedTuple):
    """A digit seen on a photograph.

    Attributes:
        contrast: (H, W, C), see `_contrast`, without the paper's ruling.
        strength: (H, W), of that.
        digit: (H, W), where it is.
        near: (H, W), there and a little around it, where its edges are.
        threshold: the strength from which on there is digit.
        typical: the digit's strength, as a median.
    """

    contrast: Colours
    strength: Strength
    digit: Mask
    near: Mask
    threshold: float
    typical: float


def ink_on_photograph(colours: Colours) -> NDArray[np.float32]:
    """The ink, from 0 to 1, from the colours (H, W, C) of a photograph.

    A digit is sought among the narrowest things first, then among wider ones: the shadow of a
    finger is narrow too, but wider than a pen's stroke.

    Returns:
        float32 (H, W), at most 640 on the longer side; all zeros for blank paper.
    """
    colours = within(colours, _LARGEST_PHOTOGRAPH)
    widest = round(_WIDEST_STROKE * min(colours.shape[:2]))
    polarities = _polarities(colours)
    anything = _look(colours, polarities, widest)
    for share in (8, 6, 5, 4, 3, 2):
        width = widest // share
        seen = _look(colours, polarities, width) if width >= _NARROWEST_LOOK else None
        if seen is not None and _is_whole(seen, anything, width):
            return _ink_seen(seen)
    if anything is None or _STROKES_WIDE * _stroke_width(anything.digit) > widest:
        return np.zeros(colours.shape[:2], np.float32)
    return _ink_seen(anything)


def _is_whole(seen: _Seen, anything: _Seen | None, width: int) -> bool:
    """Whether a digit seen among what is narrower than `width` is one, and not parts of one.

    `anything` is what was seen of any width.
    """
    strokes = _stroke_width(seen.digit)
    if (
        _length(seen.digit) < _LONG * max(seen.digit.shape)
        or strokes * _STROKES_WIDE > width
        or (anything is not None and seen.typical <= _CLEAR * anything.typical)
    ):
        return False
    if anything is None or strokes * _FAR_NARROWER <= width:
        return True
    rows, columns = np.nonzero(seen.digit)
    box = np.s_[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    as_strong = np.count_nonzero(anything.strength[box] > _AS_STRONG * seen.typical)
    return bool(as_strong < _MISSED * len(rows))


def _look(colours: Colours, polarities: list[float], width: int) -> _Seen | None:
    """The likely digit among what is narrower than `width` on a photograph, if there is any."""
    contrast, light = _contrast(colours, polarities, width)
    if min(colours.shape[:2]) >= _LEAST_SMOOTHED:
        contrast = np.dstack([smoothed(band) for band in np.moveaxis(contrast, 2, 0)])
    strength = strength_of(contrast)
    # The grain is as deep in a shadow as in the light: what stands out there counts for less.
    strength *= np.minimum(light / np.median(light), 1)
    floor = max(_GRAINS * float(np.median(strength)), LEAST_CONTRAST)
    cleaned, line = without_ruling(strength, floor)
    peak = float(np.quantile(cleaned, _PEAK))
    threshold = max(floor, _SOFT * peak, min(line, _STROKES * peak))
    near = digit_in(cleaned, threshold)
    digit = near & (cleaned > threshold)
    if _length(digit) < _SMALLEST_DIGIT * max(digit.shape):
        return None
    typical = float(np.median(cleaned[digit]))
    if typical < ABOVE_RULING * line or not _is_sharp(cleaned, near, digit, threshold):
        return None
    contrast *= (cleaned / np.maximum(strength, TINY))[..., None]
    return _Seen(contrast, cleaned, digit, near, threshold, typical)


def _is_sharp(strength: Strength, near: Mask, digit: Mask, threshold: float) -> bool:
    """Whether a digit has edges, which unevenness of the light has not."""
    around = near & ~(highest_in(digit.astype(np.float32), (5, 5)) > 0)
    return not around.any() or float(np.median(strength[around])) < _SHARP * threshold


def _ink_seen(seen: _Seen) -> NDArray[np.float32]:
    """The ink (H, W) of the digit seen."""
    ink = np.where(seen.near, along_ink(seen.contrast, seen.digit.astype(np.float32)), 0)
    full = float(np.quantile(ink[seen.digit], 0.8))
    start = float(np.clip(0.5 * seen.threshold / seen.typical, GRAIN, 0.5))
    return ramp(ink, start, _FULL, full)


def _contrast(colours: Colours, polarities: list[float], width: int) -> tuple[Colours, Strength]:
    """How far each colour stands out from paper without anything narrower than `width`.

    Returns:
        contrast (H, W, C), a share of the light on the paper; and that light (H, W).
    """
    papers = []
    for levels, sign in zip(np.moveaxis(colours, 2, 0), polarities, strict=True):
        fill = closed if sign < 0 else opened
        papers.append(fill(smoothed(levels), (width, width)))
    paper = np.dstack(papers)
    light = paper.mean(axis=2) + 0.02
    contrast = (colours - paper) / light[..., None]
    contrast -= np.median(contrast, axis=(0, 1))  # filling follows the grain's extremes
    return contrast, light


def _polarities(colours: Colours) -> list[float]:
    """For each colour whether ink is lighter (1) or darker (-1) than the paper around it.

    Ink covers less than half of its surroundings, so their median is paper. How wide they have
    to be for that depends on the pen: the narrowest that leave little doubt decide, for in wide
    ones there are also the corners of the sheet. The picture's margin has no vote.
    """
    votes, decided = np.zeros(colours.shape[2]), np.zeros(colours.shape[2], bool)
    for side in _VOTING_SIDES:
        small = within(colours, side)
        around = [
            np.asarray(Image.fromarray(levels).filter(ImageFilter.MedianFilter(_SURROUNDINGS)))
            for levels in np.moveaxis(small, 2, 0)
        ]
        paper = np.dstack(around)
        apart = (small - paper) / (small + paper + TINY)
        margin = round(_MARGIN * min(small.shape[:2]))
        inner = apart[margin : small.shape[0] - margin, margin : small.shape[1] - margin]
        vote = np.mean(inner * np.abs(inner), axis=(0, 1))
        votes = np.where(decided, votes, vote)
        decided |= np.abs(vote) > _LITTLE_DOUBT * np.mean(inner**2, axis=(0, 1))
    return [1.0 if vote > 0 else -1.0 for vote in votes]


def _length(mask: Mask) -> int:
    """The longer side of the bounding box of a mask (H, W)."""
    rows, columns = np.nonzero(mask)
    return int(max(np.ptp(rows), np.ptp(columns)) + 1) if len(rows) else 0


def _stroke_width(digit: Mask) -> float:
    """The mean width of a digit's strokes: twice its area over the length of its outline."""
    steps = np.count_nonzero(digit[1:] != digit[:-1]) + np.count_nonzero(
        digit[:, 1:] != digit[:, :-1]
    )
    return 2 * np.count_nonzero(digit) / max(steps * np.pi / 4, 1)
