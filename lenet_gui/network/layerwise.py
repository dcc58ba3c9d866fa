"""A network computed layer by layer from its card and its parameters, with numpy alone.

The bundle's TorchScript is what reads; this is what takes a reading apart. Any bundle can be
computed whose card says the truth about it.
"""

from collections.abc import Mapping

import numpy as np

from lenet_gui.network import fields, steps
from lenet_gui.network.card import Card
from lenet_gui.network.fields import Silenced
from lenet_gui.network.steps import Array

_TOLERANCE = 1e-4


class Layerwise:
    """A network, layer by layer. Immutable: any thread may use it.

    Args:
        card: what the network is.
        parameters: its numbers by the names on the card (`Bundle.parameters`); copied.

    Raises:
        ValueError: the parameters do not fit the card.

    Attributes:
        card: of the network.
        steps: its layers, in order.
    """

    def __init__(self, card: Card, parameters: Mapping[str, Array]) -> None:
        self.card = card
        counts = [maps for maps, _, _ in fields.sizes(card)]
        self.steps = tuple(
            steps.make(layer, before, parameters)
            for layer, before in zip(card.layers, counts, strict=False)
        )

    def scaled(self, x: Array) -> Array:
        """The input (maps, height, width), paper 0, ink 1, in the values the network wants."""
        seen = self.card.input
        return seen.paper + (seen.ink - seen.paper) * x

    def activations(self, x: Array) -> dict[str, Array]:
        """Every layer's activations in order, for an input float32 (maps, height, width)."""
        found: dict[str, Array] = {}
        x = self.scaled(x)
        for step in self.steps:
            x = found[step.layer.name] = step(x)
        return found

    def silence(self, activations: Mapping[str, Array], silenced: Silenced) -> dict[str, Array]:
        """What the activations become when some maps and units are silent.

        These are 0, and all layers behind answer to that. Layers before are the very arrays
        given, and so is everything if nothing is silenced. What the network has not, and its
        input, cannot be silenced and is passed over.

        Args:
            activations: of every layer, with nothing silenced.
            silenced: maps and units; where distances win, a silent output is the closest.
        """
        silent = fields.silenceable(self.card, silenced)
        places = [fields.position(self.card, place.layer) - 1 for place in silent]
        found = dict(activations)
        first = min(places, default=len(self.steps))
        for index in range(first, len(self.steps)):
            step = self.steps[index]
            name = step.layer.name
            before = self.steps[index - 1].layer.name
            found[name] = found[name].copy() if index == first else step(found[before])
            for place in silent:
                if place.layer == name:
                    area = fields.extent(self.card, place)
                    found[name][place.map, area.top : area.bottom, area.left : area.right] = 0
        return found

    def agrees_with(self, activations: Mapping[str, Array], x: Array) -> bool:
        """Whether these are, but for rounding, the network's activations for the input x."""
        return all(
            np.allclose(activations[name], value, rtol=_TOLERANCE, atol=_TOLERANCE)
            for name, value in self.activations(x).items()
        )
