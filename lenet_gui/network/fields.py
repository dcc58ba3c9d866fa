"""Where a unit looks and who looks at it, as the card alone tells. Light, like the card.

A layer is named as on the card; None is the input.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lenet_gui.network.card import Card, Layer

_EACH_WITH_ITS_OWN = ("max pooling", "subsampling")


@dataclass(frozen=True)
class FeatureMap:
    """One map of a layer."""

    layer: str | None
    map: int


@dataclass(frozen=True)
class Unit:
    """One unit of a layer: its map, its row y and its column x."""

    layer: str | None
    map: int
    y: int
    x: int


Place: TypeAlias = FeatureMap | Unit
"""What one can point at in a network."""

Silenced: TypeAlias = frozenset[Place]
"""Maps and units whose activations are held at 0."""


@dataclass(frozen=True)
class Rectangle:
    """Rows `top` to `bottom` and columns `left` to `right` of a map, the last ones not included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Field:
    """What a place sees of a layer, or reaches in it: one rectangle in each of some maps."""

    layer: str | None
    maps: tuple[int, ...]
    rectangle: Rectangle


def position(card: Card, layer: str | None) -> int:
    """Where the layer stands: 0 is the input, 1 the first layer.

    Raises:
        ValueError: the card has no such layer.
    """
    return [None, *(known.name for known in card.layers)].index(layer)


def sizes(card: Card) -> list[tuple[int, int, int]]:
    """Maps, height and width of the input and of every layer, in order."""
    seen = card.input
    return [
        (seen.maps, seen.height, seen.width),
        *((layer.maps, layer.height, layer.width) for layer in card.layers),
    ]


def exists(card: Card, place: Place) -> bool:
    """Whether the network has such a map or unit."""
    if place.layer not in (None, *(layer.name for layer in card.layers)):
        return False
    maps, height, width = sizes(card)[position(card, place.layer)]
    inside = isinstance(place, FeatureMap) or (0 <= place.y < height and 0 <= place.x < width)
    return inside and 0 <= place.map < maps


def silenceable(card: Card, places: Silenced) -> Silenced:
    """Those of the places that the network has; the input is no part of it."""
    return frozenset(place for place in places if place.layer is not None and exists(card, place))


def sources(layer: Layer, maps: Collection[int], maps_before: int) -> tuple[int, ...]:
    """The maps of the layer before, `maps_before` of them, that feed any of these maps."""
    if layer.kind in _EACH_WITH_ITS_OWN:
        return tuple(sorted(maps))
    if layer.table is None:
        return tuple(range(maps_before))
    return tuple(sorted({before for map_ in maps for before in layer.table[map_]}))


def targets(layer: Layer, maps_before: Collection[int]) -> tuple[int, ...]:
    """The maps of the layer that any of these maps of the layer before feeds."""
    if layer.kind in _EACH_WITH_ITS_OWN:
        return tuple(sorted(maps_before))
    if layer.table is None:
        return tuple(range(layer.maps))
    fed = set(maps_before)
    return tuple(map_ for map_, row in enumerate(layer.table) if not fed.isdisjoint(row))


def receptive_fields(card: Card, place: Place) -> tuple[Field, ...]:
    """What the place sees of every layer before it, the input first.

    The rectangles are exact: the paddings around a map are no part of them.
    """
    return tuple(_backwards(card, place))[::-1]


def projective_fields(card: Card, place: Place) -> tuple[Field, ...]:
    """What the place reaches in every layer behind it, the next one first.

    Empty where nobody looks at it, such as at an edge that the next layer leaves over.
    """
    return tuple(_forwards(card, place))


def extent(card: Card, place: Place) -> Rectangle:
    """The place itself: one unit, or the whole of its map."""
    if isinstance(place, Unit):
        return Rectangle(place.y, place.x, place.y + 1, place.x + 1)
    _, height, width = sizes(card)[position(card, place.layer)]
    return Rectangle(0, 0, height, width)


def _backwards(card: Card, place: Place) -> Iterator[Field]:
    known = sizes(card)
    names = [None, *(layer.name for layer in card.layers)]
    maps: tuple[int, ...] = (place.map,)
    seen = extent(card, place)
    for index in range(position(card, place.layer) - 1, -1, -1):
        layer, (count, height, width) = card.layers[index], known[index]
        maps = sources(layer, maps, count)
        top, bottom = _seen(layer, seen.top, seen.bottom, height)
        left, right = _seen(layer, seen.left, seen.right, width)
        seen = Rectangle(top, left, bottom, right)
        yield Field(names[index], maps, seen)


def _forwards(card: Card, place: Place) -> Iterator[Field]:
    maps: tuple[int, ...] = (place.map,)
    reached = extent(card, place)
    for index in range(position(card, place.layer), len(card.layers)):
        layer = card.layers[index]
        maps = targets(layer, maps)
        top, bottom = _reached(layer, reached.top, reached.bottom, layer.height)
        left, right = _reached(layer, reached.left, reached.right, layer.width)
        if top >= bottom or left >= right or not maps:
            return
        reached = Rectangle(top, left, bottom, right)
        yield Field(layer.name, maps, reached)


def _seen(layer: Layer, start: int, stop: int, size: int) -> tuple[int, int]:
    """The rows (or columns) before, `size` of them, that rows `start` to `stop` look at."""
    first = start * layer.stride - layer.padding
    last = (stop - 1) * layer.stride - layer.padding + layer.kernel - 1
    return max(first, 0), min(last + 1, size)


def _reached(layer: Layer, start: int, stop: int, size: int) -> tuple[int, int]:
    """The rows (or columns) of the layer, `size` of them, that look at rows `start` to `stop`."""
    first = -((layer.kernel - 1 - layer.padding - start) // layer.stride)
    last = (stop - 1 + layer.padding) // layer.stride
    return max(first, 0), min(last + 1, size)
