"""Several networks read the same drawing, side by side and live."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.network.network_row import NetworkRow

FEWEST, MOST = 2, 5
"""How many networks can be compared."""

_SWITCHES_IN_A_ROW = 3
_TARGET = 32
"""Least height of a button, in pixels."""


class CompareView(QWidget):
    """A page with a row for each network that is compared, and a switch for each that could be.

    Signals:
        chosen(tuple[str, ...]): the ids of other networks than before are to be compared.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: Mapping[str, Card] = {}
        self._readings: tuple[Reading, ...] = ()
        self.rows: list[NetworkRow] = []
        self.switches: dict[str, QCheckBox] = {}
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._switch_grid = QGridLayout()
        self._row_column = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._switch_grid)
        column.addWidget(self._summary)
        column.addLayout(self._row_column, 1)

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the networks that are compared."""
        return tuple(row.card.id for row in self.rows)

    @property
    def summary(self) -> str:
        """Who reads what, in words."""
        return self._summary.text()

    def offer(self, cards: Mapping[str, Card], compared: Sequence[str], language: str) -> None:
        """Offer networks, of which some are compared."""
        self._cards = cards
        self._language = language
        _empty(self._switch_grid)
        self.switches = {
            id_: self._switch(card, is_on=id_ in compared) for id_, card in cards.items()
        }
        for index, switch in enumerate(self.switches.values()):
            self._switch_grid.addWidget(switch, *divmod(index, _SWITCHES_IN_A_ROW))
        self._show_rows(compared)

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Show the readings of the networks compared; none for an empty pad."""
        self._readings = readings
        by_id = {reading.card.id: reading for reading in readings}
        votes = _ranked([reading.verdict.digit for reading in readings])
        for row in self.rows:
            reading = by_id.get(row.card.id)
            disagrees = reading is not None and reading.verdict.digit != votes[0][0]
            row.show_reading(reading, disagrees=disagrees)
        self._summarize(votes)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_readings(self._readings)
        super().changeEvent(event)

    def _summarize(self, votes: Sequence[tuple[str | None, int]]) -> None:
        if not votes:
            text = self.tr("Draw a digit: every network reads it.")
        elif len(votes) > 1:
            unsure = self.tr("unsure")
            told = ", ".join(f"{digit or unsure} ({count}×)" for digit, count in votes)
            text = self.tr("They disagree: {votes}.").format(votes=told)
        elif votes[0][0] is not None:
            text = self.tr("All read {digit}.").format(digit=votes[0][0])
        elif any(reading.verdict.classes for reading in self._readings):
            text = self.tr("All are unsure.")
        else:
            text = self.tr("None sees a digit.")
        if text != self._summary.text():
            self._summary.setText(text)

    def _switch(self, card: Card, *, is_on: bool) -> QCheckBox:
        switch = QCheckBox(card.id, self)
        switch.setChecked(is_on)
        switch.setMinimumHeight(_TARGET)
        switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        switch.setToolTip(card.title.get(self._language, card.title["en"]))
        switch.clicked.connect(lambda: self._choose(switch))
        return switch

    def _choose(self, switch: QCheckBox) -> None:
        chosen = tuple(id_ for id_, button in self.switches.items() if button.isChecked())
        if not FEWEST <= len(chosen) <= MOST:
            switch.setChecked(not switch.isChecked())
            return
        self._show_rows(chosen)
        self.chosen.emit(chosen)

    def _show_rows(self, compared: Sequence[str]) -> None:
        _empty(self._row_column)
        self.rows = [NetworkRow(self._cards[id_], self._language, self) for id_ in compared]
        for row in self.rows:
            self._row_column.addWidget(row, 1)
        self.show_readings(())


def _ranked(digits: Sequence[str | None]) -> list[tuple[str | None, int]]:
    """How often each digit was read, the most frequent first; None, for unsure, after its likes."""
    return sorted(Counter(digits).items(), key=lambda vote: (-vote[1], vote[0] is None))


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    """Take every widget out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
