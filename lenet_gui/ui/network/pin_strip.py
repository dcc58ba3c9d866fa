"""The pinned units as a row of live cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lenet_gui.network.fields import Unit
from lenet_gui.recognition.explanation import Explanation
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.network.pin_card import PinCard


class PinStrip(QWidget):
    """A card for each pinned unit; hidden while there is none.

    Signals:
        chosen(object): a card was touched, of this `Unit`.
        removed(object): the pin of this `Unit` is to be taken out.
    """

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[Unit, PinCard] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def cards(self) -> tuple[PinCard, ...]:
        """The cards, in the order of the pins."""
        return tuple(self._cards.values())

    def set_units(self, units: Sequence[Unit]) -> None:
        """Have a card for each of these, new ones at the end."""
        for unit in [known for known in self._cards if known not in units]:
            card = self._cards.pop(unit)
            card.hide()  # now: the layout must not wait for the deletion
            self._row.removeWidget(card)
            card.deleteLater()
        for unit in units:
            if unit not in self._cards:
                self._cards[unit] = self._make_card(unit)
        self.setVisible(bool(units))

    def show_unit(
        self, unit: Unit, name: str, explained: Explanation | None, reading: Reading | None
    ) -> None:
        """Show what a unit came to in a reading; None: nothing yet."""
        self._cards[unit].show_explanation(name, explained, reading)

    def mark(self, chosen: Unit | None) -> None:
        """Mark the card of the unit chosen."""
        for unit, card in self._cards.items():
            card.mark(is_chosen=unit == chosen)

    def _make_card(self, unit: Unit) -> PinCard:
        made = PinCard(unit, self)
        made.clicked.connect(lambda: self.chosen.emit(unit))
        made.removed.connect(lambda: self.removed.emit(unit))
        self._row.insertWidget(len(self._cards), made, 8)
        made.show()
        return made
