"""The whole network as one picture, from the input to the answer: every map alive."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.keys import BY_KEYBOARD
from lenet_gui.ui.network.network_figure import NetworkFigure
from lenet_gui.ui.network.network_hand import NetworkHand
from lenet_gui.ui.network.network_keys import ZOOM_STEP
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.sweep import Swept


class NetworkView(NetworkFigure):
    """Input, layers and answer side by side, live; zoomed, panned and chosen from.

    A click or a touch chooses a map, and in a map that is chosen or large enough a unit; on what
    is chosen already it ends the choice. Two quick ones silence, as X and Delete do. Keys: + and
    − zoom, 0 or Home shows all; the arrow keys walk from unit to unit and on to the layer beside,
    PageUp and PageDown from map to map, with Ctrl from layer to layer; an arrow key with Shift
    pans.

    Signals:
        unit_chosen(str, int, int, int): a layer's name (`network_stages.INPUT` for the input), a
            map, a row and a column.
        map_chosen(str, int): a layer's name and a map.
        choice_cleared(): nothing is chosen any more.
        silence_wanted(object): a `Place` is to be silenced, or to speak again: it was tapped
            twice, or X or Delete was pressed.
        told_changed(str): what is said of the unit chosen or under the mouse.
    """

    unit_chosen = Signal(str, int, int, int)
    map_chosen = Signal(str, int)
    choice_cleared = Signal()
    silence_wanted = Signal(object)
    told_changed = Signal(str)

    paints_focus = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._ring = False
        self.hand = NetworkHand(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    @property
    def told(self) -> str:
        """What is said of the unit chosen or under the mouse."""
        return self._told

    def words(self, place: Place | None) -> str:
        """A map or a unit in words, with the value of the unit; empty for none."""
        return "" if place is None or self._scene is None else self._scene.words(place)

    def show_card(self, card: Card | None) -> None:
        """Take another network, empty and with nothing chosen; None: nothing."""
        super().show_card(card)
        self.choice_cleared.emit()

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading of this network, or none, and say what it makes of what is chosen."""
        super().show_reading(reading)
        if self._scene is not None:
            self._tell()

    def choose(self, place: Place | None) -> None:
        """Choose a map or a unit, or nothing, and tell it by a signal."""
        if place != self.chosen or self.swept is not None:
            self._focus = replace(self._focus, chosen=place, strengths=None, fields=(), swept=None)
        self.update()
        self._tell()
        if place is None:
            self.choice_cleared.emit()
            return
        name = self.stages[place.stage].name
        if place.unit is None:
            self.map_chosen.emit(name, place.map)
        else:
            self.unit_chosen.emit(name, place.map, *place.unit)

    def sweep_to(self, swept: Swept) -> None:
        """Choose the unit that a sweep has come to, and tell it by a signal.

        Units not reached yet are empty until something else is chosen.
        """
        place, before = swept.place, self._focus
        self._focus = replace(before, chosen=place, swept=swept, strengths=None)
        if before.swept is None:
            self.update()
        else:
            self._refresh(before)
        self._tell()
        assert place.unit is not None, "a sweep goes over units"
        self.unit_chosen.emit(self.stages[place.stage].name, place.map, *place.unit)

    def back(self) -> bool:
        """Give up the choice, then the zoom; returns whether there was anything to give up."""
        if self.chosen is not None:
            self.choose(None)
        elif not self._transform.is_whole:
            self.show_all()
        else:
            return False
        return True

    def hover(self, place: Place | None) -> None:
        """Outline lightly what the mouse is on, and tell it; None: nothing."""
        if place == self.hovered:
            return
        for outlined in (self.hovered, place):
            if outlined is not None:
                self.update(self.place_of(outlined).toAlignedRect().adjusted(-8, -8, 8, 8))
        self._focus = replace(self._focus, hovered=place)
        self._tell()

    def zoom(self, factor: float) -> None:
        """Larger or smaller, about what is chosen or else about the middle."""
        self.look(self._transform.zoomed(factor, self._middle()))

    def zoom_in(self) -> None:
        """Larger."""
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self.zoom(1 / ZOOM_STEP)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what changed, and above it the ring of the keyboard's focus."""
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            with QPainter(self) as painter:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the focus is to whoever came by keyboard."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = event.reason() in BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, ARG002 - Qt's names
        """Hide where the focus was."""
        self.update()

    def _middle(self) -> QPointF:
        if self.chosen is None:
            return QRectF(self.canvas()).center()
        return self.place_of(self.chosen).center()

    def _tell(self) -> None:
        """Say what the mouse is on, or else what is chosen; to screen readers too."""
        place = self.hovered or self.chosen
        told = self.words(place)
        if told != self._told:
            self._told = told
            self.told_changed.emit(told)
        chosen = self.words(self.chosen) or self._usage
        if chosen != self.accessibleDescription():
            self.setAccessibleDescription(chosen)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The whole network"))
        self._usage = self.tr(
            "Arrow keys walk from unit to unit, Page Up and Page Down from map to map, with Ctrl"
            " from layer to layer; plus and minus zoom, 0 shows all, Shift and an arrow pans;"
            " X silences, the space bar sweeps, M pins, K shows the kernels"
        )
        self._tell()
        self.update()
