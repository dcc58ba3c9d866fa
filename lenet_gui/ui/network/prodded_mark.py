"""The mark that the input is prodded, with the way back beside it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

_TARGET = 32
"""Least side of a button, in pixels."""

_CORNER = 6.0


class ProddedMark(QWidget):
    """Lies on the figure, below the input.

    Signals:
        reset(): nothing is to be done to the input any more.
    """

    reset = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # What is below takes every touch itself, those of the button too.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._label = QLabel(self)
        self.reset_button = QToolButton(self)
        self.reset_button.setMinimumSize(_TARGET, _TARGET)
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reset_button.clicked.connect(self.reset)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(self._label)
        row.addWidget(self.reset_button)
        self._retranslate()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint a plate in the accent's frame: the figure may be below."""
        painter, colours = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Highlight), 1.5))
        painter.setBrush(colours.color(QPalette.ColorRole.Window))
        inside = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, _CORNER, _CORNER)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Input prodded"))
        self.setAccessibleName(self._label.text())
        self.reset_button.setText(self.tr("Reset"))
        self.reset_button.setAccessibleDescription(
            self.tr("Shows the network the input as it was again")
        )
        self.reset_button.setToolTip(self.reset_button.accessibleDescription())
