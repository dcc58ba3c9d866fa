"""Receptive and projective fields, held against what torch says depends on what."""

import msgspec
import numpy as np
import pytest
import torch

from lenet_gui.network import fields
from lenet_gui.network.architectures import TABLE_I, LeNet5Of1998
from lenet_gui.network.card import Card, card_path, read_card
from lenet_gui.network.fields import FeatureMap, Field, Place, Rectangle, Unit

LAYERS = ("C1", "S2", "C3", "S4", "C5", "F6", "output")


@pytest.fixture(scope="module")
def card() -> Card:
    return read_card(card_path("lenet5-1998"))


@pytest.fixture(scope="module")
def network() -> LeNet5Of1998:
    """The network of 1998 with small positive weights: nothing saturates or cancels out."""
    network = LeNet5Of1998()
    generator = torch.Generator().manual_seed(4)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.uniform_(0.01, 0.02, generator=generator)
    return network.double().eval()


def some_units(card: Card) -> list[Unit]:
    """Of every layer the corners and a few others."""
    chance = np.random.default_rng(6)
    units = []
    for layer in card.layers:
        last = (layer.height - 1, layer.width - 1)
        for y, x in {(0, 0), (0, last[1]), (last[0], 0), last}:
            units.append(Unit(layer.name, int(chance.integers(layer.maps)), y, x))
        places = chance.integers((layer.maps, layer.height, layer.width), size=(3, 3)).tolist()
        units += [Unit(layer.name, *place) for place in places]
    return units


def where(touched: torch.Tensor, layer: str | None) -> Field:
    """The field of all that is not 0 in (maps, height, width)."""
    maps, rows, columns = (sorted(set(axis)) for axis in torch.nonzero(touched).T.tolist())
    return Field(layer, tuple(maps), Rectangle(rows[0], columns[0], rows[-1] + 1, columns[-1] + 1))


def test_receptive_fields_are_exactly_what_a_unit_depends_on(
    card: Card, network: LeNet5Of1998
) -> None:
    x = torch.rand(1, 1, 32, 32, dtype=torch.float64, requires_grad=True)
    activations = network.activations(x)
    for unit in some_units(card):
        name = str(unit.layer)
        before = LAYERS[: LAYERS.index(name)]
        value = activations[name][0, unit.map, unit.y, unit.x]
        inputs = [x, *(activations[earlier] for earlier in before)]
        slopes = torch.autograd.grad(value, inputs, retain_graph=True)
        expected = [
            where(slope[0], layer) for layer, slope in zip([None, *before], slopes, strict=True)
        ]
        assert list(fields.receptive_fields(card, unit)) == expected


def test_projective_fields_are_exactly_what_depends_on_a_unit(
    card: Card, network: LeNet5Of1998
) -> None:
    x = torch.rand(1, 1, 32, 32, dtype=torch.float64)
    layers = network.named_layers()
    with torch.no_grad():
        of_all: dict[str | None, torch.Tensor] = {None: network.scaling(x)}
        of_all.update(network.activations(x))
        for unit in [Unit(None, 0, 0, 0), Unit(None, 0, 13, 31), *some_units(card)]:
            plain, changed = of_all[unit.layer], of_all[unit.layer].clone()
            changed[0, unit.map, unit.y, unit.x] += 5
            expected = []
            for name, layer in layers[fields.position(card, unit.layer) :]:
                plain, changed = layer(plain), layer(changed)
                expected.append(where((plain != changed)[0], name))
            assert list(fields.projective_fields(card, unit)) == expected


def test_a_whole_map_sees_and_reaches_what_its_units_do(card: Card) -> None:
    c3 = FeatureMap("C3", 0)
    to_s2 = fields.receptive_fields(card, c3)[-1]
    assert to_s2 == Field("S2", TABLE_I[0], Rectangle(0, 0, 14, 14))
    to_s4, to_c5, *_ = fields.projective_fields(card, c3)
    assert to_s4 == Field("S4", (0,), Rectangle(0, 0, 5, 5))
    assert to_c5 == Field("C5", tuple(range(120)), Rectangle(0, 0, 1, 1))


def test_the_table_is_read_both_ways(card: Card) -> None:
    c3 = card.layers[2]
    for map_, row in enumerate(TABLE_I):
        assert fields.sources(c3, (map_,), 6) == row
    for before in range(6):
        assert fields.targets(c3, (before,)) == tuple(
            map_ for map_, row in enumerate(TABLE_I) if before in row
        )


def test_paddings_are_no_part_of_a_field(card: Card) -> None:
    c1 = msgspec.structs.replace(card.layers[0], padding=2, height=32, width=32)
    padded = msgspec.structs.replace(card, layers=(c1,))
    corner, middle = Unit("C1", 0, 0, 31), Unit("C1", 0, 10, 10)
    assert fields.receptive_fields(padded, corner)[0].rectangle == Rectangle(0, 29, 3, 32)
    assert fields.receptive_fields(padded, middle)[0].rectangle == Rectangle(8, 8, 13, 13)
    pixel = fields.projective_fields(padded, Unit(None, 0, 0, 31))
    assert pixel == (Field("C1", tuple(range(6)), Rectangle(0, 29, 3, 32)),)


def test_an_edge_that_is_left_over_reaches_nothing(card: Card) -> None:
    s2 = msgspec.structs.replace(card.layers[1], kernel=3, stride=3, height=9, width=9)
    card = msgspec.structs.replace(card, layers=(card.layers[0], s2))
    assert fields.projective_fields(card, Unit("C1", 0, 27, 3)) == ()
    (reached,) = fields.projective_fields(card, Unit("C1", 5, 26, 3))
    assert reached == Field("S2", (5,), Rectangle(8, 1, 9, 2))


@pytest.mark.parametrize(
    ("place", "there"),
    [
        (Unit("C1", 5, 27, 27), True),
        (Unit("C1", 5, 28, 27), False),
        (Unit("C1", 5, 27, -1), False),
        (Unit("C1", 6, 0, 0), False),
        (FeatureMap("output", 9), True),
        (FeatureMap("output", -1), False),
        (FeatureMap("C9", 0), False),
        (Unit(None, 0, 31, 31), True),
        (Unit(None, 1, 0, 0), False),
    ],
)
def test_places_that_exist_are_told_from_those_that_do_not(
    card: Card, place: Place, there: bool
) -> None:
    assert fields.exists(card, place) is there
    silenceable = fields.silenceable(card, frozenset({place}))
    assert silenceable == ({place} if there and place.layer else frozenset())
