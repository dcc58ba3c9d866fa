"""The way back from a lesson: the page, choice, zoom and focus that were there before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.network.network_page import NetworkPage
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.view_transform import ViewTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from lenet_gui.ui.main_window import MainWindow


@dataclass(frozen=True)
class Look:
    """What was seen of the whole network.

    Attributes:
        model: id of the network.
        chosen: the map or unit.
        transform: the zoom.
    """

    model: str | None
    chosen: Place | None
    transform: ViewTransform

    @classmethod
    def of(cls, page: NetworkPage) -> Look:
        """What is seen now."""
        view = page.view
        return cls(None if view.card is None else view.card.id, view.chosen, view.transform)

    def restore(self, page: NetworkPage) -> None:
        """See it again; of another network, all of it."""
        view, same = page.view, self.model
        is_same = view.card is not None and view.card.id == same
        view.choose(self.chosen if is_same else None)
        settle(page)
        now = view.transform
        if not is_same or self.transform.is_whole:
            view.show_all()
        elif (now.width, now.height) == (self.transform.width, self.transform.height):
            view.look(self.transform)
        else:
            view.look(self._in_room_of(now))

    def _in_room_of(self, now: ViewTransform) -> ViewTransform:
        """The same zoom about the same middle, where the room became another."""
        before = self.transform
        middle = before.to_plan(before.room().center())
        there = QPointF(
            middle.x() * now.width / before.width, middle.y() * now.height / before.height
        )
        corner = QPointF(now.width, now.height) / 2 - there * before.scale
        return replace(now, scale=before.scale, x=corner.x(), y=corner.y()).panned(0, 0)


@dataclass(frozen=True)
class WayBack:
    """What a window looked like.

    Attributes:
        page: the action whose page was beside the pad; None: the compact view.
        look: what was seen of the whole network; None where it was not.
        has_gallery: whether the gallery was open.
        is_prodding: whether the drawer that prods the input was open.
        focus: what had the focus.
    """

    page: QAction | None
    look: Look | None
    has_gallery: bool
    is_prodding: bool
    focus: QWidget | None

    @classmethod
    def of(cls, window: MainWindow) -> WayBack:
        """What it looks like now."""
        commands, network = window.commands, window.beside.network
        pages = (commands.compare, commands.results, commands.whole_network)
        page = next((action for action in pages if action.isChecked()), None)
        look = Look.of(network) if network is not None and window.beside.shows_network else None
        is_prodding = look is not None and network is not None and network.prodder.is_open
        has_gallery = commands.gallery.isChecked()
        return cls(page, look, has_gallery, is_prodding, window.focusWidget())

    def restore(self, window: MainWindow) -> None:
        """Go back to it."""
        commands, network = window.commands, window.beside.network
        if self.page is None:
            commands.whole_network.setChecked(False)
        else:
            self.page.setChecked(True)
        window.beside.turn()
        commands.gallery.setChecked(self.has_gallery)
        is_open = network is not None and network.prodder.is_open
        if network is not None and self.is_prodding and not is_open:
            network.prodder.button.click()
        self.restore_look(window)
        if self.focus is not None:
            self.focus.setFocus()

    def restore_look(self, window: MainWindow) -> None:
        """See of the whole network what was seen; where it was not, all of it."""
        network = window.beside.network
        if network is not None and self.look is not None:
            self.look.restore(network)
        elif network is not None:
            network.view.choose(None)
            network.view.show_all()


def settle(page: NetworkPage) -> None:
    """Have the page laid out at once: the inspector that comes or goes leaves another room."""
    layout = page.layout()
    if layout is not None:
        layout.activate()
