"""Keeps large things from flashing: the eye of who is sensitive to it comes first.

WCAG 2.2 (2.3.1) allows three flashes a second, what museums ask for is two. A flash is a change
and the change back.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

MOST_CHANGES = 4
"""Changes within a second: two flashes."""

_SECOND = 1000


class FlashGuard(QObject):
    """Lets changes through at once until they are too many; then the newest waits its turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QElapsedTimer()
        self._clock.start()
        self._times: deque[int] = deque(maxlen=MOST_CHANGES)
        self._change: Callable[[], None] | None = None
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._take_turn)

    def make(self, change: Callable[[], None]) -> None:
        """Make a change that is seen, now or when it may be; one that still waits is dropped."""
        self._change = change
        now = self._clock.elapsed()
        wait = self._times[0] + _SECOND - now if len(self._times) == MOST_CHANGES else 0
        if wait > 0:
            self._turn.start(wait)
        else:
            self._take_turn()

    def forget(self) -> None:
        """Drop the change that still waits: what is seen is right again."""
        self._turn.stop()
        self._change = None

    def _take_turn(self) -> None:
        self._turn.stop()
        change, self._change = self._change, None
        if change is not None:
            self._times.append(self._clock.elapsed())
            change()
