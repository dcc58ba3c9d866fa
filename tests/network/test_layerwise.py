"""The network that numpy computes is the network that TorchScript computes."""

from collections.abc import Mapping
from typing import Any, get_args

import msgspec
import numpy as np
import pytest
import torch
from torch.nn import functional

from lenet_gui.network import bundle, steps
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.card import Layer, Squashing, card_path
from lenet_gui.network.fields import FeatureMap, Silenced, Unit
from lenet_gui.network.layers import SQUASHINGS
from lenet_gui.network.layerwise import Layerwise
from lenet_gui.network.steps import Array
from tests.handwritten_digits import BUNDLED, handwritten_digits


@pytest.fixture(scope="module", params=BUNDLED)
def bundled(request: pytest.FixtureRequest) -> Bundle:
    return bundle.load(card_path(request.param))


@pytest.fixture(scope="module")
def layerwise(bundled: Bundle) -> Layerwise:
    return Layerwise(bundled.card, bundled.parameters())


@pytest.fixture(scope="module")
def read(bundled: Bundle) -> dict[str, Array]:
    """What the network comes to for a handwritten digit."""
    found = bundled.activations(handwritten_digits()[7][None, None].copy())
    return {name: activation[0] for name, activation in found.items()}


def assert_equal(found: Array, expected: Array, tolerance: float = 1e-5) -> None:
    """Equal to a tolerance, of the number itself where it is more than 1."""
    assert found.shape == expected.shape
    assert (np.abs(found - expected) <= tolerance * np.maximum(1, np.abs(expected))).all()


THROUGH_ALL = 5e-5
"""What rounding in one layer may have become in the last, where weights are large."""


def answer_of_torch(
    bundled: Bundle, activations: Mapping[str, Array], silenced: Silenced
) -> dict[str, Array]:
    """The same network, its own layers called one by one, some activations set to 0."""
    found: dict[str, Array] = {}
    names = [layer.name for layer in bundled.card.layers]
    first = min(names.index(str(place.layer)) for place in silenced)
    with torch.inference_mode():
        for index, name in enumerate(names):
            if index <= first:
                value = torch.tensor(activations[name])[None]
            else:
                value = getattr(bundled._module.layers, name)(value)
            for place in silenced:
                if place.layer == name and isinstance(place, Unit):
                    value[0, place.map, place.y, place.x] = 0
                elif place.layer == name:
                    value[0, place.map] = 0
            found[name] = value[0].numpy().copy()
    return found


def test_every_layer_of_every_network_is_what_torchscript_computes(
    bundled: Bundle, layerwise: Layerwise
) -> None:
    noise = np.random.default_rng(5).random((1, 32, 32), np.float32)
    blank, ink = np.zeros_like(noise), np.ones_like(noise)
    for x in np.concatenate([handwritten_digits(), blank, ink, noise]):
        expected = bundled.activations(x[None, None].copy())
        found = layerwise.activations(x[None])
        assert list(found) == list(expected)
        before = layerwise.scaled(x[None])
        for step, (name, activation) in zip(layerwise.steps, expected.items(), strict=True):
            assert_equal(step(before), activation[0])
            assert_equal(found[name], activation[0], THROUGH_ALL)
            before = activation[0]


def test_a_wider_input_gives_a_row_of_answers(bundled: Bundle, layerwise: Layerwise) -> None:
    x = np.concatenate(handwritten_digits()[:2], axis=1)[None]
    expected = bundled.activations(x[None].copy())
    for name, activation in layerwise.activations(x).items():
        assert_equal(activation, expected[name][0], THROUGH_ALL)


