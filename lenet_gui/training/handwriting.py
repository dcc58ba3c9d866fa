"""Handwriting: variations of a drawing, as its writer, or another, might have made it.

Where `augment` distorts the pixels of an input, this changes the strokes themselves, so that
what follows (fitting, drawing, centring) is done by `recognition.ink`, as in the app.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.recognition.drawing import Stroke

Path = NDArray[np.complexfloating[Any]]
"""The points of one stroke as x + iy, (N,)."""

_WAVES = 4
_OFTEN = 0.5


@dataclass(frozen=True)
class Variation:
    """How far strokes may be changed. Lengths are shares of the drawing's longer side.

    Attributes:
        rotation: up to so many degrees either way.
        slant: so far across per length down, either way.
        aspect: width over height times up to e to this, or divided by it.
        bend: standard deviation of a smooth displacement of everything.
        tremor: standard deviation of each point on its own.
        apart: standard deviation of the place of each stroke after the first.
        end: strokes miss, or go on for, up to this at either end.
        join: share of the drawings whose strokes are joined, the pen not lifted.
        variant: share of the drawings that take another shape of their digit (see `variants`).
    """

    rotation: float
    slant: float
    aspect: float
    bend: float
    tremor: float
    apart: float
    end: float
    join: float
    variant: float


def vary(
    strokes: Sequence[Stroke], variation: Variation, chance: np.random.Generator
) -> tuple[Stroke, ...]:
    """Another attempt at the same drawing.

    Args:
        strokes: each float32 (N, 2) of at least one point; none for an empty page.
        variation: how far.
        chance: the only source of chance.

    Returns:
        Strokes each float32 (N, 2), their longer side about 1.
    """
    if not strokes:
        return ()
    paths = unit(strokes)
    if len(paths) > 1:
        paths = _part(paths, variation, chance)
    if variation.end:
        paths = [_change_ends(path, variation.end, chance) for path in paths]
    sizes = [len(path) for path in paths]
    points = _bend(np.concatenate(paths), variation, chance)
    across, down = _affine(variation, chance)
    points = points.real * across + points.imag * down
    return as_strokes(np.split(points, np.cumsum(sizes)[:-1]))


def unit(strokes: Sequence[Stroke]) -> list[Path]:
    """Strokes as paths around 0 whose longer side is 1."""
    paths = [stroke[:, 0] + 1j * stroke[:, 1].astype(np.float64) for stroke in strokes]
    points = np.concatenate(paths)
    left, right = points.real.min(), points.real.max()
    top, bottom = points.imag.min(), points.imag.max()
    middle = complex(left + right, top + bottom) / 2
    side = max(right - left, bottom - top) or 1.0
    return [(path - middle) / side for path in paths]


def as_strokes(paths: Sequence[Path]) -> tuple[Stroke, ...]:
    """Paths as strokes, each float32 (N, 2)."""
    return tuple(np.stack([path.real, path.imag], axis=1).astype(np.float32) for path in paths)


def _part(paths: list[Path], variation: Variation, chance: np.random.Generator) -> list[Path]:
    """Move the later strokes a little, or join all into one."""
    moves = chance.normal(0, variation.apart, (len(paths), 2)) @ (1, 1j)
    moves[0] = 0
    paths = [path + move for path, move in zip(paths, moves, strict=True)]
    return [np.concatenate(paths)] if chance.random() < variation.join else paths


def _change_ends(path: Path, most: float, chance: np.random.Generator) -> Path:
    """Let a stroke begin and end sooner or later; a short one stays as it is."""
    for _ in range(2):
        path = path[::-1]
        if chance.random() < _OFTEN:
            continue
        along = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(path)))])
        change = chance.uniform(-most, most)
        if along[-1] < 3 * most:
            continue
        if change > 0:
            path = np.concatenate([path, [path[-1] + change * _heading(path, along)]])
        else:
            stays = along < along[-1] + change
            path = np.append(path[stays], np.interp(along[-1] + change, along, path))
    return path


def _heading(path: Path, along: NDArray[np.float64]) -> complex:
    """The direction, of length 1, in which a path ends."""
    before = np.interp(along[-1] * 0.9, along, path)
    step = complex(path[-1] - before)
    return step / abs(step) if step else 0j


def _bend(points: Path, variation: Variation, chance: np.random.Generator) -> Path:
    """Displace points by a few long waves across the drawing, and each by its own tremor."""
    length = chance.uniform(0.6, 2.0, (_WAVES, 1))
    towards = chance.uniform(0, 2 * math.pi, (_WAVES, 1))
    phase = chance.uniform(0, 2 * math.pi, (_WAVES, 1))
    reach = chance.normal(0, variation.bend / math.sqrt(_WAVES / 2), (_WAVES, 2)) @ (1, 1j)
    where = points.real * np.cos(towards) + points.imag * np.sin(towards)
    waves = np.sin(where * (2 * math.pi) / length + phase)
    tremor = chance.normal(0, variation.tremor, (len(points), 2)) @ (1, 1j)
    return points + reach @ waves + tremor  # type: ignore[no-any-return]


def _affine(variation: Variation, chance: np.random.Generator) -> tuple[complex, complex]:
    """Where a step across and a step down lead: slant, aspect and rotation together."""
    turn, slant, aspect = chance.uniform(-1, 1, 3) * (
        math.radians(variation.rotation),
        variation.slant,
        variation.aspect,
    )
    turned = complex(math.cos(turn), math.sin(turn))
    return turned * math.exp(aspect / 2), turned * complex(slant, 1) * math.exp(-aspect / 2)
