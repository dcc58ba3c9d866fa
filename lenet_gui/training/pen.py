"""The pen: lines as hands draw them, of which made-up digits are put together.

Points are x + iy, y down, in units of a digit's height.
"""

from collections.abc import Sequence

import numpy as np

from lenet_gui.training.handwriting import Path

Chance = np.random.Generator

_SMOOTH = 8
"""Points of a curve from one of its marks to the next."""


def curve(marks: Sequence[complex]) -> Path:
    """A smooth line through marks (Catmull and Rom's spline, its ends free)."""
    points = np.array([2 * marks[0] - marks[1], *marks, 2 * marks[-1] - marks[-2]])
    before, start, end, after = points[:-3], points[1:-2], points[2:-1], points[3:]
    t = np.linspace(0, 1, _SMOOTH, endpoint=False)[:, None]
    pieces = (
        2 * start
        + t * (end - before)
        + t**2 * (2 * before - 5 * start + 4 * end - after)
        + t**3 * (3 * start - before - 3 * end + after)
    ) / 2
    return np.append(pieces.T.ravel(), marks[-1])


def arc(middle: complex, across: float, down: float, start: float, end: float) -> Path:
    """Part of an ellipse, between two angles in degrees: 0 right, 90 below, 270 above."""
    angle = np.radians(np.linspace(start, end, max(8, int(abs(end - start) / 12))))
    return middle + across * np.cos(angle) + 1j * down * np.sin(angle)


def about(marks: Sequence[complex], chance: Chance, far: float = 0.035) -> list[complex]:
    """Marks, each moved a little on its own."""
    moved = np.asarray(marks) + chance.normal(0, far, (len(marks), 2)) @ (1, 1j)
    return [complex(mark) for mark in moved]


def likely(share: float, chance: Chance) -> bool:
    """Whether what that share of the writers do is done."""
    return bool(chance.random() < share)
