"""The network as a figure: input, layers and answer side by side, live, at any zoom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.network.card import Card
from lenet_gui.network.fields import Field
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import ColourScale
from lenet_gui.ui import lettering
from lenet_gui.ui.map_picture import MapPicture
from lenet_gui.ui.network import network_headings
from lenet_gui.ui.network.focus import Focus
from lenet_gui.ui.network.network_plan import NetworkPlan, Place
from lenet_gui.ui.network.network_scene import NetworkScene
from lenet_gui.ui.network.network_stages import Stage
from lenet_gui.ui.network.sweep import Swept
from lenet_gui.ui.network.view_transform import ViewTransform

_LINES = 21
"""A line of text takes at most this part of the height."""

_MARGIN = 8
"""Around the figure, for outlines, in pixels."""


class NetworkFigure(QWidget):
    """Shows a network and what is lit in it; chooses nothing by itself.

    Signals:
        zoom_changed(): another part is seen, or all.
    """

    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: NetworkScene | None = None
        self._reading: Reading | None = None
        self._focus = Focus()
        self._transform = ViewTransform(1, 1, 0, 0)
        self._scale: ColourScale = "layer"
        self._stale = QRect()
        self.setMinimumSize(300, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def chosen(self) -> Place | None:
        """The map or unit chosen."""
        return self._focus.chosen

    @property
    def hovered(self) -> Place | None:
        """The map or unit under the mouse, which is outlined lightly."""
        return self._focus.hovered

    @property
    def seen(self) -> tuple[Field, ...]:
        """What the unit chosen sees of the layers before it, as it is outlined."""
        return self._focus.fields

    @property
    def swept(self) -> Swept | None:
        """How far a sweep has come that chooses unit after unit; None while there is none."""
        return self._focus.swept

    @property
    def reading(self) -> Reading | None:
        """What is shown; None before the first ink."""
        return self._reading

    @property
    def card(self) -> Card | None:
        """Whose network it is."""
        return None if self._scene is None else self._scene.card

    @property
    def stages(self) -> tuple[Stage, ...]:
        """What is shown, from the input to the answer."""
        return () if self._scene is None else self._scene.stages

    @property
    def plan(self) -> NetworkPlan:
        """Where everything lies when all is seen."""
        return NetworkPlan((), 1, 1) if self._scene is None else self._scene.plan

    @property
    def transform(self) -> ViewTransform:
        """What part of the plan is seen, and how large."""
        return self._transform

    @property
    def map_picture(self) -> MapPicture | None:
        """The map chosen, or of the unit chosen, alone; None where nothing is, or no reading."""
        chosen = self.chosen
        return None if chosen is None or self._scene is None else self._scene.map_picture(chosen)

    def show_card(self, card: Card | None) -> None:
        """Take another network, empty until its first reading; None: nothing."""
        self._scene = None if card is None else NetworkScene(card, self.palette(), self.font())
        self._reading = None
        self._focus = Focus()
        self._lay_out()

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading of this network, or none."""
        self._reading = reading
        if self._scene is not None:
            self.update(self._scene.show(reading, self._scale, self.palette()))

    def set_scale(self, scale: ColourScale) -> None:
        """Choose what shares a colour scale: a map, a layer, or all layers."""
        self._scale = scale
        self.show_reading(self._reading)

    def show_strengths(self, strengths: Mapping[tuple[int, int], float] | None) -> None:
        """Weigh the lines from and to what is chosen, until something else is.

        Args:
            strengths: contributions by (index of the stage, map) at the other end of a line.
        """
        self._light(replace(self._focus, strengths=strengths))

    def show_fields(self, seen: tuple[Field, ...]) -> None:
        """Outline what the unit chosen sees of the layers before it, until another is chosen."""
        if seen != self._focus.fields:
            before, self._focus = self._focus, replace(self._focus, fields=seen)
            self._refresh(before)

    def show_silenced(self, silenced: frozenset[Place]) -> None:
        """Mark these maps and units as silenced."""
        self._light(replace(self._focus, silenced=silenced))

    def show_pins(self, pinned: frozenset[Place]) -> None:
        """Mark these units as pinned."""
        self._light(replace(self._focus, pinned=pinned))

    def show_spotlight(self, stage: int | None) -> None:
        """Let one stage alone take half of the room, the others fade; None: all are as before.

        The whole network is seen again.
        """
        if stage != self._focus.spotlight:
            self._focus = replace(self._focus, spotlight=stage)
            self._lay_out()

    def look(self, transform: ViewTransform) -> None:
        """See another part, as a transform made of this view's own says."""
        if transform != self._transform:
            self._transform = transform
            if self._scene is not None:
                self._scene.transform = transform
            self.update()
            self.zoom_changed.emit()

    def reveal(self) -> None:
        """Bring what is chosen into sight."""
        if self.chosen is not None:
            self.look(self._transform.revealing(self.plan.rect(self.chosen)))

    def show_all(self) -> None:
        """Show the whole network."""
        self.look(self._transform.whole())

    def place_of(self, place: Place) -> QRectF:
        """Where a map or a unit is seen."""
        return self._transform.to_view(self.plan.rect(place))

    def canvas(self) -> QRect:
        """Where the figure is painted, below the headings."""
        top = network_headings.height(self._text_font())
        return QRect(0, top, self.width(), self.height() - top)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for maps of about a hundred pixels."""
        return QSize(880, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find everything a place in the new room; the zoom stays, and what is in the middle."""
        before, middle = self._transform, self._transform.room().center()
        seen = before.to_plan(middle)
        self._lay_out()
        if not before.is_whole:
            across, down = seen.x() / before.width, seen.y() / before.height
            now = self._transform.zoomed(before.scale, self._transform.room().center())
            at = QRectF(across * now.width, down * now.height, 0, 0)
            by = now.room().center() - now.to_view(at).topLeft()
            self.look(now.panned(by.x(), by.y()))
        self.reveal()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Find everything a place, now that it is seen."""
        self._lay_out()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's colours and the new size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.show_reading(self._reading)
            self.update()
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what changed."""
        self._stale = QRect()
        if self._scene is not None:
            self._scene.focus = self._focus
            with QPainter(self) as painter:
                self._scene.paint(painter, event.rect(), self.canvas())

    def _lay_out(self) -> None:
        """Find everything a place; the whole network is seen again.

        Nothing has one while it is hidden: its size still changes, and fitting takes some 10 ms.
        """
        if not self.isVisible():
            return
        top = network_headings.height(self._text_font())
        width = max(1, self.width() - 2 * _MARGIN)
        height = max(1, self.height() - top - 2 * _MARGIN)
        self._transform = ViewTransform(width, height, _MARGIN, top + _MARGIN)
        if self._scene is not None:
            self._scene.focus = self._focus
            self._scene.lay_out(self._transform, self._text_font())
            self.show_reading(self._reading)
        self.update()
        self.zoom_changed.emit()

    def _light(self, focus: Focus) -> None:
        if focus != self._focus:
            self._focus = focus
            self.update(self.canvas())

    def _refresh(self, before: Focus) -> None:
        """Paint anew where a unit and what it sees were outlined, and where they are now.

        All of it until the next painting is one rectangle: others make Qt scale images slowly.
        """
        if self._scene is not None:
            self._stale |= self._scene.outlined(before) | self._scene.outlined(self._focus)
            self._stale |= self._scene.uncovered(before, self._focus)
            self.update(self._stale)

    def _text_font(self) -> QFont:
        """The view's font, smaller where large headings would leave the maps no room."""
        pixels = self.fontInfo().pixelSize()
        return lettering.sized(self.font(), min(pixels, self.height() / _LINES))
