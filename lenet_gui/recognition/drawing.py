"""A drawing, as it goes from the pad to whoever reads it. Light: the window starts with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Stroke: TypeAlias = "NDArray[np.float32]"
"""One stroke: float32 (N, 2), x to the right, y down, in any unit. One point is a dot."""

Input: TypeAlias = "NDArray[np.float32]"
"""What a network sees: float32 (32, 32), paper 0, ink 1."""

SIZE = 32
"""Height and width of the input, in pixels."""

PICTURE_SHARE = 0.8
"""A picture lies in the middle of the sheet; its longer side takes this share of the sheet's."""


@dataclass(frozen=True, eq=False)
class Drawing:
    """What is on the pad: strokes in the order drawn, or a picture.

    Attributes:
        strokes: each float32 (N, 2).
        picture: ink from 0 to 1, float32 (H, W), when a picture was opened instead of drawn.
        is_input: whether the picture is an input already, (32, 32), to be read as it is.
    """

    strokes: tuple[Stroke, ...] = ()
    picture: NDArray[np.float32] | None = None
    is_input: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink at all."""
        no_points = not any(len(stroke) for stroke in self.strokes)
        return no_points and (self.picture is None or not self.picture.any())
