"""Units that are pinned: they stay in sight while others are chosen and the drawing goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from lenet_gui.network import fields
from lenet_gui.network.card import Card
from lenet_gui.network.fields import Unit
from lenet_gui.ui.network.choice_follower import ChoiceFollower, named_place, places, with_unit
from lenet_gui.ui.network.choice_tools import ChoiceTools
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_view import NetworkView

if TYPE_CHECKING:
    from lenet_gui.recognition.explain import Explainer
    from lenet_gui.recognition.reading import Reading
    from lenet_gui.ui.network.pin_strip import PinStrip

MOST = 6
"""Units that are pinned at most."""


class Pins(QObject):
    """Pins the unit chosen by button or key M, and shows the pinned ones live below the view.

    Args:
        view: in which units are chosen; pinned ones are marked in it.
        follower: has what explains the network.
        tools: whose button pins.
    """

    def __init__(self, view: NetworkView, follower: ChoiceFollower, tools: ChoiceTools) -> None:
        super().__init__(view)
        self._view, self._follower, self._button = view, follower, tools.pin_button
        self._pinned: tuple[Unit, ...] = ()
        self._shown: tuple[Reading | None, Explainer | None, list[str]] | None = None
        self.strip: PinStrip | None = None
        self._button.setCheckable(True)
        self._button.clicked.connect(self.toggle)
        view.installEventFilter(self)
        for changed in (view.unit_chosen, view.map_chosen, view.choice_cleared):
            changed.connect(self.follow)
        self.follow()

    @property
    def pinned(self) -> tuple[Unit, ...]:
        """The units that are pinned, the first one first."""
        return self._pinned

    def toggle(self) -> None:
        """Pin the unit chosen, or take its pin out."""
        unit = self._chosen()
        if unit in self._pinned:
            self._set(one for one in self._pinned if one != unit)
        elif unit is not None and len(self._pinned) < MOST:
            self._set((*self._pinned, unit))
        self.follow()

    def keep(self, card: Card | None) -> None:
        """Keep the pins that a network to come has units for."""
        self._set(unit for unit in self._pinned if card is not None and fields.exists(card, unit))

    def follow(self) -> None:
        """Take notice of another choice or reading."""
        chosen = self._chosen()
        is_pinned = chosen in self._pinned
        self._button.setChecked(is_pinned)
        room = len(self._pinned) < MOST
        self._button.setEnabled(chosen is not None and (is_pinned or room))
        self._view.show_pins(places(self._view.stages, frozenset(self._pinned)))
        if self.strip is not None and self._pinned:
            self._explain(self.strip)
            self.strip.mark(chosen)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; returns whether it means anything."""
        if event.key() != Qt.Key.Key_M or event.modifiers():
            return False
        self.toggle()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the view's key."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take_key(event)
        return super().eventFilter(watched, event)

    def _chosen(self) -> Unit | None:
        """The unit chosen, if there is what explains it."""
        place = self._view.chosen
        if place is None or place.stage == 0 or self._follower.explainer is None:
            return None
        named = named_place(self._view.stages, with_unit(self._view.stages, place))
        return named if isinstance(named, Unit) else None

    def _explain(self, strip: PinStrip) -> None:
        """Show what the pinned units add up; not again for a choice alone, as of every step."""
        reading, explainer = self._view.reading, self._follower.explainer
        names = [self._view.words(self._place(unit)) for unit in self._pinned]
        shown = (reading, explainer, names)
        if shown == self._shown:
            return
        self._shown = shown
        for unit, name in zip(self._pinned, names, strict=True):
            explained = None
            if reading is not None and explainer is not None:
                explained = explainer.explain(reading, unit)
            strip.show_unit(unit, name, explained, reading)

    def _place(self, unit: Unit) -> Place:
        (place,) = places(self._view.stages, frozenset({unit}))
        return place

    def _set(self, units: Iterable[Unit]) -> None:
        pinned = tuple(units)
        if pinned == self._pinned:
            return
        self._pinned = pinned
        if self.strip is None:
            self.strip = self._make_strip()
        self.strip.set_units(pinned)

    def _choose(self, unit: Unit) -> None:
        self._view.choose(self._place(unit))
        self._view.reveal()

    def _remove(self, unit: Unit) -> None:
        self._set(one for one in self._pinned if one != unit)
        self.follow()

    def _make_strip(self) -> PinStrip:
        from lenet_gui.ui.network.pin_strip import PinStrip  # noqa: PLC0415 - seldom wanted

        page = self._view.parentWidget()
        assert isinstance(page, QWidget), "the view is in a page"
        column = page.layout()
        assert isinstance(column, QBoxLayout), "which is a column"
        made = PinStrip(page)
        made.chosen.connect(self._choose)
        made.removed.connect(self._remove)
        column.insertWidget(column.indexOf(self._view) + 1, made)
        return made
