"""The page with all weights of a layer, in place of the whole network's figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lenet_gui.network.card import Card, Layer
from lenet_gui.ui.elided_label import ElidedLabel
from lenet_gui.ui.icon_button import IconButton
from lenet_gui.ui.network import kernel_table
from lenet_gui.ui.network.kernel_matrix import KernelMatrix
from lenet_gui.ui.network.kernel_sheet import KernelSheet
from lenet_gui.ui.network.kernel_table import KernelTable

if TYPE_CHECKING:
    from lenet_gui.recognition.explain import Explainer


_MATRIX = 0.6
"""Share of the page that all pictures together have; the rest is for the one enlarged."""

_LEAST_BELOW = 250.0
"""Height with which one picture can be read, in pixels."""

_BELOW_FROM = 1.25
"""So many times larger the pictures have to become for the one enlarged to lie below them."""


class KernelsPage(QWidget):
    """A row of controls, the weights of a layer, and one picture of them enlarged.

    Signals:
        closed(): the person is done with it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._explainer: Explainer | None = None
        self._index = 0
        self._table: KernelTable | None = None
        self.previous_button, self.next_button = (
            IconButton("previous", self),
            IconButton("next", self),
        )
        self._title = ElidedLabel(self)
        self.zoom_out_button, self.zoom_in_button = (
            IconButton("slower", self),
            IconButton("faster", self),
        )
        self.all_button = IconButton("whole", self)
        self.close_button = IconButton("close", self)
        self.matrix, self.sheet = KernelMatrix(self), KernelSheet(self)
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._wire()
        self._retranslate()

    @property
    def layer(self) -> Layer | None:
        """Whose weights are shown."""
        return None if self._card is None else self._card.layers[self._index]

    @property
    def title(self) -> str:
        """What there is, in words."""
        return self._title.text()

    @property
    def told(self) -> str:
        """What is said in place of weights where there are none."""
        return self._nothing.text() if self._table is None else ""

    def show_layer(self, card: Card, explainer: Explainer, index: int, map_: int = 0) -> None:
        """Show a layer's weights.

        Args:
            card: of the network.
            explainer: has its weights.
            index: of the layer, the first one 0.
            map_: whose first picture is chosen.
        """
        self._card, self._explainer, self._index = card, explainer, index
        self._table = kernel_table.of_layer(card, explainer, card.layers[index].name)
        has_weights = self._table is not None
        self.matrix.setVisible(has_weights)
        self.sheet.setVisible(has_weights)
        self._nothing.setVisible(not has_weights)
        if self._table is not None:
            self._arrange()
            self.matrix.show_table(self._table, map_)
        self.previous_button.setEnabled(index > 0)
        self.next_button.setEnabled(index + 1 < len(card.layers))
        self._follow_zoom()
        self._tell()

    def turn(self, by: int) -> None:
        """Show the layer after, 1, or before, −1."""
        if self._card is None or self._explainer is None:
            return
        index = self._index + by
        if 0 <= index < len(self._card.layers):
            had_focus = self.matrix.hasFocus() or self.hasFocus()
            self.show_layer(self._card, self._explainer, index)
            if had_focus:  # hidden, the matrix has lost it
                (self.matrix if self._table is not None else self).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find the pictures another room."""
        self._arrange()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the focus on to the kernels; a proxy would hide the buttons from the Tab key."""
        self.matrix.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.previous_button)
        head.addWidget(self.next_button)
        head.addSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self.zoom_out_button, self.zoom_in_button, self.all_button):
            head.addWidget(button)
        head.addSpacing(8)
        head.addWidget(self.close_button)
        self._body.setSpacing(16)
        self._body.addWidget(self.matrix, 3)
        self._body.addWidget(self.sheet, 2)
        self._body.addWidget(self._nothing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._body, 1)

    def _wire(self) -> None:
        self.previous_button.clicked.connect(lambda: self.turn(-1))
        self.next_button.clicked.connect(lambda: self.turn(1))
        self.zoom_out_button.clicked.connect(self.matrix.zoom_out)
        self.zoom_in_button.clicked.connect(self.matrix.zoom_in)
        self.all_button.clicked.connect(self.matrix.show_all)
        self.close_button.clicked.connect(self.closed)
        self.matrix.layer_turned.connect(self.turn)
        self.matrix.zoom_changed.connect(self._follow_zoom)
        self.matrix.chosen_changed.connect(self._enlarge)

    def _arrange(self) -> None:
        """The enlarged picture beside the others, or below them where these become larger so."""
        if self._table is None:
            return
        width, height = self.width(), self.height() - self.close_button.height()
        beside = self.matrix.unit_in(self._table, width * _MATRIX, height)
        below = self.matrix.unit_in(self._table, width, height * _MATRIX)
        is_low = height * (1 - _MATRIX) < _LEAST_BELOW
        is_beside = is_low or beside * _BELOW_FROM >= below
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(way)

    def _enlarge(self, map_: int, row: int) -> None:
        if self._table is not None:
            self.sheet.show_kernel(self._table, (map_, row))
            told = (*self.sheet.lines, self._usage)
            self.matrix.setAccessibleDescription(". ".join(told))

    def _follow_zoom(self) -> None:
        """Offer only what changes something."""
        is_whole = self.matrix.transform.is_whole
        self.zoom_in_button.setEnabled(self._table is not None)
        self.zoom_out_button.setEnabled(self._table is not None and not is_whole)
        self.all_button.setEnabled(self._table is not None and not is_whole)

    def _tell(self) -> None:
        layer = self.layer
        if layer is None:
            return
        size = f"{layer.kernel}×{layer.kernel}"
        self._title.setText(layer.name if self._table is None else self._table.title())
        self._nothing.setText(
            self.tr(
                "{layer} has no weights: max pooling passes on the largest of each {size}"
            ).format(layer=layer.name, size=size)
        )

    def _retranslate(self) -> None:
        self._usage = self.tr(
            "Arrow keys lead from kernel to kernel, Page Up and Page Down from layer to layer"
        )
        self.setAccessibleName(self.tr("Kernels"))
        self.previous_button.set_name(self.tr("Layer before"))
        self.next_button.set_name(self.tr("Layer after"))
        self.zoom_out_button.set_name(self.tr("Zoom out"))
        self.zoom_in_button.set_name(self.tr("Zoom in"))
        self.all_button.set_name(self.tr("Show all"))
        self.close_button.set_name(self.tr("Back to the figure"))
        self._tell()
