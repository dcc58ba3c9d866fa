import pytest
import torch

from lenet_gui.network.architectures import ARCHITECTURES, LeNet, LeNet5Tanh
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


def test_lenet5_tanh_has_61706_parameters() -> None:
    assert sum(parameter.numel() for parameter in LeNet5Tanh().parameters()) == 61_706


def test_stages_have_the_papers_names_order_and_shapes(network: LeNet5Tanh) -> None:
    activations = network.activations(torch.zeros(3, 1, 32, 32))
    assert [(name, tuple(a.shape)) for name, a in activations.items()] == [
        (name, (3, *shape)) for name, shape in SHAPES.items()
    ]


def test_scores_are_the_output_layers_activations(network: LeNet5Tanh) -> None:
    x = torch.rand(4, 1, 32, 32)
    scores = network(x)
    assert scores.shape == (4, 10)
    assert torch.equal(scores, network.activations(x)["output"].flatten(1))


@pytest.mark.parametrize("width", [36, 64])
def test_wider_input_gives_the_row_of_answers_of_its_crops(network: LeNet5Tanh, width: int) -> None:
    # Two poolings by 2: an answer every 4 pixels (LeCun et al. 1998, section VII).
    x = torch.rand(2, 1, 32, width)
    row = network(x)
    assert row.shape == (2, 10, (width - 32) // 4 + 1)
    for place in range(row.shape[2]):
        crop = x[..., 4 * place : 4 * place + 32]
        assert torch.allclose(row[:, :, place], network(crop), atol=1e-5)


def test_a_network_with_another_number_of_parameters_than_its_source_says_is_refused() -> None:
    class TooLarge(LeNet):
        id = "too-large"
        title = {"en": "Too large"}  # noqa: RUF012
        source = "nowhere"
        parameters_expected = 1

    with pytest.raises(AssertionError, match="too-large has 2 parameters"):
        TooLarge(InputScaling(), {"C1": Convolution(1, 1, 1, "tanh")})


def test_every_architecture_is_listed_under_its_own_id_and_has_its_parameters() -> None:
    for name, make in ARCHITECTURES.items():
        network = make()
        assert network.id == name
        assert network.title["en"]
        assert sum(p.numel() for p in network.parameters()) == network.parameters_expected
