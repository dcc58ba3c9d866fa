"""The locked window of the second screen: what is beside the pad, with the screen to itself."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from lenet_gui.ui import text_size
from lenet_gui.ui.kiosk.locked_window import LockedWindow


class NetworkWindow(LockedWindow):
    """Holds what a window lends."""

    def __init__(self) -> None:
        super().__init__()
        self._lent: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the screen's size

    def show_lent(self, lent: QWidget) -> None:
        """Take what is lent; what was lent before goes, if its window did not take it back."""
        if lent is self._lent:
            return
        if self._lent is not None and self._lent.parent() is self:
            self._lent.hide()
            self._lent.deleteLater()
        self._lent = lent
        self._column.addWidget(lent)
        lent.show()

    def give_back(self) -> None:
        """It is taken back."""
        self._lent = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the text grow with the screen."""
        font = self.font()
        font.setPixelSize(text_size.pixels(self.size(), 100))
        self.setFont(font)
        margin = text_size.margin(self.size())
        self._column.setContentsMargins(margin, margin, margin, margin)
        super().resizeEvent(event)