@pytest.mark.parametrize(
    "silenced",
    [
        {FeatureMap("C1", 2)},
        {FeatureMap("S2", 0), FeatureMap("S2", 5)},
        {Unit("C3", 15, 9, 0)},
        {FeatureMap("S4", 3), Unit("C1", 0, 27, 27), FeatureMap("F6", 83)},
        {Unit("C5", 119, 0, 0), FeatureMap("output", 1)},
    ],
    ids=lambda silenced: "+".join(sorted(str(place.layer) for place in silenced)),
)
def test_what_follows_answers_to_silence(
    bundled: Bundle, layerwise: Layerwise, read: dict[str, Array], silenced: set[Any]
) -> None:
    found = layerwise.silence(read, frozenset(silenced))
    expected = answer_of_torch(bundled, read, frozenset(silenced))
    assert list(found) == list(expected)
    for name, activation in expected.items():
        assert_equal(found[name], activation, THROUGH_ALL)
    assert any(not np.array_equal(found[name], read[name]) for name in found)


def test_what_is_before_and_beside_the_silenced_is_untouched(
    layerwise: Layerwise, read: dict[str, Array]
) -> None:
    kept = {name: activation.copy() for name, activation in read.items()}
    found = layerwise.silence(read, frozenset({FeatureMap("C3", 4), Unit("C3", 6, 1, 2)}))
    assert found["C1"] is read["C1"]
    assert found["S2"] is read["S2"]
    beside = np.ones(read["C3"].shape, bool)
    beside[4] = beside[6, 1, 2] = False
    assert not found["C3"][~beside].any()
    assert np.array_equal(found["C3"][beside], read["C3"][beside])
    for name, activation in read.items():
        assert np.array_equal(activation, kept[name])


def test_with_nothing_to_silence_nothing_is_computed(
    layerwise: Layerwise, read: dict[str, Array]
) -> None:
    absent: Silenced = frozenset(
        {
            FeatureMap("C9", 0),
            FeatureMap("C1", 6),
            FeatureMap(None, 0),
            Unit("C1", 0, 28, 0),
            Unit("C1", 0, 0, -1),
        }
    )
    nothing: Silenced = frozenset()
    for silenced in (absent, nothing):
        found = layerwise.silence(read, silenced)
        assert all(found[name] is read[name] for name in read)


def test_parameters_of_another_size_or_none_are_refused(bundled: Bundle) -> None:
    parameters = bundled.parameters()
    first = str(bundled.card.layers[0].weight)
    with pytest.raises(ValueError, match="C1"):
        Layerwise(bundled.card, {n: value for n, value in parameters.items() if n != first})
    with pytest.raises(ValueError, match="reshape"):
        Layerwise(bundled.card, parameters | {first: parameters[first][1:]})


def test_a_card_that_tells_another_squashing_does_not_agree(
    bundled: Bundle, read: dict[str, Array]
) -> None:
    *layers, c5, f6, output = bundled.card.layers
    other: Squashing = "tanh" if f6.squashing == "relu" else "relu"
    lie = msgspec.structs.replace(f6, squashing=other)
    card = msgspec.structs.replace(bundled.card, layers=(*layers, c5, lie, output))
    x = handwritten_digits()[7][None]
    assert Layerwise(bundled.card, bundled.parameters()).agrees_with(read, x)
    assert not Layerwise(card, bundled.parameters()).agrees_with(read, x)


def test_changing_the_parameters_later_changes_nothing(bundled: Bundle) -> None:
    parameters = {name: value.copy() for name, value in bundled.parameters().items()}
    network = Layerwise(bundled.card, parameters)
    x = handwritten_digits()[0][None]
    before = network.activations(x)
    for value in parameters.values():
        value[...] = 0
    for name, activation in network.activations(x).items():
        assert np.array_equal(activation, before[name])


@pytest.mark.parametrize("squashing", get_args(Squashing))
def test_every_squashing_is_that_of_torch_without_overflow(squashing: Squashing) -> None:
    sums = np.concatenate([np.linspace(-6, 6, 101), [-1e4, -100, 100, 1e4]]).astype(np.float32)
    expected = SQUASHINGS[squashing]()(torch.tensor(sums)).numpy()
    assert_equal(steps.SQUASHINGS[squashing](sums), expected)


