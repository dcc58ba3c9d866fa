import math

import pytest
import torch
from torch.nn import functional

from lenet_gui.network import bitmaps
from lenet_gui.network.architectures import TABLE_I
from lenet_gui.network.layers import (
    Convolution,
    InputScaling,
    MaxPooling,
    RadialBasis,
    ScaledTanh,
    Subsampling,
    TableConvolution,
)


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


def test_scaled_tanh_is_the_papers_and_keeps_plus_and_minus_one() -> None:
    x = torch.tensor([-1.0, 0.0, 1.0, 0.3, 100.0])
    squashed = ScaledTanh()(x).tolist()
    assert squashed[:3] == pytest.approx([-1, 0, 1], abs=2e-5)
    assert squashed[3] == pytest.approx(1.7159 * math.tanh(2 / 3 * 0.3))
    assert squashed[4] == pytest.approx(1.7159)


def test_scaled_tanh_bends_most_at_plus_and_minus_one() -> None:
    # LeCun et al. 1998, appendix A: the second derivative is largest there.
    x = torch.linspace(-3, 3, 6_001, dtype=torch.float64)
    curvature = ScaledTanh()(x).diff(n=2).abs()
    peak = x[1:-1][curvature.argmax()].item()
    assert abs(peak) == pytest.approx(1, abs=0.02)


def test_subsampling_is_the_weighted_sum_of_each_patch_plus_bias_squashed() -> None:
    layer = Subsampling(2, "scaled tanh")
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([0.1, -0.2]))
        layer.bias.copy_(torch.tensor([0.5, 0.25]))
    x = torch.arange(32.0).reshape(1, 2, 4, 4) / 32
    # of map 1 the patch below left: rows 2 and 3, columns 0 and 1
    patch = [(16 + 8) / 32, (16 + 9) / 32, (16 + 12) / 32, (16 + 13) / 32]
    by_hand = 1.7159 * math.tanh(2 / 3 * (-0.2 * sum(patch) + 0.25))
    assert layer(x).shape == (1, 2, 2, 2)
    assert layer(x)[0, 1, 1, 0].item() == pytest.approx(by_hand, abs=1e-6)
    of_map_0 = 1.7159 * math.tanh(2 / 3 * (0.1 * (0 + 1 + 4 + 5) / 32 + 0.5))
    assert layer(x)[0, 0, 0, 0].item() == pytest.approx(of_map_0, abs=1e-6)


def test_subsampling_trains_a_weight_and_a_bias_a_map() -> None:
    assert sum(parameter.numel() for parameter in Subsampling(6, "tanh").parameters()) == 12


@pytest.fixture
def c3() -> TableConvolution:
    torch.manual_seed(0)
    layer = TableConvolution(6, TABLE_I, 5, "scaled tanh")
    with torch.no_grad():
        layer.bias.uniform_(-1, 1)
    return layer


def _dense(layer: TableConvolution) -> torch.Tensor:
    """The 96 kernels of a full convolution, zero where the table connects nothing."""
    dense = torch.zeros(16, 6, 5, 5)
    kernels = iter(layer.weight.detach())
    for map_, row in enumerate(TABLE_I):
        for before in row:
            dense[map_, before] = next(kernels)
    return dense


def test_table_convolution_equals_a_full_one_with_zeros(c3: TableConvolution) -> None:
    x = torch.randn(2, 6, 14, 14)
    full = ScaledTanh()(functional.conv2d(x, _dense(c3), c3.bias))
    assert torch.allclose(c3(x), full, atol=1e-6)


def test_table_convolution_has_parameters_and_gradients_for_its_60_kernels_only(
    c3: TableConvolution,
) -> None:
    assert {name: p.numel() for name, p in c3.named_parameters()} == {"weight": 1_500, "bias": 16}
    x = torch.randn(2, 6, 14, 14)
    c3(x).square().sum().backward()
    dense = _dense(c3).requires_grad_()
    ScaledTanh()(functional.conv2d(x, dense, c3.bias)).square().sum().backward()
    assert dense.grad is not None
    assert c3.weight.grad is not None
    expected = [dense.grad[map_, before] for map_, row in enumerate(TABLE_I) for before in row]
    assert torch.allclose(c3.weight.grad, torch.stack(expected), rtol=1e-4, atol=1e-4)
    assert (c3.weight.grad.abs().amax(dim=(1, 2)) > 0).all()


def test_maps_that_the_table_does_not_connect_change_nothing(c3: TableConvolution) -> None:
    x = torch.randn(1, 6, 14, 14)
    before = c3(x)
    for changed in range(6):
        other = x.clone()
        other[0, changed] += 1
        differs = (c3(other) != before).flatten(2).any(dim=2)[0].tolist()
        assert differs == [changed in row for row in TABLE_I]


def test_radial_basis_is_the_squared_distance_to_each_target() -> None:
    targets = torch.tensor([[1.0, -1.0, 1.0], [-1.0, -1.0, -1.0]])
    x = torch.tensor([0.5, -1.0, 2.0]).view(1, 3, 1, 1)
    # (0.5 - 1)² + 0 + (2 - 1)² and (0.5 + 1)² + 0 + (2 + 1)²
    assert RadialBasis(targets, (1, 3))(x).flatten().tolist() == pytest.approx([1.25, 11.25])


def test_radial_basis_measures_every_place_of_a_row_on_its_own() -> None:
    layer = RadialBasis(torch.randn(10, 84), (12, 7))
    x = torch.randn(2, 84, 1, 3)
    for place in range(3):
        alone = layer(x[..., place : place + 1])
        assert torch.allclose(layer(x)[..., place : place + 1], alone)


def test_radial_basis_trains_nothing() -> None:
    assert not list(RadialBasis(bitmaps.targets(), bitmaps.SIZE).parameters())


def test_a_target_is_at_no_distance_from_itself_and_four_a_pixel_from_the_others() -> None:
    targets = bitmaps.targets()
    distances = RadialBasis(targets, bitmaps.SIZE)(targets[:, :, None, None]).flatten(1)
    differing = (targets[:, None] != targets[None]).sum(dim=2)
    assert torch.equal(distances, 4.0 * differing)
    assert (distances > 0).sum() == 90


@pytest.mark.parametrize("kernel", [5, 1])
def test_folded_batch_norm_computes_the_same(kernel: int) -> None:
    torch.manual_seed(0)
    layer = Convolution(3, 4, kernel, "relu", batch_norm=True)
    for _ in range(20):
        layer(2 + 3 * torch.randn(8, 3, 12, 12))  # statistics that are not 0 and 1
    assert isinstance(layer.norm, torch.nn.BatchNorm2d)
    with torch.no_grad():
        for tensor in (layer.bias, layer.norm.weight, layer.norm.bias):
            tensor.uniform_(-1, 1)
    layer.eval()
    x = torch.randn(5, 3, 12, 12)
    before = layer(x)
    layer.fold()
    assert torch.allclose(layer(x), before, rtol=0, atol=1e-5)
    assert not [name for name, _ in layer.named_parameters() if "norm" in name]


def test_folding_a_convolution_without_batch_norm_changes_nothing() -> None:
    layer = Convolution(1, 2, 5, "tanh")
    before = {name: tensor.clone() for name, tensor in layer.state_dict().items()}
    layer.fold()
    assert list(before) == list(layer.state_dict())
    for name, tensor in layer.state_dict().items():
        assert torch.equal(tensor, before[name])
