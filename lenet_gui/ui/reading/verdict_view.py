"""The verdict, very large: the digit read, the two it is torn between, or that it is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import Formatter

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from lenet_gui.recognition.reading import Reading, percent
from lenet_gui.ui import lettering
from lenet_gui.ui.flash_guard import FlashGuard

_BELOW = 1.9
"""Height of the strip with the figures below the digits, as a multiple of a figure's size."""

_WORD = 0.28
"""Size of a word between two digits, as a share of theirs; never smaller than any other text."""

_SENTENCE = 0.15
"""Largest size of a sentence, as a share of the height: calmer than a digit."""

_LEAST_SENTENCE = 11
"""Its smallest size, in pixels."""

_SMALLER = 0.93
"""From one size to the next that is tried."""

_STEP = 8
"""From one size of the question to the next, in pixels."""

_MOST_LINES = 4

_REST_MS = 500
"""How long no new reading comes before the ink is at rest, in milliseconds."""

_FIGURE = 0.095
"""Size of a figure, as a share of the height; never smaller than any other text."""

_USED = 0.92
"""Share of the width that text may take."""

_FIGURE_USED = 0.84
"""Share of its part of the width that a figure may take, so that two keep their distance."""


_Named = tuple[tuple[str, str], ...]
"""The classes of a verdict, each with its probability in words."""


def named(reading: Reading) -> tuple[tuple[str, str], ...]:
    """The classes of the verdict, the likelier first, each with its probability in words."""
    classes, probabilities = reading.card.classes, reading.probabilities
    return tuple(
        (label, percent(float(probabilities[classes.index(label)])))
        for label in reading.verdict.classes
    )


def in_words(reading: Reading) -> str:
    """The verdict as a screen reader says it."""
    match named(reading):
        case ((digit, probability),):
            sentence = QCoreApplication.translate("VerdictView", "{digit}, {probability}")
            if reading.verdict.doubted:
                sentence = QCoreApplication.translate(
                    "VerdictView", "Unsure: {digit}, {probability}"
                )
            return sentence.format(digit=digit, probability=probability)
        case ((first, probability), (second, other)):
            sentence = QCoreApplication.translate(
                "VerdictView", "Unsure: {first} ({probability}) or {second} ({other})"
            )
            return sentence.format(first=first, probability=probability, second=second, other=other)
    return no_digit()


def no_digit() -> str:
    """What is said of a drawing that is no digit."""
    return QCoreApplication.translate("VerdictView", "That doesn't look like a digit to me")


@dataclass(frozen=True)
class _Piece:
    """A part of a line: a class, whose `figure` stands below it, or words."""

    text: str
    font: QFont
    figure: str = ""

    @property
    def width(self) -> float:
        """In pixels."""
        return QFontMetricsF(self.font).horizontalAdvance(self.text)


