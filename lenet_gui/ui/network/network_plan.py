"""Where every layer, map and unit of a network lies, from left to right. Geometry alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF

from lenet_gui.network.fields import Field
from lenet_gui.ui.network.network_stages import Stage

_LARGEST = 64.0
_SMALLER = 0.97
"""Sizes that are tried: the largest, and from one to the next."""

BITMAP_COLUMNS = {84: 7}
"""Units that are a picture: the 84 of F6 are the 7×12 that its targets are drawn in."""

_LETTERS_OF_HEADING = 6.0
_LETTERS_OF_ANSWER = 15.0
_MOST_OF_HEADINGS, _MOST_OF_ANSWER, _MOST_OF_ANSWERS = 0.6, 0.18, 0.28
"""Widths that text wants, in letters, and the shares of the room that it gets at most.

With all of it taken by text, the answers in several columns, there is still room for maps.
"""

_LINES_OF_ANSWER = 2.6
_LEAST_ANSWER = 34.0
_MOST_COLUMNS = 2

_LIT = 0.52
"""Share of the width that a stage in the spotlight has."""

_SPACE = 0.75
"""Least space between layers, in lines of text."""

_FITTINGS = 16
"""So many are remembered: networks and rooms of one day."""


@dataclass(frozen=True)
class Place:
    """A map of a stage, or one unit of it.

    Attributes:
        stage: its index, 0 for the input.
        map: index of the map.
        unit: row and column; None for the whole map.
    """

    stage: int
    map: int
    unit: tuple[int, int] | None = None


@dataclass(frozen=True)
class Block:
    """The maps of a stage in rows and columns.

    Attributes:
        maps: how many there are, of `height` × `width` units each.
        columns: maps in a row.
        across, down: size of a unit.
        gap: between two maps.
        left, top: where the first map begins.
        slot: left and width of the part of the figure that is this stage's.
    """

    maps: int
    height: int
    width: int
    columns: int
    across: float
    down: float
    gap: float
    left: float = 0.0
    top: float = 0.0
    slot: tuple[float, float] = (0.0, 0.0)

    @property
    def rows(self) -> int:
        """Rows of maps; the last may not be full."""
        return math.ceil(self.maps / self.columns)

    def map_rect(self, index: int) -> QRectF:
        """Where a map lies."""
        row, column = divmod(index, self.columns)
        wide, high = self.width * self.across, self.height * self.down
        left, top = self.left + column * (wide + self.gap), self.top + row * (high + self.gap)
        return QRectF(left, top, wide, high)

    def unit_rect(self, index: int, row: int, column: int) -> QRectF:
        """Where a unit of a map lies."""
        whole = self.map_rect(index)
        left, top = whole.left() + column * self.across, whole.top() + row * self.down
        return QRectF(left, top, self.across, self.down)

    def rect(self) -> QRectF:
        """Where all maps lie."""
        wide = self.columns * (self.width * self.across + self.gap) - self.gap
        high = self.rows * (self.height * self.down + self.gap) - self.gap
        return QRectF(self.left, self.top, wide, high)

    def nearest(self, point: QPointF) -> tuple[int, int, int]:
        """Map, row and column of the unit that a point is closest to."""
        wide = self.width * self.across + self.gap
        high = self.height * self.down + self.gap
        column = _clamped((point.x() - self.left + self.gap / 2) / wide, self.columns)
        row = _clamped((point.y() - self.top + self.gap / 2) / high, self.rows)
        index = min(row * self.columns + column, self.maps - 1)
        inside = point - self.map_rect(index).topLeft()
        return (
            index,
            _clamped(inside.y() / self.down, self.height),
            _clamped(inside.x() / self.across, self.width),
        )


@dataclass(frozen=True)
class NetworkPlan:
    """A block for every stage, side by side in a room of `width` × `height`."""

    blocks: tuple[Block, ...]
    width: float
    height: float

    @classmethod
    def fit(
        cls,
        stages: Sequence[Stage],
        width: float,
        height: float,
        text: float,
        letter: float,
        lit: int | None = None,
    ) -> NetworkPlan:
        """The plan with the largest maps that a room allows.

        A map's side grows with the root of its units across, so that layers get smaller on the
        way as in the figure of the paper, but not as fast.

        Args:
            stages: what to show, in order.
            width: of the room.
            height: of the room.
            text: height of a line of text.
            letter: width of a letter.
            lit: index of a stage that takes half of the room by itself; None where none does.
        """
        if lit is None:
            blocks, slots = _fitting(tuple(stages), width, height, text, letter)
        else:
            others = tuple(stage for index, stage in enumerate(stages) if index != lit)
            blocks, slots = _fitting(others, width * (1 - _LIT), height, text, letter)
            large, part = _fitting((stages[lit],), width * _LIT, height, text, 4 * letter)
            blocks = blocks[:lit] + large + blocks[lit:]
            slots = slots[:lit] + part + slots[lit:]
        space = max(0.0, width - sum(slots)) / max(1, len(slots) - 1)
        left, placed = 0.0, []
        for block, slot in zip(blocks, slots, strict=True):
            rect = block.rect()
            placed.append(
                replace(
                    block,
                    left=left + (slot - rect.width()) / 2,
                    top=max(0.0, (height - rect.height()) / 2),
                    slot=(left, slot),
                )
            )
            left += slot + space
        return cls(tuple(placed), width, height)

    def rect(self, place: Place) -> QRectF:
        """Where a map or a unit lies."""
        block = self.blocks[place.stage]
        if place.unit is None:
            return block.map_rect(place.map)
        return block.unit_rect(place.map, *place.unit)

    def field_rects(self, stage: int, field: Field) -> list[QRectF]:
        """Where the parts of a stage's maps lie that a unit further on sees.

        Where every map is one unit it is all of them or, of some, nothing.
        """
        block, part = self.blocks[stage], field.rectangle
        if block.height == block.width == 1:
            return [block.rect()] if len(field.maps) == block.maps else []
        return [
            block.unit_rect(map_, part.top, part.left).united(
                block.unit_rect(map_, part.bottom - 1, part.right - 1)
            )
            for map_ in field.maps
        ]

    def unit_near(self, point: QPointF, reach: float) -> Place | None:
        """The unit closest to a point, of the layer that the point is in or `reach` away from."""

        def distance(block: Block) -> float:
            rect = block.rect()
            beside = max(rect.left() - point.x(), point.x() - rect.right(), 0.0)
            above = max(rect.top() - point.y(), point.y() - rect.bottom(), 0.0)
            return max(beside, above)

        stage = min(range(len(self.blocks)), key=lambda index: distance(self.blocks[index]))
        if distance(self.blocks[stage]) > reach:
            return None
        index, row, column = self.blocks[stage].nearest(point)
        return Place(stage, index, (row, column))


@lru_cache(maxsize=_FITTINGS)
def _fitting(
    stages: tuple[Stage, ...], width: float, height: float, text: float, letter: float
) -> tuple[tuple[Block, ...], tuple[float, ...]]:
    """Blocks of the largest maps that a room allows, and how wide the part of each is.

    Found by trying, which takes some ms: kept for the windows to come, and for going back.
    """
    space = _SPACE * text
    size = _LARGEST
    one, several = (_MOST_OF_ANSWER, _MOST_OF_ANSWERS) if len(stages) > 1 else (1.0, 1.0)
    answers = min(_LETTERS_OF_ANSWER * letter, width * one), width * several
    heading = min(_LETTERS_OF_HEADING * letter, width * _MOST_OF_HEADINGS / max(1, len(stages)))
    while True:
        blocks = tuple(_block(stage, size, height, text, answers) for stage in stages)
        slots = tuple(max(block.rect().width(), heading) for block in blocks)
        if sum(slots) + space * (len(slots) - 1) <= width or size < 1 / _LARGEST:
            return blocks, slots
        size *= _SMALLER


def _block(
    stage: Stage, size: float, height: float, text: float, answers: tuple[float, float]
) -> Block:
    """A stage's maps in as few columns as the height allows."""
    if stage.is_output and stage.has_cells:
        return _answers(stage, height, text, *answers)
    side = size * math.sqrt(max(stage.height, stage.width))
    unit = side / max(stage.height, stage.width)
    gap = 0.0 if stage.has_cells else text / 4
    high = unit * stage.height
    columns = BITMAP_COLUMNS.get(stage.maps) if stage.has_cells else None
    if columns is None:
        rows = max(1, int((height + gap) / (high + gap)))
        columns = math.ceil(stage.maps / rows)
    block = Block(stage.maps, stage.height, stage.width, columns, unit, unit, gap)
    if block.rect().height() > height:  # one map alone, or the picture, is higher than the room
        unit *= height / block.rect().height()
        block = replace(block, across=unit, down=unit)
    return block


def _answers(stage: Stage, height: float, text: float, width: float, most: float) -> Block:
    """The classes, one below the other; in more columns where a finger would not meet them.

    Args:
        stage: of the classes.
        height: of the room.
        text: height of a line of text.
        width: of one answer.
        most: width of all columns together.
    """
    gap = text / 4
    rows = min(stage.maps, max(1, int((height + gap) / (_LEAST_ANSWER + gap))))
    columns = min(math.ceil(stage.maps / rows), _MOST_COLUMNS)
    rows = math.ceil(stage.maps / columns)
    width = min(width, most / columns - gap)
    down = min((height + gap) / rows - gap, _LINES_OF_ANSWER * text)
    return Block(stage.maps, 1, 1, columns, width, max(1.0, down), gap)


def _clamped(value: float, count: int) -> int:
    return min(max(math.floor(value), 0), count - 1)
