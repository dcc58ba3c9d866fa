"""The prediction: the verdict, very large, and a bar for each class, gliding as ink flows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QEvent, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.recognition.reading import Reading, percent
from lenet_gui.ui import lettering
from lenet_gui.ui.reading.bar_caption import BarCaption
from lenet_gui.ui.reading.verdict_view import VerdictView, in_words

CLASSES = tuple("0123456789")
"""Labels of the bars before the first reading."""

_GLIDE_MS = 120
_VERDICT_SHARE = 0.36
"""Share of the width that the verdict takes."""

_TEXT, _LARGE_TEXT = 0.56, 0.84
"""Height of a row's text as a share of the row's, and what it grows to with large text."""

_FIGURE_LETTERS = 5.0
"""Width of a bar's figure, in heights of its text."""


@dataclass(frozen=True)
class _Row:
    """What a row of the chart shows: only a row that shows something else is painted anew.

    Attributes:
        label: the class.
        length: of its bar, in pixels.
        figure: its probability or distance in words; empty before the first ink.
        is_read: whether the verdict names it.
    """

    label: str
    length: int
    figure: str
    is_read: bool


class PredictionChart(QWidget):
    """Shows what the network answers; nothing before the first ink.

    A caption says what the bars show. For a network with targets it is a switch, by touch or the
    key D: probability, or distance to the targets.

    Attributes:
        motion: whether bars glide to their length.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.motion = True
        self._reading: Reading | None = None
        self.caption = BarCaption(self)
        self.caption.toggled.connect(self._switch)
        self._verdict = VerdictView(self)
        self._from = self._lengths = self._target()
        self._rows: list[_Row] = []
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self._move)
        self.setMinimumSize(300, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()

    @property
    def reading(self) -> Reading | None:
        """What is shown; None when there is nothing to say."""
        return self._reading

    @property
    def shows_distance(self) -> bool:
        """Whether bars and figures are distances to the targets."""
        return self.caption.isEnabled() and self.caption.isChecked()

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading, or nothing."""
        self._reading = reading
        has_targets = reading is not None and reading.card.layers[-1].targets is not None
        if reading is not None and has_targets != self.caption.isEnabled():
            self.caption.allow_switching(allowed=has_targets)
            self._caption()
        self._verdict.show_reading(reading, at_once=not self.motion)
        self._describe()
        self._go()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the digit beside ten bars."""
        return QSize(720, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Measure the bars anew."""
        self._verdict.setGeometry(self._verdict_room())
        self._place_caption()
        self._refresh()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, make room for the new size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place_caption()
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Switch between probability and distance with D."""
        if event.key() == Qt.Key.Key_D and self.caption.isEnabled():
            self.caption.toggle()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bars, as far as they changed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, row in enumerate(self._rows):
            room = self._row_room(index)
            if event.region().intersects(room.toAlignedRect()):
                self._paint_row(painter, room, row)

    def _classes(self) -> Sequence[str]:
        return CLASSES if self._reading is None else self._reading.card.classes

    def _target(self) -> list[float]:
        """Where the bars are to end, from 0 to 1; a distance as a share of the largest."""
        if self._reading is None:
            return [0.0] * len(CLASSES)
        if self.shows_distance:
            largest = float(self._reading.scores.max()) or 1.0
            return [max(0.0, float(distance) / largest) for distance in self._reading.scores]
        return [float(probability) for probability in self._reading.probabilities]

    def _figures(self) -> list[str]:
        """What stands beside the bars."""
        if self._reading is None:
            return [""] * len(CLASSES)
        if self.shows_distance:
            return [f"{distance:.1f}" for distance in self._reading.scores]
        return [percent(float(probability)) for probability in self._reading.probabilities]

    def _switch(self) -> None:
        """Show the other quantity."""
        self._caption()
        self._go()

    def _go(self) -> None:
        """Set the bars going to where they are to end."""
        if self.motion:
            self._from = self._lengths
            self._glide.stop()
            self._glide.start()
        else:
            self._lengths = self._target()
        self._refresh()

    def _move(self, progress: float) -> None:
        self._lengths = [
            start + (end - start) * progress
            for start, end in zip(self._from, self._target(), strict=True)
        ]
        self._refresh()

    def _refresh(self) -> None:
        """Have painted what differs from what is on the screen."""
        rows, shown = self._rows_now(), self._rows
        self._rows = rows
        for index, row in enumerate(rows):
            if index >= len(shown) or shown[index] != row:
                self.update(self._row_room(index).toAlignedRect())

    def _rows_now(self) -> list[_Row]:
        whole = self._track(self._row_room(0)).width()
        read = () if self._reading is None else self._reading.verdict.classes
        return [
            _Row(label, round(whole * length), figure, label in read)
            for label, length, figure in zip(
                self._classes(), self._lengths, self._figures(), strict=True
            )
        ]

    def _verdict_room(self) -> QRect:
        return QRect(0, 0, round(self.width() * _VERDICT_SHARE), self.height())

    def _row_room(self, index: int) -> QRectF:
        left, bars = self._verdict_room().width(), self.height() - self.caption.line_height()
        height = bars / len(self._classes())
        return QRectF(left, index * height, self.width() - left, height)

    def _track(self, room: QRectF) -> QRectF:
        """Where a row's bar may reach."""
        row, text = room.height(), self._text_height(room)
        return room.adjusted(1.6 * text, row * 0.22, -text * _FIGURE_LETTERS, -row * 0.22)

    def _text_height(self, room: QRectF) -> float:
        """Of a row's label and figure."""
        row = room.height()
        return min(max(self.fontInfo().pixelSize() * 0.75, row * _TEXT), row * _LARGE_TEXT)

    def _place_caption(self) -> None:
        """Below the bars, where they begin; its upper part is for the finger alone."""
        track = self._track(self._row_room(0))
        height = max(self.caption.sizeHint().height(), self.caption.minimumHeight())
        left = round(track.left()) - self.caption.PADDING
        self.caption.setGeometry(left, self.height() - height, self.width() - left, height)

    def _paint_row(self, painter: QPainter, room: QRectF, row: _Row) -> None:
        track = self._track(room)
        weight = QFont.Weight.DemiBold if row.is_read else QFont.Weight.Normal
        shade = QPalette.ColorRole.Text if row.is_read else QPalette.ColorRole.PlaceholderText
        painter.setFont(lettering.sized(self.font(), self._text_height(room), weight))
        painter.setPen(self._colour(shade))
        label = QRectF(room.left(), room.top(), track.left() - room.left(), room.height())
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, row.label)
        figure = QRectF(track.right(), room.top(), room.right() - track.right(), room.height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(figure, right, row.figure)
        radius = track.height() / 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(QPalette.ColorRole.Button))
        painter.drawRoundedRect(track, radius, radius)
        if row.length:
            track.setWidth(row.length)
            painter.setBrush(self._colour(QPalette.ColorRole.Accent if row.is_read else shade))
            painter.drawRoundedRect(track, min(radius, row.length / 2), radius)

    def _retranslate(self) -> None:
        self._invitation = self.tr("Draw a digit")
        self.setAccessibleName(self.tr("Prediction"))
        self._caption()
        self._describe()
        self.update()

    def _caption(self) -> None:
        """Say what the bars show."""
        self.caption.setText(
            self.tr("Distance to the target (smaller is closer)")
            if self.shows_distance
            else self.tr("Probability")
        )

    def _describe(self) -> None:
        """Say the answer to screen readers too."""
        told = self._invitation if self._reading is None else in_words(self._reading)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
