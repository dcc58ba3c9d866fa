"""A disc where the app's own pen is: it shows that a finger draws here."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

_FAINT = 0.35


class FingerMark(QWidget):
    """Lies over a widget, and lets everything through."""

    def __init__(self, parent: QWidget, side: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(side, side)
        self.hide()

    def show_at(self, place: QPointF | None) -> None:
        """Be at a place of the parent, or nowhere."""
        self.setVisible(place is not None)
        if place is not None:
            self.move((place - QPointF(self.width(), self.height()) / 2).toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's names
        """Paint a disc with a rim."""
        colour = QColor(self.palette().color(QPalette.ColorRole.Accent))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colour)
            colour.setAlphaF(_FAINT)
            painter.setBrush(colour)
            painter.drawEllipse(self.rect().adjusted(1, 1, -2, -2))
