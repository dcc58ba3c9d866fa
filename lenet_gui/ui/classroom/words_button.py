"""A button whose words wrap, and get smaller where they would not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from lenet_gui.ui import lettering

_TARGET = 40
"""Least height, in pixels."""

_LINES = 2.4
"""Height with a title alone, in lines of text."""

_PADDING = 10
_TITLE, _QUIET = 1.1, 0.8
"""Size of the title, in sizes of the window's text, and of the sentence as a share of it."""

_SMALLER = 0.94
_LEAST = 9.0

_FLAGS = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class WordsButton(QPushButton):
    """A title, and below it a quieter sentence if there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def say(self, title: str, sentence: str = "") -> None:
        """Show this."""
        self.setText(title)
        self._sentence = sentence
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few lines of text."""
        lines = _LINES + (1.6 if self._sentence else 0.0)
        return QSize(120, max(_TARGET, round(lines * self.fontMetrics().height())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A finger's width: the words are then smaller."""
        return QSize(60, _TARGET)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window's text."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the button, and its words within it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room = QRectF(self.rect()).adjusted(_PADDING, _PADDING / 2, -_PADDING, -_PADDING / 2)
        palette, size = self.palette(), self._fitting(room)
        title, sentence = self._lines(room.width(), size)
        top = room.center().y() - (title.height() + sentence.height()) / 2
        for box, text, share, role, weight in (
            (title, self.text(), 1.0, QPalette.ColorRole.ButtonText, QFont.Weight.DemiBold),
            (sentence, self._sentence, _QUIET, QPalette.ColorRole.ButtonText, QFont.Weight.Normal),
        ):
            painter.setFont(lettering.sized(self.font(), size * share, weight))
            painter.setPen(palette.color(role))
            painter.drawText(QRectF(room.left(), top, room.width(), box.height()), _FLAGS, text)
            top += box.height()

    def _fitting(self, room: QRectF) -> float:
        """The size of the title in which all has room."""
        size = _TITLE * self.fontInfo().pixelSize()
        while size > _LEAST:
            title, sentence = self._lines(room.width(), size)
            widest = max(title.width(), sentence.width())
            if title.height() + sentence.height() <= room.height() and widest <= room.width():
                break
            size *= _SMALLER
        return size

    def _lines(self, width: float, size: float) -> tuple[QRectF, QRectF]:
        """How much room title and sentence take."""
        box, found = QRectF(0, 0, width, 10_000), []
        for text, share in ((self.text(), 1.0), (self._sentence, _QUIET)):
            metrics = QFontMetricsF(lettering.sized(self.font(), size * share))
            found.append(metrics.boundingRect(box, _FLAGS, text) if text else QRectF())
        return found[0], found[1]
