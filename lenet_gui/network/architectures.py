"""The LeNets, each short enough to be read beside its source.

A network is an input scaling and a row of named layers. `ARCHITECTURES` lists every one of them
by its id; `docs/adding-a-network.md` tells how to add yours.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar, Dict, cast  # noqa: UP035 - TorchScript knows Dict, not dict

import torch
from torch import Tensor, nn

from lenet_gui.network import bitmaps
from lenet_gui.network.layers import (
    Convolution,
    InputScaling,
    Layer,
    MaxPooling,
    RadialBasis,
    Subsampling,
    Table,
    TableConvolution,
)

PAPER = "LeCun, Bottou, Bengio, Haffner, Proc. IEEE 86(11), 1998"


class LeNet(nn.Module):
    """A row of named layers behind an input scaling.

    The input is float32 (N, 1, 32, 32), ink 1, paper 0. A wider input gives a row of answers.
    """

    id: ClassVar[str]
    title: ClassVar[Mapping[str, str]]
    source: ClassVar[str]
    parameters_expected: ClassVar[int]
    closest_wins: ClassVar[bool] = False

    def __init__(self, scaling: InputScaling, layers: Mapping[str, Layer]) -> None:
        super().__init__()
        self.scaling = scaling
        self.layers = nn.ModuleDict(layers)
        count = sum(parameter.numel() for parameter in self.parameters())
        assert count == self.parameters_expected, f"{self.id} has {count} parameters"

    @torch.jit.export
    def activations(self, x: Tensor) -> Dict[str, Tensor]:  # noqa: UP006
        """Every layer's activations in order, each (N, maps, height, width)."""
        activations: Dict[str, Tensor] = {}  # noqa: UP006
        x = self.scaling(x)
        for name, layer in self.layers.items():
            x = layer(x)
            activations[name] = x
        return activations

    @torch.jit.unused
    def named_layers(self) -> list[tuple[str, Layer]]:
        """The layers with their names, in order."""
        return [(name, cast("Layer", layer)) for name, layer in self.layers.items()]

    def forward(self, x: Tensor) -> Tensor:
        """The output of the ten classes: (N, 10), or (N, 10, answers) for a wider input.

        Scores, of which the greatest wins, or distances, of which the smallest does: the card
        says which.
        """
        x = self.scaling(x)
        for layer in self.layers.values():
            x = layer(x)
        return x.squeeze(3).squeeze(2)


TABLE_I: Table = (
    (0, 1, 2),
    (1, 2, 3),
    (2, 3, 4),
    (3, 4, 5),
    (0, 4, 5),
    (0, 1, 5),
    (0, 1, 2, 3),
    (1, 2, 3, 4),
    (2, 3, 4, 5),
    (0, 3, 4, 5),
    (0, 1, 4, 5),
    (0, 1, 2, 5),
    (0, 1, 3, 4),
    (1, 2, 4, 5),
    (0, 2, 3, 5),
    (0, 1, 2, 3, 4, 5),
)
"""The maps of S2 that feed each map of C3 (LeCun et al. 1998, table I)."""


class LeNet5Of1998(LeNet):
    """LeNet-5 as the paper describes it in section II.B.

    C3 sees S2 through Table I, S2 and S4 sum and weigh, F6 is a 7×12 picture of the digit, and
    the output measures how far that picture is from each of ten drawn by hand.
    """

    id = "lenet5-1998"
    title = {"en": "LeNet-5 of 1998", "zh_CN": "LeNet-5（1998）"}  # noqa: RUF012
    source = PAPER
    parameters_expected = 60_000
    closest_wins = True

    def __init__(self) -> None:
        layers: dict[str, Layer] = {
            # (N, 1, 32, 32)
            "C1": Convolution(1, 6, 5, "scaled tanh"),  # 156 parameters
            # (N, 6, 28, 28)
            "S2": Subsampling(6, "scaled tanh"),  # 12
            # (N, 6, 14, 14)
            "C3": TableConvolution(6, TABLE_I, 5, "scaled tanh"),  # 1,516
            # (N, 16, 10, 10)
            "S4": Subsampling(16, "scaled tanh"),  # 32
            # (N, 16, 5, 5)
            "C5": Convolution(16, 120, 5, "scaled tanh"),  # 48,120
            # (N, 120, 1, 1)
            "F6": Convolution(120, 84, 1, "scaled tanh"),  # 10,164
            # (N, 84, 1, 1)
            "output": RadialBasis(bitmaps.targets(), bitmaps.SIZE),  # 840, fixed
            # (N, 10, 1, 1)
        }
        super().__init__(InputScaling(paper=-0.1, ink=1.175), layers)
        self._draw_weights()

    @torch.jit.unused
    def _draw_weights(self) -> None:
        """Initial weights are uniform in ±2.4 / fan-in (section II.B)."""
        for _, layer in self.named_layers():
            if isinstance(layer, Convolution | TableConvolution):
                reach = [2.4 / layer.fan_in(map_) for map_ in range(len(layer.bias))]
                spread = torch.tensor(reach)
                if layer.table is not None:
                    spread = spread.repeat_interleave(torch.tensor([len(r) for r in layer.table]))
                shape = (-1, *[1] * (layer.weight.dim() - 1))
                with torch.no_grad():
                    layer.weight.uniform_(-1, 1).mul_(spread.view(shape))


