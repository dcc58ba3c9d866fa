"""What is beside the pad: a network's reading, or all of it, several compared, or results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from lenet_gui.network.card import Card
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.prodding import NEUTRAL
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import ColourScale
from lenet_gui.ui.actions import Actions
from lenet_gui.ui.reading.compare_view import MOST, CompareView
from lenet_gui.ui.reading.reading_page import ReadingPage

if TYPE_CHECKING:
    from lenet_gui.recognition.explain import Explainer
    from lenet_gui.recognition.explanation import Explanation
    from lenet_gui.ui.map_picture import MapPicture
    from lenet_gui.ui.network.network_page import NetworkPage
    from lenet_gui.ui.results.results_page import ResultsPage


class BesidePad(QStackedWidget):
    """Four pages, of which the actions say which one is seen.

    Signals:
        turned(): another page is seen.
        scale_chosen(str): what shares a colour scale in the whole network.
        silenced_changed(object): the maps and units that are to be held at 0, `fields.Silenced`;
            none while the whole network is not seen.
        prodded(Prodding): what is to be done to the input; nothing while the whole network is not
            seen.
        outlined(object): the part of the sheet to outline, a QPolygonF in its units, or None.
        misread_chosen(Input): the picture of a misread sample is to be put on the pad.
    """

    turned = Signal()
    scale_chosen = Signal(str)
    silenced_changed = Signal(object)
    prodded = Signal(object)
    outlined = Signal(object)
    misread_chosen = Signal(object)

    def __init__(self, commands: Actions, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._card: Card | None = None
        self._title = ""
        self._readings: tuple[Reading, ...] = ()
        self._scale: ColourScale = "layer"
        self._drawing = Drawing()
        self._explainers: dict[str, Explainer | None] = {}
        self._motion = True
        self.page = ReadingPage(spacing, self)
        self.compare = CompareView(self)
        self.network: NetworkPage | None = None
        self.results: ResultsPage | None = None
        self.addWidget(self.page)
        self.addWidget(self.compare)

    @property
    def shows_network(self) -> bool:
        """Whether the page with the whole network is seen."""
        return self.network is not None and self.currentWidget() is self.network

    @property
    def view(self) -> QWidget:
        """What is seen, to be taken out: of the whole network all but its controls."""
        seen = self.network.seen if self.network and self.shows_network else self.currentWidget()
        return seen or self

    @property
    def title(self) -> str:
        """Of the network chosen, in the language of the window."""
        return self._title

    @property
    def view_name(self) -> str:
        """What a file with the view is called."""
        if self.currentWidget() is self.compare or self._card is None:
            return "comparison"
        page = "reading" if self.currentWidget() is self.page else "results"
        if self.network is not None and self.shows_network:
            page = "kernels" if self.network.kernels.is_open else "network"
        return f"{self._card.id}-{page}"

    @property
    def reading(self) -> Reading | None:
        """The reading shown, the first of those compared; None while there is nothing to read."""
        return self._readings[0] if self._readings else None

    @property
    def map_picture(self) -> MapPicture | None:
        """The map chosen, or enlarged, alone; None where none is."""
        if self.network is not None and self.shows_network:
            return self.network.view.map_picture
        return self.page.map_picture if self.currentWidget() is self.page else None

    @property
    def explanation(self) -> Explanation | None:
        """What is explained of the unit chosen; None where none is."""
        shown = self.network if self.shows_network else None
        return None if shown is None else shown.inspector.explanation

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the focus on to the page seen."""
        if (seen := self.currentWidget()) is not None:
            seen.setFocus(event.reason())

    def turn(self) -> None:
        """Show the page that is wanted."""
        shown: QWidget = self.page
        if self._commands.compare.isChecked():
            shown = self.compare
        elif self._commands.results.isChecked():
            shown = self.results or self._make_results()
        elif self._commands.whole_network.isChecked():
            shown = self.network or self._make_network()
        self.setCurrentWidget(shown)
        self.show_readings(self._readings)
        self.turned.emit()
        self._tell()

    def back(self) -> bool:
        """Go back from where one went into; returns whether there was anything to go back from."""
        if self._commands.results.isChecked():
            self._commands.results.setChecked(False)
            return True
        if self.network is not None and self.shows_network:
            return self.network.back()
        return not self._commands.compare.isChecked() and self.page.back()

    def show_card(self, card: Card | None) -> None:
        """Take another network, whose readings are to come; None: one without a card."""
        self._card, self._readings = card, ()
        self.page.show_card(card)
        if self.network is not None:
            self._show_network_of(card)

    def offer(self, cards: Mapping[str, Card], compared: Sequence[str], language: str) -> None:
        """Offer networks to compare; those chosen before, or else the first ones, are ticked."""
        chosen = [model for model in compared if model in cards] or list(cards)[:MOST]
        self.compare.offer(cards, chosen, language)

    def take_explainer(self, card: Card, explainer: Explainer | None) -> None:
        """Keep what explains a network's readings, or that nothing does."""
        self._explainers[card.id] = explainer
        if self.network is not None and self._card is not None and self._card.id == card.id:
            self.network.set_explainer(explainer)

    def set_scale(self, scale: ColourScale) -> None:
        """Choose what shares a colour scale in the whole network."""
        self._scale = scale
        if self.network is not None:
            self.network.set_scale(scale)

    def show_title(self, card: Card | None, title: str) -> None:
        """Tell which network is the chosen one, by its title in the language of the window."""
        self._card, self._title = card, title
        if self.results is not None:
            self.results.show_card(card, title)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show what has to do with a drawing before it is read."""
        self._drawing = drawing
        if self.results is not None:
            self.results.show_drawing(drawing)

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Show the readings of the networks that read; none for an empty pad."""
        self._readings = readings
        if self._commands.compare.isChecked():
            self.compare.show_readings(readings)
            return
        reading = readings[0] if readings else None
        if self.network is not None and self.shows_network:
            self.network.show_reading(reading)
        else:
            self.page.show_reading(reading)
        if self.results is not None:
            self.results.show_reading(reading)

    def set_motion(self, *, motion: bool) -> None:
        """Let bars glide, or not."""
        self._motion = self.page.prediction.motion = motion
        if self.network is not None:
            self.network.set_motion(motion=motion)
        if self.results is not None:
            self.results.misread.prediction.motion = motion

    def _make_results(self) -> ResultsPage:
        """The results page, made when it is first wanted: the window's first paint is sooner."""
        from lenet_gui.ui.results.results_page import ResultsPage  # noqa: PLC0415

        self.results = made = ResultsPage(self)
        made.misread.prediction.motion = self._motion
        made.closed.connect(self.back)
        made.misread_chosen.connect(self.misread_chosen)
        self.addWidget(made)
        made.show_card(self._card, self._title)
        made.show_drawing(self._drawing)
        made.show_reading(self._readings[0] if self._readings else None)
        return made

    def _make_network(self) -> NetworkPage:
        """The page with the whole network, made when it is first wanted."""
        from lenet_gui.ui.network.map_menu import MapMenu  # noqa: PLC0415
        from lenet_gui.ui.network.network_page import NetworkPage  # noqa: PLC0415

        self.network = made = NetworkPage(self)
        commands = self._commands
        maps = (commands.copy_map, commands.save_map, commands.save_explanation)
        MapMenu(made.view, maps)
        made.scale_chosen.connect(self.scale_chosen)
        made.set_scale(self._scale)
        made.set_motion(motion=self._motion)
        made.silenced_changed.connect(self._tell)
        made.outlined.connect(self._tell)
        made.prodder.changed.connect(self._tell)
        self.addWidget(made)
        self._show_network_of(self._card)
        return made

    def _show_network_of(self, card: Card | None) -> None:
        assert self.network is not None, "made before"
        self.network.show_card(card)
        self.network.set_explainer(None if card is None else self._explainers.get(card.id))

    def _tell(self) -> None:
        """What is silenced, prodded and outlined is so only while the whole network is seen."""
        network = self.network if self.shows_network else None
        self.silenced_changed.emit(frozenset() if network is None else network.silenced)
        self.prodded.emit(NEUTRAL if network is None else network.prodder.prodding)
        self.outlined.emit(None if network is None else network.outline)
