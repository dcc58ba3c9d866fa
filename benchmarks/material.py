"""What the benchmarks draw: real strokes where there are some, else hand-made ones."""

from pathlib import Path

import numpy as np

from lenet_gui.recognition.drawing import Drawing, Stroke
from lenet_gui.training.strokes import read_strokes

_EVERY = 37
"""Step through a set by this many, so that writers and digits are mixed."""


def drawings(path: Path | None, count: int) -> list[Drawing]:
    """`count` drawings of a stroke set, or hand-made digits without one."""
    if path is None:
        return [Drawing((_hand_made(turn),)) for turn in range(count)]
    found = read_strokes(path).drawings
    return [found[index * _EVERY % len(found)] for index in range(count)]


def _hand_made(turn: int) -> Stroke:
    """A spiral of 40 points, each time another one: as much ink as a digit."""
    at = np.linspace(0, 4 + turn % 5, 40)
    radius = np.linspace(0.1, 1, 40)
    return np.stack([np.cos(at) * radius, np.sin(at) * radius], axis=1).astype(np.float32)
