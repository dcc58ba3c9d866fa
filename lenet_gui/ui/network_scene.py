"""What the network view paints: the plan, the pictures of a reading, headings and answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QRegion

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import ColourScale
from lenet_gui.ui import network_headings, output_rows
from lenet_gui.ui.network_headings import Heading
from lenet_gui.ui.network_painter import FADED, NetworkPainter, links_of
from lenet_gui.ui.network_plan import NetworkPlan, Place
from lenet_gui.ui.network_stages import INPUT, Stage, stages
from lenet_gui.ui.output_rows import OutputRow
from lenet_gui.ui.stage_pictures import StagePictures
from lenet_gui.ui.view_transform import ViewTransform

_AROUND = 2
"""From a map to what is repainted with it, in pixels."""


@dataclass(frozen=True)
class Focus:
    """What is lit.

    Attributes:
        chosen: the map or unit chosen.
        hovered: the one under the mouse.
        strengths: how strong its links are, by stage and map at the other end.
        has_keys: whether keys go to the view.
    """

    chosen: Place | None = None
    hovered: Place | None = None
    strengths: Mapping[tuple[int, int], float] | None = None
    has_keys: bool = False


class NetworkScene:
    """The network of a card with a reading of it, or without."""

    def __init__(self, card: Card, palette: QPalette) -> None:
        self._card = card
        self._palette = palette
        self.stages: tuple[Stage, ...] = stages(card)
        self.pictures = StagePictures(self.stages, palette)
        self.plan = NetworkPlan.fit(self.stages, 1, 1, 1, 1)
        self._rows: list[OutputRow] = output_rows.rows(card, None)
        self._headings: list[Heading] = []

    def lay_out(self, width: float, height: float, text: float, letter: float) -> None:
        """Find everything a place in a room, for text of a height with letters of a width."""
        self.plan = NetworkPlan.fit(self.stages, width, height, text, letter)
        self.pictures.forget()

    def show(
        self,
        reading: Reading | None,
        scale: ColourScale,
        palette: QPalette,
        transform: ViewTransform,
        font: QFont,
    ) -> QRegion:
        """Take a reading, a scale and colours; returns what has to be painted anew."""
        self._palette = palette
        self.pictures.show(reading, scale, palette)
        stale = QRegion()
        headings, rows = self._headings_now(), output_rows.rows(self._card, reading)
        for index, stage in enumerate(self.stages):
            if index >= len(self._headings) or headings[index] != self._headings[index]:
                stale += self._heading_room(index, transform, font).toAlignedRect()
            block = self.plan.blocks[index]
            if not self._has_rows(stage):
                stale += _around(transform.to_view(block.rect()))
                continue
            for place, row in enumerate(rows):
                if row != self._rows[place]:
                    stale += _around(transform.to_view(block.map_rect(place)))
        self._headings, self._rows = headings, rows
        return stale

    def lit(self, chosen: Place | None) -> dict[int, Collection[int]] | None:
        """The maps to light, by stage: the one chosen, those that feed it and those it feeds.

        None where nothing is chosen.
        """
        if chosen is None:
            return None
        found: dict[int, Collection[int]] = dict.fromkeys(range(len(self.stages)), ())
        found[chosen.stage] = (chosen.map,)
        stage = self.stages[chosen.stage]
        if chosen.stage > 0:
            found[chosen.stage - 1] = stage.sees[chosen.map]
        if chosen.stage + 1 < len(self.stages):
            found[chosen.stage + 1] = stage.feeds(chosen.map, self.stages[chosen.stage + 1])
        return found

    def paint(
        self,
        painter: QPainter,
        region: QRegion,
        canvas: QRect,
        transform: ViewTransform,
        focus: Focus,
        font: QFont,
    ) -> None:
        """Paint what is in a region: headings above, and on the canvas all the rest."""
        for index in range(len(self.stages)):
            room = self._heading_room(index, transform, font)
            if self._headings and region.intersects(room.toAlignedRect()):
                network_headings.paint(painter, room, self._headings[index], self._palette, font)
        region = region.intersected(canvas)
        if region.isEmpty():
            return
        painter.setClipRect(canvas, Qt.ClipOperation.IntersectClip)
        painter.setFont(font)
        brush = NetworkPainter(painter, self.plan, transform, self._palette, region)
        lit = self.lit(focus.chosen)
        if focus.chosen is not None and lit is not None:
            at = focus.chosen.stage
            ends = (lit.get(at - 1, ()), lit.get(at + 1, ()))
            brush.paint_links(links_of(focus.chosen, *ends, focus.strengths))
        self._paint_stages(brush, painter, transform, region, focus, font)
        self._paint_outlines(brush, focus)

    def _paint_stages(
        self,
        brush: NetworkPainter,
        painter: QPainter,
        transform: ViewTransform,
        region: QRegion,
        focus: Focus,
        font: QFont,
    ) -> None:
        lit = self.lit(focus.chosen)
        for index, stage in enumerate(self.stages):
            block = self.plan.blocks[index]
            if not region.intersects(_around(transform.to_view(block.rect()))):
                continue
            shown = None if lit is None else lit[index]
            if not self._has_rows(stage):
                brush.paint_maps(index, self.pictures, shown)
                brush.paint_numbers(index, self.pictures, shown)
                continue
            for place, row in enumerate(self._rows):
                room = brush.seen(block.map_rect(place))
                if region.intersects(_around(room)):
                    painter.setOpacity(1.0 if shown is None or place in shown else FADED)
                    output_rows.paint(painter, room, row, self._palette, font)
            painter.setOpacity(1.0)

    def _paint_outlines(self, brush: NetworkPainter, focus: Focus) -> None:
        chosen = focus.chosen
        if chosen is not None:
            brush.paint_outline(Place(chosen.stage, chosen.map), QPalette.ColorRole.Accent, 2)
            if chosen.unit is not None and not self.stages[chosen.stage].has_cells:
                brush.paint_outline(chosen, QPalette.ColorRole.Text, 2)
        if focus.hovered is not None and focus.hovered != focus.chosen:
            brush.paint_outline(focus.hovered, QPalette.ColorRole.PlaceholderText, 1)

    def _has_rows(self, stage: Stage) -> bool:
        """Whether a stage is painted as the classes with their bars."""
        return stage.is_output and stage.maps == len(self._card.classes)

    def _heading_room(self, index: int, transform: ViewTransform, font: QFont) -> QRectF:
        left, width = self.plan.blocks[index].slot
        slot = transform.to_view(QRectF(left, 0, width, 1))
        return network_headings.room(slot, transform, font)

    def _headings_now(self) -> list[Heading]:
        translate = QCoreApplication.translate
        made = []
        for index, stage in enumerate(self.stages):
            name = translate("NetworkScene", "Input") if stage.name == INPUT else stage.name
            size = f"{stage.height}×{stage.width}"
            maps = size if index == 0 else f"{stage.maps}@{size}"
            if stage.has_cells:
                maps = str(stage.maps)
            if self._has_rows(stage):
                is_distance = self._card.probabilities.closest_wins
                legend = (
                    translate("NetworkScene", "distance")
                    if is_distance
                    else translate("NetworkScene", "probability")
                )
                made.append(Heading(name, maps, legend, None))
            else:
                colours = self.pictures.colours(index)
                made.append(Heading(name, maps, self.pictures.legend(index), colours))
        return made


def _around(rect: QRectF) -> QRect:
    return rect.toAlignedRect().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
