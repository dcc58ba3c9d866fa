"""Drawings of a game as small pictures; a touch looks at one again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.classroom.score import Try
from lenet_gui.ui.thumbnails import Thumbnails, digit_icon

_LEAST_SIDE = 28
_SIDE_LINES = 2.2
"""Side of a picture, in pixels and in lines of the text."""


class Drawings(Thumbnails):
    """What was drawn, with what was meant and read below.

    Signals:
        again(Drawing): this one is to be looked at again.
    """

    again = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, in_one_row=True)
        self._tries: Sequence[Try] = ()
        self.itemSelectionChanged.connect(self._tell)
        self.setAccessibleName(self.tr("Drawings that were not read as meant"))

    def show_tries(self, tries: Sequence[Try]) -> None:
        """Show these."""
        self._tries = tuple(tries)
        colour = self.palette().color(QPalette.ColorRole.Text)
        icons = [digit_icon(one.reading.input, colour) for one in self._tries]
        captions = [one.caption for one in self._tries]
        self.show_pictures(list(zip(icons, captions, strict=True)))
        self._size_items()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One drawing; the others are scrolled to."""
        return self.gridSize()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the new theme's ink."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            colour = self.palette().color(QPalette.ColorRole.Text)
            self.tint([digit_icon(one.reading.input, colour) for one in self._tries])
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Drawings that were not read as meant"))

    def _measure(self) -> None:
        """Smaller than elsewhere: a panel has little room."""
        line = self.fontMetrics().height()
        side = max(_LEAST_SIDE, round(_SIDE_LINES * line))
        self.setIconSize(QSize(side, side))
        across = max(side, self.fontMetrics().horizontalAdvance("0 → 0")) + 2 * line
        cell = QSize(across, side + round(1.6 * line))
        cell = cell.expandedTo(QSize(self._target, self._target))
        self.setGridSize(cell)
        self.setFixedHeight(cell.height())
        self._size_items()

    def _size_items(self) -> None:
        """Have captions use the whole width of a cell."""
        for row in range(self.count()):
            self.item(row).setSizeHint(self.gridSize())

    def _tell(self) -> None:
        if self.marked >= 0:
            self.again.emit(self._tries[self.marked].reading.drawing)
