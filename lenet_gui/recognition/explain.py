"""Units explained: which numbers of a reading a unit adds up, and who feeds whom how strongly."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from lenet_gui.network import fields
from lenet_gui.network.fields import FeatureMap, Place, Unit
from lenet_gui.network.layerwise import Layerwise
from lenet_gui.network.steps import Array, RadialBasis, Subsampling, Weighted
from lenet_gui.recognition import forms
from lenet_gui.recognition.explanation import Contribution, Explanation
from lenet_gui.recognition.reading import Reading


class Explainer:
    """Explains readings of one network. Immutable: any thread may use it.

    Args:
        network: what read; its card is that of the readings.
    """

    def __init__(self, network: Layerwise) -> None:
        self._network = network
        self._card = network.card

    def explain(self, reading: Reading, unit: Unit) -> Explanation:
        """One unit of a reading.

        Raises:
            ValueError: there is no such unit, or it is a pixel of the input, which adds up nothing.
        """
        index = self._index(unit)
        step = self._network.steps[index]
        patch = step.windows(self._before(reading, index))[:, unit.y, unit.x]
        activation = reading.activations[step.layer.name][unit.map, unit.y, unit.x]
        whole = FeatureMap(unit.layer, unit.map)
        return Explanation(
            unit=unit,
            layer=step.layer,
            source=self._card.layers[index - 1].name if index else None,
            receptive_fields=fields.receptive_fields(self._card, unit),
            projective_fields=fields.projective_fields(self._card, unit),
            form=forms.form(step, unit, patch),
            activation=float(activation),
            is_silenced=not reading.silenced.isdisjoint((unit, whole)),
        )

    def feeding(self, reading: Reading, place: Place) -> tuple[Contribution, ...]:
        """The maps before that feed a unit, or the whole of a map, strongest contribution first.

        Raises:
            ValueError: there is no such place, or it is in the input, which nothing feeds.
        """
        index = self._index(place)
        step = self._network.steps[index]
        windows = step.windows(self._before(reading, index))
        if isinstance(place, Unit):
            windows = windows[:, place.y : place.y + 1, place.x : place.x + 1]
        amounts = step.contributions(windows, np.array(True))[place.map]
        sources = fields.sources(step.layer, (place.map,), len(windows))
        return _strongest_first((map_, amounts[map_]) for map_ in sources)

    def fed(self, reading: Reading, place: Place) -> tuple[Contribution, ...]:
        """The maps of the next layer that a unit, or a whole map, feeds, strongest first.

        None for the last layer. A pixel of the input, or the whole of it, has layer None.

        Raises:
            ValueError: there is no such place.
        """
        index = self._index(place) + 1
        if index == len(self._network.steps):
            return ()
        step = self._network.steps[index]
        x = self._before(reading, index)
        asked = np.zeros_like(x)
        extent = fields.extent(self._card, place)
        asked[place.map, extent.top : extent.bottom, extent.left : extent.right] = 1
        amounts = step.contributions(step.windows(x), step.windows(asked) > 0)[:, place.map]
        targets = fields.targets(step.layer, (place.map,))
        return _strongest_first((map_, amounts[map_]) for map_ in targets)

    def kernels(self, layer: str) -> Array | None:
        """A layer's weights as pictures, float32 (maps, maps before, kernel, kernel).

        They are 0 where the table connects nothing. Those of subsampling are one number a map,
        (maps, 1, 1, 1), those of a radial basis its targets; max pooling has none.

        Raises:
            ValueError: there is no such layer.
        """
        match self._network.steps[fields.position(self._card, layer) - 1]:
            case Weighted(kernels=kernels) | RadialBasis(targets=kernels):
                return kernels
            case Subsampling(weights=weights):
                return weights[:, None, None, None]
            case _:
                return None

    def biases(self, layer: str) -> Array | None:
        """A layer's biases, float32 (maps,); None where it has none.

        Raises:
            ValueError: there is no such layer.
        """
        match self._network.steps[fields.position(self._card, layer) - 1]:
            case Weighted(biases=biases) | Subsampling(biases=biases):
                return biases
            case _:
                return None

    def _index(self, place: Place) -> int:
        """Which step the place is of; −1 for the input."""
        if not fields.exists(self._card, place):
            raise ValueError(f"{self._card.id} has no {place}")
        return fields.position(self._card, place.layer) - 1

    def _before(self, reading: Reading, index: int) -> Array:
        """What step `index` looks at: float64 (maps, height, width)."""
        if index < 0:
            raise ValueError("nothing feeds the input")
        if index == 0:
            return self._network.scaled(reading.input[None].astype(np.float64))
        name = self._card.layers[index - 1].name
        return reading.activations[name].astype(np.float64)


def _strongest_first(amounts: Iterable[tuple[int, float]]) -> tuple[Contribution, ...]:
    """By their size, whatever their sign."""
    found = [Contribution(map_, float(amount)) for map_, amount in amounts]
    return tuple(sorted(found, key=lambda one: -abs(one.amount)))
