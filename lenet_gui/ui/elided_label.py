"""A line of text that gets smaller, or ends in …, where there is little room for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lenet_gui.ui import lettering

_LEAST_LETTERS = 6
"""In a room for fewer there is no text: what an … says alone is nothing."""


class ElidedLabel(QLabel):
    """Takes the room there is, whatever it says: what stands beside it stays in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        if room.width() < _LEAST_LETTERS * self.fontMetrics().averageCharWidth():
            return
        middle = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        lettering.write(painter, room, middle, self.text())
