"""Resampling pictures by area: every output pixel takes the mean of what lies under it."""

import numpy as np
from numpy.typing import NDArray


def overlap(length: int, size: int, centre: float, scale: float) -> NDArray[np.float32]:
    """How much of every output pixel each picture pixel covers, along one axis.

    Args:
        length: of the picture, in its pixels.
        size: of the output, in its pixels.
        centre: the place on the picture that falls on the output's middle.
        scale: output pixels a picture pixel.

    Returns:
        Shares (size, length); a product with them resamples.
    """
    edges = centre + (np.arange(size + 1)[:, None] - size / 2) / scale
    pixels = np.arange(length)
    covered = np.minimum(edges[1:], pixels + 1) - np.maximum(edges[:-1], pixels)
    return (np.maximum(covered, 0.0) * scale).astype(np.float32)  # type: ignore[no-any-return]


def bounds(picture: NDArray[np.float32], faintest: float) -> tuple[int, int, int, int] | None:
    """Where a picture (H, W) has more than the faintest ink: left, top, right, bottom, in pixels.

    None where it has none; right and bottom lie just behind the last.
    """
    rows = np.flatnonzero((picture > faintest).any(axis=1))
    columns = np.flatnonzero((picture > faintest).any(axis=0))
    if not len(rows):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
