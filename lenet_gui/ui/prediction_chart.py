"""The prediction: the digit read, very large, and a bar for each class, gliding as ink flows."""

from PySide6.QtCore import QEasingCurve, QEvent, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.recognition.reading import Reading

CLASSES = tuple("0123456789")
"""Labels of the bars before the first reading."""

_GLIDE_MS = 120
_DIGIT_SHARE = 0.36
"""Share of the width that the digit takes."""

_ALMOST_SURE = 0.9995


def percent(probability: float) -> str:
    """A probability as people read it: `98.7 %`; never a round 100."""
    if probability >= _ALMOST_SURE:
        return "> 99.9 %"
    return f"{100 * probability:.1f} %"


class PredictionChart(QWidget):
    """Shows what the network answers; nothing before the first ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.motion = True
        self._reading: Reading | None = None
        self._from = [0.0] * len(CLASSES)
        self._lengths = self._target()
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

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading, or nothing."""
        self._reading = reading
        if self.motion:
            self._from = self._lengths
            self._glide.stop()
            self._glide.start()
        else:
            self._lengths = self._target()
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the digit beside ten bars."""
        return QSize(720, 300)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the digit and the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() * _DIGIT_SHARE
        self._paint_digit(painter, QRectF(0, 0, width, self.height()))
        self._paint_bars(painter, QRectF(width, 0, self.width() - width, self.height()))

    def _target(self) -> list[float]:
        """Where the bars are to end, from 0 to 1."""
        if self._reading is None:
            return [0.0] * len(CLASSES)
        return [float(probability) for probability in self._reading.probabilities]

    def _move(self, progress: float) -> None:
        self._lengths = [
            start + (end - start) * progress
            for start, end in zip(self._from, self._target(), strict=True)
        ]
        self.update()

    def _paint_digit(self, painter: QPainter, room: QRectF) -> None:
        if self._reading is None:
            return
        verdict = self._reading.verdict
        size = min(room.height() * 0.78, room.width() * 1.1)
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        painter.setFont(self._font(size, QFont.Weight.DemiBold))
        top = QRectF(room.x(), room.y(), room.width(), room.height() * 0.82)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, verdict.digit)
        painter.setPen(self._colour(QPalette.ColorRole.Accent))
        painter.setFont(self._font(room.height() * 0.095, QFont.Weight.DemiBold))
        bottom = QRectF(room.x(), top.bottom(), room.width(), room.height() - top.height())
        painter.drawText(bottom, Qt.AlignmentFlag.AlignCenter, percent(verdict.probability))

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        classes = CLASSES if self._reading is None else self._reading.card.classes
        best = None if self._reading is None else int(self._reading.probabilities.argmax())
        row = room.height() / len(classes)
        font = self._font(row * 0.56)
        for index, label in enumerate(classes):
            line = QRectF(room.x(), room.y() + index * row, room.width(), row)
            font.setWeight(QFont.Weight.DemiBold if index == best else QFont.Weight.Normal)
            painter.setFont(font)
            self._paint_bar(painter, line, label, index, is_best=index == best)

    def _paint_bar(
        self, painter: QPainter, line: QRectF, label: str, index: int, *, is_best: bool
    ) -> None:
        label_width, figure_width = line.height() * 0.9, line.height() * 2.8
        shade = QPalette.ColorRole.Text if is_best else QPalette.ColorRole.PlaceholderText
        painter.setPen(self._colour(shade))
        painter.drawText(
            QRectF(line.x(), line.y(), label_width, line.height()),
            Qt.AlignmentFlag.AlignCenter,
            label,
        )
        track = QRectF(
            line.x() + label_width,
            line.y() + line.height() * 0.22,
            line.width() - label_width - figure_width,
            line.height() * 0.56,
        )
        if self._reading is not None:
            painter.drawText(
                QRectF(track.right(), line.y(), figure_width, line.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                percent(float(self._reading.probabilities[index])),
            )
        radius = track.height() / 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(QPalette.ColorRole.Button))
        painter.drawRoundedRect(track, radius, radius)
        track.setWidth(track.width() * self._lengths[index])
        if track.width() >= 1:
            painter.setBrush(self._colour(QPalette.ColorRole.Accent if is_best else shade))
            painter.drawRoundedRect(track, min(radius, track.width() / 2), radius)

    def _retranslate(self) -> None:
        self._invitation = self.tr("Draw a digit")
        self.setAccessibleName(self.tr("Prediction"))
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say the answer to screen readers too."""
        if self._reading is None:
            self.setAccessibleDescription(self._invitation)
            return
        verdict = self._reading.verdict
        self.setAccessibleDescription(
            self.tr("{digit}, {probability}").format(
                digit=verdict.digit, probability=percent(verdict.probability)
            )
        )

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _font(self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(pixels)))
        font.setWeight(weight)
        return font
