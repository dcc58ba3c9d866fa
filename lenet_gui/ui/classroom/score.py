"""How a game stands. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from lenet_gui.recognition.reading import Reading, Verdict


class Outcome(Enum):
    """What the network made of a digit that was asked for or meant."""

    RIGHT = "right"
    OTHER = "sure of another"
    UNSURE = "unsure"
    NO_DIGIT = "no digit"


_POINTS = {Outcome.OTHER: 1.0, Outcome.UNSURE: 0.5}
"""What it is worth to have fooled the network; that it sees no digit at all is worth nothing."""


def outcome(meant: str, verdict: Verdict) -> Outcome:
    """What a verdict is to somebody who meant a digit."""
    if verdict.digit == meant:
        return Outcome.RIGHT
    if verdict.digit is not None:
        return Outcome.OTHER
    return Outcome.UNSURE if verdict.classes else Outcome.NO_DIGIT


@dataclass(frozen=True, eq=False)
class Try:
    """A digit that was drawn and read.

    Attributes:
        meant: what was asked for, or meant.
        reading: what the network read.
    """

    meant: str
    reading: Reading

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return outcome(self.meant, self.reading.verdict)

    @property
    def points(self) -> float:
        """What it is worth where fooling the network is the aim."""
        return _POINTS.get(self.outcome, 0.0)

    @property
    def caption(self) -> str:
        """What was meant, and what was read: `4 → 9`."""
        return f"{self.meant} → {self.reading.verdict.digit or '?'}"


@dataclass
class Score:
    """The tries of a game so far.

    Attributes:
        tries: in order.
    """

    tries: list[Try] = field(default_factory=list)

    @property
    def right(self) -> int:
        """How many were read as meant."""
        return sum(one.outcome is Outcome.RIGHT for one in self.tries)

    @property
    def streak(self) -> int:
        """How many were right in a row, up to the last one."""
        count = 0
        for one in reversed(self.tries):
            if one.outcome is not Outcome.RIGHT:
                break
            count += 1
        return count

    @property
    def longest(self) -> int:
        """The longest such row."""
        return max(
            (Score(self.tries[:end]).streak for end in range(1, len(self.tries) + 1)), default=0
        )

    @property
    def missed(self) -> list[Try]:
        """Those that were not read as meant."""
        return [one for one in self.tries if one.outcome is not Outcome.RIGHT]

    @property
    def points(self) -> float:
        """One for each that the network is sure is another digit, a half where it is unsure."""
        return sum(one.points for one in self.tries)
