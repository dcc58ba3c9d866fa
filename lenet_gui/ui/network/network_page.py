"""The whole network with what belongs to it: its colour scale, its zoom, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPolygonF
from PySide6.QtWidgets import QStackedLayout, QToolButton, QVBoxLayout, QWidget

from lenet_gui.network.card import Card
from lenet_gui.network.fields import Silenced
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import ColourScale
from lenet_gui.ui.elided_label import ElidedLabel
from lenet_gui.ui.folding_row import FoldingRow
from lenet_gui.ui.icon_button import IconButton
from lenet_gui.ui.network.choice_follower import ChoiceFollower, named_place, places
from lenet_gui.ui.network.choice_tools import ChoiceTools
from lenet_gui.ui.network.inspector import Inspector
from lenet_gui.ui.network.kernels_opener import KernelsOpener
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_view import NetworkView
from lenet_gui.ui.network.pins import Pins
from lenet_gui.ui.network.prodder import Prodder
from lenet_gui.ui.network.sweep_leader import SweepLeader

if TYPE_CHECKING:
    from lenet_gui.recognition.explain import Explainer

_TARGET = 36
"""Least side of a button, in pixels."""

_LEAST_FIGURE = 90
"""Height of the figure on a low screen, while what is opened below it needs the rest, in pixels."""

_SCALES: tuple[ColourScale, ...] = ("layer", "map", "all")


class NetworkPage(QWidget):
    """The network view below a row of controls.

    Signals:
        scale_chosen(str): what shares a colour scale, a `settings.ColourScale`.
        silenced_changed(object): the maps and units to hold at 0, `fields.Silenced`.
        outlined(): another part of the sheet is what the unit chosen sees.
    """

    scale_chosen = Signal(str)
    silenced_changed = Signal(object)
    outlined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: ColourScale = "layer"
        self._silenced: Silenced = frozenset()
        self._figure = QWidget(self)  # Tab would go astray if they came into it later
        self.view = NetworkView(self._figure)
        self.view.setMinimumHeight(_LEAST_FIGURE)
        self.inspector = Inspector(self._figure)
        self.inspector.closed.connect(lambda: self.view.choose(None))
        self._follower = ChoiceFollower(self.view, self.inspector)
        self._follower.outlined.connect(self.outlined)
        self.view.silence_wanted.connect(self._silence)
        self.prodder = Prodder(self._figure, self.view, self.inspector)
        self.bring_back_button = IconButton("restart", self)
        self.bring_back_button.clicked.connect(lambda: self._set_silenced(frozenset()))
        self.scale_button = self._button()
        self.scale_button.clicked.connect(self._next_scale)
        self._told = ElidedLabel(self)
        self.zoom_out_button, self.zoom_in_button = self._button("−"), self._button("+")
        self.all_button = IconButton("whole", self)
        self.zoom_out_button.clicked.connect(self.view.zoom_out)
        self.zoom_in_button.clicked.connect(self.view.zoom_in)
        self.all_button.clicked.connect(self.view.show_all)
        self.view.told_changed.connect(self._told.setText)
        self.view.zoom_changed.connect(self._follow_zoom)
        self.choice_tools = ChoiceTools(self)
        self.bring_back_button.hide()
        self._controls = self._lay_out_controls()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._figure)
        column = QVBoxLayout(self._figure)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._controls)
        column.addWidget(self.view, 1)
        column.addWidget(self.inspector)
        self.leader = SweepLeader(self.view, self._controls, self.choice_tools)
        self.pins = Pins(self.view, self._follower, self.choice_tools)
        self.kernels = KernelsOpener(self._pages, self.view, self._follower, self.choice_tools)
        self._retranslate()
        self._follow_zoom()

    @property
    def seen(self) -> QWidget:
        """What is seen, but for controls: the figure, or the kernels of a layer."""
        kernels = self.kernels.page
        return kernels.matrix if kernels is not None and self.kernels.is_open else self.view

    @property
    def silenced(self) -> Silenced:
        """The maps and units held at 0."""
        return self._silenced

    @property
    def explainer(self) -> Explainer | None:
        """What explains the network shown; None where nothing does, or not yet."""
        return self._follower.explainer

    @property
    def outline(self) -> QPolygonF | None:
        """The part of the sheet that the unit chosen sees, in units of the sheet's side."""
        return self._follower.outline

    def show_card(self, card: Card | None) -> None:
        """Take another network, of which nothing is silenced."""
        self._follower.explainer = None
        self._set_silenced(frozenset())
        self.pins.keep(card)  # before the view forgets where they were
        self.view.show_card(card)
        self.kernels.follow()

    def set_explainer(self, explainer: Explainer | None) -> None:
        """Take what explains the network shown; without it nothing is explained nor silenced."""
        self._follower.explainer = explainer
        self._follower.follow()
        self.pins.follow()
        self.kernels.follow()

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading of this network, or none."""
        self.view.show_reading(reading)
        self.prodder.show_reading(reading)
        self._follower.follow()
        self.leader.follow()
        self.pins.follow()

    def set_motion(self, *, motion: bool) -> None:
        """Let a sweep go, and the input be prodded, by itself or only by hand."""
        self.leader.sweep.motion = motion
        self.prodder.set_motion(motion=motion)

    def back(self) -> bool:
        """Leave the kernels, close the drawer, end a sweep, give up the choice, then the zoom.

        Returns whether there was one of them.
        """
        return self.kernels.back() or self.prodder.back() or self.leader.back() or self.view.back()

    def set_scale(self, scale: ColourScale) -> None:
        """Choose what shares a colour scale."""
        self._scale = scale
        self.view.set_scale(scale)
        self._retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the focus on to the network; a proxy would catch the Tab key beside it."""
        self.view.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the next colour scale with S."""
        if event.key() == Qt.Key.Key_S and not event.modifiers():
            self._next_scale()
        elif not (self.leader.take_key(event) or self.pins.take_key(event)):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._follower.follow()
        super().changeEvent(event)

    def _lay_out_controls(self) -> FoldingRow:
        controls = FoldingRow(self)
        controls.add(0, self.scale_button, self.prodder.button, self.bring_back_button)
        controls.add(0, self._told, share=1)
        controls.add(1, self.choice_tools)
        controls.add_gap(1)
        controls.add(1, self.zoom_out_button, self.zoom_in_button, self.all_button)
        return controls

    def _button(self, text: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setMinimumSize(_TARGET, _TARGET)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _next_scale(self) -> None:
        self.set_scale(_SCALES[(_SCALES.index(self._scale) + 1) % len(_SCALES)])
        self.scale_chosen.emit(self._scale)

    def _silence(self, place: Place) -> None:
        """Silence a map or a unit, or let it speak again; the answers themselves do."""
        stage = self.view.stages[place.stage]
        if self._follower.explainer is None or place.stage == 0 or stage.is_output:
            return
        whole = replace(place, unit=(0, 0)) if stage.has_cells else place
        self._set_silenced(self._silenced ^ {named_place(self.view.stages, whole)})

    def _set_silenced(self, silenced: Silenced) -> None:
        if silenced == self._silenced:
            return
        self._silenced = silenced
        self.view.show_silenced(places(self.view.stages, silenced))
        self.bring_back_button.setVisible(bool(silenced))
        self.silenced_changed.emit(silenced)

    def _follow_zoom(self) -> None:
        """Offer only what changes something."""
        is_whole = self.view.transform.is_whole
        self.zoom_out_button.setEnabled(not is_whole)
        self.all_button.setEnabled(not is_whole)

    def _retranslate(self) -> None:
        texts = {
            "layer": self.tr("Colours per layer"),
            "map": self.tr("Colours per map"),
            "all": self.tr("Colours over all layers"),
        }
        self.scale_button.setText(texts[self._scale])
        self.scale_button.setAccessibleDescription(
            self.tr("What shares a colour scale; the key S changes it")
        )
        self.scale_button.setToolTip(self.scale_button.accessibleDescription())
        self.bring_back_button.set_name(self.tr("Bring all back"))
        self.all_button.set_name(self.tr("Show all"))
        self.zoom_in_button.setAccessibleName(self.tr("Zoom in"))
        self.zoom_out_button.setAccessibleName(self.tr("Zoom out"))
        for button in (self.zoom_in_button, self.zoom_out_button):
            button.setToolTip(button.accessibleName())
