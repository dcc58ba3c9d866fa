"""From the points a device sent to a smooth line, piece by piece as they come.

The line runs through the points as a centripetal Catmull-Rom spline, written as cubic Béziers
(Yuksel, Schaefer, Keyser 2011, "Parameterization and applications of Catmull-Rom curves"): it
turns no corner where events are sparse, and makes no loop between near points. A piece is settled
once the point after it is known; until then the line's tip is a guess that is drawn anew.

Points are complex numbers, x + y·j, in units of the sheet's side.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

_SPACING = 0.008
"""Knots of the line lie at least this far apart: nearer ones are the shiver of whole pixels."""

_WIDTH_STEP = 0.5
"""A line that swells does so in steps of this many pixels; each edge moves by half of it."""

_DOT = 0.01
"""Length of a dot's line in pixels: Qt draws no line without length."""


@dataclass(frozen=True)
class Knot:
    """A point of a line.

    Attributes:
        at: where, in units of the sheet's side.
        swell: how wide the line is here, in brush widths.
    """

    at: complex
    swell: float


@dataclass(frozen=True, eq=False)
class Piece:
    """A piece of a line.

    Attributes:
        path: its middle, in units of the sheet's side.
        start: the line's width where the piece starts, in brush widths.
        end: the width where it ends.
    """

    path: QPainterPath
    start: float
    end: float

    def scaled(self, side: float, brush: float) -> Iterator[tuple[QPainterPath, float]]:
        """Paths and widths in pixels that draw the piece.

        Args:
            side: the sheet's side in pixels.
            brush: width of the brush in units of the side.
        """
        path = QTransform.fromScale(side, side).map(self.path)
        if path.length() == 0:
            path.lineTo(path.currentPosition() + QPointF(_DOT, 0))
        thin, swollen = self.start * brush * side, self.end * brush * side
        count = max(1, math.ceil(abs(swollen - thin) / _WIDTH_STEP))
        for step in range(count):
            part = path if count == 1 else path.trimmed(step / count, (step + 1) / count)
            yield part, thin + (swollen - thin) * (step + 0.5) / count


class Curve:
    """One smooth line under way."""

    def __init__(self) -> None:
        self._knots: list[Knot] = []
        self._last: Knot | None = None

    def add(self, knot: Knot) -> Piece | None:
        """Go on to a point; returns the piece that is settled by it, if one is."""
        self._last = knot
        if self._knots and abs(knot.at - self._knots[-1].at) < _SPACING:
            return None
        self._knots = [*self._knots[-3:], knot]
        settled = len(self._knots) - 3
        return _piece(self._knots, settled) if settled >= 0 else None

    def tip(self) -> list[Piece]:
        """The pieces that the next point may still change, to the very last point."""
        knots = self._knots[-3:]
        unsettled = max(len(knots) - 2, 0)
        if self._last is not None and self._last.at != knots[-1].at:
            knots.append(self._last)
        if len(knots) == 1:
            return [_dot(knots[0])]
        return [_piece(knots, start) for start in range(unsettled, len(knots) - 1)]


def smooth(knots: Sequence[Knot]) -> list[Piece]:
    """All the pieces of a line."""
    curve = Curve()
    settled = [piece for piece in map(curve.add, knots) if piece is not None]
    return settled + curve.tip()


def _dot(knot: Knot) -> Piece:
    path = QPainterPath(QPointF(knot.at.real, knot.at.imag))
    path.lineTo(path.currentPosition())
    return Piece(path, knot.swell, knot.swell)


def _piece(knots: Sequence[Knot], index: int) -> Piece:
    """The cubic from one knot to the next; at the line's ends it is a quadratic."""
    first, second = knots[index : index + 2]
    start, end = first.at, second.at
    leave = arrive = None
    if index > 0:
        leave = start + _handle(knots[index - 1].at, start, end)
    if index + 2 < len(knots):
        arrive = end + _handle(knots[index + 2].at, end, start)
    third = (end - start) / 3
    if leave is None:
        leave = start + third if arrive is None else arrive - third
    if arrive is None:
        arrive = leave + third
    path = QPainterPath(QPointF(start.real, start.imag))
    path.cubicTo(leave.real, leave.imag, arrive.real, arrive.imag, end.real, end.imag)
    return Piece(path, first.swell, second.swell)


def _handle(before: complex, at: complex, to: complex) -> complex:
    """Offset of the Bézier handle that leaves `at` for `to` on a line that came by `before`."""
    came, goes = abs(at - before), abs(to - at)
    roots = math.sqrt(came) * math.sqrt(goes)
    return (came * (to - at) + goes * (at - before)) / (3 * (came + roots))
