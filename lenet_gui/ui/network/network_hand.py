"""What a hand does in the network view: gestures and keys become choices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from lenet_gui.ui.network import network_walk
from lenet_gui.ui.network.network_gestures import NetworkGestures
from lenet_gui.ui.network.network_keys import NetworkKeys
from lenet_gui.ui.network.network_plan import NetworkPlan, Place

if TYPE_CHECKING:
    from lenet_gui.ui.network.network_view import NetworkView

_UNIT_FROM = 9.0
"""Width of a unit from which on a click means it; below, it means the map. In pixels."""

_FINGERTIP = 10.0
"""A tap that may be so far off its aim is a finger's, which needs larger units, in pixels."""

_UNIT_FROM_BY_FINGER = 24.0


class NetworkHand(QObject):
    """Chooses in a view what is clicked, touched or walked to, and has it silenced.

    A click or a touch chooses a map, and in a map that is chosen or large enough a unit; on what
    is chosen already it ends the choice. Two quick ones silence.
    """

    def __init__(self, view: NetworkView) -> None:
        super().__init__(view)
        self._view = view
        self._tapped: Place | None = None
        gestures = NetworkGestures(view)
        gestures.zoomed.connect(self._zoom)
        gestures.panned.connect(self._pan)
        gestures.tapped.connect(self._tap)
        gestures.tapped_twice.connect(self._tap_again)
        gestures.hovered.connect(self._hover)
        keys = NetworkKeys(view)
        keys.zoomed.connect(view.zoom)
        keys.shown_all.connect(view.show_all)
        keys.panned.connect(self._pan)
        keys.walked.connect(self._walk)
        keys.map_turned.connect(lambda by: self._turn(network_walk.next_map, by))
        keys.layer_turned.connect(lambda by: self._turn(network_walk.next_stage, by))
        keys.silenced.connect(lambda: self._silence(view.chosen))

    def near(self, at: QPointF, reach: float) -> Place | None:
        """What a click, or a touch that may be `reach` pixels off its aim, at a place means."""
        view = self._view
        if not view.stages or not view.canvas().contains(at.toPoint()):
            return None
        unit = view.plan.unit_near(view.transform.to_plan(at), reach / view.transform.scale)
        if unit is None:
            return None
        whole = Place(unit.stage, unit.map)
        least = _UNIT_FROM_BY_FINGER if reach > _FINGERTIP else _UNIT_FROM
        is_large = view.place_of(unit).width() >= least
        is_inside = view.chosen is not None and replace(view.chosen, unit=None) == whole
        is_unit = is_large or is_inside or view.stages[unit.stage].has_cells
        return unit if is_unit else whole

    def choose_map_at(self, at: QPointF) -> None:
        """Choose the map at a place of the view; what is chosen there already stays chosen."""
        place, chosen = self.near(at, 0.0), self._view.chosen
        if place is not None and chosen is not None:
            is_there = (place.stage, place.map) == (chosen.stage, chosen.map)
            place = None if is_there else place
        if place is not None:
            self._view.choose(replace(place, unit=None))

    def _zoom(self, factor: float, about: QPointF) -> None:
        self._view.look(self._view.transform.zoomed(factor, about))

    def _pan(self, by: QPointF) -> None:
        self._view.look(self._view.transform.panned(by.x(), by.y()))

    def _tap(self, at: QPointF, reach: float) -> None:
        place, chosen = self.near(at, reach), self._view.chosen
        is_within = place is not None and replace(place, unit=None) == chosen
        self._tapped = chosen if is_within else place
        self._view.choose(None if place == chosen else place)

    def _tap_again(self) -> None:
        """Silence what the first tap meant: the figure may have moved since."""
        if self._tapped is not None:
            self._view.choose(self._tapped)
            self._silence(self._tapped)

    def _silence(self, place: Place | None) -> None:
        if place is not None:
            self._view.silence_wanted.emit(place)

    def _hover(self, at: QPointF | None) -> None:
        self._view.hover(None if at is None else self.near(at, 0.0))

    def _walk(self, down: int, across: int) -> None:
        view = self._view
        if not view.stages:
            return
        if view.chosen is None or view.chosen.unit is None:
            view.choose(network_walk.start(view.plan, view.chosen))
        else:
            view.choose(network_walk.step(view.plan, view.chosen, down, across))
        view.reveal()

    def _turn(self, turn: Callable[[NetworkPlan, Place, int], Place], by: int) -> None:
        """On to another map or layer."""
        view = self._view
        if view.stages:
            view.choose(Place(0, 0) if view.chosen is None else turn(view.plan, view.chosen, by))
            view.reveal()
