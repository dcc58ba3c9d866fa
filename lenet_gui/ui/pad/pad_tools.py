"""What belongs to the pad: the input it becomes, the brush, undo, redo, clear and the gallery."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.ui.actions import Actions
from lenet_gui.ui.pad import sheet_paint
from lenet_gui.ui.pad.input_view import InputView
from lenet_gui.ui.page_button import PageButton

_THINNEST, _WIDEST = 0.02, 0.12
_NOTCHES = 100
_ICON_LINES = 1.3
"""Height of an icon, in lines of the text."""

_BETWEEN_ROWS = 8
_BETWEEN_BUTTONS = 6
_BESIDE_INPUT = 16
_INPUT_SHARE, _BUTTON_SHARE = 2, 3
"""How the input and the buttons share the width."""


_TARGET = 40
"""Least height of a button, in pixels: a finger's width on a touch screen."""


class PadTools(QWidget):
    """A row below the pad.

    Signals:
        brush_chosen(float): a width as a share of the pad's side.
    """

    brush_chosen = Signal(float)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = _TARGET
        self.input_view = InputView(self)
        self._brush_label = QLabel(self)
        self._brush = QSlider(Qt.Orientation.Horizontal, self)
        self._brush.setRange(0, _NOTCHES)
        self._brush.setMinimumHeight(_TARGET)
        self._brush.valueChanged.connect(self._tell_brush)
        self._brush_label.setBuddy(self._brush)
        commands = (actions.undo, actions.redo, actions.clear, actions.gallery)
        self._buttons = [self._button(action) for action in commands]
        buttons = QHBoxLayout()
        buttons.setSpacing(_BETWEEN_BUTTONS)
        for button in self._buttons:
            buttons.addWidget(button)
        brush = QHBoxLayout()
        brush.addWidget(self._brush_label)
        brush.addWidget(self._brush, 1)
        self._network = self._shaped(QToolButton(self), QSizePolicy.Policy.Expanding)
        self._network.setMenu(actions.network_menu)
        self._network.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._learn = self._shaped(PageButton(self), QSizePolicy.Policy.Preferred)
        self._learn.setDefaultAction(actions.learn)
        self._reader = QWidget(self)
        reader = QHBoxLayout(self._reader)
        reader.setContentsMargins(0, 0, 0, 0)
        reader.setSpacing(_BETWEEN_BUTTONS)
        reader.addWidget(self._network, 1)
        reader.addWidget(self._learn)
        self._ways = QHBoxLayout()
        self._ways.addWidget(self._reader, 1)
        self._pages: list[QToolButton] = []
        for action in (actions.whole_network, actions.compare, actions.results):
            button = self._shaped(PageButton(self), QSizePolicy.Policy.Preferred)
            button.setDefaultAction(action)
            self._ways.addWidget(button)
            self._pages.append(button)
        column = QVBoxLayout()
        column.addLayout(buttons)
        column.addLayout(brush)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(_BESIDE_INPUT)
        row.addWidget(self.input_view, _INPUT_SHARE)
        row.addLayout(column, _BUTTON_SHARE)
        self._whole = QVBoxLayout(self)
        in_line = sheet_paint.MARGIN  # with the edges of the sheet above
        self._whole.setContentsMargins(in_line, 0, in_line, 0)
        self._whole.setSpacing(_BETWEEN_ROWS)
        self._whole.addLayout(row, 1)
        self._whole.addLayout(self._ways)
        in_order = [*self._buttons, self._brush, self._network, *self._pages]
        for one, next_one in pairwise(in_order):
            QWidget.setTabOrder(one, next_one)
        self._retranslate()

    def set_slim(self, *, slim: bool) -> None:
        """Take a narrow place: without the input, and with the network in a row of its own."""
        self.input_view.setHidden(slim)
        self._fit()

    def set_target(self, least: int) -> None:
        """Have no button lower than so many pixels."""
        self._target = least
        self._fit()

    def keep_only(self, kept: Collection[QAction]) -> None:
        """Have no more than the buttons of these actions: no brush, and no choice of networks."""
        for part in (self._brush, self._brush_label, self._network):
            part.hide()
        for button in self.findChildren(PageButton):
            button.setHidden(button.defaultAction() not in kept)

    def show_brush(self, width: float) -> None:
        """Set the slider to a width as a share of the pad's side."""
        share = (width - _THINNEST) / (_WIDEST - _THINNEST)
        with QSignalBlocker(self._brush):  # nobody chose anything
            self._brush.setValue(round(share * _NOTCHES))

    def show_network(self, title: str) -> None:
        """Name the network that reads."""
        self._network.setText(title)
        self._network.setAccessibleDescription(title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See what fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, let the icons grow with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            side = round(self.fontMetrics().height() * _ICON_LINES)
            for button in (*self._buttons, self._learn):
                button.setIconSize(QSize(side, side))
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._fit()

    def _fit(self) -> None:
        """Large text: buttons with an icon do without theirs, the network has its own row."""
        for button in self._pages:
            button.setMinimumSize(button.sizeHint().expandedTo(QSize(self._target, self._target)))
        self._learn.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        whole = self.width() - 2 * sheet_paint.MARGIN
        reader = [self._network, self._learn]
        if _width(reader, _BETWEEN_BUTTONS) > whole:
            self._learn.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        is_narrow = whole < _width([*self._pages, *reader], self._ways.spacing())
        self._give_network_a_row(given=is_narrow or self.input_view.isHidden())
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        for _ in range(2):
            for button in self._buttons:
                button.setToolButtonStyle(style)
                button.setMinimumHeight(max(self._target, button.sizeHint().height()))
            if _width(self._buttons, _BETWEEN_BUTTONS) <= self._room_for_buttons():
                break
            style = Qt.ToolButtonStyle.ToolButtonIconOnly

    def _room_for_buttons(self) -> int:
        """Width that the buttons with an icon share."""
        whole = self.width() - 2 * sheet_paint.MARGIN
        if self.input_view.isHidden():
            return whole
        return (whole - _BESIDE_INPUT) * _BUTTON_SHARE // (_INPUT_SHARE + _BUTTON_SHARE)

    def _give_network_a_row(self, *, given: bool) -> None:
        has_row = self._whole.indexOf(self._reader) >= 0
        if given and not has_row:
            self._ways.removeWidget(self._reader)
            self._whole.insertWidget(1, self._reader)
        elif has_row and not given:
            self._whole.removeWidget(self._reader)
            self._ways.insertWidget(0, self._reader, 1)

    def _tell_brush(self, notch: int) -> None:
        self.brush_chosen.emit(_THINNEST + (_WIDEST - _THINNEST) * notch / _NOTCHES)

    def _button(self, action: QAction) -> QToolButton:
        button = self._shaped(PageButton(self), QSizePolicy.Policy.Expanding)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        return button

    def _shaped(self, button: QToolButton, across: QSizePolicy.Policy) -> QToolButton:
        button.setMinimumSize(_TARGET, _TARGET)
        button.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _retranslate(self) -> None:
        self._brush_label.setText(self.tr("&Brush"))
        self._brush.setAccessibleName(self.tr("Brush width"))
        self._network.setAccessibleName(self.tr("Network that reads"))


def _width(buttons: Sequence[QToolButton], spacing: int) -> int:
    """What a row of buttons takes with all of their texts, in pixels."""
    return sum(button.sizeHint().width() for button in buttons) + spacing * (len(buttons) - 1)
