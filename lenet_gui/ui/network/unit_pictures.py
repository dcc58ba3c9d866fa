"""Numbers of single units as pictures: in the rows and columns that the figure has them in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lenet_gui import imports
from lenet_gui.recognition.explanation import Convolved, Form, Full, Pooled, RadialBasis, Subsampled
from lenet_gui.ui.network.network_plan import BITMAP_COLUMNS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = imports.lazy("numpy")


def columns(count: int) -> int:
    """Columns of a picture of so many units: those of a bitmap, or as many as make it squarish."""
    rows = next(n for n in range(math.isqrt(count), 0, -1) if count % n == 0)
    return BITMAP_COLUMNS.get(count, count // rows)


def added_up(form: Form) -> NDArray[np.float64]:
    """What a unit adds up, as one picture: of all maps before together, (rows, columns)."""
    match form:
        case Convolved():
            found: NDArray[np.float64] = form.products.sum(axis=0)
            return found
        case Subsampled() | Pooled():
            return form.patch
        case RadialBasis():
            return form.squares
        case Full():
            order = np.lexsort(form.sources.T[::-1])
            return form.contributions[order].reshape(-1, columns(len(order)))
