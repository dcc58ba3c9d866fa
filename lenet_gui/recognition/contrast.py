"""Contrast: how far a picture's pixels stand out from its paper, and which of it is ink."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenet_gui.recognition.blobs import Mask, digit_among, labelled
from lenet_gui.recognition.windows import highest_in

Colours = NDArray[np.float32]
"""float32 (H, W, C), each colour's level from 0 to 1."""

Strength = NDArray[np.float32]
"""float32 (H, W): how far each pixel stands out from the paper, whatever its colour."""

LEAST_CONTRAST = 0.05
"""What differs from the paper by less is no ink."""

GRAIN = 0.1
"""What is fainter than this share of the strongest ink belongs to the paper."""

TINY = 1e-6
"""Keeps a division by nothing from failing."""

_BRIDGED = 0.006
"""Gaps in a stroke are bridged over twice this share of the longer side."""


def strength_of(contrast: Colours) -> Strength:
    """The root mean square over the colours: one number whichever colour the ink has."""
    return np.sqrt(np.mean(contrast**2, axis=2))  # type: ignore[no-any-return]


def along_ink(contrast: Colours, weights: NDArray[np.floating]) -> NDArray[np.float32]:
    """Contrast (H, W) along the ink's own colour: 1 is the ink's mean, other colours are less."""
    ink = np.tensordot(weights, contrast, axes=((0, 1), (0, 1))) / weights.sum()
    return (contrast @ ink / max(ink @ ink, TINY)).astype(np.float32)  # type: ignore[no-any-return]


def digit_in(strength: Strength, threshold: float) -> Mask:
    """Where the digit is, and a little around it, among all that is stronger."""
    mask = strength > threshold
    reach = 2 * round(_BRIDGED * max(mask.shape)) + 1
    wide = highest_in(mask.astype(np.float32), (reach, reach)) > 0
    labels, count = labelled(wide)
    return digit_among(np.where(mask, strength, 0), labels, count)[labels]


def ramp(ink: Strength, start: float, end: float, full: float) -> NDArray[np.float32]:
    """Ink from 0 at `start` to 1 at `end`, both shares of full ink."""
    return np.clip((ink / max(full, TINY) - start) / (end - start), 0, 1).astype(np.float32)  # type: ignore[no-any-return]


def within(colours: Colours, side: int) -> Colours:
    """Colours made smaller, by area, to at most `side` pixels on the longer side."""
    height, width = colours.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return colours
    size = max(1, round(scale * width)), max(1, round(scale * height))
    bands = [Image.fromarray(band) for band in np.moveaxis(colours, 2, 0)]
    return np.dstack([np.asarray(band.resize(size, Image.Resampling.BOX)) for band in bands])
