import pytest

from lenet_gui.network import anatomy
from lenet_gui.network.architectures import LeNet5Tanh
from lenet_gui.network.card import Layer

# C1, C5 and F6 as in the table of LeCun et al. 1998, II.B. C3 is full here (2,416 parameters
# instead of 1,516) and pooling trains nothing; the output is a weighted sum with a bias.
# name: (parameters, connections, receptive field, fan-in, units)
TABLE = {
    "C1": (156, 122_304, 5, 25, 4704),
    "S2": (0, 4_704, 6, 4, 1176),
    "C3": (2_416, 241_600, 14, 150, 1600),
    "S4": (0, 1_600, 16, 4, 400),
    "C5": (48_120, 48_120, 32, 400, 120),
    "F6": (10_164, 10_164, 32, 120, 84),
    "output": (850, 850, 32, 84, 10),
}


@pytest.fixture(scope="module")
def layers(network: LeNet5Tanh) -> dict[str, Layer]:
    return {layer.name: layer for layer in anatomy.layers(network)}


def test_layers_are_the_papers_in_order(layers: dict[str, Layer]) -> None:
    assert list(layers) == list(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_parameters_connections_and_receptive_field_are_the_tables(
    layers: dict[str, Layer], name: str
) -> None:
    layer = layers[name]
    found = (layer.parameters, layer.connections, layer.receptive_field, layer.fan_in, layer.units)
    assert found == TABLE[name]


def test_named_parameters_are_those_of_the_network(
    layers: dict[str, Layer], network: LeNet5Tanh
) -> None:
    named = {name for layer in layers.values() for name in (layer.weight, layer.bias) if name}
    assert named == {name for name, _ in network.named_parameters()}


def test_input_is_one_map_of_32_by_32_with_the_papers_values(network: LeNet5Tanh) -> None:
    found = anatomy.input_format(network)
    assert (found.maps, found.height, found.width) == (1, 32, 32)
    assert (found.paper, found.ink) == (-0.1, 1.175)
