"""The drawer from which the input is prodded: what the network sees, and what is done to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import lettering
from lenet_gui.ui.elided_label import ElidedLabel
from lenet_gui.ui.icon_button import IconButton
from lenet_gui.ui.network import amounts
from lenet_gui.ui.network.amount_slider import AmountSlider
from lenet_gui.ui.network.amounts import AMOUNTS, Amount, Unit
from lenet_gui.ui.pad.input_view import InputView
from lenet_gui.ui.page_button import PageButton

_TARGET = 36
"""Least side of a button, in pixels."""

_MOST_COLUMNS = 4
_LOW = 10
"""A page lower than so many sliders: the input makes room for another column of them."""

_LINES = 37
"""A line of text takes at most this part of the page's height."""

_INPUT = 7
"""Width of the input, in lines of text."""

_BETWEEN_COLUMNS = 20
_ABOVE = 8


class ProdPanel(QWidget):
    """A row of buttons above the sliders, and at their left the input.

    Signals:
        chosen(Prodding): a hand has chosen what is done to the input.
        held(): a hand is at a slider.
        motion_wanted(bool): the amounts are to wander by themselves, or to rest.
        reset(): nothing is to be done any more.
        arranged(): it wants another height.
        closed(): the person is done with it.
    """

    chosen = Signal(object)
    held = Signal()
    motion_wanted = Signal(bool)
    reset = Signal()
    arranged = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._prodding = NEUTRAL
        self._columns = 0
        self._room = 0
        self._prodded = ""
        self.input_view = InputView(self)
        self.sliders = {amount.name: self._slider(amount) for amount in AMOUNTS}
        self.centred_button = self._button(PageButton(self))
        self.centred_button.setCheckable(True)
        self.centred_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.centred_button.clicked.connect(self._choose_centred)
        self._title = ElidedLabel(self)
        self.motion_button = IconButton("play", self)
        self.motion_button.show_name(shown=True)
        self.motion_button.setCheckable(True)
        self.motion_button.clicked.connect(self.motion_wanted)
        self.reset_button = self._button(QToolButton(self))
        self.reset_button.clicked.connect(self.reset)
        self.close_button = IconButton("close", self)
        self.close_button.clicked.connect(self.closed)
        self._grid = QGridLayout()
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(next(iter(self.sliders.values())))
        self._retranslate()
        self.show_prodding(NEUTRAL)
        self.hide()

    def fit(self, page: QWidget) -> None:
        """Take the page's font, smaller where large words would leave the figure no room."""
        pixels = min(page.fontInfo().pixelSize(), page.height() / _LINES)
        self.setFont(lettering.sized(page.font(), pixels))
        self._room = page.height()
        self._arrange()

    def show_prodding(self, prodding: Prodding) -> None:
        """Show what is done to the input."""
        self._prodding = prodding
        for slider in self.sliders.values():
            slider.show_value(slider.amount.of(prodding))
        self.centred_button.setChecked(prodding.centred)
        self.reset_button.setEnabled(not prodding.is_neutral)
        self._show_title()

    def show_motion(self, *, goes: bool, allowed: bool) -> None:
        """Show whether the amounts wander, and whether they may."""
        self.motion_button.setVisible(allowed)
        self.motion_button.setChecked(goes)
        self.motion_button.set_icon("pause" if goes else "play")

    def show_reading(self, reading: Reading | None) -> None:
        """Show what the network saw."""
        self.input_view.show_reading(reading)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many columns as there is room for."""
        self._arrange()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take other columns when a slider wants to be higher."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self._show_title()
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for button in (self.motion_button, self.reset_button, self.close_button):
            head.addWidget(button)
        self._grid.setHorizontalSpacing(_BETWEEN_COLUMNS)
        self._grid.setVerticalSpacing(4)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(head)
        right.addLayout(self._grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _ABOVE, 0, 0)
        row.setSpacing(_BETWEEN_COLUMNS)
        self.input_view.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row.addWidget(self.input_view)
        row.addLayout(right, 1)

    def _arrange(self) -> None:
        """Four columns of two rows, or two of four; without the input in a narrow or low place."""
        side = _INPUT * self.fontMetrics().height()
        needed = max(slider.words_width for slider in self.sliders.values()) + _BETWEEN_COLUMNS
        few = _MOST_COLUMNS // 2
        columns = _MOST_COLUMNS if self.width() >= side + _MOST_COLUMNS * needed else few
        has_input = self.width() >= side + few * needed
        slider = next(iter(self.sliders.values()))
        is_low = self._room < _LOW * max(slider.sizeHint().height(), slider.minimumHeight())
        if is_low and columns == few and self.width() >= (few + 1) * needed:
            columns, has_input = few + 1, False
        self.input_view.setFixedWidth(side)
        self.input_view.setVisible(has_input)
        if columns == self._columns:
            return
        self._columns = columns
        for index, cell in enumerate((*self.sliders.values(), self.centred_button)):
            self._grid.addWidget(cell, *divmod(index, columns))
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        self.arranged.emit()

    def _slider(self, amount: Amount) -> AmountSlider:
        slider = AmountSlider(amount, self)
        slider.sliderPressed.connect(self.held)
        slider.chosen.connect(lambda value: self._choose(amount, value))
        return slider

    def _button(self, button: QToolButton) -> QToolButton:
        button.setMinimumSize(_TARGET, _TARGET)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _choose(self, amount: Amount, value: float) -> None:
        self.held.emit()
        self._tell(amounts.changed(self._prodding, amount, value))

    def _choose_centred(self, centred: bool) -> None:
        self._tell(replace(self._prodding, centred=centred))

    def _tell(self, prodding: Prodding) -> None:
        self.show_prodding(prodding)
        self.chosen.emit(prodding)

    def _show_title(self) -> None:
        """Mark that the input is prodded, beside the way back."""
        is_neutral = self._prodding.is_neutral
        self._title.setText(self.accessibleName() if is_neutral else self._prodded)
        role = QPalette.ColorRole.WindowText if is_neutral else QPalette.ColorRole.Highlight
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.WindowText, colours.color(role))
        self._title.setPalette(colours)

    def _retranslate(self) -> None:
        names = {
            "across": self.tr("Shift across"),
            "down": self.tr("Shift down"),
            "scale": self.tr("Scale"),
            "rotation": self.tr("Rotation"),
            "shear": self.tr("Shear"),
            "line": self.tr("Line width"),
            "noise": self.tr("Noise"),
        }
        units: dict[Unit, str] = {
            "px": self.tr("{amount} px"),
            "%": self.tr("{amount} %"),
            "°": self.tr("{amount}°"),
        }
        hint = self.tr("Two quick touches, or Delete, put it back")
        for name, slider in self.sliders.items():
            slider.set_words(names[name], units[slider.amount.unit], hint)
        self.setAccessibleName(self.tr("Prod the input"))
        self._prodded = self.tr("Input prodded")
        self._show_title()
        self.centred_button.setText(self.tr("Fit and centre"))
        self.centred_button.setAccessibleDescription(
            self.tr("Off: the network sees the drawing as it lies on the sheet")
        )
        self.centred_button.setToolTip(self.centred_button.accessibleDescription())
        self.motion_button.set_name(self.tr("Move by itself"))
        self.reset_button.setText(self.tr("Reset"))
        self.close_button.set_name(self.tr("Close"))