def layer(kind: str, **fields: Any) -> Layer:
    """A layer of somebody else's, of 4 maps, not padded, every step of 1."""
    plain = {
        "name": "X",
        "kind": kind,
        "kernel": 3,
        "stride": 1,
        "padding": 0,
        "table": None,
        "squashing": "identity",
        "weight": "w",
        "bias": "b",
        "maps": 4,
        **dict.fromkeys(("height", "width", "units", "parameters", "connections"), 1),
        **dict.fromkeys(("fan_in", "receptive_field"), 1),
    }
    return msgspec.convert(plain | fields, Layer)


@pytest.fixture
def numbers() -> np.random.Generator:
    return np.random.default_rng(11)


@pytest.mark.parametrize(("kernel", "stride", "padding"), [(3, 1, 1), (5, 2, 0), (4, 3, 2)])
def test_convolutions_with_stride_and_padding(
    numbers: np.random.Generator, kernel: int, stride: int, padding: int
) -> None:
    x = numbers.normal(size=(2, 11, 9)).astype(np.float32)
    weight = numbers.normal(size=(4, 2, kernel, kernel)).astype(np.float32)
    bias = numbers.normal(size=4).astype(np.float32)
    described = layer("convolution", kernel=kernel, stride=stride, padding=padding)
    found = steps.make(described, 2, {"w": weight, "b": bias})(x)
    seen, kernels, added = map(torch.tensor, (x[None], weight, bias))
    expected = functional.conv2d(seen, kernels, added, stride=stride, padding=padding)
    assert_equal(found, expected[0].numpy())


@pytest.mark.parametrize(("kernel", "stride", "padding"), [(3, 2, 1), (2, 2, 0), (2, 1, 0)])
def test_pooling_and_subsampling_with_other_steps(
    numbers: np.random.Generator, kernel: int, stride: int, padding: int
) -> None:
    x = numbers.normal(size=(4, 11, 9)).astype(np.float32) - 3  # zeros around would win
    weight, bias = numbers.normal(size=(2, 4)).astype(np.float32)
    fields = {"kernel": kernel, "stride": stride, "padding": padding}
    pooled = functional.max_pool2d(torch.tensor(x)[None], kernel, stride, padding)[0].numpy()
    assert_equal(steps.make(layer("max pooling", **fields), 4, {})(x), pooled)
    found = steps.make(layer("subsampling", **fields), 4, {"w": weight, "b": bias})(x)
    means = functional.avg_pool2d(torch.tensor(x)[None], kernel, stride, padding)[0].numpy()
    weighed = kernel**2 * means * weight[:, None, None] + bias[:, None, None]
    assert_equal(found, weighed)


def test_a_linear_layer_over_flattened_maps_is_full(numbers: np.random.Generator) -> None:
    x = numbers.normal(size=(2, 3, 3)).astype(np.float32)
    linear = torch.nn.Linear(18, 4)
    parameters = {"w": linear.weight.detach().numpy(), "b": linear.bias.detach().numpy()}
    found = steps.make(layer("full"), 2, parameters)(x)
    assert_equal(found.ravel(), linear(torch.tensor(x.ravel())).detach().numpy())


def test_a_layer_without_a_bias_adds_none(numbers: np.random.Generator) -> None:
    x = numbers.normal(size=(2, 3, 3)).astype(np.float32)
    weight = numbers.normal(size=(4, 18)).astype(np.float32)
    found = steps.make(layer("full", bias=None), 2, {"w": weight})(x)
    assert_equal(found.ravel(), weight @ x.ravel())


def test_a_radial_basis_without_targets_on_the_card_has_them_in_its_weight(
    numbers: np.random.Generator,
) -> None:
    x = numbers.normal(size=(5, 1, 2)).astype(np.float32)
    weight = numbers.normal(size=(4, 5)).astype(np.float32)
    found = steps.make(layer("radial basis", kernel=1, bias=None), 5, {"w": weight})(x)
    assert_equal(found, ((x[None] - weight[..., None, None]) ** 2).sum(axis=1))
