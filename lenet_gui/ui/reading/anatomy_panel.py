"""The anatomy of one layer: what its card says of it, and which maps feed which."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from lenet_gui.network.card import Card, Kind, Layer, Squashing
from lenet_gui.network.formula import size_formula, sizes_before, smallest_fan_in
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import lettering
from lenet_gui.ui.fact_list import Fact, FactList
from lenet_gui.ui.reading.connection_table import ConnectionTable
from lenet_gui.ui.reading.detail_page import DetailPage
from lenet_gui.ui.scrolled_page import ScrolledPage

_SIZE_RULE = "N = (W − F + 2P)/S + 1"
_COLUMNS_BESIDE_TABLE = 3


def _unbroken(formula: str) -> str:
    """A formula that is not broken between two lines."""
    return formula.replace(" ", "\N{NO-BREAK SPACE}")


class AnatomyPanel(DetailPage):
    """A page with the facts of one layer, and its connection table where it has one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._reading: Reading | None = None
        self._index = 0
        self.table: ConnectionTable | None = None
        self.facts = FactList(self)
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._turn_to)
        self.close_button = self.make_close_button()
        self._scroll = ScrolledPage(self)
        self._content = self._scroll.column
        self._content.addWidget(self.facts)
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self.tabs)
        self._top.addWidget(self.close_button)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._top)
        column.addWidget(self._scroll, 1)
        self._title.setFont(lettering.title(self.font()))
        self._retranslate()

    @property
    def layer(self) -> Layer | None:
        """The layer told of."""
        return None if self._card is None else self._card.layers[self._index]

    @property
    def heading(self) -> str:
        """The layer's name and kind, as they stand above the facts."""
        return self._title.text()

    def show_layer(self, card: Card, name: str, reading: Reading | None) -> None:
        """Tell of the layer `name` of a card, with the maps of a reading by that network."""
        self._reading = reading
        names = [layer.name for layer in card.layers]
        self._card = card
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for each in names:
            self.tabs.addTab(each)
        self.tabs.setCurrentIndex(names.index(name))
        self.tabs.blockSignals(False)
        self._turn_to(names.index(name))
        (self.table or self._scroll).setFocus()

    def show_reading(self, reading: Reading | None) -> None:
        """Show the maps of another reading by the same network."""
        self._reading = reading
        if self.table is not None:
            self.table.show_reading(reading)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, let the heading grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            self._title.setFont(lettering.title(self.font()))
            self._place_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See what fits in a row."""
        super().resizeEvent(event)
        self._place_tabs()

    def _place_tabs(self) -> None:
        """The tabs have a row of their own where the title would have to give way."""
        shared = (self._title, self.tabs, self.close_button)
        needed = sum(widget.sizeHint().width() for widget in shared) + 2 * self._top.spacing()
        wants_row, has_row = needed > self.width(), self._column.indexOf(self.tabs) >= 0
        if wants_row and not has_row:
            self._top.removeWidget(self.tabs)
            self._column.insertWidget(1, self.tabs)
        elif has_row and not wants_row:
            self._column.removeWidget(self.tabs)
            self._top.insertWidget(1, self.tabs)

    def _turn_to(self, index: int) -> None:
        """Tell of the layer at `index`."""
        if self._card is None:
            return
        self._index = index
        self._replace_table()
        self._retranslate()
        self.show_reading(self._reading)
        self._place_tabs()
        self._scroll.verticalScrollBar().setValue(0)

    def _replace_table(self) -> None:
        if self.table is not None:
            self._content.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        layer = self.layer
        if self._card is not None and layer is not None and layer.table and self._index > 0:
            self.table = ConnectionTable(layer, self._card.layers[self._index - 1], self)
            self.table.walked.connect(self._scroll_to)
            self._content.addWidget(self.table, 1)
        self._content.setAlignment(
            self.facts, Qt.AlignmentFlag(0) if self.table else Qt.AlignmentFlag.AlignTop
        )

    def _scroll_to(self, place: QRect) -> None:
        """Scroll as far as it takes to see a place of the table."""
        if self.table is not None:
            centre = self.table.mapToParent(place.center())
            self._scroll.ensureVisible(centre.x(), centre.y(), place.width(), place.height())

    def _retranslate(self) -> None:
        self.close_button.setText(self.tr("Back to all maps"))
        layer = self.layer
        if self._card is None or layer is None:
            return
        self._title.setText(
            self.tr("{layer}: {kind}").format(layer=layer.name, kind=self._kind(layer.kind))
        )
        facts = self._facts(layer, sizes_before(self._card)[self._index])
        self.facts.show_facts(facts, _COLUMNS_BESIDE_TABLE if self.table else 1)
        self.setAccessibleName(self._title.text())
        self._scroll.setAccessibleName(self._title.text())
        self.tabs.setAccessibleName(self.tr("Layers"))
        self.setAccessibleDescription("; ".join(f"{fact.name}: {fact.value}" for fact in facts))

    def _facts(self, layer: Layer, size_before: int) -> list[Fact]:
        formula = f"{_unbroken(_SIZE_RULE)};  {_unbroken(size_formula(layer, size_before))}"
        return [
            Fact(self.tr("Size"), formula, is_long=True),
            Fact(self.tr("Kernel"), f"{layer.kernel}×{layer.kernel}"),
            Fact(self.tr("Stride"), str(layer.stride)),
            Fact(self.tr("Maps"), f"{layer.maps} × {layer.height}×{layer.width}"),
            Fact(self.tr("Units"), f"{layer.units:,}"),
            Fact(self.tr("Parameters"), self._parameters(layer)),
            Fact(self.tr("Connections"), f"{layer.connections:,}"),
            Fact(self.tr("Receptive field"), f"{layer.receptive_field}×{layer.receptive_field}"),
            Fact(self.tr("Fan-in"), self._fan_in(layer)),
            Fact(self.tr("Squashing"), self._squashing(layer.squashing)),
        ]

    def _parameters(self, layer: Layer) -> str:
        if not layer.fixed:
            return f"{layer.parameters:,}"
        return self.tr("{parameters}, and {fixed} fixed").format(
            parameters=f"{layer.parameters:,}", fixed=f"{layer.fixed:,}"
        )

    def _fan_in(self, layer: Layer) -> str:
        smallest = smallest_fan_in(layer)
        if smallest == layer.fan_in:
            return f"{layer.fan_in:,}"
        return self.tr("{smallest} to {largest}").format(smallest=smallest, largest=layer.fan_in)

    def _kind(self, kind: Kind) -> str:
        kinds: dict[Kind, str] = {
            "convolution": self.tr("convolution"),
            "full": self.tr("full"),
            "max pooling": self.tr("max pooling"),
            "radial basis": self.tr("radial basis"),
            "subsampling": self.tr("subsampling"),
        }
        return kinds[kind]

    def _squashing(self, squashing: Squashing) -> str:
        squashings: dict[Squashing, str] = {
            "identity": self.tr("none"),
            "relu": "ReLU",
            "scaled tanh": self.tr("scaled tanh"),
            "sigmoid": "sigmoid",
            "tanh": "tanh",
        }
        return squashings[squashing]
