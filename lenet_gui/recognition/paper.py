"""Paper: the ink of a picture of paper.

Where a picture's paper has one shade, as in everything drawn on a screen, that shade is the
paper, and the ink keeps its soft edges. Everything else is a photograph.
"""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.recognition.contrast import (
    GRAIN,
    LEAST_CONTRAST,
    TINY,
    Colours,
    along_ink,
    digit_in,
    ramp,
    strength_of,
)
from lenet_gui.recognition.photograph import ink_on_photograph
from lenet_gui.recognition.ruling import ABOVE_RULING, without_ruling

_SAME_SHADE = 2.5 / 255
"""Levels that differ by no more than this are one shade: what a JPEG does to a drawing."""


def ink_on_paper(colours: Colours) -> NDArray[np.float32]:
    """The ink, from 0 to 1, of the digit on a picture or photograph of paper.

    Args:
        colours: float32 (H, W, C), from 0 to 1; one colour or three.

    Returns:
        float32 (H, W) as given, or smaller for a large photograph. Blank paper is all zeros.
    """
    shade = _only_shade(colours)
    if shade is not None:
        return _ink_on_one_shade(colours - shade)
    return ink_on_photograph(colours)


def _only_shade(colours: Colours) -> Colours | None:
    """The shade (C,) of the paper if it is the same everywhere, as nothing photographed is."""
    border = np.concatenate([colours[0], colours[-1], colours[:, 0], colours[:, -1]])
    shade = np.median(border, axis=0)
    same = np.abs(colours - shade).max(axis=2) <= _SAME_SHADE
    same_at_border = np.abs(border - shade).max(axis=1) <= _SAME_SHADE
    return shade if same.mean() > 0.4 and same_at_border.mean() > 0.7 else None


def _ink_on_one_shade(contrast: Colours) -> NDArray[np.float32]:
    """Ink (H, W) from what stands out (H, W, C) from paper of one shade: its edges stay soft."""
    strength = strength_of(contrast)
    strongest = float(strength.max())
    if strongest < LEAST_CONTRAST:
        return np.zeros_like(strength)
    cleaned, line = without_ruling(strength, GRAIN * strongest)
    threshold = max(GRAIN * strongest, line)
    near = digit_in(cleaned, threshold)
    digit = near & (cleaned > threshold)
    if not digit.any() or np.quantile(cleaned[digit], 0.9) < ABOVE_RULING * line:
        return np.zeros_like(strength)
    kept = np.where(near, cleaned, np.float32(0))
    share = (kept / np.maximum(strength, TINY)).astype(np.float32)
    ink = along_ink(contrast * share[..., None], kept)
    return ramp(ink, GRAIN, 1.0, float(ink.max()))
