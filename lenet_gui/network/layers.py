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


class ScaledTanh(nn.Module):
    """A·tanh(S·x) with A = 1.7159 and S = 2/3 (LeCun et al. 1998, section II.B and appendix A).

    So f(±1) = ±1, where the curvature is largest: the targets ±1 are reached without saturation.
    """

    def forward(self, x: Tensor) -> Tensor:
        """Squash."""
        return 1.7159 * torch.tanh(x * (2 / 3))


SQUASHINGS: Mapping[str, type[nn.Module]] = {
    "identity": nn.Identity,
    "relu": nn.ReLU,
    "scaled tanh": ScaledTanh,
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
}
"""The functions a weighted sum goes through, by the name that stands on the card."""

Table = tuple[tuple[int, ...], ...]
"""For each map, the maps of the layer before that feed it."""


class Layer(nn.Module):
    """What a network is a row of: a `kernel`×`kernel` window moved by `stride`.

    Attributes:
        kind: as it stands on the card.
        squashing: a name of `SQUASHINGS`.
        table: which maps feed which, where not all feed all.
    """

    kind: str
    kernel: int
    stride: int
    squashing: str
    table: Table | None = None

    def fan_in(self, map_: int) -> int:
        """How many activations a unit of map `map_` takes in."""
        raise NotImplementedError


class Convolution(Layer):
    """Convolution over all maps of the layer before, without padding, then squashing.

    (N, maps_before, H, W) -> (N, maps, H - kernel + 1, W - kernel + 1). With a kernel of 1 over
    maps of 1×1 it is a full layer.

    Args:
        batch_norm: whether each map's sum is normalized over the batch before it is squashed
            (Ioffe, Szegedy 2015); `fold` takes it into the weights.
    """

    stride = 1

    def __init__(
        self,
        maps_before: int,
        maps: int,
        kernel: int,
        squashing: str,
        *,
        batch_norm: bool = False,
    ) -> None:
        super().__init__()
        self.kind = "full" if kernel == 1 else "convolution"
        self.kernel = kernel
        self.squashing = squashing
        self.squash = SQUASHINGS[squashing]()
        self.norm: nn.Module = nn.Identity()
        self.weight = nn.Parameter(torch.empty(maps, maps_before, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(maps))
        if batch_norm:
            self.normalize()
        nn.init.xavier_uniform_(self.weight)

    def fan_in(self, map_: int) -> int:
        """The whole window, in every map before."""
        return self.weight[map_].numel()

    def forward(self, x: Tensor) -> Tensor:
        """Convolve and squash."""
        return self.squash(self.norm(functional.conv2d(x, self.weight, self.bias)))  # type: ignore[no-any-return]

    def normalize(self) -> None:
        """Normalize each map's sum over the batch from now on, until `fold`."""
        self.norm = nn.BatchNorm2d(len(self.bias))

    def fold(self) -> None:
        """Take batch norm into weights and bias, so that a unit's sum is exact; for good."""
        norm = self.norm
        if not isinstance(norm, nn.BatchNorm2d):
            return
        assert norm.running_var is not None
        assert norm.running_mean is not None
        with torch.no_grad():
            gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
            self.weight.mul_(gain[:, None, None, None])
            self.bias.copy_((self.bias - norm.running_mean) * gain + norm.bias)
        self.norm = nn.Identity()


class TableConvolution(Layer):
    """Convolution in which each map is fed by some of the maps before, as a table says.

    (N, maps_before, H, W) -> (N, maps, H - kernel + 1, W - kernel + 1). There is a kernel for
    every entry of the table and none for what is not connected: `weight` (entries, kernel,
    kernel) holds them in the order of the table, row by row (LeCun et al. 1998, table I).
    """

    kind = "convolution"
    stride = 1
    fed: Tensor
    feeding: Tensor

    def __init__(self, maps_before: int, table: Table, kernel: int, squashing: str) -> None:
        super().__init__()
        entries = [(map_, before) for map_, row in enumerate(table) for before in row]
        self.table = table
        self.kernel = kernel
        self.maps_before = maps_before
        self.squashing = squashing
        self.squash = SQUASHINGS[squashing]()
        self.weight = nn.Parameter(torch.empty(len(entries), kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(len(table)))
        fed, feeding = torch.tensor(entries).T
        self.register_buffer("fed", fed.contiguous())
        self.register_buffer("feeding", feeding.contiguous())
        nn.init.xavier_uniform_(self.weight)

    def fan_in(self, map_: int) -> int:
        """The whole window, in the maps of the table's row."""
        assert self.table is not None
        return self.kernel**2 * len(self.table[map_])

    def forward(self, x: Tensor) -> Tensor:
        """Convolve and squash."""
        kernels = self.weight.new_zeros(
            [self.bias.shape[0], self.maps_before, self.kernel, self.kernel]
        )
        kernels[self.fed, self.feeding] = self.weight
        return self.squash(functional.conv2d(x, kernels, self.bias))  # type: ignore[no-any-return]


class MaxPooling(Layer):
    """The largest of every 2×2 patch. (N, maps, H, W) -> (N, maps, H / 2, W / 2)."""

    kind = "max pooling"
    kernel = 2
    stride = 2
    squashing = "identity"

    def fan_in(self, map_: int) -> int:  # noqa: ARG002 - alike for all
        """The four of the patch."""
        return self.kernel**2

    def forward(self, x: Tensor) -> Tensor:
        """Pool."""
        return functional.max_pool2d(x, 2)


class Subsampling(Layer):
    """The sum of every 2×2 patch, times a trainable weight, plus a trainable bias, squashed.

    (N, maps, H, W) -> (N, maps, H / 2, W / 2). One weight and one bias a map (LeCun et al. 1998,
    section II.B, layer S2).
    """

    kind = "subsampling"
    kernel = 2
    stride = 2

    def __init__(self, maps: int, squashing: str) -> None:
        super().__init__()
        self.squashing = squashing
        self.squash = SQUASHINGS[squashing]()
        self.weight = nn.Parameter(torch.full((maps,), 0.25))
        self.bias = nn.Parameter(torch.zeros(maps))

    def fan_in(self, map_: int) -> int:  # noqa: ARG002 - alike for all
        """The four of the patch."""
        return self.kernel**2

    def forward(self, x: Tensor) -> Tensor:
        """Sum, weigh and squash."""
        sums = functional.avg_pool2d(x, 2) * 4
        return self.squash(sums * self.weight[:, None, None] + self.bias[:, None, None])  # type: ignore[no-any-return]


class RadialBasis(Layer):
    """Squared distance of the layer before to each target: the smallest wins.

    (N, units, H, W) -> (N, targets, H, W); y_i = Σ_j (x_j − w_ij)². The targets are fixed: no
    parameters to train (LeCun et al. 1998, section II.B, output layer).

    Args:
        targets: (targets, units).
        picture: height and width of the picture that the units of the layer before make up.
    """

    weight: Tensor
    kind = "radial basis"
    kernel = 1
    stride = 1
    squashing = "identity"

    def __init__(self, targets: Tensor, picture: tuple[int, int]) -> None:
        super().__init__()
        self.picture = picture
        self.register_buffer("weight", targets)

    def fan_in(self, map_: int) -> int:  # noqa: ARG002 - alike for all
        """All units of the layer before."""
        return int(self.weight.shape[1])

    def forward(self, x: Tensor) -> Tensor:
        """Measure the distances."""
        differences = x.unsqueeze(1) - self.weight[:, :, None, None]
        return differences.square().sum(dim=2)
