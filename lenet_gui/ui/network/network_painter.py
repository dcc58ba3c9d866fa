"""Paints the maps, links and numbers of the network view where a plan and a zoom put them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen

from lenet_gui.ui import colormap, picture_part
from lenet_gui.ui.network import pin_marks
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.seen_plan import SeenMap, SeenPlan
from lenet_gui.ui.network.stage_pictures import StagePictures
from lenet_gui.ui.typesetter import Typesetter

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

_STEPS = 64
"""Strengths that have pens of their own."""

_OF_LINKS = 0.535
"""Share of the colour map's end that links have which raise, and its negative those that lower."""


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
    """Paints what is seen of a plan, with the colours of a palette and somebody's letters."""

    def __init__(
        self, painter: QPainter, seen: SeenPlan, palette: QPalette, typesetter: Typesetter
    ) -> None:
        self._painter, self._seen, self._palette = painter, seen, palette
        self._typesetter = typesetter
        self._is_vector = picture_part.is_vector(painter)

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
                self._draw(span, image)
        self._painter.setOpacity(1.0)
        maps = self._seen.maps[index]
        if is_faded and lit and image is not None:
            for seen in maps:
                if seen.index in lit:
                    self._draw(seen, image)
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
        size = min(side / 4.2, 22.0)
        dark, light = QColor("#000000"), QColor("#ffffff")
        quiet = self._palette.color(QPalette.ColorRole.PlaceholderText)
        values = pictures.values[index]
        for place, target in self._seen.units(index):
            assert place.unit is not None, "these are units"
            (row, column), (y, x) = divmod(place.map, block.columns), place.unit
            shade = image.pixel(column * block.width + x, row * block.height + y)
            is_faded = lit is not None and place.map not in lit
            self._painter.setPen(quiet if is_faded else dark if is_light(shade) else light)
            text = written(float(values[place.map, y, x]))
            self._typesetter.write(self._painter, target, text, size)

    def paint_links(self, links: Sequence[Link]) -> None:
        """Paint lines between maps, the strongest last.

        The weak are hairs: curves by the hundred would take longer than a frame.
        """
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        pens = _LinkPens(self._palette, len(links))
        weak = [link for link in links if _is_weak(link)]
        for link in sorted(weak, key=_size):
            self._painter.setPen(pens.pen(link))
            self._painter.drawLine(self._seen.link(link.start, link.end)[0])
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for link in sorted((link for link in links if not _is_weak(link)), key=_size):
            self._painter.setPen(pens.pen(link))
            self._painter.drawPath(self._seen.link(link.start, link.end)[1])
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

    def paint_field(self, outlines: Sequence[QRectF]) -> None:
        """Outline the parts of maps that a unit further on sees."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Window), 1))
        self._painter.drawRects([rect.adjusted(-1.5, -1.5, 1.5, 1.5) for rect in outlines])
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Text), 1.5))
        self._painter.drawRects(outlines)

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

    def paint_pins(self, places: Collection[Place]) -> None:
        """Mark units as pinned."""
        units = [self._seen.rect(self._seen.plan.rect(place)) for place in places]
        pin_marks.paint(self._painter, units, self._palette)

    def _draw(self, seen: SeenMap, image: QImage) -> None:
        if self._is_vector:
            picture_part.draw(self._painter, seen.target, image, seen.source)
        else:  # asked once, not for every map
            self._painter.drawImage(seen.target, image, seen.source)


class _LinkPens:
    """Pens for lines, mixed with the colour of the window in place of letting it through.

    A line that lets something through takes Qt four to ten times as long.
    """

    def __init__(self, palette: QPalette, count: int) -> None:
        self._paper = palette.color(QPalette.ColorRole.Window).rgb()
        colours = colormap.diverging(palette)
        self._raises, self._lowers = (colours.colour(s).rgb() for s in (_OF_LINKS, -_OF_LINKS))
        accent = palette.color(QPalette.ColorRole.Accent).rgb()
        self._plain = QPen(_mixed(accent, self._paper, 0.75 if count <= 32 else 0.4), 1.5)

    def pen(self, link: Link) -> QPen:
        """The stronger, the wider and the more of a colour."""
        if link.strength is None:
            return self._plain
        colour = self._raises if link.strength >= 0 else self._lowers
        return _link_pen(colour, self._paper, round(_size(link) * _STEPS))


@lru_cache(maxsize=16 * _STEPS)
def _link_pen(colour: int, paper: int, step: int) -> QPen:
    """The pen for so many steps of strength."""
    size = step / _STEPS
    width = 0.0 if size < _WEAK else 0.5 + (_WIDEST_LINK - 0.5) * size
    return QPen(_mixed(colour, paper, 0.12 + 0.88 * size), width)


def _mixed(colour: int, paper: int, share: float) -> QColor:
    parts = [(colour >> shift & 0xFF, paper >> shift & 0xFF) for shift in (16, 8, 0)]
    return QColor(*(round(share * one + (1 - share) * other) for one, other in parts))


def _size(link: Link) -> float:
    return min(1.0, abs(link.strength or 0.0))


def _is_weak(link: Link) -> bool:
    return link.strength is not None and _size(link) < _WEAK


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
