"""The score in words, and below it a mark for every digit asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui import lettering
from lenet_gui.ui.classroom.score import Outcome

_LINES = 2.5
"""Height, in lines of text."""

_LARGEST = 0.9
"""Diameter of a mark, in sizes of the text."""


class ScoreRow(QWidget):
    """Marks: a disc for what was right, a cross for what was not, a dot for what is to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._outcomes: tuple[Outcome, ...] = ()
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The score in words."""
        return self._words

    def show_score(self, words: str, outcomes: Sequence[Outcome] = (), count: int = 0) -> None:
        """Show a score.

        Args:
            words: the score.
            outcomes: of the digits so far.
            count: how many digits there will be in all; 0: no marks are shown.
        """
        self._words, self._outcomes, self._count = words, tuple(outcomes), count
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line of words, and one of marks."""
        lines = _LINES / 2 * (bool(self._words) + bool(self._count))
        return QSize(120, round(lines * self.fontMetrics().height()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window's text."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint words and marks."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            words = QRectF(0, 0, self.width(), self.height() / (2 if self._count else 1))
            painter.setFont(lettering.fitting(self.font(), self._words, words.width()))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            if self._words:
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words)
            for index in range(self._count):
                self._paint_mark(painter, index)

    def _paint_mark(self, painter: QPainter, index: int) -> None:
        step = self.width() / self._count
        size = min(_LARGEST * self.fontInfo().pixelSize(), step * 0.7)
        middle = QPointF((index + 0.5) * step, self.height() * (0.75 if self._words else 0.5))
        colours, half = self.palette(), size / 2
        if index >= len(self._outcomes):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(QPalette.ColorRole.PlaceholderText))
            painter.drawEllipse(middle, size / 6, size / 6)
        elif self._outcomes[index] is Outcome.RIGHT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(QPalette.ColorRole.Accent))
            painter.drawEllipse(middle, half, half)
        else:
            painter.setPen(QPen(colours.color(QPalette.ColorRole.WindowText), max(1.5, size / 7)))
            reach = half * 0.7
            for across in (-reach, reach):
                painter.drawLine(middle + QPointF(-across, -reach), middle + QPointF(across, reach))
