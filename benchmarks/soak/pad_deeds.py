"""What visitors do at the pad in good faith: they draw, and take it back."""

import math

import msgspec
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint

from benchmarks.soak.hands import Pauses
from benchmarks.soak.visitor import Visitor
from lenet_gui import paths

_Points = NDArray[np.float64]


def _digits() -> list[list[_Points]]:
    """Digits that every network reads, each some strokes of points, in any unit."""
    samples = msgspec.json.decode((paths.resources() / "samples" / "self-test.json").read_bytes())
    return [[np.array(s, float) for s in strokes] for strokes in samples["digits"].values()]


_DIGITS = _digits()


def draw_digit(visitor: Visitor) -> Pauses:
    """Draw a digit by one's own hand: turned, sized and placed as it comes, and trembling."""
    chance = visitor.chance
    number = chance.randrange(len(_DIGITS))
    visitor.note(f"digit {number}")
    turn, share = chance.gauss(0, 0.15), chance.uniform(0.3, 0.75)
    shape = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])
    shape[0] *= chance.uniform(0.8, 1.2)
    strokes = [stroke @ shape for stroke in _DIGITS[number]]
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = share / float((high - low).max())
    place = np.array([chance.uniform(0.4, 0.6), chance.uniform(0.4, 0.6)])
    for stroke in strokes:
        own = (stroke - (low + high) / 2) * scale + place
        own += [[chance.gauss(0, 0.006), chance.gauss(0, 0.006)] for _ in own]
        yield from visitor.hands.drag(_on_pad(visitor, own))
        yield visitor.moment()


def scribble(visitor: Visitor) -> Pauses:
    """Scribble, over the sheet's edges too."""
    at = [visitor.chance.random(), visitor.chance.random()]
    points = []
    for _ in range(60):
        at = [min(1.2, max(-0.2, one + visitor.chance.gauss(0, 0.08))) for one in at]
        points.append(tuple(at))
    yield from visitor.hands.drag(_on_pad(visitor, np.array(points)))


def dot(visitor: Visitor) -> Pauses:
    """Touch the pad here and there."""
    for _ in range(visitor.chance.randint(1, 5)):
        yield from visitor.hands.tap_part(visitor.exhibit.window.pad)


def lay_hand_on_pad(visitor: Visitor) -> Pauses:
    """Draw with several fingers at once."""
    pad = visitor.exhibit.window.pad
    for _ in range(2):
        middle = visitor.hands.place_in(pad)
        far = visitor.chance.uniform(20, 120)
        yield from visitor.hands.pinch(middle, far, far * 1.5, visitor.chance.randint(2, 5))


def undo(visitor: Visitor) -> Pauses:
    """Take back strokes, and clear the pad."""
    commands = visitor.exhibit.window.commands
    yield from draw_digit(visitor)
    for action in visitor.chance.choices((commands.undo, commands.clear), k=5):
        yield from visitor.press_button_of(action)


def _on_pad(visitor: Visitor, points: _Points) -> list[QPoint]:
    """Places of the window, of points on a sheet with sides of 1."""
    pad = visitor.exhibit.window.pad
    sheet = pad.sheet
    return [
        pad.mapTo(visitor.stage, QPoint(round(x), round(y)))
        for x, y in (points * sheet.width() + (sheet.x(), sheet.y())).tolist()
    ]
