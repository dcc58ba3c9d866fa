"""One network among several: its name and figures, its verdict, and its bars."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import lettering
from lenet_gui.ui.reading import verdict_view

_FRAME = 3
"""Of the frame around a verdict that most do not share, in pixels."""


class NetworkRow(QWidget):
    """One network: its name and figures, its verdict, and a bar for each class."""

    def __init__(self, card: Card, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self._title = card.title.get(language, card.title["en"])
        self._reading: Reading | None = None
        self._disagrees = False
        self.setMinimumSize(300, 64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()

    @property
    def reading(self) -> Reading | None:
        """What is shown."""
        return self._reading

    @property
    def disagrees(self) -> bool:
        """Whether this network is marked as reading something else than most."""
        return self._disagrees

    def show_reading(self, reading: Reading | None, *, disagrees: bool) -> None:
        """Show a reading, and whether most networks read another digit."""
        self._reading = reading
        self._disagrees = disagrees
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A fifth of the space beside the pad."""
        return QSize(680, 120)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.width(), self.height()
        self._paint_card(painter, QRectF(0, 0, width * 0.34, height))
        self._paint_verdict(painter, QRectF(width * 0.34, 0, width * 0.18, height))
        self._paint_bars(painter, QRectF(width * 0.54, 0, width * 0.46, height))

    def _paint_card(self, painter: QPainter, room: QRectF) -> None:
        lines = [*self._facts, self._time()]
        line = min(room.height() / (len(lines) + 1.2), self.fontInfo().pixelSize() * 1.5)
        start = room.center().y() - line * (len(lines) + 1) / 2
        top = QRectF(room.left(), start, room.width(), line)
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        bold = lettering.sized(self.font(), line * 0.72, QFont.Weight.DemiBold)
        painter.setFont(lettering.fitting(bold, self._title, room.width()))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(top, left, self._title)
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        painter.setFont(lettering.sized(self.font(), line * 0.62))
        for number, text in enumerate(lines, start=1):
            painter.drawText(top.translated(0, number * line), left, text)

    def _paint_verdict(self, painter: QPainter, room: QRectF) -> None:
        if self._reading is None:
            return
        if self._disagrees:
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Mid), _FRAME))
            painter.setBrush(self._colour(QPalette.ColorRole.Button))
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 8, 8)
        mark, figure = self._mark(self._reading)
        faint = (
            QPalette.ColorRole.WindowText if self._disagrees else QPalette.ColorRole.PlaceholderText
        )
        is_read = bool(self._reading.verdict.classes)
        above, below = QRectF(room), QRectF(room)
        above.setHeight(room.height() * 0.72)
        below.setTop(above.bottom())
        painter.setPen(self._colour(QPalette.ColorRole.Text if is_read else faint))
        size = min(above.height() * 0.86, room.width() * 0.9)
        font = lettering.sized(self.font(), size, QFont.Weight.DemiBold)
        painter.setFont(lettering.fitting(font, mark, room.width() * 0.82))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, mark)
        painter.setPen(self._colour(QPalette.ColorRole.Accent if is_read else faint))
        font = lettering.sized(self.font(), min(below.height() * 0.62, room.width() * 0.15))
        painter.setFont(lettering.fitting(font, figure, room.width() * 0.9))
        upper = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, upper, figure)

    def _mark(self, reading: Reading) -> tuple[str, str]:
        """The verdict as short as it goes, and what stands below it."""
        match verdict_view.named(reading):
            case ((digit, probability),):
                return f"{digit}?" if reading.verdict.doubted else digit, probability
            case ((first, probability), (second, _)):
                return f"{first}/{second}?", probability
        return "?", self.tr("no digit")

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        """Upright bars, so that those of all networks stand below each other."""
        classes = self.card.classes
        step = room.width() / len(classes)
        foot = min(room.height() * 0.26, self.fontInfo().pixelSize() * 1.3)
        rise = room.height() - foot - room.height() * 0.06
        painter.setFont(lettering.sized(self.font(), foot * 0.7))
        read = () if self._reading is None else self._reading.verdict.classes
        for index, label in enumerate(classes):
            left = room.left() + index * step
            track = QRectF(left + step * 0.18, room.bottom() - foot - rise, step * 0.64, rise)
            is_read = label in read
            shade = QPalette.ColorRole.Text if is_read else QPalette.ColorRole.PlaceholderText
            painter.setPen(self._colour(shade))
            below = QRectF(left, room.bottom() - foot, step, foot)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, label)
            painter.fillRect(track, self._colour(QPalette.ColorRole.Button))
            if self._reading is not None:
                height = rise * float(self._reading.probabilities[index])
                bar = QRectF(track.left(), track.bottom() - height, track.width(), height)
                role = QPalette.ColorRole.Accent if is_read else shade
                painter.fillRect(bar, self._colour(role))

    def _time(self) -> str:
        if self._reading is None:
            return ""
        return self.tr("{time} ms a reading").format(time=f"{1000 * self._reading.seconds:.2f}")

    def _retranslate(self) -> None:
        self._facts = [self.tr("{count} parameters").format(count=f"{self.card.parameters:,}")]
        self._facts += [
            f"{100 * result.accuracy:.2f} %: {result.source}" for result in self.card.results[:1]
        ]
        self.setAccessibleName(self._title)
        self._describe()
        self.update()

    def _describe(self) -> None:
        answer = ", ".join(self._facts)
        if self._reading is not None:
            answer = f"{verdict_view.in_words(self._reading)}, {answer}"
        self.setAccessibleDescription(answer)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
