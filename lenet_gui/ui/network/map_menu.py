"""The menu of a map of the network view: what can be taken out of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from lenet_gui.ui.network.network_view import NetworkView


class MapMenu(QObject):
    """Opens with a right click, which chooses the map that it is on, or with the menu key.

    Args:
        view: whose maps they are.
        actions: what is offered; they are about what is chosen.
    """

    def __init__(self, view: NetworkView, actions: Sequence[QAction]) -> None:
        super().__init__(view)
        self._view = view
        self._menu = QMenu(view)
        self._menu.addActions(list(actions))
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Open the menu."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._view.hand.choose_map_at(QPointF(event.pos()))
        elif self._view.chosen is not None:
            place = self._view.place_of(self._view.chosen).center().toPoint()
            at = self._view.mapToGlobal(place)
        self._menu.popup(at)
        return True
