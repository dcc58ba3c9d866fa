"""One visitor: what they have, and what is noted about them."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from benchmarks.soak import clean
from benchmarks.soak.hands import Hands
from lenet_gui.ui.kiosk.exhibit import Exhibit

if TYPE_CHECKING:
    from benchmarks.soak.attacks import Keyboard


@dataclass
class Visitor:
    """Somebody at the kiosk.

    Attributes:
        exhibit: the kiosk.
        hands: theirs.
        keyboard: the screen's own.
        chance: decides what they do.
        note: takes down what they do.
        complain: is told what must not be.
    """

    exhibit: Exhibit
    hands: Hands
    keyboard: "Keyboard"
    chance: random.Random
    note: Callable[[str], None]
    complain: Callable[[str], None]

    @property
    def stage(self) -> QWidget:
        """The window that they see."""
        return self.exhibit.stages.stage

    def moment(self) -> float:
        """A pause between two things, in seconds."""
        return self.chance.uniform(0.03, 0.15)

    def anywhere(self) -> QPoint:
        """Some place of the window, in its pixels."""
        width, height = self.stage.width(), self.stage.height()
        return QPoint(self.chance.randrange(width), self.chance.randrange(height))

    def look_for_ways_out(self) -> None:
        """Complain if the kiosk is not locked."""
        for found in clean.escaped(self.exhibit):
            self.complain(found)
