"""How the input is prodded: moved and distorted as the network sees it. Light, as drawings are."""

from __future__ import annotations

import cmath
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Places = TypeVar("_Places", complex, NDArray[np.complex128])

LINE = 2.5
"""Width of MNIST's line, from half ink to half ink, in pixels of the input."""


@dataclass(frozen=True)
class Prodding:
    """What is done to a drawing after it is fitted and centred; the defaults do nothing.

    It is slanted, then scaled, then turned about the middle of the input, then shifted.

    Attributes:
        across: shift to the right, in pixels of the input.
        down: shift downwards, in pixels of the input.
        scale: of the drawing, 1 as it is; the line of strokes stays as wide.
        rotation: clockwise, in degrees.
        shear: slant to the right, in degrees from upright.
        line: width of the line of strokes, in pixels of the input; that of a picture changes by
            as much.
        noise: standard deviation of what is added to every pixel; ink is 1.
        grain: which noise, as an angle: near ones are alike, and a turn leads back.
        centred: whether the drawing is fitted and centred before; if not, it is taken as it lies
            on the sheet.
    """

    across: float = 0.0
    down: float = 0.0
    scale: float = 1.0
    rotation: float = 0.0
    shear: float = 0.0
    line: float = LINE
    noise: float = 0.0
    grain: float = 0.0
    centred: bool = True

    @property
    def is_neutral(self) -> bool:
        """Whether the network sees what it would without."""
        return self == NEUTRAL or replace(self, grain=0.0) == NEUTRAL

    @property
    def moves(self) -> bool:
        """Whether ink is anywhere else than it would be without."""
        left = replace(self, line=LINE, noise=0.0, grain=0.0, centred=True)
        return left != NEUTRAL

    @property
    def thickness(self) -> float:
        """Width of the line, in MNIST's lines."""
        return self.line / LINE

    def to_input(self, places: _Places) -> _Places:
        """Where on the input places are moved: x + iy from its middle, in pixels."""
        slanted = places - self._slant * places.imag
        return slanted * self._turn + complex(self.across, self.down)

    def from_input(self, places: _Places) -> _Places:
        """Where places of the input were before: x + iy from its middle, in pixels."""
        slanted = (places - complex(self.across, self.down)) / self._turn
        return slanted + self._slant * slanted.imag

    @property
    def _slant(self) -> float:
        """Pixels to the right for each upwards."""
        return math.tan(math.radians(self.shear))

    @property
    def _turn(self) -> complex:
        """Multiplied with a place: scaled and turned."""
        return cmath.rect(self.scale, math.radians(self.rotation))


NEUTRAL = Prodding()
"""Does nothing."""
