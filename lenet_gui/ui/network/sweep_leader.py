"""Has a sweep choose unit after unit in the whole network."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from lenet_gui.ui.network.choice_tools import ChoiceTools
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_view import NetworkView
from lenet_gui.ui.network.sweep import Sweep, Way
from lenet_gui.ui.network.sweep_bar import SweepBar


class SweepLeader(QObject):
    """Begins a sweep of the map chosen, by button or space bar; its bar takes the controls' place.

    It ends with the choice, with the ink, and when the person says so.

    Args:
        view: in which units are chosen, and whose keys lead the sweep.
        controls: hidden meanwhile.
        tools: whose button begins it.
    """

    def __init__(self, view: NetworkView, controls: QWidget, tools: ChoiceTools) -> None:
        super().__init__(view)
        self.sweep = Sweep(self)
        self._view, self._controls, self._button = view, controls, tools.sweep_button
        self.bar: SweepBar | None = None
        self.sweep.moved.connect(self._move)
        self.sweep.ended.connect(self._leave)
        self._button.clicked.connect(self.start)
        view.installEventFilter(self)
        for changed in (view.unit_chosen, view.map_chosen, view.choice_cleared):
            changed.connect(self.follow)
        self.follow()

    def start(self) -> None:
        """Begin with the map chosen, if there is one that is made from something."""
        way = self._way(self._view.chosen)
        if way is None:
            return
        if self.bar is None:
            self.bar = self._make_bar()
        stage = self._view.stages[way.stage]
        name = stage.name if way.map is None else self._view.words(Place(way.stage, way.map))
        had_focus = self._button.hasFocus()
        self._controls.hide()
        self.bar.show()
        self.bar.show_name(name)
        self.sweep.start(way)
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """End the sweep; returns whether there was one."""
        is_swept = self.sweep.swept is not None
        self.sweep.end()
        return is_swept

    def follow(self) -> None:
        """Take notice of another choice or reading."""
        self._button.setEnabled(self._way(self._view.chosen) is not None)
        if self._view.swept is None or self._view.reading is None:
            self.sweep.end()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; returns whether it means anything."""
        if self.bar is not None and self.bar.take_key(event):
            return True
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self._button.isEnabled():
            self.start()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the view's keys; who does not see the view misses nothing of the sweep."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take_key(event)
        if event.type() == QEvent.Type.Hide:
            self.sweep.pause()
        return super().eventFilter(watched, event)

    def _way(self, place: Place | None) -> Way | None:
        if place is None or place.stage == 0 or self._view.reading is None:
            return None
        stage, block = self._view.stages[place.stage], self._view.plan.blocks[place.stage]
        if stage.has_cells:
            return Way(place.stage, None, stage.maps, block.columns)
        return Way(place.stage, place.map, stage.height * stage.width, stage.width)

    def _move(self) -> None:
        if self.sweep.swept is not None:
            self._view.sweep_to(self.sweep.swept)

    def _leave(self) -> None:
        had_focus = self.bar is not None and self.bar.isAncestorOf(self.bar.focusWidget())
        if self.bar is not None:
            self.bar.hide()
        self._controls.show()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._view.swept is not None:
            self._view.choose(self._view.chosen)

    def _make_bar(self) -> SweepBar:
        page = self._controls.parentWidget()
        assert page is not None, "the controls stand in a page"
        made = SweepBar(self.sweep, page)
        column = page.layout()
        assert isinstance(column, QBoxLayout), "which is a column"
        column.insertWidget(column.indexOf(self._controls), made)
        return made
