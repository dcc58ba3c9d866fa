"""Where keys lead in the network view: every unit can be walked to."""

from dataclasses import replace

from PySide6.QtCore import QPointF

from lenet_gui.ui.network.network_plan import Block, NetworkPlan, Place


def start(plan: NetworkPlan, place: Place | None) -> Place:
    """Where a walk begins: the middle of the chosen map, or of the input."""
    place = place or Place(0, 0)
    block = plan.blocks[place.stage]
    return replace(place, unit=place.unit or (block.height // 2, block.width // 2))


def step(plan: NetworkPlan, place: Place, down: int, across: int) -> Place:
    """The neighbour of a unit, on to the next map, and from the edge to the layer beside."""
    block = plan.blocks[place.stage]
    assert place.unit is not None, "a map has no neighbours"
    row, column = divmod(place.map, block.columns)
    y, x = row * block.height + place.unit[0] + down, column * block.width + place.unit[1] + across
    if not 0 <= y < block.rows * block.height:
        return place
    if 0 <= x < block.columns * block.width:
        index = y // block.height * block.columns + x // block.width
        if index < block.maps:
            return Place(place.stage, index, (y % block.height, x % block.width))
        if down:
            return place
    return _beside(plan, place, across)


def next_map(plan: NetworkPlan, place: Place, by: int) -> Place:
    """The map after or before, from the last to the first of the next layer."""
    stage, index = place.stage, place.map + by
    if not 0 <= index < plan.blocks[stage].maps:
        stage = (stage + by) % len(plan.blocks)
        index = 0 if by > 0 else plan.blocks[stage].maps - 1
    return Place(stage, index, _same_unit(plan.blocks[stage], place.unit))


def next_stage(plan: NetworkPlan, place: Place, by: int) -> Place:
    """The map of the same number in the layer after or before."""
    stage = (place.stage + by) % len(plan.blocks)
    block = plan.blocks[stage]
    return Place(stage, min(place.map, block.maps - 1), _same_unit(block, place.unit))


def _beside(plan: NetworkPlan, place: Place, across: int) -> Place:
    """The unit of the layer beside that is at the same height, at the edge towards this one."""
    stage = place.stage + across
    if not 0 <= stage < len(plan.blocks):
        return place
    here, there = plan.rect(place), plan.blocks[stage].rect()
    edge = there.left() if across > 0 else there.right()
    index, row, column = plan.blocks[stage].nearest(QPointF(edge, here.center().y()))
    return Place(stage, index, (row, column))


def _same_unit(block: Block, unit: tuple[int, int] | None) -> tuple[int, int] | None:
    if unit is None:
        return None
    return min(unit[0], block.height - 1), min(unit[1], block.width - 1)
