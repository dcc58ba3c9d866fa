"""What the network view shows, read off a card: the input and every layer, and who feeds whom."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.network.card import Card, Layer

INPUT = "input"
"""The name of the input among the layers."""

_POOLING = ("max pooling", "subsampling")
_WITHOUT_SIGNS = ("relu", "sigmoid")


@dataclass(frozen=True)
class Stage:
    """The input or a layer: a step of the way from the drawing to the answer.

    Attributes:
        name: of the layer; `INPUT` for the input.
        maps: how many there are, of `height` × `width` units each.
        has_signs: whether activations can be negative.
        sees: for each map, the maps of the stage before that feed it.
        is_output: whether its units are the classes.
    """

    name: str
    maps: int
    height: int
    width: int
    has_signs: bool
    sees: tuple[tuple[int, ...], ...]
    is_output: bool = False

    @property
    def has_cells(self) -> bool:
        """Whether each map is one unit alone."""
        return self.height == self.width == 1

    def feeds(self, index: int, after: Stage) -> tuple[int, ...]:
        """The maps of the stage after that map `index` of this one feeds."""
        return tuple(i for i, seen in enumerate(after.sees) if index in seen)


def stages(card: Card) -> tuple[Stage, ...]:
    """The input and the layers of a network, in order."""
    first = card.input
    found = [Stage(INPUT, first.maps, first.height, first.width, False, ((),) * first.maps)]
    for layer in card.layers:
        before = found[-1]
        found.append(
            Stage(
                layer.name,
                layer.maps,
                layer.height,
                layer.width,
                _has_signs(layer, before),
                _sees(layer, before),
                is_output=layer is card.layers[-1],
            )
        )
    return tuple(found)


def _has_signs(layer: Layer, before: Stage) -> bool:
    """Pooling that does not squash hands on what it takes; a distance is never negative."""
    if layer.kind == "radial basis" or layer.squashing in _WITHOUT_SIGNS:
        return False
    hands_on = layer.kind == "max pooling" and layer.squashing == "identity"
    return before.has_signs if hands_on else True


def _sees(layer: Layer, before: Stage) -> tuple[tuple[int, ...], ...]:
    if layer.table is not None:
        return layer.table
    if layer.kind in _POOLING:
        return tuple((index,) for index in range(layer.maps))
    return (tuple(range(before.maps)),) * layer.maps
