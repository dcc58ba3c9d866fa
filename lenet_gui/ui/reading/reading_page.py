"""What one network makes of the drawing: its prediction, and below it its layers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.map_picture import MapPicture
from lenet_gui.ui.reading.feature_maps import FeatureMaps
from lenet_gui.ui.reading.map_magnifier import MapMagnifier
from lenet_gui.ui.reading.prediction_chart import PredictionChart
from lenet_gui.ui.reading.target_view import TargetView

if TYPE_CHECKING:
    from lenet_gui.ui.reading.anatomy_panel import AnatomyPanel

_LAYERS_SHOWN = 2
_MAPS_IN_A_ROW = 8


class ReadingPage(QWidget):
    """The prediction above; below it the maps, one map enlarged, or a layer's anatomy."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._reading: Reading | None = None
        self.prediction = PredictionChart(self)
        self.feature_maps: list[FeatureMaps] = []
        self.targets: TargetView | None = None
        self.magnifier = MapMagnifier(self)
        self.anatomy: AnatomyPanel | None = None
        self._maps = QWidget(self)
        self._map_column = QVBoxLayout(self._maps)
        self._map_column.setContentsMargins(0, 0, 0, 0)
        self._map_column.setSpacing(spacing)
        self._below = QStackedWidget(self)
        self._below.addWidget(self._maps)
        self._below.addWidget(self.magnifier)
        self.magnifier.closed.connect(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        column.addWidget(self.prediction, 4)
        column.addWidget(self._below, 5)

    @property
    def map_picture(self) -> MapPicture | None:
        """The map enlarged, alone; None where none is."""
        is_enlarged = self._below.currentWidget() is self.magnifier
        return self.magnifier.picture if is_enlarged else None

    def show_card(self, card: Card | None) -> None:
        """Take the views of another network, empty until its first reading; None: no maps."""
        self._card = card
        self.back()
        while (item := self._map_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.feature_maps, self.targets = [], None
        if card is not None:
            self._fill_maps(card)
        self.show_reading(None)

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading of the network shown, or nothing."""
        self._reading = reading
        self.prediction.show_reading(reading)
        for view in self.feature_maps:
            view.show_reading(reading)
        if self.targets is not None:
            self.targets.show_reading(reading)
        if self._below.currentWidget() is self.magnifier:
            self.magnifier.show_reading(reading)
        elif self.anatomy is not None and self._below.currentWidget() is self.anatomy:
            self.anatomy.show_reading(reading)

    def back(self) -> bool:
        """Go back to all maps; returns whether there was anything to go back from."""
        if self._below.currentIndex() == 0:
            return False
        self._below.setCurrentIndex(0)
        return True

    def _fill_maps(self, card: Card) -> None:
        shown = [layer for layer in card.layers if layer.kind == "convolution" and layer.height > 1]
        for layer in shown[:_LAYERS_SHOWN]:
            view = FeatureMaps(layer, self._maps)
            view.map_chosen.connect(lambda index, view=view: self._enlarge(view, index))
            view.heading_chosen.connect(lambda name=layer.name: self._explain(name))
            self.feature_maps.append(view)
            rows = math.ceil(layer.maps / _MAPS_IN_A_ROW)
            self._map_column.addWidget(view, 1 + rows)  # the heading counts as one
        if card.layers[-1].targets is not None:
            self.targets = TargetView(card.layers[-1], card.layers[-2], self._maps)
            self._map_column.addWidget(self.targets, 2)

    def _enlarge(self, view: FeatureMaps, index: int) -> None:
        self.magnifier.show_map(view.layer, index, self._reading)
        self._below.setCurrentWidget(self.magnifier)

    def _explain(self, name: str) -> None:
        if self._card is None:
            return
        if self.anatomy is None:
            self.anatomy = self._make_anatomy()
        self.anatomy.show_layer(self._card, name, self._reading)
        self._below.setCurrentWidget(self.anatomy)

    def _make_anatomy(self) -> AnatomyPanel:
        """The anatomy page, made when it is first wanted: the window's first paint is sooner."""
        from lenet_gui.ui.reading.anatomy_panel import AnatomyPanel  # noqa: PLC0415

        made = AnatomyPanel(self)
        made.closed.connect(self.back)
        self._below.addWidget(made)
        return made
