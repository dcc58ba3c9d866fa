"""What the network view paints: the plan, the pictures of a reading, headings and answers."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import ColourScale
from lenet_gui.ui import picture_part
from lenet_gui.ui.map_picture import MapPicture
from lenet_gui.ui.network import network_headings, output_rows, stage_words, sweep_veil
from lenet_gui.ui.network.focus import Focus
from lenet_gui.ui.network.link_picture import LinkPicture
from lenet_gui.ui.network.network_headings import Heading
from lenet_gui.ui.network.network_painter import FADED, NetworkPainter, links_of
from lenet_gui.ui.network.network_plan import NetworkPlan, Place
from lenet_gui.ui.network.network_stages import Stage, stages
from lenet_gui.ui.network.outlines import Outlines
from lenet_gui.ui.network.output_rows import OutputRow
from lenet_gui.ui.network.seen_plan import SeenPlan
from lenet_gui.ui.network.stage_pictures import StagePictures
from lenet_gui.ui.network.view_transform import ViewTransform
from lenet_gui.ui.typesetter import Typesetter

_AROUND = 2
"""From a map to what is repainted with it, in pixels."""

_OUTLINE = 8
"""From a unit to what is repainted with its outline, in pixels."""

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
        self._links = LinkPicture()
        self._outlines = Outlines()
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
            self._palette = palette
            self._links.forget()
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
        stage, value = self.stages[place.stage], None
        if self.pictures.values and (stage.has_cells or place.unit is not None):
            value = float(self.pictures.values[place.stage][place.map, *(place.unit or (0, 0))])
        return stage_words.place(stage, place, value)

    def map_picture(self, place: Place) -> MapPicture | None:
        """The map of a place alone, with its colours; None without a reading.

        Of a stage whose maps are one unit each it is the whole stage.
        """
        stage = self.stages[place.stage]
        map_ = None if stage.has_cells or stage.maps == 1 else place.map
        title = (
            stage_words.name(stage) if map_ is None else self.words(Place(place.stage, place.map))
        )
        name = stage.name if map_ is None else f"{stage.name}-map{place.map}"
        return self.pictures.map_picture(
            place.stage, map_, self.plan.blocks[place.stage], (name, title)
        )

    def paint(self, painter: QPainter, stale: QRect, canvas: QRect) -> None:
        """Paint what is stale: headings above, and on the canvas all the rest."""
        self._paint_headings(painter, stale)
        if stale.intersects(canvas):
            painter.setClipRect(canvas.intersected(stale))
            self._see(painter.device().devicePixelRatio())
            self._paint_figure(painter, stale, canvas)

    def _paint_headings(self, painter: QPainter, stale: QRect) -> None:
        for index, heading in enumerate(self._headings):
            room = self._heading_room(index)
            if stale.intersects(room.toAlignedRect()):
                is_faded = self.focus.spotlight not in (None, index)
                painter.setOpacity(FADED if is_faded else 1.0)
                told = Heading(heading.name, "", "", None) if is_faded else heading
                size = self._font.pixelSize()
                network_headings.paint(painter, room, told, self._palette, size, self._typesetter)
        painter.setOpacity(1.0)

    def _see(self, dots: float) -> None:
        """Reckon where everything is painted, if it is not where it was."""
        seen = self._seen
        if (self.plan, self.transform, dots) != (seen.plan, seen.transform, seen.dots):
            self._seen = SeenPlan(self.plan, self.transform, dots)

    def _paint_figure(self, painter: QPainter, stale: QRect, canvas: QRect) -> None:
        """Paint links, and above them the stages, what covers them, and outlines."""
        if self.focus.has_links:
            if picture_part.is_vector(painter):
                self._paint_links(painter)
            else:
                self._links.show(painter, canvas, self._seen, self.focus, self._paint_links)
        brush, lit = self._brush(painter), self.focus.lit(self.stages)
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
        self._outlines.paint(brush, self._seen, self.focus, self.stages)

    def _paint_rows(
        self, painter: QPainter, stale: QRect, index: int, shown: Collection[int] | None
    ) -> None:
        for place, row in enumerate(self._rows):
            room = self._seen.rects[index][place]
            if stale.intersects(_around(room)):
                painter.setOpacity(1.0 if shown is None or place in shown else FADED)
                output_rows.paint(painter, room, row, self._palette, self._typesetter)
        painter.setOpacity(1.0)

    def _paint_links(self, painter: QPainter) -> None:
        chosen, lit = self.focus.chosen, self.focus.lit(self.stages)
        if chosen is not None and lit is not None:
            ends = (lit.get(chosen.stage - 1, ()), lit.get(chosen.stage + 1, ()))
            self._brush(painter).paint_links(links_of(chosen, *ends, self.focus.strengths))

    def _brush(self, painter: QPainter) -> NetworkPainter:
        return NetworkPainter(painter, self._seen, self._palette, self._typesetter)

    def _paint_veil(self, painter: QPainter) -> None:
        """Cover what a sweep has not reached."""
        swept = self.focus.swept
        if swept is not None:
            covered = sweep_veil.unreached(self.plan.blocks[swept.way.stage], swept)
            has_paper = not self._has_rows(self.stages[swept.way.stage])
            rects = [self._seen.rect(rect) for rect in covered]
            sweep_veil.paint(painter, rects, self._palette, has_paper=has_paper)

    def _has_rows(self, stage: Stage) -> bool:
        """Whether a stage is painted as the classes with their bars."""
        return stage.is_output and stage.maps == len(self.card.classes)

    def _heading_room(self, index: int) -> QRectF:
        left, width = self.plan.blocks[index].slot
        slot = self.transform.to_view(QRectF(left, 0, width, 1))
        return network_headings.room(slot, self.transform, self._font)

    def _headings_now(self) -> list[Heading]:
        made = []
        for index, stage in enumerate(self.stages):
            if self._has_rows(stage):
                closest_wins = self.card.probabilities.closest_wins
                legend, colours = stage_words.rows_legend(closest_wins=closest_wins), None
            else:
                legend, colours = self.pictures.legend(index), self.pictures.colours(index)
            extent = stage_words.extent(stage, is_first=index == 0)
            made.append(Heading(stage_words.name(stage), extent, legend, colours))
        return made


def _around(rect: QRectF, by: int = _AROUND) -> QRect:
    return rect.toAlignedRect().adjusted(-by, -by, by, by)
