"""Paints the maps, links and numbers of the network view where a plan and a zoom put them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QRegion

from lenet_gui.ui import colormap, lettering
from lenet_gui.ui.network_plan import Block, NetworkPlan, Place
from lenet_gui.ui.stage_pictures import StagePictures
from lenet_gui.ui.view_transform import ViewTransform

FADED = 0.22
"""How much is left of what has nothing to do with what is chosen."""

_NUMBERS_FROM = 46.0
"""Width of a unit from which on its value is written in it, in pixels."""

_GRID_FROM = 7.0
"""Width of a unit from which on lines part it from its neighbours."""

_LEAST_OUTLINE = 9.0
"""A unit's outline is no smaller, so that it is seen, in pixels."""

_WIDEST_LINK = 5.0
_POSITIVE, _NEGATIVE = 196, 59
"""Levels of the colour map for links that raise and that lower an activation."""


@dataclass(frozen=True)
class Link:
    """A line from a map to one it feeds.

    Attributes:
        start, end: the two maps.
        strength: contribution, from −1 to 1 of the strongest; None where it is not known.
    """

    start: Place
    end: Place
    strength: float | None = None


class NetworkPainter:
    """Paints into the region that is out of date, with the colours of a palette."""

    def __init__(
        self,
        painter: QPainter,
        plan: NetworkPlan,
        transform: ViewTransform,
        palette: QPalette,
        region: QRegion,
    ) -> None:
        self._painter = painter
        self._plan, self._transform, self._palette = plan, transform, palette
        self._region = region
        self._dots = painter.device().devicePixelRatio()

    def seen(self, rect: QRectF) -> QRectF:
        """Where a part of the plan is painted: on whole device pixels."""
        there = self._transform.to_view(rect)
        left, top = self._snapped(there.left()), self._snapped(there.top())
        right, bottom = self._snapped(there.right()), self._snapped(there.bottom())
        return QRectF(left, top, right - left, bottom - top)

    def paint_maps(self, index: int, pictures: StagePictures, lit: Collection[int] | None) -> None:
        """Paint the maps of a stage, faded but for those that are lit; None: all are."""
        block = self._plan.blocks[index]
        image = pictures.image(index, block)
        is_faded = lit is not None and len(lit) < block.maps
        for source, target in self._parts(block, None):
            self._painter.setOpacity(FADED if is_faded else 1.0)
            if image is None:
                self._painter.fillRect(target, self._palette.color(QPalette.ColorRole.Base))
            else:
                self._painter.drawImage(target, image, source)
            self._painter.setOpacity(1.0)
        if is_faded and lit and image is not None:
            for source, target in self._parts(block, lit):
                self._painter.drawImage(target, image, source)
        self._paint_frames(block)

    def paint_numbers(
        self, index: int, pictures: StagePictures, lit: Collection[int] | None
    ) -> None:
        """Write values into the units of a stage, if they are large enough and in sight."""
        block = self._plan.blocks[index]
        side = block.across * self._transform.scale
        if side < _NUMBERS_FROM or not pictures.values:
            return
        image = pictures.image(index, block)
        assert image is not None, "there are values"
        self._painter.setFont(lettering.sized(self._painter.font(), min(side / 4.2, 22.0)))
        dark, light = QColor("#000000"), QColor("#ffffff")
        quiet = self._palette.color(QPalette.ColorRole.PlaceholderText)
        for place in self._units_in_sight(index):
            assert place.unit is not None, "units were asked for"
            row, column = divmod(place.map, block.columns)
            y, x = row * block.height + place.unit[0], column * block.width + place.unit[1]
            is_light = image.pixelColor(x, y).lightnessF() > 0.5
            is_faded = lit is not None and place.map not in lit
            self._painter.setPen(quiet if is_faded else dark if is_light else light)
            value = float(pictures.values[index][place.map, place.unit[0], place.unit[1]])
            there = self.seen(self._plan.rect(place))
            self._painter.drawText(there, Qt.AlignmentFlag.AlignCenter, written(value))

    def paint_links(self, links: Sequence[Link]) -> None:
        """Paint lines between maps, the strongest last."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for link in sorted(links, key=lambda link: abs(link.strength or 0.0)):
            self._painter.setPen(self._link_pen(link, len(links)))
            start, end = (self.seen(self._plan.rect(place)) for place in (link.start, link.end))
            begin = QPointF(start.right(), start.center().y())
            finish = QPointF(end.left(), end.center().y())
            middle = (begin.x() + finish.x()) / 2
            path = QPainterPath(begin)
            path.cubicTo(QPointF(middle, begin.y()), QPointF(middle, finish.y()), finish)
            self._painter.drawPath(path)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def paint_outline(self, place: Place, role: QPalette.ColorRole, width: int) -> None:
        """Paint a line around a map or a unit, and a dark one around that."""
        there = self.seen(self._plan.rect(place))
        lacking = max(0.0, _LEAST_OUTLINE - there.width()) / 2
        reach = lacking + width / 2
        there.adjust(-reach, -reach, reach, reach)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        beyond = width / 2 + 0.5
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Window), 1))
        self._painter.drawRect(there.adjusted(-beyond, -beyond, beyond, beyond))
        pen = QPen(self._palette.color(role), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._painter.setPen(pen)
        self._painter.drawRect(there)

    def _snapped(self, at: float) -> float:
        return round(at * self._dots) / self._dots

    def _parts(
        self, block: Block, wanted: Collection[int] | None
    ) -> Iterable[tuple[QRectF, QRectF]]:
        """Parts of a block's picture and where they are painted, as few as are in sight."""
        if wanted is None and block.gap == 0:  # whole rows, and what is left
            full = block.maps // block.columns
            spans = [(0, full * block.columns), (full * block.columns, block.maps)]
        else:
            spans = [(i, i + 1) for i in (range(block.maps) if wanted is None else wanted)]
        for first, end in spans:
            if first == end:
                continue
            target = self.seen(block.map_rect(first).united(block.map_rect(end - 1)))
            if not self._region.intersects(target.toAlignedRect()):
                continue
            row, column = divmod(first, block.columns)
            last_row, last_column = divmod(end - 1, block.columns)
            wide, high = last_column - column + 1, last_row - row + 1
            source = QRectF(
                column * block.width, row * block.height, wide * block.width, high * block.height
            )
            yield source, target

    def _paint_frames(self, block: Block) -> None:
        """Paint a line around every map, and between units where they are large."""
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Mid), 0))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        is_large = block.across * self._transform.scale >= _GRID_FROM
        if not block.gap:
            if is_large:
                self._painter.drawRects([self.seen(block.map_rect(i)) for i in range(block.maps)])
            return
        frames = [self.seen(block.map_rect(index)) for index in range(block.maps)]
        self._painter.drawRects(frames)

    def _units_in_sight(self, index: int) -> Iterable[Place]:
        """The units of a stage that are in the region to be painted."""
        block = self._plan.blocks[index]
        bounds = QRectF(self._region.boundingRect())
        first = self._transform.to_plan(bounds.topLeft())
        last = self._transform.to_plan(bounds.bottomRight())
        sight = QRectF(first, last)
        for map_ in range(block.maps):
            part = block.map_rect(map_)
            inside = part.intersected(sight).translated(-part.topLeft())
            if inside.isEmpty():
                continue
            rows = range(int(inside.top() / block.down), _end(inside.bottom(), block.down))
            columns = range(int(inside.left() / block.across), _end(inside.right(), block.across))
            for row in rows:
                for column in columns:
                    if row < block.height and column < block.width:
                        yield Place(index, map_, (row, column))

    def _link_pen(self, link: Link, count: int) -> QPen:
        if link.strength is None:
            colour = self._palette.color(QPalette.ColorRole.Accent)
            colour.setAlphaF(0.75 if count <= 32 else 0.4)
            return QPen(colour, 1.5)
        legend = colormap.diverging(self._palette).legend()
        level = _POSITIVE if link.strength >= 0 else _NEGATIVE
        colour = legend.pixelColor(level, 0)
        size = min(1.0, abs(link.strength))
        colour.setAlphaF(0.3 + 0.7 * size)
        return QPen(colour, 0.5 + (_WIDEST_LINK - 0.5) * size)


