"""The layers LeNets are built from. Shapes are (N, maps, height, width) throughout.

Every layer is a convolution or a pooling: C5, F6 and the output are convolutions in effect, so
an input wider than 32 gives a row of answers (LeCun et al. 1998, section VII).
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional


class InputScaling(nn.Module):
    """Map paper (0) and ink (1) to the two values the network wants. (N, 1, H, W) -> same.

    LeCun et al. 1998, section II.B: with paper −0.1 and ink 1.175 the input has a mean of about
    0 and a variance of about 1, which makes learning faster.
    """

    def __init__(self, paper: float = -0.1, ink: float = 1.175) -> None:
        super().__init__()
        self.paper = paper
        self.ink = ink

    def forward(self, x: Tensor) -> Tensor:
        """Scale the input."""
        return self.paper + (self.ink - self.paper) * x


SQUASHINGS: Mapping[str, type[nn.Module]] = {"identity": nn.Identity, "tanh": nn.Tanh}
"""The functions a weighted sum goes through, by the name that stands on the card."""


class Layer(nn.Module):
    """What a network is a row of: a `kernel`×`kernel` window moved by `stride`."""

    kind: str
    kernel: int
    stride: int
    squashing: str


class Convolution(Layer):
    """Convolution over all maps of the layer before, without padding, then squashing.

    (N, maps_before, H, W) -> (N, maps, H - kernel + 1, W - kernel + 1). With a kernel of 1 over
    maps of 1×1 it is a full layer.
    """

    stride = 1

    def __init__(self, maps_before: int, maps: int, kernel: int, squashing: str) -> None:
        super().__init__()
        self.kind = "full" if kernel == 1 else "convolution"
        self.kernel = kernel
        self.squashing = squashing
        self.squash = SQUASHINGS[squashing]()
        self.weight = nn.Parameter(torch.empty(maps, maps_before, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(maps))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, x: Tensor) -> Tensor:
        """Convolve and squash."""
        return self.squash(functional.conv2d(x, self.weight, self.bias))  # type: ignore[no-any-return]


class MaxPooling(Layer):
    """The largest of every 2×2 patch. (N, maps, H, W) -> (N, maps, H / 2, W / 2)."""

    kind = "max pooling"
    kernel = 2
    stride = 2
    squashing = "identity"

    def forward(self, x: Tensor) -> Tensor:
        """Pool."""
        return functional.max_pool2d(x, 2)