class LeNet5Tanh(LeNet):
    """LeNet-5 as a Keras retelling tells it: full C3, max pooling, tanh, softmax.

    Differs from the paper in C3 (all 6 maps of S2 feed all 16), in S2 and S4 (max, nothing to
    train), in the squashing (plain tanh) and in the output (10 scores for a softmax).
    """

    id = "lenet5-tanh"
    title = {"en": "LeNet-5 (tanh)", "zh_CN": "LeNet-5（tanh）"}  # noqa: RUF012
    source = f"A Keras retelling of {PAPER}"
    parameters_expected = 61_706

    def __init__(self) -> None:
        layers: dict[str, Layer] = {
            # (N, 1, 32, 32)
            "C1": Convolution(1, 6, 5, "tanh"),  # 156 parameters
            # (N, 6, 28, 28)
            "S2": MaxPooling(),
            # (N, 6, 14, 14)
            "C3": Convolution(6, 16, 5, "tanh"),  # 2,416
            # (N, 16, 10, 10)
            "S4": MaxPooling(),
            # (N, 16, 5, 5)
            "C5": Convolution(16, 120, 5, "tanh"),  # 48,120
            # (N, 120, 1, 1)
            "F6": Convolution(120, 84, 1, "tanh"),  # 10,164
            # (N, 84, 1, 1)
            "output": Convolution(84, 10, 1, "identity"),  # 850
            # (N, 10, 1, 1)
        }
        super().__init__(InputScaling(), layers)


class LeNet5Sigmoid(LeNet):
    """LeNet-5 as a TensorFlow 2 retelling tells it: as the tanh one, squashed by sigmoids.

    There it reads CIFAR-10 and has 62,006 parameters; with one input map it has 61,706.
    """

    id = "lenet5-sigmoid"
    title = {"en": "LeNet-5 (sigmoid)", "zh_CN": "LeNet-5（sigmoid）"}  # noqa: RUF012
    source = f"A TensorFlow 2 retelling of {PAPER}"
    parameters_expected = 61_706

    def __init__(self) -> None:
        layers: dict[str, Layer] = {
            # (N, 1, 32, 32)
            "C1": Convolution(1, 6, 5, "sigmoid"),  # 156 parameters
            # (N, 6, 28, 28)
            "S2": MaxPooling(),
            # (N, 6, 14, 14)
            "C3": Convolution(6, 16, 5, "sigmoid"),  # 2,416
            # (N, 16, 10, 10)
            "S4": MaxPooling(),
            # (N, 16, 5, 5)
            "C5": Convolution(16, 120, 5, "sigmoid"),  # 48,120
            # (N, 120, 1, 1)
            "F6": Convolution(120, 84, 1, "sigmoid"),  # 10,164
            # (N, 84, 1, 1)
            "output": Convolution(84, 10, 1, "identity"),  # 850
            # (N, 10, 1, 1)
        }
        super().__init__(InputScaling(), layers)


class LeNet5BatchNorm(LeNet):
    """LeNet-5 as a PyTorch retelling tells it: batch norm and ReLU after each convolution.

    Batch norm is folded into its convolution when the network is exported.
    """

    id = "lenet5-bn"
    title = {"en": "LeNet-5 (batch norm)", "zh_CN": "LeNet-5（批归一化）"}  # noqa: RUF012
    source = f"A PyTorch retelling of {PAPER}"
    parameters_expected = 61_750

    def __init__(self) -> None:
        layers: dict[str, Layer] = {
            # (N, 1, 32, 32)
            "C1": Convolution(1, 6, 5, "relu", batch_norm=True),  # 156 parameters, 12 in batch norm
            # (N, 6, 28, 28)
            "S2": MaxPooling(),
            # (N, 6, 14, 14)
            "C3": Convolution(6, 16, 5, "relu", batch_norm=True),  # 2,416, 32 in batch norm
            # (N, 16, 10, 10)
            "S4": MaxPooling(),
            # (N, 16, 5, 5)
            "C5": Convolution(16, 120, 5, "relu"),  # 48,120
            # (N, 120, 1, 1)
            "F6": Convolution(120, 84, 1, "relu"),  # 10,164
            # (N, 84, 1, 1)
            "output": Convolution(84, 10, 1, "identity"),  # 850
            # (N, 10, 1, 1)
        }
        super().__init__(InputScaling(), layers)


class LeNet5Relu(LeNet):
    """LeNet-5 as another PyTorch retelling tells it: max pooling and ReLU throughout."""

    id = "lenet5-relu"
    title = {"en": "LeNet-5 (ReLU)", "zh_CN": "LeNet-5（ReLU）"}  # noqa: RUF012
    source = f"Another PyTorch retelling of {PAPER}"
    parameters_expected = 61_706

    def __init__(self) -> None:
        layers: dict[str, Layer] = {
            # (N, 1, 32, 32)
            "C1": Convolution(1, 6, 5, "relu"),  # 156 parameters
            # (N, 6, 28, 28)
            "S2": MaxPooling(),
            # (N, 6, 14, 14)
            "C3": Convolution(6, 16, 5, "relu"),  # 2,416
            # (N, 16, 10, 10)
            "S4": MaxPooling(),
            # (N, 16, 5, 5)
            "C5": Convolution(16, 120, 5, "relu"),  # 48,120
            # (N, 120, 1, 1)
            "F6": Convolution(120, 84, 1, "relu"),  # 10,164
            # (N, 84, 1, 1)
            "output": Convolution(84, 10, 1, "identity"),  # 850
            # (N, 10, 1, 1)
        }
        super().__init__(InputScaling(), layers)


ARCHITECTURES: Mapping[str, Callable[[], LeNet]] = {
    network.id: network
    for network in (LeNet5Of1998, LeNet5Tanh, LeNet5Sigmoid, LeNet5BatchNorm, LeNet5Relu)
}
