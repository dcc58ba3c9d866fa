"""The input: the 32×32 pixels that the network sees of the drawing."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.recognition.drawing import SIZE
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import colormap

_CAPTION_LINES = 1.6


class InputView(QWidget):
    """Paints the input in the colours of paper and ink, a square per pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self.setMinimumSize(72, 72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading's input, or blank paper."""
        self._reading = reading
        self.update(self.square())

    def square(self) -> QRect:
        """Where the input is painted."""
        top = self._caption_height()
        side = min(self.width(), self.height() - top)
        return QRect(0, top, side, side)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Four times the input, and its caption."""
        return QSize(4 * SIZE, 4 * SIZE + self._caption_height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the caption and the pixels."""
        painter = QPainter(self)
        caption = QRect(0, 0, self.width(), self._caption_height())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        text = painter.fontMetrics().elidedText(
            self._caption, Qt.TextElideMode.ElideRight, caption.width()
        )
        painter.drawText(caption, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
        square = self.square()
        if self._reading is None:
            painter.fillRect(square, self.palette().color(QPalette.ColorRole.Base))
        else:
            shades = colormap.ink(self.palette())
            painter.drawImage(square, shades.image(self._reading.input, 1.0))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(square.adjusted(0, 0, -1, -1))

    def _caption_height(self) -> int:
        return round(self.fontMetrics().height() * _CAPTION_LINES)

    def _retranslate(self) -> None:
        self._caption = self.tr("Input: {size}×{size}").format(size=SIZE)
        self.setAccessibleName(self._caption)
        self.setAccessibleDescription(self.tr("What the network sees of the drawing"))
        self.setToolTip(self.accessibleDescription())
        self.update()
