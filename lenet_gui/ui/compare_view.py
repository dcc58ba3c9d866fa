"""Several networks read the same drawing, side by side and live."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading, percent

FEWEST, MOST = 2, 5
"""How many networks can be compared."""

_TARGET = 36
"""Least height of a button, in pixels."""


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
        font = self._font(line * 0.72, QFont.Weight.DemiBold)
        overlong = QFontMetricsF(font).horizontalAdvance(self._title) / room.width()
        painter.setFont(self._font(line * 0.72 / max(1.0, overlong), QFont.Weight.DemiBold))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(top, left, self._title)
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        painter.setFont(self._font(line * 0.62))
        for number, text in enumerate(lines, start=1):
            painter.drawText(top.translated(0, number * line), left, text)

    def _paint_verdict(self, painter: QPainter, room: QRectF) -> None:
        if self._reading is None:
            return
        verdict = self._reading.verdict
        if self._disagrees:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(QPalette.ColorRole.Mid))
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 8, 8)
        digit, figure = QRectF(room), QRectF(room)
        digit.setHeight(room.height() * 0.72)
        figure.setTop(digit.bottom())
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        painter.setFont(
            self._font(min(digit.height() * 0.86, room.width() * 0.9), QFont.Weight.DemiBold)
        )
        painter.drawText(digit, Qt.AlignmentFlag.AlignCenter, verdict.digit)
        painter.setPen(self._colour(QPalette.ColorRole.Accent))
        painter.setFont(self._font(min(figure.height() * 0.62, room.width() * 0.15)))
        above = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(figure, above, percent(verdict.probability))

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        """Upright bars, so that those of all networks stand below each other."""
        classes = self.card.classes
        step = room.width() / len(classes)
        foot = min(room.height() * 0.26, self.fontInfo().pixelSize() * 1.3)
        rise = room.height() - foot - room.height() * 0.06
        painter.setFont(self._font(foot * 0.7))
        best = None if self._reading is None else int(self._reading.probabilities.argmax())
        for index, label in enumerate(classes):
            left = room.left() + index * step
            track = QRectF(left + step * 0.18, room.bottom() - foot - rise, step * 0.64, rise)
            is_best = index == best
            shade = QPalette.ColorRole.Text if is_best else QPalette.ColorRole.PlaceholderText
            painter.setPen(self._colour(shade))
            below = QRectF(left, room.bottom() - foot, step, foot)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, label)
            painter.fillRect(track, self._colour(QPalette.ColorRole.Button))
            if self._reading is not None:
                height = rise * float(self._reading.probabilities[index])
                bar = QRectF(track.left(), track.bottom() - height, track.width(), height)
                role = QPalette.ColorRole.Accent if is_best else shade
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
            verdict = self._reading.verdict
            answer = f"{verdict.digit}, {percent(verdict.probability)}, {answer}"
        self.setAccessibleDescription(answer)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _font(self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(pixels)))
        font.setWeight(weight)
        return font


class CompareView(QWidget):
    """A page with a row for each network that is compared, and a switch for each that could be.

    Signals:
        chosen(tuple[str, ...]): the ids of other networks than before are to be compared.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: Mapping[str, Card] = {}
        self._readings: tuple[Reading, ...] = ()
        self.rows: list[NetworkRow] = []
        self.switches: dict[str, QCheckBox] = {}
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._switch_row = QHBoxLayout()
        self._row_column = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._switch_row)
        column.addWidget(self._summary)
        column.addLayout(self._row_column, 1)

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the networks that are compared."""
        return tuple(row.card.id for row in self.rows)

    @property
    def summary(self) -> str:
        """Who reads what, in words."""
        return self._summary.text()

    def offer(self, cards: Mapping[str, Card], compared: Sequence[str], language: str) -> None:
        """Offer networks, of which some are compared."""
        self._cards = cards
        self._language = language
        _empty(self._switch_row)
        self.switches = {
            id_: self._switch(card, is_on=id_ in compared) for id_, card in cards.items()
        }
        for switch in self.switches.values():
            self._switch_row.addWidget(switch)
        self._show_rows(compared)

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Show the readings of the networks compared; none for an empty pad."""
        self._readings = readings
        by_id = {reading.card.id: reading for reading in readings}
        digits = Counter(reading.verdict.digit for reading in readings)
        most = digits.most_common(1)[0][0] if digits else ""
        for row in self.rows:
            reading = by_id.get(row.card.id)
            disagrees = reading is not None and reading.verdict.digit != most
            row.show_reading(reading, disagrees=disagrees)
        self._summarize(digits)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_readings(self._readings)
        super().changeEvent(event)

    def _summarize(self, digits: Counter[str]) -> None:
        if not digits:
            text = self.tr("Draw a digit: every network reads it.")
        elif len(digits) == 1:
            text = self.tr("All read {digit}.").format(digit=next(iter(digits)))
        else:
            votes = [
                self.tr("{count} read {digit}").format(count=count, digit=digit)
                for digit, count in digits.most_common()
            ]
            text = self.tr("They disagree: {votes}.").format(votes=", ".join(votes))
        if text != self._summary.text():
            self._summary.setText(text)

    def _switch(self, card: Card, *, is_on: bool) -> QCheckBox:
        switch = QCheckBox(card.id, self)
        switch.setChecked(is_on)
        switch.setMinimumHeight(_TARGET)
        switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        switch.setToolTip(card.title.get(self._language, card.title["en"]))
        switch.clicked.connect(lambda: self._choose(switch))
        return switch

    def _choose(self, switch: QCheckBox) -> None:
        chosen = tuple(id_ for id_, button in self.switches.items() if button.isChecked())
        if not FEWEST <= len(chosen) <= MOST:
            switch.setChecked(not switch.isChecked())
            return
        self._show_rows(chosen)
        self.chosen.emit(chosen)

    def _show_rows(self, compared: Sequence[str]) -> None:
        _empty(self._row_column)
        self.rows = [NetworkRow(self._cards[id_], self._language, self) for id_ in compared]
        for row in self.rows:
            self._row_column.addWidget(row, 1)
        self.show_readings(())


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    """Take every widget out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
