"""A plan as it is seen at one zoom: where maps and units are painted, on whole device pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainterPath

from lenet_gui.network.fields import Field
from lenet_gui.ui.network.network_plan import Block, NetworkPlan, Place
from lenet_gui.ui.network.view_transform import ViewTransform


@dataclass(frozen=True)
class SeenMap:
    """A map, or several that lie side by side without a gap.

    Attributes:
        index: of the first map.
        source: its part of the picture of all maps of its stage, a pixel a unit.
        target: where it is painted.
    """

    index: int
    source: QRectF
    target: QRectF


@dataclass(frozen=True)
class SeenPlan:
    """A plan seen through a transform on a screen with `dots` device pixels a pixel.

    It is made once for every zoom: while ink flows, no place is reckoned anew.
    """

    plan: NetworkPlan
    transform: ViewTransform
    dots: float
    _links: dict[tuple[Place, Place], tuple[QLineF, QPainterPath]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _shown: dict[int, tuple[tuple[Place, QRectF], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def rect(self, rect: QRectF) -> QRectF:
        """Where a part of the plan is painted."""
        there = self.transform.to_view(rect)
        left, top = self._snapped(there.left()), self._snapped(there.top())
        right, bottom = self._snapped(there.right()), self._snapped(there.bottom())
        return QRectF(left, top, right - left, bottom - top)

    @cached_property
    def rects(self) -> tuple[tuple[QRectF, ...], ...]:
        """Where every map of every stage is painted, in sight or not."""
        return tuple(
            tuple(self.rect(block.map_rect(index)) for index in range(block.maps))
            for block in self.plan.blocks
        )

    @cached_property
    def maps(self) -> tuple[tuple[SeenMap, ...], ...]:
        """The maps of every stage that are in sight."""
        return tuple(
            tuple(
                self._in_sight(self._span(block, index, index + 1) for index in range(block.maps))
            )
            for block in self.plan.blocks
        )

    @cached_property
    def spans(self) -> tuple[tuple[SeenMap, ...], ...]:
        """The same, but maps without gaps in as few pieces as cover them."""
        return tuple(
            seen if block.gap else tuple(self._in_sight(self._whole_rows(block)))
            for block, seen in zip(self.plan.blocks, self.maps, strict=True)
        )

    def units(self, stage: int) -> tuple[tuple[Place, QRectF], ...]:
        """The units of a stage that are in sight: thousands, where they are small."""
        found = self._shown.get(stage)
        if found is None:
            found = self._shown[stage] = tuple(
                (place, self.rect(self.plan.rect(place)))
                for seen in self.maps[stage]
                for place in self._units(stage, seen.index)
            )
        return found

    def outlines(self, stage: int, field: Field) -> list[QRectF]:
        """Where the parts of a stage's maps are painted that a unit further on sees."""
        return [self.rect(rect) for rect in self.plan.field_rects(stage, field)]

    def link(self, start: Place, end: Place) -> tuple[QLineF, QPainterPath]:
        """A line between two maps, straight and as a curve."""
        found = self._links.get((start, end))
        if found is None:
            first, last = (self.rects[place.stage][place.map] for place in (start, end))
            line = QLineF(first.right(), first.center().y(), last.left(), last.center().y())
            middle = line.center().x()
            curve = QPainterPath(line.p1())
            curve.cubicTo(middle, line.y1(), middle, line.y2(), line.x2(), line.y2())
            found = self._links[start, end] = (line, curve)
        return found

    def _span(self, block: Block, first: int, end: int) -> SeenMap:
        row, column = divmod(first, block.columns)
        last_row, last_column = divmod(end - 1, block.columns)
        wide, high = last_column - column + 1, last_row - row + 1
        source = QRectF(
            column * block.width, row * block.height, wide * block.width, high * block.height
        )
        whole = block.map_rect(first).united(block.map_rect(end - 1))
        return SeenMap(first, source, self.rect(whole))

    def _whole_rows(self, block: Block) -> Iterator[SeenMap]:
        full = block.maps // block.columns * block.columns
        if full:
            yield self._span(block, 0, full)
        if full < block.maps:
            yield self._span(block, full, block.maps)

    def _in_sight(self, found: Iterator[SeenMap]) -> Iterator[SeenMap]:
        margin = self.transform.left
        view = self.transform.room().adjusted(-margin, -margin, margin, margin)
        return (seen for seen in found if view.intersects(seen.target))

    def _units(self, stage: int, index: int) -> Iterator[Place]:
        """The units of a map that are in sight."""
        block, room = self.plan.blocks[stage], self.transform.room()
        corner = self.transform.to_plan(room.topLeft())
        sight = QRectF(corner, self.transform.to_plan(room.bottomRight()))
        part = block.map_rect(index)
        inside = part.intersected(sight).translated(-part.topLeft())
        if inside.isEmpty():
            return
        rows = _reach(inside.top(), inside.bottom(), block.down, block.height)
        columns = _reach(inside.left(), inside.right(), block.across, block.width)
        for row in rows:
            for column in columns:
                yield Place(stage, index, (row, column))

    def _snapped(self, at: float) -> float:
        return round(at * self.dots) / self.dots


def _reach(low: float, high: float, size: float, count: int) -> range:
    """The units of a size that lie between two places."""
    return range(int(low / size), min(int(high / size) + 1, count))
