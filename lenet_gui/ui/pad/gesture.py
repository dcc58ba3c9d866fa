"""A gesture: what one pen leaves on the sheet from its touch to its lift.

Where the pen leaves the sheet the line ends at the border; where it comes in again a new one
starts. So a gesture holds any number of lines, and no point of them is off the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lenet_gui import imports
from lenet_gui.recognition.drawing import Stroke
from lenet_gui.ui.pad.stroke_path import Curve, Knot, Piece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = imports.lazy("numpy")

_ROOM = 256
"""Points a line has room for before its arrays grow."""


@dataclass(frozen=True, eq=False)
class Line:
    """A stroke and how wide it is painted; read-only arrays.

    Attributes:
        points: float32 (N, 2), x to the right, y down, from 0 to 1 over the sheet.
        swell: float32 (N), width at each point in brush widths.
    """

    points: Stroke
    swell: NDArray[np.float32]

    def knots(self) -> list[Knot]:
        """The points as knots of a smooth line."""
        places = self.points.astype(np.float64).view(np.complex128)[:, 0].tolist()
        return [Knot(at, swell) for at, swell in zip(places, self.swell.tolist(), strict=True)]


class Gesture:
    """Lines under way."""

    def __init__(self) -> None:
        self._ended: list[Line] = []
        self._line: _LineUnderWay | None = None
        self._at: complex | None = None
        self._taken = 0
        self.settled: list[Piece] = []
        """All the pieces that no later point changes."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on the sheet yet."""
        return self._line is None and not self._ended

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is on the sheet so far."""
        under_way = () if self._line is None else (self._line.snapshot(),)
        return (*self._ended, *under_way)

    def add(self, at: complex, swell: float) -> bool:
        """The pen is at a place, on the sheet or off it; returns whether it left ink.

        Args:
            at: x + y·j; the sheet reaches from 0 to 1.
            swell: width of the line there, in brush widths.
        """
        start = at if self._at is None else self._at
        self._at = at
        part = _on_sheet(start, at)
        if part is None:
            return False
        enters, leaves = part
        left_ink = False
        if self._line is None:
            self._line = _LineUnderWay()
            left_ink = self._put(self._line, Knot(enters, swell))
        left_ink |= self._put(self._line, Knot(leaves, swell))
        if leaves != at:
            self.end()
        return left_ink

    def end(self) -> None:
        """Settle the line under way, if there is one."""
        if self._line is not None:
            self.settled += self._line.curve.tip()
            self._ended.append(self._line.snapshot())
            self._line = None

    def take_settled(self) -> list[Piece]:
        """The pieces that were settled since this was last asked."""
        taken, self._taken = self._taken, len(self.settled)
        return self.settled[taken:]

    def tip(self) -> list[Piece]:
        """The pieces that may still change."""
        return [] if self._line is None else self._line.curve.tip()

    def _put(self, line: _LineUnderWay, knot: Knot) -> bool:
        if line.last == knot.at:
            return False
        piece = line.add(knot)
        if piece is not None:
            self.settled.append(piece)
        return True


class _LineUnderWay:
    """A line whose points are still coming."""

    def __init__(self) -> None:
        self.curve = Curve()
        self.last: complex | None = None
        self._rows = np.empty((_ROOM, 3), np.float32)
        self._count = 0

    def add(self, knot: Knot) -> Piece | None:
        """Append a point; returns the piece it settles, if one is."""
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._count] = knot.at.real, knot.at.imag, knot.swell
        self._count += 1
        self.last = knot.at
        return self.curve.add(knot)

    def snapshot(self) -> Line:
        """The line so far, which later points do not touch."""
        rows = self._rows[: self._count]
        return Line(_frozen(rows[:, :2]), _frozen(rows[:, 2]))


def lines_of(strokes: Iterable[Stroke]) -> tuple[Line, ...]:
    """Strokes from elsewhere as lines one brush wide, without what is off the sheet."""
    gestures = []
    for stroke in strokes:
        gesture = Gesture()
        for x, y in stroke.tolist():
            gesture.add(complex(x, y), 1.0)
        gesture.end()
        gestures.append(gesture)
    return tuple(line for gesture in gestures for line in gesture.lines)


def _frozen(values: NDArray[np.float32]) -> NDArray[np.float32]:
    copy = np.array(values, np.float32, order="C")
    copy.setflags(write=False)
    return copy


def _on_sheet(start: complex, end: complex) -> tuple[complex, complex] | None:
    """The part of a way from `start` to `end` that lies on the sheet (Liang, Barsky 1984)."""
    enters, leaves = 0.0, 1.0
    way = end - start
    for origin, step in ((start.real, way.real), (start.imag, way.imag)):
        if step == 0:
            if not 0 <= origin <= 1:
                return None
            continue
        near, far = sorted((-origin / step, (1 - origin) / step))
        enters, leaves = max(enters, near), min(leaves, far)
    if enters > leaves:
        return None
    first = start if enters == 0 else _clamped(start + enters * way)
    last = end if leaves == 1 else _clamped(start + leaves * way)
    return first, last


def _clamped(at: complex) -> complex:
    """A place on the border, where rounding may have left it just off."""
    return complex(min(max(at.real, 0.0), 1.0), min(max(at.imag, 0.0), 1.0))
