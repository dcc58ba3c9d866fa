from typing import Any

import pytest
import torch

from lenet_gui.network import anatomy
from lenet_gui.network.architectures import ARCHITECTURES, LeNet
from lenet_gui.network.card import Layer
from lenet_gui.network.formula import size_formula, smallest_fan_in

# LeCun et al. 1998, section II.B, layer by layer; the output layer is fixed.
# name: (kind, maps, height, width, parameters, fixed, connections)
PAPER: dict[str, tuple[Any, ...]] = {
    "C1": ("convolution", 6, 28, 28, 156, 0, 122_304),
    "S2": ("subsampling", 6, 14, 14, 12, 0, 5_880),
    "C3": ("convolution", 16, 10, 10, 1_516, 0, 151_600),
    "S4": ("subsampling", 16, 5, 5, 32, 0, 2_000),
    "C5": ("convolution", 120, 1, 1, 48_120, 0, 48_120),
    "F6": ("full", 84, 1, 1, 10_164, 0, 10_164),
    "output": ("radial basis", 10, 1, 1, 0, 840, 840),
}

# C1, C5 and F6 as in the paper. C3 is full (2,416 parameters instead of 1,516), pooling trains
# nothing, and the output is a weighted sum with a bias.
RETOLD: dict[str, tuple[Any, ...]] = {
    "C1": ("convolution", 6, 28, 28, 156, 0, 122_304),
    "S2": ("max pooling", 6, 14, 14, 0, 0, 4_704),
    "C3": ("convolution", 16, 10, 10, 2_416, 0, 241_600),
    "S4": ("max pooling", 16, 5, 5, 0, 0, 1_600),
    "C5": ("convolution", 120, 1, 1, 48_120, 0, 48_120),
    "F6": ("full", 84, 1, 1, 10_164, 0, 10_164),
    "output": ("full", 10, 1, 1, 850, 0, 850),
}

# Two parameters a map of C1 and C3: the gain and shift of batch norm.
NORMALIZED = RETOLD | {
    "C1": ("convolution", 6, 28, 28, 156 + 12, 0, 122_304),
    "C3": ("convolution", 16, 10, 10, 2_416 + 32, 0, 241_600),
}

TABLES = {
    "lenet5-1998": PAPER,
    "lenet5-tanh": RETOLD,
    "lenet5-sigmoid": RETOLD,
    "lenet5-bn": NORMALIZED,
    "lenet5-relu": RETOLD,
}

SQUASHINGS = {
    "lenet5-1998": "scaled tanh",
    "lenet5-tanh": "tanh",
    "lenet5-sigmoid": "sigmoid",
    "lenet5-bn": "relu",
    "lenet5-relu": "relu",
}

# Of every one of them: receptive field in input pixels, (smallest, largest) fan-in, units.
EVERYWHERE = {
    "C1": (5, (25, 25), 4_704),
    "S2": (6, (4, 4), 1_176),
    "C3": (14, (150, 150), 1_600),
    "S4": (16, (4, 4), 400),
    "C5": (32, (400, 400), 120),
    "F6": (32, (120, 120), 84),
    "output": (32, (84, 84), 10),
}


def _layers(id_: str) -> dict[str, Layer]:
    return {layer.name: layer for layer in anatomy.layers(ARCHITECTURES[id_]())}


def test_every_network_has_a_table_here() -> None:
    assert list(TABLES) == list(ARCHITECTURES) == list(SQUASHINGS)


@pytest.mark.parametrize("id_", TABLES)
def test_kinds_sizes_parameters_and_connections_are_the_sources(id_: str) -> None:
    found = {
        layer.name: (
            layer.kind,
            layer.maps,
            layer.height,
            layer.width,
            layer.parameters,
            layer.fixed,
            layer.connections,
        )
        for layer in _layers(id_).values()
    }
    assert list(found.items()) == list(TABLES[id_].items())


@pytest.mark.parametrize("id_", TABLES)
def test_receptive_fields_fan_ins_and_units_are_those_of_lenet_5(id_: str) -> None:
    found = {
        name: (layer.receptive_field, (smallest_fan_in(layer), layer.fan_in), layer.units)
        for name, layer in _layers(id_).items()
    }
    by_table_i = {"C3": (14, (75, 150), 1_600)} if id_ == "lenet5-1998" else {}
    assert found == EVERYWHERE | by_table_i


