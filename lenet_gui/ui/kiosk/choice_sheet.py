"""A choice of one, in large buttons over the window: no menu, no window of its own."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.ui.kiosk.overlay import Overlay
from lenet_gui.ui.kiosk.roomy_button import RoomyButton

_WIDTH = 0.4
"""Of the window's."""

_LEAST_WIDTH = 360
_BETWEEN = 12


class ChoiceSheet(Overlay):
    """Offers some names; a touch beside them changes nothing.

    Signals:
        chosen(str): one was chosen; its key.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[str, RoomyButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.setSpacing(_BETWEEN)

    @property
    def buttons(self) -> Mapping[str, RoomyButton]:
        """The button of each name offered, by its key."""
        return self._buttons

    def offer(self, names: Mapping[str, str], current: str) -> None:
        """Offer names by key, of which one is the current."""
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self.open()
        self._buttons = {key: self._button(key, name) for key, name in names.items()}
        for button in self._buttons.values():
            button.show()
        if current in self._buttons:
            self._buttons[current].setChecked(True)
            self._buttons[current].setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002 - Qt's names
        """Go back."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back with Esc; walk with the arrows."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)

    def event(self, event: QEvent) -> bool:
        """Take a finger for a mouse: what is not accepted here comes again as one."""
        if event.type() in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd):
            event.ignore()
            return False
        return super().event(event)

    def _button(self, key: str, name: str) -> RoomyButton:
        button = RoomyButton(self)
        button.setText(name)
        button.setCheckable(True)
        button.setMinimumWidth(max(_LEAST_WIDTH, round(self.width() * _WIDTH)))
        button.clicked.connect(lambda: self._choose(key))
        self._column.addWidget(button)
        return button

    def _choose(self, key: str) -> None:
        self.hide()
        self.chosen.emit(key)
