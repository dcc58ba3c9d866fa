"""A reading: what a network saw in one drawing, and what it made of it. Immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lenet_gui.network.card import Card
from lenet_gui.recognition.drawing import Drawing, Input

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


_ALMOST_SURE = 0.9995


def percent(probability: float) -> str:
    """A probability as people read it: `98.7 %`; never a round 100."""
    if probability >= _ALMOST_SURE:
        return "> 99.9 %"
    return f"{100 * probability:.1f} %"


@dataclass(frozen=True)
class Verdict:
    """The class read and its probability, from 0 to 1."""

    digit: str
    probability: float


@dataclass(frozen=True, eq=False)
class Reading:
    """One answer of one network to one drawing.

    Attributes:
        drawing: what was read.
        card: the network that read it.
        input: what the network saw, float32 (32, 32), paper 0, ink 1.
        activations: of every layer in order, float32 (maps, height, width).
        scores: of the classes, float32 (10,).
        probabilities: of the classes, float32 (10,), adding up to 1.
        seconds: how long the reading took, ink and network.
    """

    drawing: Drawing
    card: Card
    input: Input
    activations: Mapping[str, NDArray[np.float32]]
    scores: NDArray[np.float32]
    probabilities: NDArray[np.float32]
    seconds: float

    @property
    def verdict(self) -> Verdict:
        """The likeliest class."""
        best = int(self.probabilities.argmax())
        return Verdict(self.card.classes[best], float(self.probabilities[best]))
