"""What the bars of a chart show, in words; where they can show something else, a switch."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

_LINES = 1.4
_TARGET = 32
"""Least height of what is touched, in pixels."""


class BarCaption(QAbstractButton):
    """A line of text at the bottom of its widget; enabled, it is underlined and switches.

    Attributes:
        PADDING: between its edge and the text, in pixels.
    """

    PADDING = 6

    paints_focus = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.allow_switching(allowed=False)

    def allow_switching(self, *, allowed: bool) -> None:
        """Answer touch and keys, or be a caption only."""
        self.setEnabled(allowed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if allowed else Qt.FocusPolicy.NoFocus)
        cursor = Qt.CursorShape.PointingHandCursor if allowed else Qt.CursorShape.ArrowCursor
        self.setCursor(cursor)

    def line_height(self) -> int:
        """Height of the text with its space; what is touched may reach further up."""
        return round(self.fontMetrics().height() * _LINES)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The text, and enough for a finger."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width, max(_TARGET, self.line_height()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Paint anew what depends on whether it can be touched."""
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the line."""
        painter = QPainter(self)
        line = QRect(0, self.height() - self.line_height(), self.width(), self.line_height())
        room = line.adjusted(self.PADDING, 0, -self.PADDING, 0)
        font = QFont(self.font())
        font.setUnderline(self.isEnabled())
        painter.setFont(font)
        shade = (
            QPalette.ColorRole.Accent if self.isEnabled() else QPalette.ColorRole.PlaceholderText
        )
        painter.setPen(self.palette().color(shade))
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, align, text)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(line.adjusted(1, 1, -1, -1))
