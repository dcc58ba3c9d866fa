"""What a sweep has not reached yet is empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette

from lenet_gui.ui.network.network_plan import Block, NetworkPlan
from lenet_gui.ui.network.sweep import Swept


def unreached(block: Block, swept: Swept) -> list[QRectF]:
    """The parts of a plan, where the units not reached lie."""
    way, first = swept.way, swept.index + 1
    if way.map is None:
        return [block.map_rect(index) for index in range(first, way.count)]
    whole = block.map_rect(way.map)
    row, column = divmod(first, way.columns)
    found = []
    if column:
        rest = block.unit_rect(way.map, row, column)
        rest.setRight(whole.right())
        found.append(rest)
        row += 1
    if row < block.height:
        below = block.unit_rect(way.map, row, 0)
        below.setBottomRight(whole.bottomRight())
        found.append(below)
    return found


def changed(plan: NetworkPlan, before: Swept, now: Swept) -> QRectF:
    """The part of a plan, where units were reached, or are no more."""
    block, way = plan.blocks[now.way.stage], now.way
    if before.way != way:
        return block.rect()
    low, high = sorted((before.index, now.index))
    if low // way.columns == high // way.columns:
        return plan.rect(way.place(low)).united(plan.rect(way.place(high)))
    return block.rect() if way.map is None else block.map_rect(way.map)


def paint(painter: QPainter, rects: list[QRectF], palette: QPalette, *, has_paper: bool) -> None:
    """Cover these: units with the paper of an empty map, answers with what is behind them."""
    role = QPalette.ColorRole.Base if has_paper else QPalette.ColorRole.Window
    for rect in rects:
        painter.fillRect(rect, palette.color(role))
