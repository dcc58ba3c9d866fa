"""Small buttons in rows, one of which may be lit: the steps of a tour, layers, digits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from lenet_gui.ui.page_button import PageButton

_TARGET = 32
"""Least height of a button, in pixels."""

_LINES = 2.0
"""Height of a button, in lines of text."""

_GAP = 4


class NumberRow(QWidget):
    """As many in a row as have room, all rows alike.

    Signals:
        chosen(int): a button was touched; its place in the row.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[PageButton] = []
        self._columns = 0
        self._target = _TARGET
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def offer(self, labels: Sequence[str], names: Sequence[str]) -> None:
        """Offer buttons with these labels; `names` say in words what each is for."""
        if len(labels) != len(self.buttons):
            self._make(len(labels))
        for button, label, name in zip(self.buttons, labels, names, strict=True):
            button.setText(label)
            button.setAccessibleName(name)
            button.setToolTip(name)

    def offer_pictures(self, pictures: Sequence[QIcon], names: Sequence[str]) -> None:
        """The same with pictures in place of labels."""
        self.offer([""] * len(pictures), names)
        for button, picture in zip(self.buttons, pictures, strict=True):
            button.setIcon(picture)
        self._measure()

    def set_target(self, least: int) -> None:
        """Have no button smaller than so many pixels a side."""
        self._target = max(_TARGET, least)
        self._measure()

    def light(self, index: int) -> None:
        """Light one button, −1: none."""
        for place, button in enumerate(self.buttons):
            button.setChecked(place == index)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find the rows that have room."""
        self._measure()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window's text."""
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        super().changeEvent(event)

    def _make(self, count: int) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for index in range(count):
            button = PageButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, index=index: self._touch(index))
            self.buttons.append(button)
        self._columns = 0
        self._measure()

    def _touch(self, index: int) -> None:
        lit = [place for place, button in enumerate(self.buttons) if button.isChecked()]
        if index not in lit:  # touched again: it stays lit
            self.buttons[index].setChecked(True)
        self.chosen.emit(index)

    def _measure(self) -> None:
        """Rows of equal length, with room for the longest label in each button."""
        if not self.buttons:
            return
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(button.text()) for button in self.buttons)
        least = max(self._target, widest + round(0.8 * metrics.height()))
        fits = max(1, (self.width() + _GAP) // (least + _GAP))
        count = len(self.buttons)
        rows = -(-count // min(fits, count))
        columns = -(-count // rows)
        has_icons = not self.buttons[0].icon().isNull()
        across = (self.width() + _GAP) // columns - _GAP
        height = max(self._target, round(_LINES * metrics.height()))
        if has_icons:
            height = max(height, min(across, 2 * height))
        for button in self.buttons:
            button.setFixedHeight(height)
            if has_icons:
                button.setIconSize(button.size().expandedTo(button.minimumSize()) * 0.86)
        if columns != self._columns:
            self._columns = columns
            for index, button in enumerate(self.buttons):
                self._grid.addWidget(button, *divmod(index, columns))
        self.updateGeometry()
