"""The layers of a network as numpy computes them, each with its numbers.

Maps are float (maps, height, width), one input at a time; windows (maps, rows, columns, kernel,
kernel) are what the units of the next layer look at.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lenet_gui.network.card import Layer, Squashing

Array: TypeAlias = NDArray[np.floating[Any]]

SQUASHINGS: Mapping[Squashing, Callable[[Array], Array]] = {
    "identity": lambda a: a,
    "relu": lambda a: np.maximum(a, 0),
    "scaled tanh": lambda a: 1.7159 * np.tanh(a * (2 / 3)),
    "sigmoid": lambda a: 0.5 + 0.5 * np.tanh(0.5 * a),  # where exp(−a) would overflow, too
    "tanh": np.tanh,
}
"""What a weighted sum goes through, by the name on the card."""


class Step:
    """One layer, ready to be computed.

    Attributes:
        layer: as on the card.
    """

    fill = 0.0
    """What lies around the maps where they are padded."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer

    def windows(self, x: Array) -> Array:
        """What each unit looks at in the maps before, x; a view where nothing is padded."""
        layer = self.layer
        if layer.padding:
            around = (layer.padding, layer.padding)
            x = np.pad(x, ((0, 0), around, around), constant_values=self.fill)
        kernel = (layer.kernel, layer.kernel)
        return sliding_window_view(x, kernel, axis=(1, 2))[:, :: layer.stride, :: layer.stride]

    def sums(self, windows: Array) -> Array:
        """What is squashed: (maps, rows, columns)."""
        raise NotImplementedError

    def contributions(self, windows: Array, counted: NDArray[np.bool_]) -> Array:
        """What each map before adds to the sums of each map: (maps, maps before).

        Args:
            windows: of the units whose sums are meant.
            counted: the entries of `windows` that are asked about, broadcast.
        """
        raise NotImplementedError

    def __call__(self, x: Array) -> Array:
        """The layer's activations for the maps before, x."""
        return SQUASHINGS[self.layer.squashing](self.sums(self.windows(x)))


class Weighted(Step):
    """A convolution or a full layer: every map has a kernel for each map before.

    Attributes:
        kernels: (maps, maps before, kernel, kernel), 0 where the table connects nothing.
        biases: (maps,)
    """

    def __init__(self, layer: Layer, kernels: Array, biases: Array) -> None:
        super().__init__(layer)
        self.kernels = kernels
        self.biases = biases

    def sums(self, windows: Array) -> Array:
        """One product of two matrices: kernels × what they lie on."""
        found = self.kernels.reshape(self.layer.maps, -1) @ _columns(windows)
        found += self.biases[:, None]
        return found.reshape(-1, *windows.shape[1:3])

    def contributions(self, windows: Array, counted: NDArray[np.bool_]) -> Array:
        """Activations × weights."""
        seen = (windows * counted).sum(axis=(1, 2))
        found: Array = (self.kernels * seen).sum(axis=(2, 3))
        return found


class Subsampling(Step):
    """The sum of a patch, times the map's weight, plus its bias.

    Attributes:
        weights: (maps,)
        biases: (maps,)
    """

    def __init__(self, layer: Layer, weights: Array, biases: Array) -> None:
        super().__init__(layer)
        self.weights = weights
        self.biases = biases

    def sums(self, windows: Array) -> Array:
        """Sum, weigh."""
        weighed = windows.sum(axis=(3, 4)) * self.weights[:, None, None]
        found: Array = weighed + self.biases[:, None, None]
        return found

    def contributions(self, windows: Array, counted: NDArray[np.bool_]) -> Array:
        """Activations × the weight, for the map's own map only."""
        return np.diag((windows * counted).sum(axis=(1, 2, 3, 4)) * self.weights)


class MaxPooling(Step):
    """The largest of a patch."""

    fill = -np.inf

    def sums(self, windows: Array) -> Array:
        """The winners."""
        found: Array = windows.max(axis=(3, 4))
        return found

    def contributions(self, windows: Array, counted: NDArray[np.bool_]) -> Array:
        """The winners, the first of a patch among equals."""
        flat = windows.reshape(*windows.shape[:3], -1)
        asked = np.broadcast_to(counted, windows.shape).reshape(flat.shape)
        winners = flat.argmax(axis=3)[..., None]
        won = np.take_along_axis(flat, winners, 3) * np.take_along_axis(asked, winners, 3)
        return np.diag(won.sum(axis=(1, 2, 3)))


class RadialBasis(Step):
    """The squared distance to each map's target.

    Attributes:
        targets: (maps, maps before, kernel, kernel)
    """

    def __init__(self, layer: Layer, targets: Array) -> None:
        super().__init__(layer)
        self.targets = targets

    def sums(self, windows: Array) -> Array:
        """The distances."""
        differences = _columns(windows) - self.targets.reshape(self.layer.maps, -1, 1)
        found: Array = np.square(differences).sum(axis=1)
        return found.reshape(-1, *windows.shape[1:3])

    def contributions(self, windows: Array, counted: NDArray[np.bool_]) -> Array:
        """The squared differences."""
        squares = np.square(windows - self.targets[:, :, None, None])
        found: Array = (squares * counted).sum(axis=(2, 3, 4, 5))
        return found


def make(layer: Layer, maps_before: int, parameters: Mapping[str, Array]) -> Step:
    """The layer of a card with its numbers, by the names on the card.

    Raises:
        ValueError: they are missing or of another size.
    """

    def numbers(name: str | None, *shape: int) -> Array:
        if name is None or name not in parameters:
            raise ValueError(f"the card names no parameters for {layer.name} that there are")
        found = np.array(parameters[name], np.float32).reshape(shape)
        found.setflags(write=False)
        return found

    def biases() -> Array:
        return (
            np.zeros(layer.maps, np.float32)
            if layer.bias is None
            else numbers(layer.bias, layer.maps)
        )

    kernels = (layer.maps, maps_before, layer.kernel, layer.kernel)
    match layer.kind:
        case "max pooling":
            return MaxPooling(layer)
        case "subsampling":
            return Subsampling(layer, numbers(layer.weight, layer.maps), biases())
        case "radial basis":
            if layer.targets is None:
                return RadialBasis(layer, numbers(layer.weight, *kernels))
            return RadialBasis(layer, np.array(layer.targets.values, np.float32).reshape(kernels))
        case "convolution" | "full":
            if layer.table is None:
                return Weighted(layer, numbers(layer.weight, *kernels), biases())
            entries = [(map_, before) for map_, row in enumerate(layer.table) for before in row]
            weights = numbers(layer.weight, len(entries), layer.kernel, layer.kernel)
            table = np.zeros(kernels, np.float32)
            table[tuple(np.array(entries).T)] = weights
            return Weighted(layer, table, biases())


def _columns(windows: Array) -> Array:
    """Windows as a matrix: a column for each unit that looks."""
    _, rows, columns, _, _ = windows.shape
    return windows.transpose(0, 3, 4, 1, 2).reshape(-1, rows * columns)
