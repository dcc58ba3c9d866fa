"""What the inspector shows of an explanation: pictures, contributions and the formula.

No Qt widgets here: a form becomes what can be painted, whatever the room.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lenet_gui.recognition.explanation import (
    Convolved,
    Explanation,
    Full,
    Line,
    Pooled,
    RadialBasis,
    Subsampled,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_STRONGEST = 24
"""Contributions that are listed at most."""

_DECIMALS = 3
"""Of the numbers in a formula."""

_TARGET_LIMIT = 1.0
"""Targets are +1 and −1."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Numbers as a picture.

    Attributes:
        values: (rows, columns)
        limit: the value that takes the highest colour; zero lies in the middle.
        marked: row and column that are outlined.
        caption: what it is; empty where the term tells.
    """

    values: NDArray[np.float64]
    limit: float
    marked: tuple[int, int] | None = None
    caption: str = ""


@dataclass(frozen=True, eq=False)
class Term:
    """Pictures with signs between them, and what they come to.

    Attributes:
        caption: where the first picture is from.
        grids: the pictures.
        signs: between each two.
        result: what they come to, in words.
    """

    caption: str
    grids: tuple[Grid, ...]
    signs: tuple[str, ...]
    result: str


@dataclass(frozen=True)
class Part:
    """One contribution to a full layer's unit.

    Attributes:
        source: the unit it is from.
        activation, weight, amount: the amount is their product.
    """

    source: str
    activation: float
    weight: float
    amount: float


@dataclass(frozen=True, eq=False)
class Sheet:
    """All that is shown of one unit.

    Attributes:
        terms: of a unit that sees patches.
        parts: of a unit of a full layer, strongest first.
        amounts: of all parts, (n,); None where there are none.
        limits: of the parts: the largest activation, weight and amount.
        lines: the formula in numbers.
    """

    terms: tuple[Term, ...] = ()
    parts: tuple[Part, ...] = ()
    amounts: NDArray[np.float64] | None = None
    limits: tuple[float, float, float] = (1.0, 1.0, 1.0)
    lines: tuple[str, ...] = ()

    def rest(self, listed: int) -> str:
        """What all parts but the first ones come to, in words; empty where there are no more."""
        if self.amounts is None or listed >= len(self.amounts):
            return ""
        text = QCoreApplication.translate("Inspector", "{count} weaker ones together: {sum}")
        weaker = float(self.amounts[listed:].sum())
        return text.format(count=len(self.amounts) - listed, sum=_number(weaker))


def sheet(explanation: Explanation) -> Sheet:
    """What is shown of an explanation."""
    form = explanation.form
    source = explanation.source or QCoreApplication.translate("NetworkScene", "Input")
    lines = tuple(_told(line) for line in form.lines())
    if explanation.is_silenced:
        silenced = QCoreApplication.translate("Inspector", "silenced: 0 in place of {value}")
        lines += (silenced.format(value=_number(form.value)),)
    match form:
        case Convolved():
            return Sheet(tuple(_convolved(form, source)), lines=lines)
        case Full():
            return _full(form, source, lines)
        case RadialBasis():
            return Sheet((_radial_basis(form, source),), lines=lines)
        case Subsampled() | Pooled():
            winner = form.winner if isinstance(form, Pooled) else None
            grid = Grid(form.patch, _largest(form.patch), winner)
            return Sheet((Term(f"{source} {explanation.unit.map}", (grid,), (), ""),), lines=lines)


def _convolved(form: Convolved, source: str) -> Iterator[Term]:
    limits = [_largest(values) for values in (form.patches, form.kernels, form.products)]
    for index, map_ in enumerate(form.maps):
        all_three = (form.patches[index], form.kernels[index], form.products[index])
        grids = tuple(Grid(*both) for both in zip(all_three, limits, strict=True))
        caption = f"{source} {map_}" if len(form.maps) > 1 or map_ else source
        yield Term(caption, grids, ("×", "="), f"Σ {_number(float(form.partial_sums[index]))}")


def _full(form: Full, source: str, lines: tuple[str, ...]) -> Sheet:
    one_a_map = len({int(map_) for map_ in form.sources[:, 0]}) == len(form.sources)
    listed = zip(
        form.sources[:_STRONGEST].tolist(),
        form.activations[:_STRONGEST].tolist(),
        form.weights[:_STRONGEST].tolist(),
        form.contributions[:_STRONGEST].tolist(),
        strict=True,
    )
    parts = tuple(
        Part(f"{source} {map_}" if one_a_map else f"{source} {map_} ({y}, {x})", *numbers)
        for (map_, y, x), *numbers in listed
    )
    limits = _largest(form.activations), _largest(form.weights), _largest(form.contributions)
    return Sheet(parts=parts, amounts=form.contributions, limits=limits, lines=lines)


def _radial_basis(form: RadialBasis, source: str) -> Term:
    difference = QCoreApplication.translate("Inspector", "difference")
    target = QCoreApplication.translate("Inspector", "target")
    limit = max(_TARGET_LIMIT, _largest(form.picture))
    grids = (
        Grid(form.picture, limit, caption=source),
        Grid(form.target, limit, caption=target),
        Grid(form.difference, 2 * limit, caption=difference),
    )
    return Term("", grids, ("−", "="), "")


def _told(line: Line) -> str:
    return "".join(part if isinstance(part, str) else _number(part) for part in line)


def _number(value: float) -> str:
    """With so many decimals in all places, so that what is shown adds up."""
    return f"{value:z.{_DECIMALS}f}".replace("-", "−")


def _largest(values: NDArray[np.float64]) -> float:
    return float(abs(values).max(initial=0.0)) or 1.0
