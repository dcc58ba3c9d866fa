"""The amounts by which the input is prodded: how far and in what steps, and how they wander."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, Literal

from lenet_gui.recognition.prodding import NEUTRAL, Prodding

Unit = Literal["px", "%", "°"]

_FORGET = 3.0
"""After so many seconds, a third is left of where a wandering amount came from."""

_DRIFT = 0.6
"""How fast wandering noise changes its grain, in radians a second."""


@dataclass(frozen=True)
class Amount:
    """One amount of a `Prodding`.

    Attributes:
        name: the attribute.
        unit: in which it is told: pixels of the input, hundredths or degrees.
        least, most: how far a hand may move it.
        notch: the smallest step.
        key: notches that an arrow key moves it.
        reach: how far it wanders by itself, either way.
        periods: of the two swings that make its wandering, in seconds.
    """

    name: str
    unit: Unit
    least: float
    most: float
    notch: float
    key: int
    reach: float
    periods: tuple[float, float]

    @property
    def neutral(self) -> float:
        """Where it does nothing."""
        return float(getattr(NEUTRAL, self.name))

    def of(self, prodding: Prodding) -> float:
        """Its value in a prodding."""
        return float(getattr(prodding, self.name))

    def wandered(self, start: float, seconds: float) -> float:
        """Where it is so long after it began to wander from `start`."""
        swings = (math.sin(math.tau * seconds / period) for period in self.periods)
        kept = (start - self.neutral) * math.exp(-seconds / _FORGET)
        place = self.neutral + kept + self.reach * sum(swings) / 2
        return min(max(place, self.least), self.most)


AMOUNTS = (
    Amount("across", "px", -12, 12, 0.1, 5, 4, (11.0, 6.17)),
    Amount("down", "px", -12, 12, 0.1, 5, 4, (13.0, 7.31)),
    Amount("scale", "%", 0.5, 1.5, 0.01, 2, 0.25, (17.0, 9.73)),
    Amount("rotation", "°", -180, 180, 1, 3, 30, (15.0, 8.37)),
    Amount("shear", "°", -45, 45, 1, 2, 20, (19.0, 10.93)),
    Amount("line", "px", 1, 6, 0.1, 2, 1, (14.0, 9.13)),
    Amount("noise", "%", 0, 0.5, 0.01, 2, 0.15, (23.0, 12.71)),
)


def changed(prodding: Prodding, amount: Amount, value: float) -> Prodding:
    """A prodding with one amount at another value."""
    values: dict[str, Any] = {amount.name: value}
    return replace(prodding, **values)


def wandered(start: Prodding, seconds: float) -> Prodding:
    """What has become of a prodding so long after all its amounts began to wander."""
    values: dict[str, Any] = {
        amount.name: amount.wandered(amount.of(start), seconds) for amount in AMOUNTS
    }
    return replace(start, grain=start.grain + _DRIFT * seconds, **values)
