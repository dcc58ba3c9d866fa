"""Scribbles: made-up drawings that are no digit, of the kinds that visitors draw."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from lenet_gui.recognition.drawing import Stroke
from lenet_gui.training.handwriting import Path, as_strokes, unit
from lenet_gui.training.pen import Chance


def scribble(digits: Sequence[Sequence[Stroke]], chance: Chance) -> tuple[Stroke, ...]:
    """A drawing that is no digit, its longer side about 1; now and then an empty page.

    What comes to one line that stands is a 1 and is made again.

    Args:
        digits: drawings of digits with their labels' shapes left alone, to make what is no
            longer one digit of: numbers of two, digits over each other.
        chance: the only source of chance.
    """
    if digits and chance.random() < _OF_DIGITS:
        first, second = (
            unit(digits[index]) for index in chance.integers(len(digits), size=2).tolist()
        )
        return as_strokes(_two_digits(first, second, chance))
    kind = _KINDS[int(chance.integers(len(_KINDS)))]
    paths = kind(chance)
    while paths and _is_a_one(np.concatenate(paths)):
        paths = kind(chance)
    return as_strokes(paths)


_OF_DIGITS = 0.2


def _two_digits(first: list[Path], second: list[Path], chance: Chance) -> list[Path]:
    """A number of two digits, or one digit over another."""
    apart = chance.uniform(0.55, 1.1) if chance.random() < 0.8 else chance.normal(0, 0.1)
    return [*first, *(path + apart + 1j * chance.normal(0, 0.08) for path in second)]


def _line(chance: Chance) -> list[Path]:
    """A straight line that lies rather than stands, so that it is no one."""
    towards = math.radians(chance.uniform(-38, 38))
    half = np.exp(1j * towards) / 2
    return [np.linspace(-half, half, 12)]


def _lines(chance: Chance) -> list[Path]:
    """Two to five straight lines anywhere: crosses, gratings, sheaves."""
    ends = _anywhere((int(chance.integers(2, 6)), 2), chance)
    if chance.random() < 0.5:  # parallel
        ends = ends[0] + np.arange(len(ends))[:, None] * complex(_anywhere((), chance)) / 2
    return list(ends)


def _side_by_side(chance: Chance) -> list[Path]:
    """Two to five lines that stand side by side, level or in steps: a tally, a fence, bars."""
    count = int(chance.integers(2, 6))
    step = chance.uniform(0.18, 0.5) + 1j * chance.choice([0, 1]) * chance.normal(0, 0.3)
    lean = chance.normal(0, 0.15)
    lines = []
    for place in np.arange(count) * step + chance.normal(0, 0.03, count):
        upper, lower = chance.uniform(0.35, 0.5, 2)
        bow = chance.normal(0, 0.02)
        lines.append(place + np.array([-upper * (1j - lean), bow, lower * (1j - lean)]))
    return lines


def _cross(chance: Chance) -> list[Path]:
    """A plus or a times sign."""
    turned = np.exp(1j * math.radians(float(chance.choice([0, 45])) + chance.normal(0, 6)))
    meet = complex(_anywhere((), chance)) / 5
    upright = chance.uniform(0.7, 1.3) * 1j
    return [np.array([-0.5, 0.5]) * turned, np.array([-0.5, 0.5]) * turned * upright + meet]


def _corners(chance: Chance) -> list[Path]:
    """One stroke of straight pieces: zigzags, hooks, stars."""
    count = int(chance.integers(4, 14))
    if chance.random() < 0.5:
        return [_anywhere((count,), chance)]
    height = chance.uniform(0.1, 1)
    return [np.linspace(-0.5, 0.5, count) + (np.arange(count) % 2) * (1j * height)]


def _wave(chance: Chance) -> list[Path]:
    """A line that goes up and down, or round and round, across the page."""
    turns = chance.uniform(2, 6)
    along = np.linspace(0, 1, 80)
    swing = np.exp(2j * math.pi * turns * along) * chance.uniform(0.1, 0.4)
    return [along * chance.uniform(0.5, 2) + (swing if chance.random() < 0.6 else 1j * swing.imag)]


def _wander(chance: Chance) -> list[Path]:
    """One to four strokes that wander with no aim."""
    paths = []
    for _ in range(int(chance.integers(1, 5))):
        count = int(chance.integers(15, 80))
        turn = np.cumsum(chance.normal(0, chance.uniform(0.2, 0.9), count))
        path = np.cumsum(np.exp(1j * (turn + chance.uniform(0, 2 * math.pi)))) / count
        paths.append(path + complex(_anywhere((), chance)))
    return paths


def _filled(chance: Chance) -> list[Path]:
    """A surface filled by rubbing to and fro, or by a spiral."""
    turns = chance.uniform(6, 16)
    along = np.linspace(0, 1, int(turns * 24))
    if chance.random() < 0.3:
        return [along * np.exp(2j * math.pi * turns * along)]
    rub = np.arcsin(np.sin(math.pi * 2 * turns * along)) / math.pi * chance.uniform(0.7, 1.3)
    turned = np.exp(1j * chance.uniform(0, math.pi))
    return [(along + 1j * rub) * turned + chance.normal(0, 0.01, (len(along), 2)) @ (1, 1j)]


def _nothing(chance: Chance) -> list[Path]:  # noqa: ARG001 - there is nothing to choose
    """An empty page."""
    return []


def _dots(chance: Chance) -> list[Path]:
    """One tap, or several."""
    return [_anywhere((1,), chance) for _ in range(int(chance.integers(1, 8)))]


def _ring(middle: complex, across: float, down: float, start: float = 0.0) -> Path:
    """An ellipse in one stroke."""
    angle = np.linspace(0, 2 * math.pi, 32) + start
    return middle + across * np.cos(angle) + 1j * down * np.sin(angle)


def _face(chance: Chance) -> list[Path]:
    """A face: a person's, or with ears and whiskers a cat's."""
    across, down = chance.uniform(0.38, 0.5, 2)
    eyes = chance.uniform(0.12, 0.22) - 0.12j
    size = chance.uniform(0.02, 0.07)
    mouth = np.linspace(-0.2, 0.2, 12)
    face = [_ring(0, across, down, chance.uniform(0, 6))]
    face += [_ring(eye, size, size) for eye in (eyes, -eyes.conjugate())]
    face.append(mouth + 1j * (0.2 + chance.uniform(-1, 1) * 2 * (0.04 - mouth**2)))
    if chance.random() < 0.6:
        ear = np.array([0.12 - 0.42j, 0.33 - 0.68j, 0.4 - 0.25j])
        whisker = np.array([0.12 + 0.1j, 0.6 + 0.05j])
        face += [ear, -ear.conjugate(), whisker, -whisker.conjugate()]
    return face


def _star(chance: Chance) -> list[Path]:
    """A star of five points, a triangle, or rays from a middle."""
    shape = int(chance.integers(3))
    turned = np.exp(1j * chance.normal(-math.pi / 2, 0.2))
    if shape == 0:
        return [np.exp(2j * math.pi * 2 / 5 * np.arange(6)) * turned]
    if shape == 1:
        return [np.exp(2j * math.pi / 3 * np.arange(4)) * turned]
    count = int(chance.integers(5, 11))
    return [np.array([0.2, 1.0]) * np.exp(2j * math.pi * (ray / count)) for ray in range(count)]


def _heart(chance: Chance) -> list[Path]:
    """A heart."""
    angle = np.linspace(0, 2 * math.pi, 40)
    across = np.sin(angle) ** 3 * chance.uniform(0.8, 1.2)
    down = np.cos(angle) - 0.4 * np.cos(2 * angle) - 0.15 * np.cos(3 * angle)
    return [across - 1j * down]


def _house(chance: Chance) -> list[Path]:
    """A house: four walls, a roof, perhaps a door."""
    roof = complex(0.5, -chance.uniform(0.3, 0.7))
    walls = np.array([0, 1, 1 + 1j, 1j, 0, roof, 1])
    door = np.array([0.4 + 1j, 0.4 + 0.5j, 0.65 + 0.5j, 0.65 + 1j])
    return [walls, door] if chance.random() < 0.5 else [walls]


def _flower(chance: Chance) -> list[Path]:
    """A flower or a sun: a ring with rings or rays about it, perhaps on a stalk."""
    count = int(chance.integers(4, 9))
    places = np.exp(2j * math.pi * np.arange(count) / count)
    petals = [
        _ring(0.33 * place, 0.16, 0.16) if count < 7 else np.array([0.2, 0.5]) * place
        for place in places
    ]
    stalk = [np.array([0.2j, 1.2j])] if chance.random() < 0.5 else []
    return [_ring(0, 0.16, 0.16), *petals, *stalk]


def _is_a_one(points: Path) -> bool:
    """Whether points lie along one line that stands: a 1 to whoever sees it."""
    away = points - points.mean()
    # twice the angle of the line that fits best is that of the mean of squares
    along = np.sqrt((away**2).mean())
    across = (away * (along.conjugate() / (abs(along) or 1.0))).imag
    stands = abs(along.imag) > abs(along.real) * _STANDS
    return bool(stands and np.ptp(across) < _SLIM * np.ptp(points.imag))


_SLIM, _STANDS = 0.25, 0.8
"""A one is slimmer than this share of its height, and steeper than this."""


def _anywhere(shape: tuple[int, ...], chance: Chance) -> Path:
    """Points anywhere in the square of side 1 around 0."""
    return chance.uniform(-0.5, 0.5, (*shape, 2)) @ (1, 1j)


_KINDS: Sequence[Callable[[Chance], list[Path]]] = (
    _line,
    _lines,
    _lines,
    _side_by_side,
    _side_by_side,
    _cross,
    _corners,
    _wave,
    _wander,
    _filled,
    _nothing,
    _dots,
    _face,
    _star,
    _heart,
    _house,
    _flower,
)
"""What is made up; a kind that stands twice is chosen twice as often."""
