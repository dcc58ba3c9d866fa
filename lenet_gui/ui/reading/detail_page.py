"""What a page in place of all maps has: a button that leads back to them, and keys that do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from lenet_gui.ui.keys import ENTER

_TARGET = 32
"""Least height of the button, in pixels."""


class DetailPage(QWidget):
    """A page that the person goes back from.

    Attributes:
        close_button: leads back; where it stands and what it says is the page's.

    Signals:
        closed(): the person is done with it.
    """

    closed = Signal()

    close_button: QPushButton

    def make_close_button(self) -> QPushButton:
        """The button, made when the page has all that the Tab key reaches before it."""
        made = QPushButton(self)
        made.setMinimumHeight(_TARGET)
        made.clicked.connect(self.closed)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter or backspace goes back; the window does so for Esc."""
        if event.key() in (*ENTER, Qt.Key.Key_Backspace):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Let the button grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            height = self.close_button.sizeHint().height()
            self.close_button.setMinimumHeight(max(_TARGET, height))
