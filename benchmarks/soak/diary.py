"""What visitors did, and what must not have been."""

import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass

_TRAIL = 24
_OFTEN, _MOST_TOLD = 3, 30
"""The same failure, and all of them, are told so often; beyond they are only counted."""


@dataclass(frozen=True)
class Failure:
    """What must not be.

    Attributes:
        visitor: the number of who was there.
        what: happened.
        trail: what they had done before, the newest last.
    """

    visitor: int
    what: str
    trail: tuple[str, ...]

    def __str__(self) -> str:
        return "\n    ".join((f"visitor {self.visitor}: {self.what}", "after", *self.trail))


class Diary:
    """Takes down what is done; may be told from any thread.

    Args:
        tell: is told every failure at once.

    Attributes:
        visitor: the number of who is there.
        counts: how often what was done.
        failed: how often something was that must not be.
    """

    def __init__(self, tell: Callable[[Failure], None]) -> None:
        self._tell = tell
        self._began = time.monotonic()
        self._trail: deque[str] = deque(maxlen=_TRAIL)
        self.visitor = 0
        self.counts: Counter[str] = Counter()
        self.failed = 0
        self._told: Counter[str] = Counter()

    @property
    def seconds(self) -> float:
        """Since it was begun."""
        return time.monotonic() - self._began

    def begin(self, visitor: int) -> None:
        """Somebody else comes."""
        self.visitor = visitor
        self.counts["visitors"] += 1
        self._trail.clear()

    def begin_deed(self, name: str) -> None:
        """They do something."""
        self.counts[name] += 1
        self.note(name)

    def note(self, what: str) -> None:
        """They do some part of it."""
        self._trail.append(f"{self.seconds:.1f} s {what}")

    def complain(self, what: str) -> None:
        """That must not be."""
        self.failed += 1
        self._told[what] += 1
        if self._told[what] <= _OFTEN and self._told.total() <= _MOST_TOLD:
            self._tell(Failure(self.visitor, what, tuple(self._trail)))

    def last(self) -> str:
        """What is being done."""
        newest = self._trail[-1] if self._trail else "nothing yet"
        return f"visitor {self.visitor}: {newest}"
