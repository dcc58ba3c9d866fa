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

_GAP, _SMALL_GAP = 4, 2
"""Between buttons, and between those that are large already, in pixels."""


class NumberRow(QWidget):
    """As many in a row as have room, all rows alike; of too many rows a part, and one to go on.

    Attributes:
        buttons: all of them.
        more_button: turns to the next part; hidden where all are seen.

    Signals:
        chosen(int): a button was touched; its place in the row.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[PageButton] = []
        self._places: list[QWidget] = []
        self._columns = 0
        self._first = 0
        self._target = _TARGET
        self._most_height: int | None = None
        self.more_button = PageButton(self)
        self.more_button.setText("⋯")
        self.more_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.more_button.clicked.connect(self._turn)
        self.more_button.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._retranslate()

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
        self._grid.setSpacing(self._gap())
        self._measure()

    def limit(self, height: int | None) -> None:
        """Take no more than so many pixels, but a row; None: as many as all need."""
        if height != self._most_height:
            self._most_height = height
            self._measure()

    @property
    def row_height(self) -> int:
        """Height of one row, in pixels."""
        return self._height() + self._gap()

    def light(self, index: int) -> None:
        """Light one button, −1: none; it is seen."""
        was_lit = 0 <= index < len(self.buttons) and self.buttons[index].isChecked()
        for place, button in enumerate(self.buttons):
            button.setChecked(place == index)
        if index >= 0 and not was_lit and self.buttons[index] not in self._places:
            self._first = index
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find the rows that have room."""
        self._measure()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window's text."""
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make(self, count: int) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons, self._places = [], []
        for index in range(count):
            button = PageButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, index=index: self._touch(index))
            self.buttons.append(button)
        self._first = 0
        self._measure()

    def _turn(self) -> None:
        """Show the part after the one that is seen."""
        last = max(place for place, one in enumerate(self.buttons) if one in self._places)
        self._first = (last + 1) % len(self.buttons)
        self._measure()

    def _touch(self, index: int) -> None:
        lit = [place for place, button in enumerate(self.buttons) if button.isChecked()]
        if index not in lit:  # touched again: it stays lit
            self.buttons[index].setChecked(True)
        self.chosen.emit(index)

    def _gap(self) -> int:
        return _GAP if self._target == _TARGET else _SMALL_GAP

    def _height(self) -> int:
        return max(self._target, round(_LINES * self.fontMetrics().height()))

    def _measure(self) -> None:
        """Rows of equal length, with room for the longest label in each button."""
        if not self.buttons:
            return
        metrics, gap = self.fontMetrics(), self._gap()
        widest = max(metrics.horizontalAdvance(button.text()) for button in self.buttons)
        least = max(self._target, widest + round(0.8 * metrics.height()))
        fits = max(1, (self.width() + gap) // (least + gap))
        height, count = self._height(), len(self.buttons)
        rows = -(-count // min(fits, count))
        if self._most_height is not None:
            rows = min(rows, max(1, (self._most_height + gap) // (height + gap)))
        shown = self._part(max(2, rows * fits))
        columns = -(-len(shown) // rows)
        has_icons = not self.buttons[0].icon().isNull()
        if has_icons and self._most_height is None:
            height = max(height, min((self.width() + gap) // columns - gap, 2 * height))
        self._place(shown, columns, height)
        for button in self.buttons if has_icons else ():
            button.setIconSize(button.size().expandedTo(button.minimumSize()) * 0.86)
        self.updateGeometry()

    def _part(self, room: int) -> list[PageButton]:
        """Those that are seen where there is room for so many, the way to the others last."""
        count = len(self.buttons)
        if count <= room:
            return self.buttons
        seen = room - 1
        start = self._first // seen * seen
        return [*self.buttons[start : start + seen], self.more_button]

    def _place(self, shown: list[PageButton], columns: int, height: int) -> None:
        for button in (*self.buttons, self.more_button):
            button.setFixedHeight(height)
            button.setVisible(button in shown)
        places: list[QWidget] = [*shown]
        if (places, columns) == (self._places, self._columns):
            return
        self._places, self._columns = places, columns
        for button in (*self.buttons, self.more_button):
            self._grid.removeWidget(button)
        for index, button in enumerate(shown):
            self._grid.addWidget(button, *divmod(index, columns))

    def _retranslate(self) -> None:
        self.more_button.setAccessibleName(self.tr("More"))
