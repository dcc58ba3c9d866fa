"""Small stroke sets: digits and signs of a few straight pieces, by several hands."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

_SEVEN_SEGMENTS: Mapping[str, Sequence[tuple[int, int]]] = {
    "0": [(0, 0), (1, 0), (1, 2), (0, 2), (0, 0)],
    "1": [(1, 0), (1, 2)],
    "2": [(0, 0), (1, 0), (1, 1), (0, 1), (0, 2), (1, 2)],
    "3": [(0, 0), (1, 0), (0, 1), (1, 1), (1, 2), (0, 2)],
    "4": [(0, 0), (0, 1), (1, 1), (1, 0), (1, 2)],
    "5": [(1, 0), (0, 0), (0, 1), (1, 1), (1, 2), (0, 2)],
    "6": [(1, 0), (0, 0), (0, 2), (1, 2), (1, 1), (0, 1)],
    "7": [(0, 0), (1, 0), (1, 2)],
    "8": [(0, 0), (1, 0), (0, 2), (1, 2), (0, 0)],
    "9": [(1, 1), (0, 1), (0, 0), (1, 0), (1, 2)],
}
_SIGNS: Mapping[str, Sequence[tuple[int, int]]] = {
    "Zig/zag": [(0, 0), (2, 1), (0, 1), (2, 2), (0, 2)],
    "Flat/line": [(0, 0), (5, 0)],
    "Hook/left": [(0, 0), (3, 0), (3, 1)],
    "Mill/sail": [(0, 0), (2, 2), (0, 2), (2, 0), (1, 1)],
    "Tent/open": [(0, 2), (1, 0), (2, 2), (2, 3)],
}


def write_strokes(path: Path, *, signs: bool = False, writers: int = 5) -> Path:
    """Write a stroke set: every digit, or every sign, by every writer, each a little elsewhere."""
    chance = np.random.default_rng(3)
    shapes = _SIGNS if signs else _SEVEN_SEGMENTS
    drawn = [
        (label, f"w{writer}", np.array(corners, np.float32) + chance.normal(0, 0.08, 2))
        for writer in range(writers)
        for label, corners in shapes.items()
    ]
    ends = np.cumsum([0, *(len(points) for _, _, points in drawn)], dtype=np.int32)
    np.savez(
        path,
        points=np.concatenate([points for _, _, points in drawn]).astype(np.float32),
        stroke_offsets=ends,
        sample_offsets=np.arange(len(drawn) + 1, dtype=np.int32),
        labels=np.array([label for label, _, _ in drawn]),
        writers=np.array([writer for _, writer, _ in drawn]),
    )
    return path
