"""What every lesson is, and what it may use of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.classroom.lesson_panel import LessonPanel
from lenet_gui.ui.network.network_page import NetworkPage
from lenet_gui.ui.pad.drawing_pad import DrawingPad

if TYPE_CHECKING:
    from lenet_gui.recognition.drawing import Drawing


@dataclass(frozen=True)
class Desk:
    """The parts of the window that lessons use.

    Attributes:
        pad: what is drawn on.
        page: the whole network.
        panel: where a lesson says what it has to say.
        has_motion: whether things may glide.
        cards: the networks there are, by id.
        choose_model: has another network read, by its id.
    """

    pad: DrawingPad
    page: NetworkPage
    panel: LessonPanel
    has_motion: Callable[[], bool]
    cards: Callable[[], Mapping[str, Card]]
    choose_model: Callable[[str], None]


class Lesson(QObject):
    """A lesson under way; what it does not say is nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.panel)
        self.desk = desk

    def begin(self, reading: Reading | None) -> None:
        """Take the panel and the view, and say the first thing."""

    def end(self) -> None:
        """Give back what was taken of the view and the pad; the panel goes anyway."""

    def turn(self, by: int) -> None:
        """On by so many steps."""

    def jump(self, step: int) -> None:
        """To a step, from 0."""

    def show_reading(self, reading: Reading | None) -> None:
        """There is a new reading; None: the pad is empty, or is read anew."""

    def show_drawing(self, drawing: Drawing) -> None:
        """There is more ink, or less, or none."""

    def retranslate(self) -> None:
        """Say the same in the language of the moment."""


def put_back(pad: DrawingPad, drawing: Drawing) -> None:
    """Put a drawing on the pad again, as a step that can be undone."""
    if drawing.picture is not None:
        pad.set_picture(drawing.picture, is_input=drawing.is_input)
    elif drawing.strokes:
        pad.set_strokes(drawing.strokes)
    else:
        pad.clear()
