"""What the network view paints: the plan, the pictures of a reading, headings and answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPixmap

from lenet_gui.network.card import Card
from lenet_gui.network.fields import Field
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import ColourScale
from lenet_gui.ui import picture_part
from lenet_gui.ui.map_picture import MapPicture
from lenet_gui.ui.network import network_headings, output_rows, sweep_veil
from lenet_gui.ui.network.network_headings import Heading
from lenet_gui.ui.network.network_painter import FADED, NetworkPainter, links_of, written
from lenet_gui.ui.network.network_plan import NetworkPlan, Place
from lenet_gui.ui.network.network_stages import INPUT, Stage, stages
from lenet_gui.ui.network.output_rows import OutputRow
from lenet_gui.ui.network.seen_plan import SeenPlan
from lenet_gui.ui.network.stage_pictures import StagePictures
from lenet_gui.ui.network.sweep import Swept
from lenet_gui.ui.network.view_transform import ViewTransform
from lenet_gui.ui.typesetter import Typesetter

_AROUND = 2
"""From a map to what is repainted with it, in pixels."""

_OUTLINE = 8
"""From a unit to what is repainted with its outline, in pixels."""


@dataclass(frozen=True)
class Focus:
    """What is lit.

    Attributes:
        chosen: the map or unit chosen.
        hovered: the one under the mouse.
        strengths: how strong its links are, by stage and map at the other end.
        fields: what the unit chosen sees of the layers before it, the input first.
        silenced: the maps and units that are marked as silenced.
        swept: how far a sweep has come; what it has not reached is empty.
        pinned: the units that are marked as pinned.
        spotlight: the stage that alone is lit while nothing is chosen; None: all are.
    """

    chosen: Place | None = None
    hovered: Place | None = None
    strengths: Mapping[tuple[int, int], float] | None = None
    fields: tuple[Field, ...] = ()
    silenced: frozenset[Place] = frozenset()
    swept: Swept | None = None
    pinned: frozenset[Place] = frozenset()
    spotlight: int | None = None


_UNTIL_LAID_OUT = (900, 600, 18, 10)
"""A room, a line of text and a letter about as they will be: a smaller room takes long to fit."""


class NetworkScene:
    """The network of a card, as it looks: with a reading or without, at a zoom, in its colours.

    Attributes:
        card: of the network.
        transform: what part of the plan is seen, and how large.
        focus: what is lit.
    """

    def __init__(self, card: Card, palette: QPalette, font: QFont) -> None:
        self.card, self._palette, self._font = card, palette, font
        self._typesetter = Typesetter(font)
        self.stages: tuple[Stage, ...] = stages(card)
        self.pictures = StagePictures(self.stages, palette)
        self.plan = NetworkPlan.fit(self.stages, *_UNTIL_LAID_OUT)
        self.transform = ViewTransform(1, 1, 0, 0)
        self.focus = Focus()
        self._seen = SeenPlan(self.plan, self.transform, 1.0)
        self._links: tuple[SeenPlan, Focus, QPixmap] | None = None
        self._outlined: tuple[SeenPlan, tuple[Field, ...], list[list[QRectF]]] | None = None
        self._rows: list[OutputRow] = output_rows.rows(card, None)
        self._headings: list[Heading] = []

    def lay_out(self, transform: ViewTransform, font: QFont) -> None:
        """Find everything a place in the room of a transform, for text of a font."""
        metrics = QFontMetricsF(font)
        if font != self._font:
            self._font, self._typesetter = font, Typesetter(font)
        self.transform = transform
        self.plan = NetworkPlan.fit(
            self.stages,
            transform.width,
            transform.height,
            metrics.height(),
            metrics.averageCharWidth(),
            self.focus.spotlight,
        )
        self.pictures.forget()

    def show(self, reading: Reading | None, scale: ColourScale, palette: QPalette) -> QRect:
        """Take a reading, a scale and colours; returns what has to be painted anew.

        It is one rectangle: within any other shape, images are scaled twenty times slower.
        """
        if palette != self._palette:
            self._palette, self._links = palette, None
        self.pictures.show(reading, scale, palette)
        stale = QRect()
        headings, rows = self._headings_now(), output_rows.rows(self.card, reading)
        for index, stage in enumerate(self.stages):
            if index >= len(self._headings) or headings[index] != self._headings[index]:
                stale |= self._heading_room(index).toAlignedRect()
            block = self.plan.blocks[index]
            if not self._has_rows(stage):
                stale |= _around(self.transform.to_view(block.rect()))
                continue
            for place, row in enumerate(rows):
                if row != self._rows[place]:
                    stale |= _around(self.transform.to_view(block.map_rect(place)))
        self._headings, self._rows = headings, rows
        return stale

    def lit(self, chosen: Place | None) -> dict[int, Collection[int]] | None:
        """The maps to light, by stage: the one chosen, those that feed it and those it feeds.

        Where nothing is chosen they are those in the spotlight; None without one.
        """
        found: dict[int, Collection[int]] = dict.fromkeys(range(len(self.stages)), ())
        if chosen is None:
            spotlight = self.focus.spotlight
            if spotlight is None:
                return None
            found[spotlight] = range(self.stages[spotlight].maps)
            return found
        found[chosen.stage] = (chosen.map,)
        stage = self.stages[chosen.stage]
        if chosen.stage > 0:
            found[chosen.stage - 1] = stage.sees[chosen.map]
        if self.focus.swept is not None:  # what comes next is not made yet
            if self.focus.swept.way.map is None:
                found[chosen.stage] = range(stage.maps)
            return found
        if chosen.stage + 1 < len(self.stages):
            found[chosen.stage + 1] = stage.feeds(chosen.map, self.stages[chosen.stage + 1])
        return found

    def outlined(self, focus: Focus) -> QRect:
        """The part of a view in which the unit chosen and what it sees are outlined."""
        found = QRect()
        for index, seen in enumerate(focus.fields):
            for rect in self.plan.field_rects(index, seen):
                found |= _around(self.transform.to_view(rect), _OUTLINE)
        if focus.chosen is not None:
            there = self.transform.to_view(self.plan.rect(focus.chosen))
            found |= _around(there, _OUTLINE)
        return found

    def uncovered(self, before: Focus, now: Focus) -> QRect:
        """The part of a view in which a sweep has reached units, or has them no more."""
        if before.swept is None or now.swept is None or before.swept == now.swept:
            return QRect()
        rect = sweep_veil.changed(self.plan, before.swept, now.swept)
        return _around(self.transform.to_view(rect))

    def words(self, place: Place) -> str:
        """A map or a unit in words, with the value of the unit."""
        translate = QCoreApplication.translate
        stage = self.stages[place.stage]
        row, column = place.unit or (0, 0)
        if stage.has_cells:
            words = translate("NetworkScene", "{layer} unit {index}")
        elif place.unit is None:
            words = translate("NetworkScene", "{layer} map {index}")
        else:
            words = translate("NetworkScene", "{layer} map {index}, row {row}, column {column}")
        said = words.format(layer=_name(stage), index=place.map, row=row, column=column)
        if self.pictures.values and (stage.has_cells or place.unit is not None):
            value = float(self.pictures.values[place.stage][place.map, row, column])
            said += f": {written(value, figures=4)}"
        return said

    def map_picture(self, place: Place) -> MapPicture | None:
        """The map of a place alone, with its colours; None without a reading.

        Of a stage whose maps are one unit each it is the whole stage.
        """
        stage = self.stages[place.stage]
        map_ = None if stage.has_cells or stage.maps == 1 else place.map
        title = _name(stage) if map_ is None else self.words(Place(place.stage, place.map))
        name = stage.name if map_ is None else f"{stage.name}-map{place.map}"
        return self.pictures.map_picture(
            place.stage, map_, self.plan.blocks[place.stage], (name, title)
        )

    def paint(self, painter: QPainter, stale: QRect, canvas: QRect) -> None:
        """Paint what is stale: headings above, and on the canvas all the rest."""
        for index, heading in enumerate(self._headings):
            room = self._heading_room(index)
            if stale.intersects(room.toAlignedRect()):
                is_faded = self.focus.spotlight not in (None, index)
                painter.setOpacity(FADED if is_faded else 1.0)
                told = Heading(heading.name, "", "", None) if is_faded else heading
                size = self._font.pixelSize()
                network_headings.paint(painter, room, told, self._palette, size, self._typesetter)
        painter.setOpacity(1.0)
        if not stale.intersects(canvas):
            return
        painter.setClipRect(canvas.intersected(stale))
        dots = painter.device().devicePixelRatio()
        if (self.plan, self.transform, dots) != (
            self._seen.plan,
            self._seen.transform,
            self._seen.dots,
        ):
            self._seen = SeenPlan(self.plan, self.transform, dots)
        brush = NetworkPainter(painter, self._seen, self._palette, self._typesetter)
        lit = self.lit(self.focus.chosen)
        if self.focus.chosen is not None and not self._sweeps_all():
            if picture_part.is_vector(painter):
                self._paint_links(brush)
            else:
                painter.drawPixmap(canvas.topLeft(), self._linked(canvas))
        for index, stage in enumerate(self.stages):
            block = self.plan.blocks[index]
            if not stale.intersects(_around(self.transform.to_view(block.rect()))):
                continue
            shown = None if lit is None else lit[index]
            if self._has_rows(stage):
                self._paint_rows(painter, stale, index, shown)
            else:
                brush.paint_maps(index, self.pictures, shown)
                brush.paint_numbers(index, self.pictures, shown)
        self._paint_veil(painter)
        self._paint_outlines(brush)

    def _sweeps_all(self) -> bool:
        """Whether a sweep goes over all maps of a stage: no links then, they would change too."""
        return self.focus.swept is not None and self.focus.swept.way.map is None

    def _paint_rows(
        self, painter: QPainter, stale: QRect, index: int, shown: Collection[int] | None
    ) -> None:
        for place, row in enumerate(self._rows):
            room = self._seen.rects[index][place]
            if stale.intersects(_around(room)):
                painter.setOpacity(1.0 if shown is None or place in shown else FADED)
                output_rows.paint(painter, room, row, self._palette, self._typesetter)
        painter.setOpacity(1.0)

    def _linked(self, canvas: QRect) -> QPixmap:
        """The links of what is chosen; painted once for a choice and a zoom, behind all maps."""
        chosen, swept = self.focus.chosen, self.focus.swept
        focus = Focus(
            chosen and Place(chosen.stage, chosen.map),
            strengths=self.focus.strengths,
            swept=swept and replace(swept, index=0),  # its links stay
        )
        if self._links is not None and self._links[0] is self._seen and self._links[1] == focus:
            return self._links[2]
        made = QPixmap(canvas.size() * self._seen.dots)
        made.setDevicePixelRatio(self._seen.dots)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.translate(-canvas.topLeft())
            self._paint_links(NetworkPainter(painter, self._seen, self._palette, self._typesetter))
        self._links = (self._seen, focus, made)
        return made

    def _paint_links(self, brush: NetworkPainter) -> None:
        chosen, lit = self.focus.chosen, self.lit(self.focus.chosen)
        if chosen is not None and lit is not None:
            ends = (lit.get(chosen.stage - 1, ()), lit.get(chosen.stage + 1, ()))
            brush.paint_links(links_of(chosen, *ends, self.focus.strengths))

    def _paint_veil(self, painter: QPainter) -> None:
        """Cover what a sweep has not reached."""
        swept = self.focus.swept
        if swept is not None:
            covered = sweep_veil.unreached(self.plan.blocks[swept.way.stage], swept)
            has_paper = not self._has_rows(self.stages[swept.way.stage])
            rects = [self._seen.rect(rect) for rect in covered]
            sweep_veil.paint(painter, rects, self._palette, has_paper=has_paper)

    def _paint_outlines(self, brush: NetworkPainter) -> None:
        chosen, hovered = self.focus.chosen, self.focus.hovered
        for outlines in self._outlines():
            brush.paint_field(outlines)
        if chosen is not None:
            brush.paint_outline(Place(chosen.stage, chosen.map), QPalette.ColorRole.Accent, 2)
            if chosen.unit is not None and not self.stages[chosen.stage].has_cells:
                brush.paint_outline(chosen, QPalette.ColorRole.Text, 2)
        if hovered is not None and hovered != chosen:
            brush.paint_outline(hovered, QPalette.ColorRole.PlaceholderText, 1)
        for place in self.focus.silenced:
            brush.paint_silenced(place)
        brush.paint_pins(self.focus.pinned)

    def _outlines(self) -> list[list[QRectF]]:
        """What the unit chosen sees of the stages before it; found once a choice and a zoom."""
        seen, fields = self._seen, self.focus.fields
        if self._outlined is None or self._outlined[0] is not seen or self._outlined[1] != fields:
            outlines = [seen.outlines(stage, field) for stage, field in enumerate(fields)]
            self._outlined = (seen, fields, outlines)
        return self._outlined[2]

    def _has_rows(self, stage: Stage) -> bool:
        """Whether a stage is painted as the classes with their bars."""
        return stage.is_output and stage.maps == len(self.card.classes)

    def _heading_room(self, index: int) -> QRectF:
        left, width = self.plan.blocks[index].slot
        slot = self.transform.to_view(QRectF(left, 0, width, 1))
        return network_headings.room(slot, self.transform, self._font)

    def _headings_now(self) -> list[Heading]:
        translate = QCoreApplication.translate
        made = []
        for index, stage in enumerate(self.stages):
            size = f"{stage.height}×{stage.width}"
            maps = size if index == 0 else f"{stage.maps}@{size}"
            if stage.has_cells:
                maps = str(stage.maps)
            if self._has_rows(stage):
                is_distance = self.card.probabilities.closest_wins
                legend = (
                    translate("NetworkScene", "distance")
                    if is_distance
                    else translate("NetworkScene", "probability")
                )
                made.append(Heading(_name(stage), maps, legend, None))
            else:
                colours = self.pictures.colours(index)
                made.append(Heading(_name(stage), maps, self.pictures.legend(index), colours))
        return made


def _name(stage: Stage) -> str:
    return (
        QCoreApplication.translate("NetworkScene", "Input") if stage.name == INPUT else stage.name
    )


def _around(rect: QRectF, by: int = _AROUND) -> QRect:
    return rect.toAlignedRect().adjusted(-by, -by, by, by)