@pytest.mark.parametrize(
    ("id_", "parameters", "fixed", "connections"),
    [
        ("lenet5-1998", 60_000, 840, 340_908),
        ("lenet5-tanh", 61_706, 0, 429_342),
        ("lenet5-sigmoid", 61_706, 0, 429_342),
        ("lenet5-bn", 61_750, 0, 429_342),
        ("lenet5-relu", 61_706, 0, 429_342),
    ],
)
def test_totals_are_the_sources(id_: str, parameters: int, fixed: int, connections: int) -> None:
    layers = _layers(id_).values()
    assert sum(layer.parameters for layer in layers) == parameters
    assert sum(layer.fixed for layer in layers) == fixed
    assert sum(layer.connections for layer in layers) == connections


def test_the_paper_has_340068_connections_before_its_output() -> None:
    layers = _layers("lenet5-1998").values()
    assert sum(layer.connections for layer in layers if layer.name != "output") == 340_068


@pytest.mark.parametrize("id_", TABLES)
def test_weighted_layers_squash_as_told_and_pooling_and_output_do_not(id_: str) -> None:
    squashed = {"C1", "C3", "C5", "F6"} | ({"S2", "S4"} if id_ == "lenet5-1998" else set())
    for name, layer in _layers(id_).items():
        assert layer.squashing == (SQUASHINGS[id_] if name in squashed else "identity")


@pytest.mark.parametrize("id_", TABLES)
def test_only_c3_of_1998_has_a_connection_table(id_: str) -> None:
    tables = {name for name, layer in _layers(id_).items() if layer.table is not None}
    assert tables == ({"C3"} if id_ == "lenet5-1998" else set())


def test_units_see_no_further_than_their_receptive_field_and_all_of_it(any_network: LeNet) -> None:
    # The unit in the middle: the pixels with a gradient span its receptive field.
    x = torch.rand(1, 1, 32, 32, generator=torch.Generator().manual_seed(3), requires_grad=True)
    for layer in anatomy.layers(any_network):
        activation = any_network.activations(x)[layer.name]
        place = layer.height // 2
        unit = activation[0, :, place, place].square().sum()
        gradient = torch.autograd.grad(unit, x)[0][0, 0]
        rows = gradient.abs().sum(dim=1).nonzero().flatten().tolist()
        span = rows[-1] - rows[0] + 1
        pooled_by_maximum = any_network.id != "lenet5-1998"  # of a patch only the largest counts
        slack = 2 if pooled_by_maximum and layer.name not in {"C1", "S2"} else 0
        slack = 1 if pooled_by_maximum and layer.name == "S2" else slack
        assert layer.receptive_field - slack <= span <= layer.receptive_field, layer.name


@pytest.mark.parametrize("id_", TABLES)
def test_size_formulas_have_their_numbers_filled_in_and_hold(id_: str) -> None:
    layers = list(_layers(id_).values())
    before = [32, *(layer.width for layer in layers)]
    formulas = list(map(size_formula, layers, before))
    assert formulas == [
        "28 = (32 − 5 + 2·0)/1 + 1",
        "14 = (28 − 2 + 2·0)/2 + 1",
        "10 = (14 − 5 + 2·0)/1 + 1",
        "5 = (10 − 2 + 2·0)/2 + 1",
        "1 = (5 − 5 + 2·0)/1 + 1",
        "1 = (1 − 1 + 2·0)/1 + 1",
        "1 = (1 − 1 + 2·0)/1 + 1",
    ]
    for formula in formulas:
        size, computed = formula.replace("−", "-").replace("·", "*").split(" = ")
        assert eval(computed) == int(size)


def test_a_size_that_leaves_pixels_over_is_rounded_down_in_the_formula() -> None:
    pooling = _layers("lenet5-tanh")["S2"]
    assert size_formula(pooling, 29) == "14 = ⌊(29 − 2 + 2·0)/2⌋ + 1"


def test_named_parameters_are_those_of_the_network(any_network: LeNet) -> None:
    layers = anatomy.layers(any_network)
    named = {name for layer in layers for name in (layer.weight, layer.bias) if name}
    fixed = {"layers.output.weight"} if any_network.id == "lenet5-1998" else set()
    own = {name for name, _ in any_network.named_parameters() if ".norm." not in name}
    assert named == own | fixed


def test_targets_stand_on_the_card_as_pictures_of_12_by_7() -> None:
    targets = _layers("lenet5-1998")["output"].targets
    assert targets is not None
    assert (targets.height, targets.width) == (12, 7)
    assert [len(values) for values in targets.values] == [84] * 10
    assert {value for values in targets.values for value in values} == {-1.0, 1.0}


def test_input_is_one_map_of_32_by_32_with_the_papers_values(any_network: LeNet) -> None:
    found = anatomy.input_format(any_network)
    assert (found.maps, found.height, found.width) == (1, 32, 32)
    assert (found.paper, found.ink) == (-0.1, 1.175)
