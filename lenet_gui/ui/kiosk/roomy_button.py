"""A button with room around its words: a finger sees where it ends."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.page_button import PageButton


class RoomyButton(PageButton):
    """Can be reached by key, and shows that it is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line's height wider than the words want."""
        return super().sizeHint() + QSize(self.fontMetrics().height(), 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the words want, when there is little room."""
        return super().sizeHint()
