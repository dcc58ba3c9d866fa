"""The six steps of the tour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from lenet_gui.ui.classroom import tour_places, tour_words
from lenet_gui.ui.classroom.tour_places import Sight
from lenet_gui.ui.network.network_plan import NetworkPlan, Place


@dataclass(frozen=True)
class TourStep:
    """A step.

    Attributes:
        find: the map or unit to choose; None where the network has no such thing.
        look: the part of the plan to look at; None: all of it.
        say: what is said of what is chosen, markup.
        sweeps: whether the kernel slides over what is chosen, where things may move.
    """

    find: Callable[[Sight], Place | None]
    look: Callable[[NetworkPlan, Place], QRectF | None]
    say: Callable[[Sight, Place], str]
    sweeps: bool = False


STEPS = (
    TourStep(tour_places.find_pixel, tour_places.look_at_pixel, tour_words.say_pixel),
    TourStep(tour_places.find_unit, tour_places.look_at_source, tour_words.say_kernel),
    TourStep(tour_places.find_map, tour_places.look_at_source, tour_words.say_map, sweeps=True),
    TourStep(tour_places.find_pooled, tour_places.look_at_source, tour_words.say_pooling),
    TourStep(tour_places.find_combined, tour_places.look_at_both, tour_words.say_table),
    TourStep(tour_places.find_answer, tour_places.look_at_all, tour_words.say_answer),
)
TABLE = 4
"""Which of them is about the connection table."""
