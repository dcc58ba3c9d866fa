"""Paints the maps, links and numbers of the network view where a plan and a zoom put them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen

from lenet_gui.network.fields import Field
from lenet_gui.ui import colormap, lettering
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.stage_pictures import StagePictures
from lenet_gui.ui.reading.seen_plan import SeenPlan

FADED = 0.22
"""How much is left of what has nothing to do with what is chosen."""

_NUMBERS_FROM = 46.0
"""Width of a unit from which on its value is written in it, in pixels."""

_GRID_FROM = 7.0
"""Width of a unit from which on lines part it from its neighbours."""

_LEAST_OUTLINE = 9.0
"""A unit's outline is no smaller, so that it is seen, in pixels."""

_WIDEST_LINK = 5.0
_WEAK = 0.25
"""Links weaker than this share of the strongest are hairs."""

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
    """Paints what is seen of a plan, with the colours of a palette."""

    def __init__(self, painter: QPainter, seen: SeenPlan, palette: QPalette) -> None:
        self._painter, self._seen, self._palette = painter, seen, palette

    def paint_maps(self, index: int, pictures: StagePictures, lit: Collection[int] | None) -> None:
        """Paint the maps of a stage, faded but for those that are lit; None: all are."""
        block = self._seen.plan.blocks[index]
        image = pictures.image(index, block)
        is_faded = lit is not None and len(lit) < block.maps
        self._painter.setOpacity(FADED if is_faded else 1.0)
        for span in self._seen.spans[index]:
            if image is None:
                self._painter.fillRect(span.target, self._palette.color(QPalette.ColorRole.Base))
            else:
                self._painter.drawImage(span.target, image, span.source)
        self._painter.setOpacity(1.0)
        maps = self._seen.maps[index]
        if is_faded and lit and image is not None:
            for seen in maps:
                if seen.index in lit:
                    self._painter.drawImage(seen.target, image, seen.source)
        if block.gap or block.across * self._seen.transform.scale >= _GRID_FROM:
            self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Mid), 0))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRects([seen.target for seen in maps])

    def paint_numbers(
        self, index: int, pictures: StagePictures, lit: Collection[int] | None
    ) -> None:
        """Write values into the units of a stage, if they are large enough."""
        block = self._seen.plan.blocks[index]
        side = block.across * self._seen.transform.scale
        image = pictures.image(index, block)
        if side < _NUMBERS_FROM or image is None:
            return
        self._painter.setFont(lettering.sized(self._painter.font(), min(side / 4.2, 22.0)))
        dark, light = QColor("#000000"), QColor("#ffffff")
        quiet = self._palette.color(QPalette.ColorRole.PlaceholderText)
        values = pictures.values[index]
        for place, target in self._seen.units[index]:
            assert place.unit is not None, "these are units"
            (row, column), (y, x) = divmod(place.map, block.columns), place.unit
            shade = image.pixel(column * block.width + x, row * block.height + y)
            is_faded = lit is not None and place.map not in lit
            self._painter.setPen(quiet if is_faded else dark if is_light(shade) else light)
            text = self._seen.typeset(written(float(values[place.map, y, x])), self._painter.font())
            half, middle = text.size() / 2, target.center()
            corner = QPointF(middle.x() - half.width(), middle.y() - half.height())
            self._painter.drawStaticText(corner, text)

    def paint_links(self, links: Sequence[Link]) -> None:
        """Paint lines between maps, the strongest last."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        plan = self._seen.plan
        for link in sorted(links, key=lambda link: abs(link.strength or 0.0)):
            self._painter.setPen(self._link_pen(link, len(links)))
            start, end = (self._seen.rect(plan.rect(place)) for place in (link.start, link.end))
            begin = QPointF(start.right(), start.center().y())
            finish = QPointF(end.left(), end.center().y())
            is_weak = link.strength is not None and abs(link.strength) < _WEAK
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not is_weak)
            if is_weak:  # a hair: curves by the hundred would take longer than a frame
                self._painter.drawLine(begin, finish)
                continue
            middle = (begin.x() + finish.x()) / 2
            path = QPainterPath(begin)
            path.cubicTo(QPointF(middle, begin.y()), QPointF(middle, finish.y()), finish)
            self._painter.drawPath(path)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def paint_outline(self, place: Place, role: QPalette.ColorRole, width: int) -> None:
        """Paint a line around a map or a unit, and a dark one around that."""
        there = self._seen.rect(self._seen.plan.rect(place))
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

    def paint_field(self, index: int, field: Field) -> None:
        """Outline the part of a stage's maps that a unit further on sees."""
        rects = [self._seen.rect(rect) for rect in self._seen.plan.field_rects(index, field)]
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Window), 1))
        self._painter.drawRects([rect.adjusted(-1.5, -1.5, 1.5, 1.5) for rect in rects])
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Text), 1.5))
        self._painter.drawRects(rects)

    def paint_silenced(self, place: Place) -> None:
        """Cross out a map or a unit."""
        there = self._seen.rect(self._seen.plan.rect(place))
        lacking = max(0.0, _LEAST_OUTLINE - there.width()) / 2
        there.adjust(-lacking, -lacking, lacking, lacking)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for role, width in ((QPalette.ColorRole.Window, 5), (QPalette.ColorRole.Text, 2)):
            self._painter.setPen(QPen(self._palette.color(role), width))
            self._painter.drawLine(there.topLeft(), there.bottomRight())
            self._painter.drawLine(there.topRight(), there.bottomLeft())
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _link_pen(self, link: Link, count: int) -> QPen:
        if link.strength is None:
            colour = self._palette.color(QPalette.ColorRole.Accent)
            colour.setAlphaF(0.75 if count <= 32 else 0.4)
            return QPen(colour, 1.5)
        legend = colormap.diverging(self._palette).legend()
        level = _POSITIVE if link.strength >= 0 else _NEGATIVE
        colour = legend.pixelColor(level, 0)
        size = min(1.0, abs(link.strength))
        colour.setAlphaF(0.12 + 0.88 * size)
        return QPen(colour, 0 if size < _WEAK else 0.5 + (_WIDEST_LINK - 0.5) * size)


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
    most: dict[int, float] = {}
    for (stage, _), value in known.items():  # what comes in and what goes out are not alike
        most[stage] = max(abs(value), most.get(stage, 0.0))
    made = []
    for end in ends:
        strength = known.get((end.stage, end.map))
        share = None if strength is None else strength / (most[end.stage] or 1.0)
        start, finish = (end, here) if end.stage < here.stage else (here, end)
        made.append(Link(start, finish, share))
    return made


def written(value: float, figures: int = 3) -> str:
    """A value in words: with so many figures, and a proper minus; of zero there is but one."""
    whole = len(str(int(abs(value))))
    return f"{value:z.{max(0, figures - whole)}f}".replace("-", "−")


def is_light(colour: int) -> bool:
    """Whether dark text is read better on a colour (Rec. 601 luma)."""
    red, green, blue = colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF
    return 299 * red + 587 * green + 114 * blue > 128_000
