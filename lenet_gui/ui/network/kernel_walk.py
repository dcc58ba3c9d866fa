"""Where arrow keys lead among the pictures of a layer's weights."""

from __future__ import annotations

from collections.abc import Iterator

from lenet_gui.ui.network.kernel_plan import KernelPlan
from lenet_gui.ui.network.kernel_table import KernelTable

Chosen = tuple[int, int]
"""A map and a row."""


def first(table: KernelTable, map_: int) -> Chosen:
    """The first picture that a map has."""
    return map_, int(table.connected[map_].argmax())


def step(table: KernelTable, plan: KernelPlan, chosen: Chosen, down: int, across: int) -> Chosen:
    """The next picture there is, across the gaps of the table; the same where there is none."""
    ways = _down(plan, chosen, down) if down else _across(plan, chosen, across)
    return next((one for one in ways if table.connected[one]), chosen)


def _across(plan: KernelPlan, chosen: Chosen, by: int) -> Iterator[Chosen]:
    map_, row = chosen
    for other in range(map_ + by, plan.shape[0] if by > 0 else -1, by):
        yield other, row


def _down(plan: KernelPlan, chosen: Chosen, by: int) -> Iterator[Chosen]:
    """Down the rows of a map, and on in the next band."""
    map_, row = chosen
    maps, rows, _, _ = plan.shape
    line = map_ // plan.columns * rows + row + by
    while 0 <= line < plan.bands * rows:
        band, other = divmod(line, rows)
        found = band * plan.columns + map_ % plan.columns
        if found < maps:
            yield found, other
        line += by
