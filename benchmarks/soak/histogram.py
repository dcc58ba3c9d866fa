"""Any number of times in a room of one size: a soak's own memory must not grow."""

import numpy as np

_BIN_MS = 0.25
_BINS = 40_000


class Histogram:
    """Counts times by quarters of a millisecond, up to 10 s."""

    def __init__(self) -> None:
        self._counts = np.zeros(_BINS, np.int64)
        self.largest = 0.0

    def add(self, milliseconds: float) -> None:
        """Count one."""
        self._counts[min(int(milliseconds / _BIN_MS), _BINS - 1)] += 1
        self.largest = max(self.largest, milliseconds)

    def percentile(self, percent: float) -> float:
        """The time that so many percent are not above; 0 of none."""
        total = int(self._counts.sum())
        if not total:
            return 0.0
        at = int(np.searchsorted(np.cumsum(self._counts), total * percent / 100))
        return min((at + 1) * _BIN_MS, self.largest)
