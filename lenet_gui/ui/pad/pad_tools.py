"""What belongs to the pad: the input it becomes, the brush, undo, redo, clear and the gallery."""

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction
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
        self._ways = QHBoxLayout()
        self._ways.addWidget(self._network, 1)
        for action in (actions.whole_network, actions.compare, actions.results):
            button = self._shaped(PageButton(self), QSizePolicy.Policy.Preferred)
            button.setDefaultAction(action)
            self._ways.addWidget(button)
        column = QVBoxLayout()
        column.addLayout(buttons)
        column.addLayout(brush)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.input_view, 2)
        row.addLayout(column, 3)
        self._whole = QVBoxLayout(self)
        in_line = sheet_paint.MARGIN  # with the edges of the sheet above
        self._whole.setContentsMargins(in_line, 0, in_line, 0)
        self._whole.setSpacing(_BETWEEN_ROWS)
        self._whole.addLayout(row, 1)
        self._whole.addLayout(self._ways)
        self._retranslate()

    def set_slim(self, *, slim: bool) -> None:
        """Take a narrow place: without the input, and with the network in a row of its own."""
        if slim == self.input_view.isHidden():
            return
        self.input_view.setHidden(slim)
        if slim:
            self._ways.removeWidget(self._network)
            self._whole.insertWidget(1, self._network)
        else:
            self._whole.removeWidget(self._network)
            self._ways.insertWidget(0, self._network, 1)

    def show_brush(self, width: float) -> None:
        """Set the slider to a width as a share of the pad's side."""
        share = (width - _THINNEST) / (_WIDEST - _THINNEST)
        with QSignalBlocker(self._brush):  # nobody chose anything
            self._brush.setValue(round(share * _NOTCHES))

    def show_network(self, title: str) -> None:
        """Name the network that reads."""
        self._network.setText(title)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, let the icons grow with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            side = round(self.fontMetrics().height() * _ICON_LINES)
            for button in self._buttons:
                button.setIconSize(QSize(side, side))
        super().changeEvent(event)

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
