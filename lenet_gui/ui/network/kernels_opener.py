"""Opens the page with a layer's weights in place of the figure, and closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from lenet_gui.ui.network.choice_follower import ChoiceFollower
from lenet_gui.ui.network.choice_tools import ChoiceTools
from lenet_gui.ui.network.network_view import NetworkView

if TYPE_CHECKING:
    from lenet_gui.ui.network.kernels_page import KernelsPage


class KernelsOpener(QObject):
    """By button or key K; of the layer chosen, or else of the first.

    Args:
        pages: the figure is one of them, and the weights become another.
        view: in which a layer is chosen.
        follower: has what knows the weights.
        tools: whose button opens the page.
    """

    def __init__(
        self,
        pages: QStackedLayout,
        view: NetworkView,
        follower: ChoiceFollower,
        tools: ChoiceTools,
    ) -> None:
        super().__init__(view)
        self._pages, self._view, self._follower = pages, view, follower
        self._button = tools.kernels_button
        self.page: KernelsPage | None = None
        self._button.clicked.connect(self.open)
        parent = pages.parentWidget()
        assert isinstance(parent, QWidget), "the pages are somewhere"
        QShortcut(QKeySequence(Qt.Key.Key_K), parent, self._toggle)
        self.follow()

    @property
    def is_open(self) -> bool:
        """Whether the weights are seen."""
        return self.page is not None and self._pages.currentWidget() is self.page

    def open(self) -> None:
        """Show the weights, if somebody knows them."""
        card, explainer = self._view.card, self._follower.explainer
        if card is None or explainer is None:
            return
        if self.page is None:
            self.page = self._make_page()
        chosen = self._view.chosen
        stage = 0 if chosen is None else chosen.stage
        self._pages.setCurrentWidget(self.page)
        map_ = 0 if chosen is None or stage == 0 else chosen.map
        self.page.show_layer(card, explainer, max(0, stage - 1), map_)
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def back(self) -> bool:
        """Close the page; returns whether it was open."""
        was_open = self.is_open
        if was_open:
            self._pages.setCurrentIndex(0)
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def follow(self) -> None:
        """Take notice of another network."""
        has_weights = self._follower.explainer is not None
        self._button.setEnabled(has_weights)
        if not has_weights:
            self.back()

    def _toggle(self) -> None:
        if not self.back():
            self.open()

    def _make_page(self) -> KernelsPage:
        from lenet_gui.ui.network.kernels_page import KernelsPage  # noqa: PLC0415 - seldom wanted

        made = KernelsPage(self._pages.parentWidget())
        made.closed.connect(self.back)
        self._pages.addWidget(made)
        return made
