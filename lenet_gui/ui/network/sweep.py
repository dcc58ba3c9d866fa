"""A sweep: the kernel slides over what a map is made from, unit by unit, and the map fills."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lenet_gui.ui.network.network_plan import Place

SLOWEST, FASTEST = 0.5, 64.0
"""Units a second."""

_RATE = 4.0
"""Units a second, until another speed is chosen."""


@dataclass(frozen=True)
class Way:
    """The units that a sweep goes over, row by row.

    Attributes:
        stage: whose units they are.
        map: whose; None where every map is one unit, and all of the stage's are gone over.
        count: how many there are.
        columns: how many lie in a row.
    """

    stage: int
    map: int | None
    count: int
    columns: int

    def place(self, index: int) -> Place:
        """A unit, by its number on the way."""
        if self.map is None:
            return Place(self.stage, index, (0, 0))
        return Place(self.stage, self.map, divmod(index, self.columns))


@dataclass(frozen=True)
class Swept:
    """How far a sweep has come.

    Attributes:
        way: what it goes over.
        index: the unit that it is at; those behind it are not reached yet.
    """

    way: Way
    index: int

    @property
    def place(self) -> Place:
        """The unit that it is at."""
        return self.way.place(self.index)


class Sweep(QObject):
    """Goes a way: by itself, or step by step.

    Signals:
        moved(): it is at another unit.
        paced(): it goes by itself or no more, or at another speed.
        ended(): there is no sweep any more.
    """

    moved = Signal()
    paced = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._swept: Swept | None = None
        self._rate = _RATE
        self._motion = True
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)
        self.rate = _RATE

    @property
    def swept(self) -> Swept | None:
        """How far it has come; None while there is no sweep."""
        return self._swept

    @property
    def goes(self) -> bool:
        """Whether it goes by itself."""
        return self._timer.isActive()

    @property
    def rate(self) -> float:
        """Units a second."""
        return self._rate

    @rate.setter
    def rate(self, rate: float) -> None:
        self._rate = min(max(rate, SLOWEST), FASTEST)
        self._timer.setInterval(round(1000 / self._rate))
        self.paced.emit()

    @property
    def motion(self) -> bool:
        """Whether it may go by itself."""
        return self._motion

    @motion.setter
    def motion(self, motion: bool) -> None:
        self._motion = motion
        if not motion:
            self.pause()
        self.paced.emit()

    def start(self, way: Way) -> None:
        """Begin at the first unit, and go if things may move."""
        self._swept = Swept(way, 0)
        self.moved.emit()
        self.play()

    def play(self) -> None:
        """Go on by itself; from the last unit, from the first one again."""
        if self._swept is None or not self._motion:
            return
        if self._swept.index == self._swept.way.count - 1:
            self.go_to(0)
        self._timer.start()
        self.paced.emit()

    def pause(self) -> None:
        """Stay at this unit."""
        if self.goes:
            self._timer.stop()
            self.paced.emit()

    def toggle(self) -> None:
        """Go, or stay."""
        if self.goes:
            self.pause()
        else:
            self.play()

    def step(self, by: int) -> None:
        """Go some units forward or back, and stay there."""
        self.pause()
        if self._swept is not None:
            self.go_to(self._swept.index + by)

    def go_to(self, index: int) -> None:
        """Be at a unit, or the first or last one."""
        if self._swept is None:
            return
        index = min(max(index, 0), self._swept.way.count - 1)
        if index != self._swept.index:
            self._swept = Swept(self._swept.way, index)
            self.moved.emit()

    def end(self) -> None:
        """Have done with it."""
        if self._swept is not None:
            self._timer.stop()
            self._swept = None
            self.ended.emit()

    def _go_on(self) -> None:
        assert self._swept is not None, "the timer stops with the sweep"
        self.go_to(self._swept.index + 1)
        if self._swept.index == self._swept.way.count - 1:
            self.pause()
