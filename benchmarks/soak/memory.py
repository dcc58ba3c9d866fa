"""How the program's memory grows."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class MemoryWatch(QObject):
    """Looks at the resident memory every second.

    Args:
        settled_s: seconds in which a program may still take what it needs.

    Attributes:
        by_minute: what there was after each minute, in millions of bytes.
    """

    def __init__(self, settled_s: float) -> None:
        super().__init__()
        self._settled_s = settled_s
        self._began = time.monotonic()
        self._before = self._most = self._last = 0.0
        self.by_minute: list[float] = []
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._began = time.monotonic()
        self._look()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()
        self._look()

    @property
    def grown_mb(self) -> float:
        """What was ever taken more than when it had settled, in millions of bytes."""
        return max(0.0, self._most - self._before)

    def figures(self) -> dict[str, float]:
        """Millions of bytes: settled, at most since, in the end, and the growth."""
        return {
            "settled_mb": self._before,
            "most_mb": self._most,
            "last_mb": self._last,
            "grown_mb": self.grown_mb,
        }

    def _look(self) -> None:
        self._last, passed_s = resident_mb(), time.monotonic() - self._began
        if passed_s >= 60 * (len(self.by_minute) + 1):
            self.by_minute.append(round(self._last, 1))
        if passed_s <= self._settled_s:
            self._before = self._most = self._last
        else:
            self._most = max(self._most, self._last)


def resident_mb() -> float:
    """Memory of this process that is in use, in millions of bytes."""
    status = Path("/proc/self/status").read_text("ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / 1e6
