"""Digits made up from how people are taught to write them, and from what becomes of it.

The writers of any stroke set are few and from one place. Here every digit is put together from the
shapes that handwriting has for it around the world: ones with flag and foot, sevens hooked and
barred, fours open and closed, nines with a bent tail or a straight one, eights of one stroke or of
two rings. Sizes and places inside a shape are chosen anew each time.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np

from lenet_gui.recognition.drawing import Stroke
from lenet_gui.training.handwriting import Path, as_strokes
from lenet_gui.training.pen import Chance, about, arc, curve, likely


def made_up_digit(digit: int, chance: Chance) -> tuple[Stroke, ...]:
    """A digit as somebody might write it, its height about 1.

    Args:
        digit: 0 to 9.
        chance: the only source of chance.

    Returns:
        Strokes each float32 (N, 2), y down.
    """
    shapes = _SHAPES[digit]
    return as_strokes(shapes[int(chance.integers(len(shapes)))](chance))


def _ring(chance: Chance) -> list[Path]:
    """A zero: nearly closed, closed, or closed with the end inside."""
    across = chance.uniform(0.2, 0.5)
    start = chance.uniform(215, 325)
    turn = chance.uniform(320, 400) * (-1 if likely(0.8, chance) else 1)
    ring = arc(0, across, 0.5, start, start + turn)
    # a ring that closes badly: its end a little inside or outside where it began
    return [ring * np.linspace(1, chance.uniform(0.85, 1.1), len(ring))]


def _stem(chance: Chance) -> list[Path]:
    """A one that is only a stem."""
    return [curve(about([-0.5j, 0, 0.5j], chance, 0.02))]


def _flagged_one(chance: Chance) -> list[Path]:
    """A one with a flag, short or almost as long as its stem, and now and then a foot."""
    flag = np.exp(1j * math.radians(chance.uniform(100, 150))) * chance.uniform(0.2, 0.65)
    bow = chance.normal(0, 0.05) * 1j * flag
    one = [np.concatenate([curve([-0.5j + flag, -0.5j + flag / 2 + bow, -0.5j]), [0.5j]])]
    if likely(0.4, chance):
        left, right = chance.uniform(0.12, 0.35, 2)
        tilt = 1 + 1j * chance.normal(0, 0.12)
        one.append(np.array([0.5j - left * tilt, 0.5j + right * tilt]))
    return one


def _two(chance: Chance) -> list[Path]:
    """A two: a bow, a slope, and a base that is a corner, a loop or a wave."""
    top = about([-0.28 - 0.25j, -0.12 - 0.47j, 0.15 - 0.45j, 0.26 - 0.22j, 0.08 + 0.1j], chance)
    foot = complex(-0.28, 0.45 + chance.normal(0, 0.03))
    end = complex(chance.uniform(0.2, 0.42), foot.imag + chance.normal(0, 0.06))
    if likely(0.4, chance):  # the pen goes round in a loop
        size = chance.uniform(0.05, 0.13)
        loop = [foot + size, foot - 1.2 * size * 1j - size, foot - size * 1.6j + size / 2]
        return [curve([*top, *loop, (foot + end) / 2, end])]
    sag = chance.normal(0, 0.06) * 1j
    return [np.concatenate([curve([*top, foot]), curve([foot, (foot + end) / 2 + sag, end])])]


def _sharp_two(chance: Chance) -> list[Path]:
    """A two with hardly a bow."""
    marks = [-0.3 - 0.42j, -0.05 - 0.52j, 0.2 - 0.4j, 0.2 - 0.25j, -0.3 + 0.45j]
    base = [marks[-1], complex(0.35, 0.45 + chance.normal(0, 0.05))]
    return [np.concatenate([curve(about(marks[:-1], chance)), base])]


def _straight_two(chance: Chance) -> list[Path]:
    """A two of three straight lines, like a seven with a foot."""
    left = complex(-chance.uniform(0.3, 0.42), -0.48 + chance.normal(0, 0.06))
    corner = complex(chance.uniform(0.15, 0.3), -0.48 + chance.normal(0, 0.05))
    foot = complex(corner.real - chance.uniform(0.1, 0.5), 0.47)
    end = foot + complex(chance.uniform(0.35, 0.6), chance.normal(0, 0.05))
    bend = (corner + foot) / 2 + chance.normal(0, 0.04)
    return [np.concatenate([[left], curve([corner, bend, foot]), [end]])]


def _three(chance: Chance) -> list[Path]:
    """A three of two bows, which meet in a point or in a small loop."""
    waist = complex(chance.uniform(-0.15, 0.08), chance.uniform(-0.12, 0.05))
    bulge = chance.uniform(0.2, 0.36)
    upper = [-0.25 - 0.36j, -0.02 - 0.5j, bulge - 0.08 - 0.32j]
    lower = [
        bulge + 0.2j,
        0.02 + 0.5j,
        chance.uniform(-0.35, -0.2) + chance.uniform(0.25, 0.45) * 1j,
    ]
    if likely(0.3, chance):
        loop = [waist + 0.05j, waist - 0.06 - 0.02j, waist - 0.05j]
        return [curve([*about(upper, chance), *loop, *about(lower, chance)])]
    meet = [waist, waist + 0.02 + 0.01j]
    return [
        np.concatenate(
            [curve([*about(upper, chance), meet[0]]), curve([meet[1], *about(lower, chance)])]
        )
    ]


def _flat_three(chance: Chance) -> list[Path]:
    """A three with a straight top, as in a ledger."""
    corner = complex(chance.uniform(0.15, 0.3), -0.45 + chance.normal(0, 0.03))
    waist = complex(chance.uniform(-0.15, 0.05), chance.uniform(-0.15, 0))
    lower = [0.26 + 0.18j, 0.02 + 0.5j, -0.3 + 0.36j]
    top = np.array([complex(-0.28, -0.45 + chance.normal(0, 0.04)), corner])
    return [np.concatenate([top, curve([waist, *about([0.12 - 0.06j, *lower], chance)])])]


def _straight_three(chance: Chance) -> list[Path]:
    """A three of straight lines: a top, a way back, a belly with a corner."""
    top = complex(-chance.uniform(0.25, 0.38), -0.47 + chance.normal(0, 0.05))
    corner = complex(chance.uniform(0.15, 0.3), -0.47 + chance.normal(0, 0.04))
    waist = complex(chance.uniform(-0.15, 0.1), chance.uniform(-0.15, 0.08))
    belly = complex(chance.uniform(0.2, 0.36), chance.uniform(0.08, 0.25))
    end = complex(-chance.uniform(0.1, 0.35), chance.uniform(0.38, 0.5))
    return [np.array([top, corner, waist, belly, end])]


def _open_four(chance: Chance) -> list[Path]:
    """A four of two strokes whose top is open."""
    across = chance.uniform(0.2, 0.36)
    bar = complex(0, chance.uniform(-0.02, 0.22))
    left = complex(-across + chance.uniform(-0.04, 0.18), -chance.uniform(0.3, 0.5))
    corner = complex(-across, bar.imag + chance.normal(0, 0.03))
    end = complex(chance.uniform(0.12, 0.4), bar.imag + chance.normal(0, 0.05))
    if likely(0.35, chance):  # a round corner, like a u
        cup = curve([left, left + (corner - left) * 0.7, corner + 0.08 + 0.02j, end])
    else:
        cup = np.array([left, corner, end])
    top = complex(chance.uniform(0.02, 0.22), -chance.uniform(0.2, 0.5))
    stem = curve(about([top, (top + top.real + 0.5j) / 2, top.real + 0.5j], chance, 0.02))
    return [cup, stem]


def _closed_four(chance: Chance) -> list[Path]:
    """A four with a closed triangle, of one stroke or of two."""
    top = complex(chance.uniform(0.0, 0.15), -0.5)
    bar = chance.uniform(0.05, 0.25)
    left = complex(-chance.uniform(0.25, 0.4), bar)
    end = complex(chance.uniform(0.2, 0.4), bar + chance.normal(0, 0.03))
    stem = np.array([top, complex(top.real + chance.normal(0, 0.03), 0.5)])
    hook = np.array([top, left, end])
    if likely(0.5, chance):
        return [hook, stem]
    back = complex(top.real + chance.uniform(0.0, 0.05), bar)
    return [np.array([back + 0.5j - 1j * bar, top, left, end])]


def _five(chance: Chance) -> list[Path]:
    """A five of a stem, a bowl and a hat, which is its own stroke or the beginning."""
    left = chance.uniform(-0.28, -0.15)
    neck = complex(left - chance.uniform(-0.04, 0.06), -chance.uniform(0.02, 0.14))
    hat = complex(left, -0.48)
    brim = complex(chance.uniform(0.12, 0.4), -0.48 + chance.normal(0, 0.05))
    bulge = chance.uniform(0.22, 0.36)
    bowl = [neck, -0.02 - chance.uniform(0.08, 0.2) * 1j, bulge + 0.12j, 0.02 + 0.48j]
    bowl.append(complex(chance.uniform(-0.36, -0.2), chance.uniform(0.25, 0.45)))
    body = np.concatenate([[hat], curve([bowl[0], *about(bowl[1:], chance)])])
    if likely(0.5, chance):
        return [body, np.array([hat + chance.uniform(-0.06, 0.08), brim])]
    return [np.concatenate([[brim], body])]


def _round_five(chance: Chance) -> list[Path]:
    """A five of one stroke without a corner, close to an S."""
    marks = [0.3 - 0.46j, -0.05 - 0.5j, -0.22 - 0.3j, -0.16 - 0.1j, 0.15 - 0.05j]
    return [curve(about([*marks, 0.28 + 0.2j, 0.05 + 0.47j, -0.28 + 0.38j], chance))]


def _six(chance: Chance) -> list[Path]:
    """A six: a stem, bent or straight, and a loop that closes well or badly."""
    size = chance.uniform(0.16, 0.32)
    down = chance.uniform(0.16, 0.28)
    middle = complex(0, 0.5 - down)
    top = complex(chance.uniform(-0.15, 0.28), -0.5)
    side = middle - size
    way = side + (top - side) * 0.5 - chance.uniform(-0.02, 0.12)
    loop = arc(middle, size, down, 180, 180 - chance.uniform(290, 400))
    return [np.concatenate([curve([top, way, side]), loop])]


def _seven(chance: Chance) -> list[Path]:
    """A seven: a bar, hooked at its beginning or not, and a stem, perhaps crossed."""
    left = complex(-chance.uniform(0.22, 0.42), -0.48 + chance.normal(0, 0.04))
    corner = complex(chance.uniform(0.15, 0.34), -0.48 + chance.normal(0, 0.03))
    foot = complex(chance.uniform(-0.28, 0.12), 0.5)
    bend = (corner + foot) / 2 + chance.normal(-0.03, 0.05)
    sag = (left + corner) / 2 + 1j * chance.normal(0, 0.035)
    bar = curve([left, sag, corner])
    if likely(0.3, chance):
        bar = np.concatenate(
            [[left + complex(chance.normal(0, 0.03), chance.uniform(0.08, 0.25))], bar]
        )
    seven = [np.concatenate([bar, curve([corner, bend, foot])])]
    if likely(0.35, chance):
        place = bend + chance.normal(0, 0.06) * 1j
        reach = chance.uniform(0.1, 0.3, 2)
        tilt = 1 + 1j * chance.normal(0, 0.2)
        seven.append(np.array([place - reach[0] * tilt, place + reach[1] * tilt]))
    return seven


def _eight(chance: Chance) -> list[Path]:
    """An eight of one stroke, begun at the top, its rings closed or not."""
    upper, lower = chance.uniform(0.13, 0.26), chance.uniform(0.18, 0.32)
    start = complex(upper * chance.uniform(0.2, 0.9), -0.5 + chance.uniform(0.0, 0.12))
    marks = [start, -0.5j, -upper - 0.28j, -0.02j, lower + 0.25j, 0.5j, -lower + 0.25j]
    marks += [0.02 - 0.02j, upper - 0.28j, start * chance.uniform(0.8, 1.05)]
    moved = about(marks, chance, 0.025)
    return [curve(moved if likely(0.7, chance) else [-mark.conjugate() for mark in moved])]


def _two_rings(chance: Chance) -> list[Path]:
    """An eight of two rings, one upon the other."""
    upper, lower = chance.uniform(0.14, 0.26), chance.uniform(0.18, 0.32)
    high = chance.uniform(0.19, 0.25)
    rings = [(-0.5j + 1j * high, upper, high), (0.5j - 1j * (0.5 - high), lower, 0.5 - high)]
    drawn = []
    for middle, across, down in rings:
        start = chance.uniform(180, 360)
        aside = chance.normal(0, 0.02)
        drawn.append(arc(middle + aside, across, down, start, start - chance.uniform(330, 390)))
    return drawn


def _nine(chance: Chance) -> list[Path]:
    """A nine: a loop that closes well or badly, and a tail, straight, bent or hooked."""
    across, down = chance.uniform(0.13, 0.3), chance.uniform(0.14, 0.25)
    middle = complex(0, -0.5 + down)
    start = chance.uniform(270, 360)
    loop = arc(middle, across, down, start, chance.uniform(-20, 25))
    corner = complex(loop[-1])
    kind = int(chance.integers(3))
    if kind == 0:  # straight down, the pen lifted or gone back up first
        top = complex(across + chance.normal(0, 0.03), middle.imag - down * chance.uniform(0, 0.8))
        stem = np.array([top, complex(top.real + chance.normal(-0.03, 0.06), 0.5)])
        return [loop, stem] if likely(0.3, chance) else [np.concatenate([loop, stem])]
    foot = complex(across - chance.uniform(0.02, 0.35), 0.5)
    way = corner + (foot - corner) * 0.5 + chance.uniform(0.0, 0.09)
    if kind == 1:
        return [np.concatenate([loop, curve([corner, way, foot])])]
    turn = complex(across - chance.uniform(0.05, 0.2), 0.48)
    hook = complex(turn.real - chance.uniform(0.15, 0.35), chance.uniform(0.3, 0.46))
    return [np.concatenate([loop, curve([corner, corner + 0.02 + 0.3j, turn, hook])])]


_SHAPES: Sequence[Sequence[Callable[[Chance], list[Path]]]] = (
    (_ring,),
    (_stem, _flagged_one),
    (_two, _two, _sharp_two, _straight_two),
    (_three, _three, _flat_three, _straight_three),
    (_open_four, _closed_four),
    (_five, _five, _round_five),
    (_six,),
    (_seven,),
    (_eight, _two_rings),
    (_nine,),
)
"""The shapes of every digit; one that stands twice is chosen twice as often."""
