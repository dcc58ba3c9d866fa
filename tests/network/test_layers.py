import pytest
import torch

from lenet_gui.network.layers import Convolution, InputScaling, MaxPooling


def test_paper_and_ink_become_the_values_of_the_paper() -> None:
    # LeCun et al. 1998, II.B: background -0.1, foreground 1.175
    scaled = InputScaling()(torch.tensor([0.0, 1.0, 0.5]))
    assert scaled.tolist() == pytest.approx([-0.1, 1.175, 0.5375])


def test_convolution_is_the_sum_of_products_over_the_patch_plus_bias_squashed() -> None:
    torch.manual_seed(0)
    layer = Convolution(6, 16, 5, "tanh")
    with torch.no_grad():
        layer.bias.uniform_(-1, 1)
    x = torch.randn(1, 6, 14, 14)
    patch = x[0, :, 3:8, 7:12]
    by_hand = torch.tanh((patch * layer.weight[11]).sum() + layer.bias[11])
    assert layer(x).shape == (1, 16, 10, 10)
    assert layer(x)[0, 11, 3, 7].item() == pytest.approx(by_hand.item(), abs=1e-6)


def test_identity_squashing_leaves_sums_as_they_are() -> None:
    layer = Convolution(1, 1, 1, "identity")
    with torch.no_grad():
        layer.weight.fill_(3.0)
        layer.bias.fill_(40.0)
    assert layer(torch.full((1, 1, 1, 1), 20.0)).item() == pytest.approx(100.0)


@pytest.mark.parametrize(("kernel", "kind"), [(5, "convolution"), (1, "full")])
def test_a_kernel_of_one_is_called_a_full_layer(kernel: int, kind: str) -> None:
    assert Convolution(2, 2, kernel, "tanh").kind == kind


def test_pooling_takes_the_largest_of_each_patch_of_two_by_two() -> None:
    x = torch.arange(16.0).reshape(1, 1, 4, 4)
    x[0, 0, 0, 0] = 99.0
    assert MaxPooling()(x).tolist() == [[[[99.0, 7.0], [13.0, 15.0]]]]
