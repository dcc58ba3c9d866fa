"""An explanation: what one unit added up to come to its value. Immutable, and light to import.

Each kind of layer has a form of its own. All arrays are float64 and read-only; a form's `lines`
tell the formula with its numbers filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from lenet_gui.network.card import Layer, Squashing
from lenet_gui.network.fields import Field, Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.float64]"
"""What a form is made of."""

Line: TypeAlias = tuple[str | float, ...]
"""A line of a formula: signs of the field, and numbers for whoever shows it to format."""

_SQUASHED: dict[Squashing, tuple[str, str]] = {
    "relu": ("max(0, ", ")"),
    "scaled tanh": ("1.7159 · tanh(2/3 · ", ")"),
    "sigmoid": ("σ(", ")"),
    "tanh": ("tanh(", ")"),
}


@dataclass(frozen=True, eq=False)
class Convolved:
    """A unit of a convolution: Σ over all source maps of patch × kernel, plus the bias.

    Attributes:
        maps: the n source maps, by their number in the layer before.
        patches: what the unit sees of each, (n, kernel, kernel); of the input as it is scaled.
        kernels: (n, kernel, kernel)
        products: patches × kernels.
        partial_sums: of each source map's products, (n,)
        bias: added to them.
        sum: before squashing.
        squashing: the name of the function that squashes.
        value: after squashing.
    """

    maps: tuple[int, ...]
    patches: Numbers
    kernels: Numbers
    products: Numbers
    partial_sums: Numbers
    bias: float
    sum: float
    squashing: Squashing
    value: float

    def lines(self) -> tuple[Line, ...]:
        """Σ x·w of each source map and together; with the bias; squashed."""
        total = float(self.partial_sums.sum())
        return (
            ("Σ x·w = ", *_added(self.partial_sums.tolist()), " = ", total),
            ("a = ", *_added((total, self.bias)), " = ", self.sum),
            *_squashed(self.squashing, self.sum, self.value),
        )


@dataclass(frozen=True, eq=False)
class Subsampled:
    """A unit that sums its patch, weighs the sum and adds a bias.

    Attributes:
        patch: (kernel, kernel), of the map of the same number in the layer before.
        patch_sum: of the patch.
        weight: of the map.
        bias: of the map.
        sum: patch_sum × weight + bias, before squashing.
        squashing: the name of the function that squashes.
        value: after squashing.
    """

    patch: Numbers
    patch_sum: float
    weight: float
    bias: float
    sum: float
    squashing: Squashing
    value: float

    def lines(self) -> tuple[Line, ...]:
        """Σ x; weighed, with the bias; squashed."""
        weighed = (self.patch_sum, " · ", self.weight)
        return (
            ("Σ x = ", *_added(self.patch.ravel().tolist()), " = ", self.patch_sum),
            ("a = ", *weighed, *_sign(self.bias), " = ", self.sum),
            *_squashed(self.squashing, self.sum, self.value),
        )


@dataclass(frozen=True, eq=False)
class Pooled:
    """A unit that passes on the largest of its patch.

    Attributes:
        patch: (kernel, kernel), of the map of the same number in the layer before.
        winner: row and column of the largest within the patch, the first among equals.
        sum: the largest.
        squashing: the name of the function that squashes; "identity" in ours.
        value: after squashing.
    """

    patch: Numbers
    winner: tuple[int, int]
    sum: float
    squashing: Squashing
    value: float

    def lines(self) -> tuple[Line, ...]:
        """The largest of the patch."""
        first, *others = self.patch.ravel().tolist()
        listed = [part for other in others for part in (", ", other)]
        return (
            ("max(", first, *listed, ") = ", self.sum),
            *_squashed(self.squashing, self.sum, self.value),
        )


@dataclass(frozen=True, eq=False)
class Full:
    """A unit fed by all units before, the n strongest contributions first.

    Attributes:
        sources: map, row and column in the layer before, (n, 3)
        activations: of the sources, (n,)
        weights: (n,)
        contributions: activations × weights; strongest by their size, whatever their sign.
        bias: added to them.
        sum: before squashing.
        squashing: the name of the function that squashes.
        value: after squashing.
    """

    sources: NDArray[np.int64]
    activations: Numbers
    weights: Numbers
    contributions: Numbers
    bias: float
    sum: float
    squashing: Squashing
    value: float

    def lines(self) -> tuple[Line, ...]:
        """Σ x·w; with the bias; squashed."""
        total = float(self.contributions.sum())
        return (
            ("Σ x·w = ", total),
            ("a = ", *_added((total, self.bias)), " = ", self.sum),
            *_squashed(self.squashing, self.sum, self.value),
        )


@dataclass(frozen=True, eq=False)
class RadialBasis:
    """A unit that measures how far the layer before is from its target.

    Attributes:
        picture: the layer before as the picture that it is, (height, width): 12×7 for F6.
        target: alike.
        difference: picture − target.
        squares: of the differences.
        sum: of the squares: the squared distance.
        squashing: the name of the function that squashes; "identity" in ours.
        value: after squashing.
    """

    picture: Numbers
    target: Numbers
    difference: Numbers
    squares: Numbers
    sum: float
    squashing: Squashing
    value: float

    def lines(self) -> tuple[Line, ...]:
        """Σ (x − t)²."""
        return (
            ("Σ (x − t)² = ", self.sum),
            *_squashed(self.squashing, self.sum, self.value),
        )


Form: TypeAlias = Convolved | Subsampled | Pooled | Full | RadialBasis


@dataclass(frozen=True, eq=False)
class Explanation:
    """One unit of one reading.

    Attributes:
        unit: which one.
        layer: its layer, as on the card.
        source: name of the layer before; None: the input.
        receptive_fields: what it sees of every layer before, the input first.
        projective_fields: what it reaches in every layer behind, the next one first.
        form: what it adds up.
        activation: what the network came to; 0 when silenced, else the form's value.
        is_silenced: whether the unit or its map was held at 0.
    """

    unit: Unit
    layer: Layer
    source: str | None
    receptive_fields: tuple[Field, ...]
    projective_fields: tuple[Field, ...]
    form: Form
    activation: float
    is_silenced: bool


@dataclass(frozen=True)
class Contribution:
    """What a map adds to a place, or takes from one.

    Attributes:
        map: by its number in its layer.
        amount: Σ activation × weight; of a radial basis the squared differences.
    """

    map: int
    amount: float


def _added(terms: Iterable[float]) -> Iterator[str | float]:
    """Terms with + or − between them."""
    first, *others = terms
    yield first
    for term in others:
        yield from _sign(term)


def _sign(term: float) -> tuple[str, float]:
    """A further term with its sign, apart from its size."""
    return (" − ", -term) if term < 0 else (" + ", term)


def _squashed(squashing: Squashing, before: float, after: float) -> tuple[Line, ...]:
    """The line of the squashing; none where nothing is squashed."""
    if squashing == "identity":
        return ()
    opening, closing = _SQUASHED[squashing]
    return ((opening, before, f"{closing} = ", after),)
