"""One visitor: what they have, and what is noted about them."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from benchmarks.soak import clean, parts
from benchmarks.soak.hands import Hands, Pauses
from benchmarks.soak.keyboard import Keyboard
from lenet_gui.ui.kiosk.exhibit import Exhibit


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
    keyboard: Keyboard
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

    def press_one_of(self, buttons: Sequence[QAbstractButton]) -> Pauses:
        """Press one of these, if there are any."""
        if not buttons:
            return
        button = self.chance.choice(buttons)
        self.note(parts.name(button))
        yield from self.hands.tap_part(button)

    def press_button_of(self, action: object) -> Pauses:
        """Press the button of an action, if it is seen."""
        for button in parts.buttons(self.stage):
            if getattr(button, "defaultAction", lambda: None)() is action:
                yield from self.hands.tap_part(button)
                return

    def look_for_ways_out(self) -> None:
        """Complain if the kiosk is not locked."""
        for found in clean.escaped(self.exhibit):
            self.complain(found)
