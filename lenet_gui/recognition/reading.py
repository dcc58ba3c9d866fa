"""A reading: what a network saw in one drawing, and what it made of it. Immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lenet_gui.network.card import Card
from lenet_gui.network.fields import Silenced
from lenet_gui.recognition.drawing import Drawing, Input
from lenet_gui.recognition.prodding import NEUTRAL, Prodding

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


_ALMOST_SURE = 0.9995


def percent(probability: float) -> str:
    """A probability as people read it: `98.7 %`; never a round 100."""
    if probability >= _ALMOST_SURE:
        return "> 99.9 %"
    return f"{100 * probability:.1f} %"


_RUBBISH = 0.5
"""From this probability of being no class at all, an unsure verdict is "no digit"."""


@dataclass(frozen=True)
class Verdict:
    """A class, or unsure.

    Attributes:
        classes: the class read; the two likeliest ones when torn between them, the likelier
            first; none when it looks like no class at all.
        probability: of the likeliest class, from 0 to 1.
        doubted: whether the one class is in doubt: if it is any, then that one.
    """

    classes: tuple[str, ...]
    probability: float
    doubted: bool = False

    @property
    def digit(self) -> str | None:
        """The class read; None when unsure."""
        return self.classes[0] if len(self.classes) == 1 and not self.doubted else None


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
        rubbish: probability that it is none of the classes; shared evenly by them all in
            `probabilities`.
        seconds: how long the reading took, ink and network.
        silenced: the maps and units that were held at 0 meanwhile.
        prodding: what was done to the drawing before.
    """

    drawing: Drawing
    card: Card
    input: Input
    activations: Mapping[str, NDArray[np.float32]]
    scores: NDArray[np.float32]
    probabilities: NDArray[np.float32]
    rubbish: float
    seconds: float
    silenced: Silenced = frozenset()
    prodding: Prodding = NEUTRAL

    @property
    def likeliest(self) -> str:
        """The likeliest class, sure or not.

        Told by the scores: where it is surely no class, the probabilities are too much alike.
        """
        closest_wins = self.card.probabilities.closest_wins
        best = self.scores.argmin() if closest_wins else self.scores.argmax()
        return self.card.classes[int(best)]

    @property
    def verdict(self) -> Verdict:
        """The likeliest class, or unsure by the rule on the card."""
        second, best = self.probabilities.argsort()[-2:].tolist()
        probability = float(self.probabilities[best])
        classes = self.card.classes
        if self.card.unsure is None or probability >= self.card.unsure.below:
            return Verdict((classes[best],), probability)
        if self.rubbish >= _RUBBISH:
            return Verdict((), probability)
        evenly = self.rubbish / len(classes)
        if float(self.probabilities[second]) - evenly < self.rubbish:
            return Verdict((classes[best],), probability, doubted=True)
        return Verdict((classes[best], classes[second]), probability)