class VerdictView(QWidget):
    """Shows the verdict of a reading, and below it how probable; nothing before the first ink.

    A half-drawn digit is none yet: that it looks like none is said only when the ink has come to
    rest, smaller and fainter than a digit, about the same middle, and nothing moves to make room.
    Where the verdict flips to and fro, the large digit follows no more than twice a second.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._named: _Named | None = None
        self._doubted = False
        self._until_rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._until_rest.timeout.connect(lambda: self._take((), doubted=False))
        self._guard = FlashGuard(self)
        self._retranslate()

    @property
    def shown(self) -> tuple[str, ...] | None:
        """The classes that are seen, none for no digit; None while nothing is."""
        return None if self._named is None else tuple(label for label, _ in self._named)

    def show_reading(self, reading: Reading | None, *, at_once: bool = False) -> None:
        """Show the verdict of a reading, or nothing.

        Args:
            reading: the newest; none for an empty pad.
            at_once: say that it is no digit without waiting for the ink to rest.
        """
        found = None if reading is None else named(reading)
        told = self.tr("Nothing to read yet") if reading is None else in_words(reading)
        self.setAccessibleDescription(told)
        if found == () and not at_once:
            self._until_rest.start()
            self._take(None, doubted=False)
        else:
            self._until_rest.stop()
            self._take(found, doubted=reading is not None and reading.verdict.doubted)

    def _take(self, found: _Named | None, *, doubted: bool) -> None:
        """Show other figures at once, another digit as soon as that is no flashing."""
        labels = None if found is None else tuple(label for label, _ in found)
        if labels == self.shown:
            self._guard.forget()
            self._show(found, doubted=doubted)
        else:
            self._guard.make(lambda: self._show(found, doubted=doubted))

    def _show(self, found: _Named | None, *, doubted: bool) -> None:
        if (found, doubted) != (self._named, self._doubted):
            self._named, self._doubted = found, doubted
            self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the digit."""
        return QSize(260, 300)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the verdict."""
        if self._named is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = QRectF(0, 0, self.width(), self._top)
        if self._named:
            self._paint_line(painter, top)
        else:
            self._paint_sentence(painter, top, no_digit())

    @property
    def _figure(self) -> float:
        """Size of a figure, in pixels."""
        return max(self.height() * _FIGURE, self._least)

    @property
    def _least(self) -> int:
        """Size of all other text, in pixels: no word here is smaller."""
        return QFontInfo(self.font()).pixelSize()

    @property
    def _top(self) -> float:
        """Height above the figures, in pixels."""
        return self.height() - self._figure * _BELOW

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Verdict"))
        if self._named is None:
            self.setAccessibleDescription(self.tr("Nothing to read yet"))
        self.update()

    def _line(self, size: float) -> Iterator[_Piece]:
        """The digit, or the question about one or two, with digits of `size` pixels."""
        found = self._named or ()
        large = lettering.sized(self.font(), size, QFont.Weight.DemiBold)
        small = lettering.sized(self.font(), max(size * _WORD, self._least))
        if len(found) == 1 and not self._doubted:
            yield _Piece(found[0][0], large, found[0][1])
            return
        places = dict(zip(("first", "second"), found, strict=False))
        question = self.tr("{first}?") if self._doubted else self.tr("{first} or {second}?")
        for words, place, _, _ in Formatter().parse(question):
            if words:
                yield _Piece(words, small)
            if place:
                label, figure = places[place]
                yield _Piece(label, large, figure)

    def _paint_line(self, painter: QPainter, room: QRectF) -> None:
        """Paint the digit, or the question between two, as large as there is room."""
        size = min(room.height() * 0.95, room.width() * 1.1)
        line = list(self._line(size))
        needed = sum(piece.width for piece in line)
        if needed > room.width() * _USED:
            # in few sizes: the glyphs of every new one have to be drawn before they are painted
            size = size * room.width() * _USED / needed // _STEP * _STEP
            line = list(self._line(size))
        metrics = max((QFontMetricsF(piece.font) for piece in line), key=QFontMetricsF.ascent)
        base = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
        left = room.center().x() - sum(piece.width for piece in line) / 2
        figures: list[tuple[str, float]] = []
        for piece in line:
            shade = QPalette.ColorRole.Text if piece.figure else QPalette.ColorRole.PlaceholderText
            painter.setPen(self._colour(shade))
            painter.setFont(piece.font)
            painter.drawText(QPointF(left, base), piece.text)
            if piece.figure:
                figures.append((piece.figure, left + piece.width / 2))
            left += piece.width
        self._paint_figures(painter, figures)

    def _paint_figures(self, painter: QPainter, figures: Sequence[tuple[str, float]]) -> None:
        """Paint figures, each below the middle of its digit as far as its share of room allows."""
        share, top = self.width() / len(figures), self._top
        font = lettering.sized(self.font(), self._figure, QFont.Weight.DemiBold)
        fonts = [lettering.fitting(font, figure, share * _FIGURE_USED) for figure, _ in figures]
        font = min(fonts, key=QFont.pixelSize)
        painter.setFont(font)
        painter.setPen(self._colour(QPalette.ColorRole.Accent))
        for index, (figure, middle) in enumerate(figures):
            width = QFontMetricsF(font).horizontalAdvance(figure)
            left = max(middle - width / 2, index * share)
            room = QRectF(min(left, (index + 1) * share - width), top, width, self.height() - top)
            whole = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(room, whole, figure)

    def _paint_sentence(self, painter: QPainter, room: QRectF, sentence: str) -> None:
        """Paint a sentence in a few lines, as large as there is room."""
        margin = room.width() * (1 - _USED) / 2
        room = room.adjusted(margin, 0, -margin, 0)
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        size = self.height() * _SENTENCE
        font = lettering.sized(self.font(), size)
        while size > _LEAST_SENTENCE and not _fits(font, sentence, room, wrapped):
            size *= _SMALLER
            font = lettering.sized(self.font(), size)
        painter.setFont(font)
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        painter.drawText(room, wrapped, sentence)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)


def _fits(font: QFont, sentence: str, room: QRectF, flags: int) -> bool:
    """Whether a sentence, wrapped, stays within `room` and within a few lines."""
    metrics = QFontMetricsF(font)
    needed = metrics.boundingRect(room, flags, sentence)
    return room.contains(needed) and round(needed.height() / metrics.lineSpacing()) <= _MOST_LINES
