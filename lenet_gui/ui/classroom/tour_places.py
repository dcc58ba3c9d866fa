"""Where each step of the tour leads: what it chooses in the network, and where to look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from lenet_gui import imports
from lenet_gui.network.card import Card
from lenet_gui.network.fields import Unit
from lenet_gui.recognition.explanation import Form
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.network.network_plan import NetworkPlan, Place
from lenet_gui.ui.network.network_stages import Stage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lenet_gui.recognition.explain import Explainer
else:
    np = imports.lazy("numpy")

_GREY = 0.6
"""The pixel shown is about so dark: neither paper nor ink."""

_AROUND_PIXEL = 3
"""Pixels seen on each side of the one shown."""

_POOLING = ("max pooling", "subsampling")


@dataclass(frozen=True, eq=False)
class Sight:
    """What the steps speak of.

    Attributes:
        reading: of the person's own digit.
        explainer: of the network that read it; None while there is none.
        stages: the input and the layers, as the view has them.
    """

    reading: Reading
    explainer: Explainer | None
    stages: tuple[Stage, ...]

    @property
    def card(self) -> Card:
        """Of the network."""
        return self.reading.card

    def form(self, place: Place) -> Form | None:
        """What a unit adds up; None where nothing explains it."""
        if self.explainer is None or place.unit is None:
            return None
        unit = Unit(self.stages[place.stage].name, place.map, *place.unit)
        return self.explainer.explain(self.reading, unit).form


def find_pixel(sight: Sight) -> Place:
    """A pixel at the edge of the ink, near its middle."""
    ink = sight.reading.input
    rows, columns = np.indices(ink.shape)
    total = float(ink.sum()) or 1.0
    middle = float((rows * ink).sum()) / total, float((columns * ink).sum()) / total
    far = np.hypot(rows - middle[0], columns - middle[1]) / max(ink.shape)
    row, column = divmod(int((abs(ink - _GREY) + 0.2 * far).argmin()), ink.shape[1])
    return Place(0, 0, (row, column))


def look_at_pixel(plan: NetworkPlan, place: Place) -> QRectF:
    """The pixel, and those around it."""
    block, (row, column) = plan.blocks[0], place.unit or (0, 0)
    reach = _AROUND_PIXEL
    first = block.unit_rect(0, max(0, row - reach), max(0, column - reach))
    row, column = min(block.height - 1, row + reach), min(block.width - 1, column + reach)
    return first.united(block.unit_rect(0, row, column))


def find_unit(sight: Sight) -> Place | None:
    """The strongest unit of the maps that lie beside the input: those in the middle."""
    index = _first(sight.card, ("convolution",))
    if index is None:
        return None
    stage = sight.stages[index]
    values = sight.reading.activations[stage.name]
    middle = range((stage.maps - 1) // 2, stage.maps // 2 + 1)
    best = max(middle, key=lambda map_: float(values[map_].max()))
    return Place(index, best, _strongest(values[best]))


def look_at_source(plan: NetworkPlan, place: Place) -> QRectF:
    """The map, and beside it the map it is made of."""
    before = min(place.map, plan.blocks[place.stage - 1].maps - 1)
    here, there = Place(place.stage, place.map), Place(place.stage - 1, before)
    return plan.rect(here).united(plan.rect(there))


def find_map(sight: Sight) -> Place | None:
    """The map that this unit is of."""
    unit = find_unit(sight)
    return None if unit is None else replace(unit, unit=None)


def find_pooled(sight: Sight) -> Place | None:
    """The strongest unit of the map that pools the one shown before."""
    index, unit = _first(sight.card, _POOLING), find_unit(sight)
    if index is None or unit is None:
        return None
    map_ = min(unit.map, sight.stages[index].maps - 1)
    return Place(index, map_, _strongest(sight.reading.activations[sight.stages[index].name][map_]))


def find_combined(sight: Sight) -> Place | None:
    """The liveliest map of those that see the fewest."""
    index = combining(sight.card)
    if index is None:
        return None
    stage = sight.stages[index]
    fewest = min(len(seen) for seen in stage.sees)
    few = [map_ for map_, seen in enumerate(stage.sees) if len(seen) == fewest]
    values = sight.reading.activations[stage.name]
    return Place(index, max(few, key=lambda map_: float(values[map_].max())))


def look_at_both(plan: NetworkPlan, place: Place) -> QRectF:
    """The layer, and the one before."""
    return plan.blocks[place.stage].rect().united(plan.blocks[place.stage - 1].rect())


def find_answer(sight: Sight) -> Place:
    """The likeliest class."""
    classes = sight.card.classes
    return Place(len(sight.stages) - 1, classes.index(sight.reading.likeliest), (0, 0))


def look_at_all(plan: NetworkPlan, place: Place) -> None:
    """The whole way."""


def combining(card: Card) -> int | None:
    """The stage of the first convolution that sees several maps."""
    for index, layer in enumerate(card.layers[1:], start=2):
        if layer.kind == "convolution" and layer.height > 1:
            return index
    return None


def _first(card: Card, kinds: tuple[str, ...]) -> int | None:
    """The stage of the first layer of a kind that has maps."""
    for index, layer in enumerate(card.layers, start=1):
        if layer.kind in kinds and layer.height > 1:
            return index
    return None


def _strongest(values: NDArray[np.float32]) -> tuple[int, int]:
    row, column = divmod(int(values.argmax()), values.shape[1])
    return row, column
