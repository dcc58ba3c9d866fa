"""Variants: other shapes that people give a digit, made of the strokes of a plain one.

Zeros with a slash, sevens with a bar, ones with a flag and a foot: usual in much of the world,
rare in MNIST.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from lenet_gui.recognition.drawing import Stroke
from lenet_gui.training.handwriting import Path, as_strokes, unit

_SLIM = 0.35
"""A one that is broader than this share of its height has a flag or a foot already."""


def add_variant(
    label: str, strokes: Sequence[Stroke], chance: np.random.Generator
) -> tuple[Stroke, ...]:
    """Another shape of a digit, where it has one that can be made of these strokes.

    Args:
        label: the digit.
        strokes: each float32 (N, 2).
        chance: the only source of chance.
    """
    make = _VARIANTS.get(label)
    return as_strokes(make(unit(strokes), chance)) if make else tuple(strokes)


def _slash(paths: list[Path], chance: np.random.Generator) -> list[Path]:
    """A zero with a stroke through it, mostly from the lower left to the upper right."""
    points = np.concatenate(paths)
    corner = complex(np.ptp(points.real), -np.ptp(points.imag)) / 2
    if chance.random() < 0.2:
        corner = -corner.conjugate()
    ends = -chance.uniform(0.5, 1.2), chance.uniform(0.5, 1.2)
    return [*paths, np.array([corner * end for end in ends])]


def _bar(paths: list[Path], chance: np.random.Generator) -> list[Path]:
    """A seven of one stroke with a bar across its stem."""
    if len(paths) > 1:
        return paths
    path = paths[0]
    along = np.cumsum(np.abs(np.diff(path, prepend=path[0])))
    place = np.interp(along[-1] * chance.uniform(0.55, 0.8), along, path)
    reach = chance.uniform(0.12, 0.35, 2)
    tilt = chance.normal(0, 0.15)
    return [
        path,
        np.array([place - reach[0] * (1 + 1j * tilt), place + reach[1] * (1 + 1j * tilt)]),
    ]


def _flag(paths: list[Path], chance: np.random.Generator) -> list[Path]:
    """A one of one slim stroke with a flag at its top, and now and then a foot."""
    points = np.concatenate(paths)
    if len(paths) > 1 or np.ptp(points.real) > _SLIM * np.ptp(points.imag):
        return paths
    path = paths[0] if paths[0][0].imag < paths[0][-1].imag else paths[0][::-1]
    height = np.ptp(points.imag)
    angle = np.radians(chance.uniform(40, 70))
    flag = chance.uniform(0.2, 0.6) * height * (-np.sin(angle) + 1j * np.cos(angle))
    flagged = [np.concatenate([[path[0] + flag], path])]
    if chance.random() < 0.35:
        left, right = chance.uniform(0.12, 0.4, 2) * height
        flagged.append(np.array([path[-1] - left, path[-1] + right]))
    return flagged


_VARIANTS: Mapping[str, Callable[[list[Path], np.random.Generator], list[Path]]] = {
    "0": _slash,
    "1": _flag,
    "7": _bar,
}
