"""Thumbnails in rows, one of which is marked: chosen by touch or by the arrow keys."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QScroller,
    QWidget,
)

from lenet_gui.recognition.drawing import SIZE, Input
from lenet_gui.ui.keys import ARROWS

_LEAST_SIDE = 40
_SIDE_LINES = 3.2
"""Side of a picture, in lines of the text."""


class Thumbnails(QListWidget):
    """Pictures with a caption each, as many in a row as fit or all in one; a finger scrolls them.

    `itemSelectionChanged` says that somebody marked another one; `mark` is silent.
    """

    def __init__(self, parent: QWidget | None = None, *, in_one_row: bool = False) -> None:
        super().__init__(parent)
        self._in_one_row = in_one_row
        self._target = 0
        self.setWrapping(not in_one_row)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._measure()

    @property
    def marked(self) -> int:
        """The row that is marked; −1 for none."""
        rows = [index.row() for index in self.selectedIndexes()]
        return rows[0] if rows else -1

    def set_target(self, least: int) -> None:
        """Have no picture with less than so many pixels a side to be touched."""
        self._target = least
        self._measure()

    def show_pictures(self, pictures: Sequence[tuple[QIcon, str]]) -> None:
        """Show these, none of them marked."""
        with QSignalBlocker(self):
            self.clear()
            for icon, caption in pictures:
                item = QListWidgetItem(icon, caption, self)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self.scrollToTop()

    def tint(self, icons: Sequence[QIcon]) -> None:
        """Show the same pictures in other colours."""
        for row, icon in enumerate(icons):
            self.item(row).setIcon(icon)

    def mark(self, row: int) -> None:
        """Mark a row without a word to anybody; −1 marks none."""
        if row != self.marked:
            with QSignalBlocker(self):
                self.clearSelection()
                if row >= 0:
                    self.setCurrentRow(row)
        self._see(row)

    def choose(self, row: int) -> None:
        """Mark a row as somebody would who touches it."""
        self.setCurrentRow(row)
        self._see(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose what a tap ends on: of the second of two quick ones Qt brings no press."""
        super().mouseReleaseEvent(event)
        ended_on = self.indexAt(event.position().toPoint())
        is_still = QScroller.scroller(self.viewport()).state() == QScroller.State.Inactive
        if ended_on.isValid() and is_still:
            self.setCurrentIndex(ended_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows walk from the one marked; where none is they mark the current one first."""
        if Qt.Key(event.key()) in ARROWS and self.marked < 0 and self.count():
            self.choose(max(self.currentRow(), 0))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Let the pictures grow with the text."""
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        super().changeEvent(event)

    def _see(self, row: int) -> None:
        if row >= 0:
            self.scrollToItem(self.item(row))

    def _measure(self) -> None:
        line = self.fontMetrics().height()
        side = max(_LEAST_SIDE, round(_SIDE_LINES * line))
        self.setIconSize(QSize(side, side))
        cell = QSize(round(1.35 * side), side + round(1.8 * line))
        cell = cell.expandedTo(QSize(self._target, self._target))
        self.setGridSize(cell)
        if self._in_one_row:
            self.setFixedHeight(cell.height())


def digit_icon(ink: Input, colour: QColor) -> QIcon:
    """A digit in the colour of ink, on nothing; chosen, it keeps its colour."""
    levels = np.rint(ink * 255).astype(np.uint8)
    coverage = QImage(levels.data, SIZE, SIZE, SIZE, QImage.Format.Format_Grayscale8)
    tinted = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    tinted.fill(colour)
    tinted.setAlphaChannel(coverage)
    pixmap = QPixmap.fromImage(tinted.scaled(4 * SIZE, 4 * SIZE))
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