def links_of(
    chosen: Place,
    fed_by: Collection[int],
    feeds: Collection[int],
    strengths: Mapping[tuple[int, int], float] | None,
) -> list[Link]:
    """The lines to a map from those that feed it, and from it to those it feeds.

    Args:
        chosen: the map.
        fed_by: maps of the stage before.
        feeds: maps of the stage after.
        strengths: contributions by stage and map at the other end; None where they are not known.
    """
    here = Place(chosen.stage, chosen.map)
    ends = [Place(chosen.stage - 1, index) for index in fed_by]
    ends += [Place(chosen.stage + 1, index) for index in feeds]
    known = {} if strengths is None else strengths
    most = max((abs(value) for value in known.values()), default=0.0) or 1.0
    made = []
    for end in ends:
        strength = known.get((end.stage, end.map))
        share = None if strength is None else strength / most
        start, finish = (end, here) if end.stage < here.stage else (here, end)
        made.append(Link(start, finish, share))
    return made


def written(value: float, figures: int = 3) -> str:
    """A value in words: with so many figures, and a proper minus."""
    whole = len(str(int(abs(value))))
    return f"{value:.{max(0, figures - whole)}f}".replace("-", "−")


def _end(at: float, size: float) -> int:
    """The first unit that begins at or behind a place."""
    return int(at / size) + 1
