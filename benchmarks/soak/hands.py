"""What visitors touch with: fingers, or a mouse. The window's own events, as its system sends them.

Whatever takes time is an iterator of pauses, in seconds: whoever runs it waits so long before the
next step, and the program goes on meanwhile.
"""

import math
import random
from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

Pauses = Iterator[float]

_LEFT = Qt.MouseButton.LeftButton
_STEP_S = 0.008
"""From one event of a stroke to the next: a hand at ten times its speed."""

_TAP_S = 0.012
_BETWEEN_S = (0.03, 0.15)
_TWICE_S = 0.02


class Pointer(Protocol):
    """One finger, or a mouse; all places are in pixels of the window."""

    def press(self, at: QPoint) -> None:
        """Go down."""

    def move(self, at: QPoint) -> None:
        """Go there, down."""

    def lift(self) -> None:
        """Be lifted where it is, if it is down."""


class Finger:
    """The first finger on a touch screen."""

    def __init__(self, window: QWindow, device: QPointingDevice) -> None:
        self._window, self._device = window, device
        self._at: QPoint | None = None

    def press(self, at: QPoint) -> None:
        """Go down."""
        self.lift()
        self._at = at
        QTest.touchEvent(self._window, self._device, False).press(0, at, self._window).commit(False)

    def move(self, at: QPoint) -> None:
        """Go there, down."""
        if self._at is not None:
            self._at = at
            touch = QTest.touchEvent(self._window, self._device, False)
            touch.move(0, at, self._window).commit(False)

    def lift(self) -> None:
        """Be lifted where it is, if it is down."""
        if self._at is not None:
            touch = QTest.touchEvent(self._window, self._device, False)
            touch.release(0, self._at, self._window).commit(False)
            self._at = None


class Mouse:
    """A mouse with its first button."""

    def __init__(self, window: QWindow) -> None:
        self._window = window
        self._at: QPoint | None = None

    def press(self, at: QPoint) -> None:
        """Go down."""
        self.lift()
        self._at = at
        QTest.mouseMove(self._window, at)
        QTest.mousePress(self._window, _LEFT, Qt.KeyboardModifier.NoModifier, at)

    def move(self, at: QPoint) -> None:
        """Go there, down."""
        if self._at is not None:
            self._at = at
            QTest.mouseMove(self._window, at)

    def lift(self) -> None:
        """Be lifted where it is, if it is down."""
        if self._at is not None:
            QTest.mouseRelease(self._window, _LEFT, Qt.KeyboardModifier.NoModifier, self._at)
            self._at = None


class Hands:
    """The hands of one visitor.

    Args:
        stage: the window that is touched.
        device: the touch screen.
        chance: decides what is left to chance.

    Attributes:
        touches: how often something was touched.
    """

    def __init__(self, stage: QWidget, device: QPointingDevice, chance: random.Random) -> None:
        window = stage.windowHandle()
        assert window is not None, "the window is seen"
        self._stage, self._window, self._device, self._chance = stage, window, device, chance
        has_mouse = chance.random() < 0.2
        self.pointer: Pointer = Mouse(window) if has_mouse else Finger(window, device)
        self._spread: list[QPoint] = []
        self.touches = 0

    def place_in(self, part: QWidget) -> QPoint:
        """Some place on a part of the window, not at its very edge, in pixels of the window."""
        across, down = (self._chance.uniform(0.15, 0.85) for _ in range(2))
        inside = QPointF(part.width() * across, part.height() * down).toPoint()
        return part.mapTo(self._stage, inside)

    def tap(self, at: QPoint) -> Pauses:
        """Touch a place for a moment."""
        self.touches += 1
        self.pointer.press(at)
        yield _TAP_S
        self.pointer.lift()
        yield self._chance.uniform(*_BETWEEN_S)

    def tap_part(self, part: QWidget) -> Pauses:
        """Touch a part of the window."""
        if part.isVisible():
            yield from self.tap(self.place_in(part))

    def tap_twice(self, at: QPoint) -> Pauses:
        """Touch a place twice in quick succession."""
        self.touches += 2
        for _ in range(2):
            self.pointer.press(at)
            yield _TAP_S
            self.pointer.lift()
            yield _TWICE_S
        yield self._chance.uniform(*_BETWEEN_S)

    def drag(self, way: Sequence[QPoint]) -> Pauses:
        """Go down at the first place, along the others, and up at the last one."""
        self.touches += 1
        self.pointer.press(way[0])
        for at in way[1:]:
            yield _STEP_S
            self.pointer.move(at)
        yield _STEP_S
        self.pointer.lift()

    def pinch(self, middle: QPoint, first: float, last: float, fingers: int = 2) -> Pauses:
        """Put some fingers around a place, and spread or close them, turning a little.

        Args:
            middle: between them.
            first: how far they are from it at first, in pixels.
            last: how far in the end.
            fingers: how many.
        """
        self.lift()
        self.touches += 1
        turn = self._chance.uniform(0, math.tau)
        steps = 12
        for step in range(steps + 1):
            far = first + (last - first) * step / steps
            angles = [turn + step * 0.03 + math.tau * n / fingers for n in range(fingers)]
            circle = ((far * math.cos(angle), far * math.sin(angle)) for angle in angles)
            self._put([middle + QPoint(round(x), round(y)) for x, y in circle])
            yield _STEP_S
        self._lift_spread()
        yield self._chance.uniform(*_BETWEEN_S)

    def turn_wheel(self, at: QPoint, notches: int) -> Pauses:
        """Turn a mouse's wheel over a place."""
        for _ in range(abs(notches)):
            QTest.wheelEvent(self._window, at, QPoint(0, 120 if notches > 0 else -120))
            yield _STEP_S

    def type(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key for a moment."""
        self.touches += 1
        QTest.keyClick(self._window, key, modifiers)

    def click_with(self, button: Qt.MouseButton, at: QPoint) -> None:
        """Click a button of a mouse, whichever."""
        self.touches += 1
        QTest.mouseClick(self._window, button, Qt.KeyboardModifier.NoModifier, at)

    def lift(self) -> None:
        """Let go of everything."""
        self.pointer.lift()
        self._lift_spread()

    def _put(self, places: list[QPoint]) -> None:
        """Have a finger at each of some places, as many as before or as none before."""
        touch = QTest.touchEvent(self._window, self._device, False)
        for number, at in enumerate(places):
            if self._spread:
                touch.move(number, at, self._window)
            else:
                touch.press(number, at, self._window)
        touch.commit(False)
        self._spread = places

    def _lift_spread(self) -> None:
        if self._spread:
            touch = QTest.touchEvent(self._window, self._device, False)
            for number, at in enumerate(self._spread):
                touch.release(number, at, self._window)
            touch.commit(False)
            self._spread = []
