import pytest
import torch

from lenet_gui.network.architectures import ARCHITECTURES, TABLE_I, LeNet
from lenet_gui.network.layers import Convolution, InputScaling

# Above each stage in LeCun et al. 1998, figure 2: maps, height, width.
SHAPES = {
    "C1": (6, 28, 28),
    "S2": (6, 14, 14),
    "C3": (16, 10, 10),
    "S4": (16, 5, 5),
    "C5": (120, 1, 1),
    "F6": (84, 1, 1),
    "output": (10, 1, 1),
}


TABLE_I_AS_PRINTED = """
    X . . . X X X . . X X X X . X X
    X X . . . X X X . . X X X X . X
    X X X . . . X X X . . X . X X X
    . X X X . . X X X X . . X . X X
    . . X X X . . X X X X . X X . X
    . . . X X X . . X X X X . X X X
"""
"""LeCun et al. 1998, table I: rows are maps of S2, columns are maps of C3."""


def test_every_architecture_is_listed_under_its_own_id_and_has_titles() -> None:
    for name, make in ARCHITECTURES.items():
        network = make()
        assert network.id == name
        assert set(network.title) == {"en", "zh_CN"}


@pytest.mark.parametrize(
    ("id_", "trainable"),
    [
        ("lenet5-1998", 60_000),
        ("lenet5-tanh", 61_706),
        ("lenet5-sigmoid", 61_706),
        ("lenet5-bn", 61_750),
        ("lenet5-relu", 61_706),
    ],
)
def test_networks_train_as_many_parameters_as_their_sources_say(id_: str, trainable: int) -> None:
    parameters = ARCHITECTURES[id_]().parameters()
    assert sum(p.numel() for p in parameters if p.requires_grad) == trainable


def test_44_of_the_parameters_of_lenet5_bn_are_in_batch_norm() -> None:
    named = ARCHITECTURES["lenet5-bn"]().named_parameters()
    assert sum(p.numel() for name, p in named if ".norm." in name) == 44


def test_table_i_is_the_papers() -> None:
    printed = [line.split() for line in TABLE_I_AS_PRINTED.strip().splitlines()]
    columns = [tuple(i for i in range(6) if printed[i][map_] == "X") for map_ in range(16)]
    assert tuple(columns) == TABLE_I
    assert [len(row) for row in TABLE_I] == [3] * 6 + [4] * 9 + [6]
    assert [sum(before in row for row in TABLE_I) for before in range(6)] == [10] * 6
    assert sum(map(len, TABLE_I)) == 60


def test_only_c3_of_1998_takes_table_i_and_it_has_60_kernels() -> None:
    network = ARCHITECTURES["lenet5-1998"]()
    tables = {name: layer.table for name, layer in network.named_layers() if layer.table}
    assert tables == {"C3": TABLE_I}
    assert dict(network.named_parameters())["layers.C3.weight"].shape == (60, 5, 5)


def test_initial_weights_of_1998_are_spread_over_2_4_by_fan_in() -> None:
    # Section II.B: uniform between -2.4 / F and 2.4 / F, F the fan-in of the unit they feed.
    torch.manual_seed(1)
    weights = ARCHITECTURES["lenet5-1998"]().state_dict()
    for name, fan_in in (("C1", 25), ("C5", 400), ("F6", 120)):
        _assert_spread_over(weights[f"layers.{name}.weight"], 2.4 / fan_in)
    kernels = weights["layers.C3.weight"].split([len(row) for row in TABLE_I])
    for row, kernels_of_map in zip(TABLE_I, kernels, strict=True):
        _assert_spread_over(kernels_of_map, 2.4 / (25 * len(row)))
    for name in ("S2", "S4"):  # a unit of these starts as the mean of its patch
        assert weights[f"layers.{name}.weight"].unique().tolist() == [0.25]


def _assert_spread_over(weights: torch.Tensor, reach: float) -> None:
    assert 0.9 * reach < weights.abs().max() <= reach
    assert weights.abs().mean() == pytest.approx(reach / 2, rel=0.2)
    assert weights.min() < 0 < weights.max()


def test_layers_have_the_papers_names_order_and_shapes(any_network: LeNet) -> None:
    activations = any_network.activations(torch.zeros(3, 1, 32, 32))
    assert [(name, tuple(a.shape)) for name, a in activations.items()] == [
        (name, (3, *shape)) for name, shape in SHAPES.items()
    ]


def test_scores_are_the_output_layers_activations(any_network: LeNet) -> None:
    x = torch.rand(4, 1, 32, 32)
    scores = any_network(x)
    assert scores.shape == (4, 10)
    assert torch.equal(scores, any_network.activations(x)["output"].flatten(1))


@pytest.mark.parametrize("width", [36, 64])
def test_wider_input_gives_the_row_of_answers_of_its_crops(any_network: LeNet, width: int) -> None:
    # Two poolings by 2: an answer every 4 pixels (LeCun et al. 1998, section VII).
    x = torch.rand(2, 1, 32, width)
    row = any_network(x)
    assert row.shape == (2, 10, (width - 32) // 4 + 1)
    for place in range(row.shape[2]):
        crop = x[..., 4 * place : 4 * place + 32]
        assert torch.allclose(row[:, :, place], any_network(crop), rtol=1e-5, atol=1e-5)


def test_a_network_with_another_number_of_parameters_than_its_source_says_is_refused() -> None:
    class TooLarge(LeNet):
        id = "too-large"
        title = {"en": "Too large"}  # noqa: RUF012
        source = "nowhere"
        parameters_expected = 1

    with pytest.raises(AssertionError, match="too-large has 2 parameters"):
        TooLarge(InputScaling(), {"C1": Convolution(1, 1, 1, "tanh")})
