"""What belongs to the choice in a network view, live: its sum, its receptive field, its links."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QPolygonF

from lenet_gui.network import fields
from lenet_gui.network.card import Card
from lenet_gui.network.fields import Field, Rectangle, Silenced
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.network.inspector import Inspector
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_stages import INPUT, Stage
from lenet_gui.ui.network.network_view import NetworkView

if TYPE_CHECKING:
    from lenet_gui.recognition.explain import Explainer


class ChoiceFollower(QObject):
    """Explains what is chosen in a view, whenever the choice or the reading changes.

    Attributes:
        explainer: of the network shown; None while there is none, and then nothing is explained.
        outline: the part of the sheet that the unit chosen sees, in units of the sheet's side;
            None where there is none.

    Signals:
        outlined(): the outline is another one.
    """

    outlined = Signal()

    def __init__(self, view: NetworkView, inspector: Inspector) -> None:
        super().__init__(view)
        self.explainer: Explainer | None = None
        self._view, self._inspector = view, inspector
        self.outline: QPolygonF | None = None
        self._seen: tuple[Card, fields.Place, tuple[Field, ...]] | None = None
        for changed in (view.unit_chosen, view.map_chosen, view.choice_cleared):
            changed.connect(self.follow)

    def follow(self) -> None:
        """Explain the choice anew."""
        place, reading = self._view.chosen, self._view.reading
        if place is not None:
            place = with_unit(self._view.stages, place)
        self._show_links(place, reading)
        self._show_fields(place, reading)
        self._explain(place, reading)

    def _show_links(self, place: Place | None, reading: Reading | None) -> None:
        is_swept = self._view.swept is not None  # its lines stay as they are
        if place is None or reading is None or self.explainer is None or is_swept:
            self._view.show_strengths(None)
            return
        named = named_place(self._view.stages, place)
        strengths = {}
        if place.stage > 0:
            for one in self.explainer.feeding(reading, named):
                strengths[place.stage - 1, one.map] = one.amount
        for one in self.explainer.fed(reading, named):
            strengths[place.stage + 1, one.map] = one.amount
        self._view.show_strengths(strengths)

    def _show_fields(self, place: Place | None, reading: Reading | None) -> None:
        card = self._view.card
        if place is None or place.unit is None or card is None:
            self._view.show_fields(())
            self._outline_drawing(None, reading)
            return
        named = named_place(self._view.stages, place)
        if self._seen is None or self._seen[0] is not card or self._seen[1] != named:
            self._seen = (card, named, fields.receptive_fields(card, named))
        seen = self._seen[2]
        self._view.show_fields(seen)
        self._outline_drawing(seen[0].rectangle if seen else fields.extent(card, named), reading)

    def _outline_drawing(self, seen: Rectangle | None, reading: Reading | None) -> None:
        outline = None
        if seen is not None and reading is not None:
            outline = on_the_sheet(reading, seen)
        if outline != self.outline:
            self.outline = outline
            self.outlined.emit()

    def _explain(self, place: Place | None, reading: Reading | None) -> None:
        is_unit = place is not None and place.unit is not None and place.stage > 0
        if not is_unit or place is None or self.explainer is None:
            self._inspector.show_explanation(None)
            return
        if reading is None:  # the drawer stays open, so that the next stroke moves nothing
            self._inspector.show_explanation(None, self._view.words(place))
            return
        unit = named_place(self._view.stages, place)
        assert isinstance(unit, fields.Unit), "a map adds up nothing"
        explanation = self.explainer.explain(reading, unit)
        self._inspector.show_explanation(explanation, self._view.words(place))


def with_unit(stages: tuple[Stage, ...], place: Place) -> Place:
    """A place; of a map of one unit, that unit."""
    return replace(place, unit=(0, 0)) if stages[place.stage].has_cells else place


def named_place(stages: tuple[Stage, ...], place: Place) -> fields.Place:
    """A place of the view as the card names it."""
    stage = stages[place.stage]
    layer = None if stage.name == INPUT else stage.name
    if place.unit is None:
        return fields.FeatureMap(layer, place.map)
    return fields.Unit(layer, place.map, *place.unit)


def places(stages: tuple[Stage, ...], named: Silenced) -> frozenset[Place]:
    """Places of the card as the view knows them."""
    index = {stage.name: number for number, stage in enumerate(stages)}
    return frozenset(
        Place(
            index[one.layer or INPUT],
            one.map,
            (one.y, one.x) if isinstance(one, fields.Unit) else None,
        )
        for one in named
    )


def on_the_sheet(reading: Reading, seen: Rectangle) -> QPolygonF | None:
    """Where a part of the input lies on the drawing, in units of the sheet's side.

    None where the drawing is a picture that was fitted, or nothing.
    """
    from lenet_gui.recognition import ink  # noqa: PLC0415 - numpy, which the window need not await

    placement = ink.placement(reading.drawing, reading.prodding)
    if placement is None:
        return None
    corners = (
        (seen.left, seen.top),
        (seen.right, seen.top),
        (seen.right, seen.bottom),
        (seen.left, seen.bottom),
    )
    return QPolygonF([QPointF(*placement.to_drawing(*corner)) for corner in corners])
