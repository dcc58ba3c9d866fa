"""The LeNets, each short enough to be read beside its source.

A network is an input scaling and a row of named layers. `ARCHITECTURES` lists every one of them
by its id; `docs/adding-a-network.md` tells how to add yours.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar, Dict, cast  # noqa: UP035 - TorchScript knows Dict, not dict

import torch
from torch import Tensor, nn

from lenet_gui.network.layers import Convolution, InputScaling, Layer, MaxPooling


class LeNet(nn.Module):
    """A row of named layers behind an input scaling.

    The input is float32 (N, 1, 32, 32), ink 1, paper 0. A wider input gives a row of answers.
    """

    id: ClassVar[str]
    title: ClassVar[Mapping[str, str]]
    source: ClassVar[str]
    parameters_expected: ClassVar[int]

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
        """Scores of the ten classes: (N, 10), or (N, 10, answers) for an input wider than 32."""
        x = self.scaling(x)
        for layer in self.layers.values():
            x = layer(x)
        return x.squeeze(3).squeeze(2)


class LeNet5Tanh(LeNet):
    """LeNet-5 as a Keras retelling tells it: full C3, max pooling, tanh, softmax.

    Differs from the paper in C3 (all 6 maps of S2 feed all 16), in S2 and S4 (max, nothing to
    train), in the squashing (plain tanh) and in the output (10 scores for a softmax).
    """

    id = "lenet5-tanh"
    title = {"en": "LeNet-5 (tanh)", "zh_CN": "LeNet-5（tanh）"}  # noqa: RUF012
    source = "A Keras retelling of LeCun, Bottou, Bengio, Haffner, Proc. IEEE 86(11), 1998"
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


ARCHITECTURES: Mapping[str, Callable[[], LeNet]] = {
    network.id: network for network in (LeNet5Tanh,)
}
