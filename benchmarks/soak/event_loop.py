"""How long the GUI thread does not answer, and whose doing that is.

A timer ticks in the GUI thread. What is more than its interval between two ticks is the time that
a touch would have waited. Of that, the time in which the GUI thread, or one that it may have
waited for, wanted a processor and had none is the machine's doing: other programs had them.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

from benchmarks.soak import stacks
from benchmarks.soak.histogram import Histogram
from benchmarks.soak.processors import OtherClocks, ThreadClock

_INTERVAL_MS = 5
_LOOK_S = 0.02
_SLOW_S = 0.05
"""After so long without a tick it is looked what the GUI thread does."""

_FIND_S = 1.0
"""How often it is looked which threads there are."""


@dataclass(frozen=True)
class Block:
    """A while without an answer.

    Attributes:
        waited_ms: how long it was.
        own_ms: what of it was the program's doing.
        worked_ms: how long of it the GUI thread had a processor.
        during: what the visitor did.
        where: where the GUI thread was, as often as it was looked.
    """

    waited_ms: float
    own_ms: float
    worked_ms: float
    during: str
    where: tuple[str, ...]

    def __str__(self) -> str:
        told = (
            f"{self.waited_ms:.0f} ms without an answer, {self.own_ms:.0f} ms of it the program's"
            f" doing, {self.worked_ms:.0f} ms at work; {self.during}"
        )
        return "\n      ".join((told, *self.where))


class EventLoopWatch(QObject):
    """Watches the event loop of the thread that makes it.

    Args:
        server: process id of the X server, which the GUI thread may wait for.
        during: tells what is being done.
        limit_ms: what is longer, and the program's doing, is a block.
        blocked: is told of each block.

    Attributes:
        slowest: the one that was most the program's doing, a block or not.
    """

    def __init__(
        self,
        server: int,
        during: Callable[[], str],
        limit_ms: float,
        blocked: Callable[[Block], None],
    ) -> None:
        super().__init__()
        self._during, self._limit_ms, self._blocked = during, limit_ms, blocked
        self._thread = threading.get_ident()
        self._clock, self._others = ThreadClock.of_this_thread(), OtherClocks(server)
        self._found = self._last = self._ran = self._queued = 0.0
        self._others_queued: dict[int, float] = {}
        self._waited, self._own = Histogram(), Histogram()
        self._where: list[str] = []
        self.slowest: Block | None = None
        self._ended = threading.Event()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._looker = threading.Thread(target=self._look, name="soak watch", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._begin()
        self._timer.start()
        self._looker.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()
        self._ended.set()
        if self._looker.is_alive():
            self._looker.join()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Do something that the program does not do by itself: it is not watched."""
        self._tick()
        yield
        self._begin()

    def figures(self) -> dict[str, float]:
        """Milliseconds that a touch waits, over all ticks: all of it, and the program's part."""
        named = (("waits", self._waited), ("own", self._own))
        return {
            f"{name}_{label}_ms": value
            for name, times in named
            for label, value in (
                ("p50", times.percentile(50)),
                ("p99", times.percentile(99)),
                ("p99.9", times.percentile(99.9)),
                ("max", times.largest),
            )
        }

    def _begin(self) -> None:
        """From now on nothing has been answered."""
        now = time.monotonic()
        if now - self._found > _FIND_S:
            self._others.find()
            self._found = now
        self._where.clear()
        self._ran, self._queued = self._clock.read()
        self._others_queued = self._others.queued()
        self._last = time.monotonic()

    def _tick(self) -> None:
        gap_ms = (time.monotonic() - self._last) * 1000
        waited_ms = max(0.0, gap_ms - _INTERVAL_MS)
        own_ms, worked_ms = 0.0, 0.0
        if waited_ms > _INTERVAL_MS:
            own_ms, worked_ms = self._own_part(gap_ms)
            own_ms = min(own_ms, waited_ms)
        self._waited.add(waited_ms)
        self._own.add(own_ms)
        if own_ms > (self.slowest.own_ms if self.slowest else 0.0) or own_ms > self._limit_ms:
            self._tell(Block(waited_ms, own_ms, worked_ms, self._during(), tuple(self._where)))
        self._begin()

    def _tell(self, block: Block) -> None:
        if self.slowest is None or block.own_ms > self.slowest.own_ms:
            self.slowest = block
        if block.own_ms > self._limit_ms:
            self._blocked(block)

    def _own_part(self, gap_ms: float) -> tuple[float, float]:
        """What of a gap is the program's doing, and what of that the GUI thread's work, in ms."""
        ran, queued = self._clock.read()
        worked_ms, queued_ms = ran - self._ran, queued - self._queued
        asleep_ms = max(0.0, gap_ms - worked_ms - queued_ms)
        after, before = self._others.queued(), self._others_queued
        longest = max((after[one] - before[one] for one in after if one in before), default=0.0)
        return worked_ms + max(0.0, asleep_ms - longest), worked_ms

    def _look(self) -> None:
        """See from another thread where the GUI thread is while it does not answer."""
        looked = 0.0
        while not self._ended.wait(_LOOK_S):
            last, now = self._last, time.monotonic()
            if now - last < _SLOW_S or now - looked < _SLOW_S:
                continue
            looked = now
            where = stacks.of_thread(self._thread)
            if last == self._last:
                self._where.append(where)
