"""The samples a network read wrong: each goes to the pad with a touch, and is read there again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize, Signal
from PySide6.QtGui import QIcon, QImage, QImageReader, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lenet_gui.network.card import Misread
from lenet_gui.recognition.drawing import SIZE, Drawing, Input
from lenet_gui.recognition.reading import Reading, percent
from lenet_gui.ui.reading.prediction_chart import PredictionChart
from lenet_gui.ui.thumbnails import Thumbnails, digit_icon

_TARGET = 32
"""Least height of a button, in pixels."""


@dataclass(frozen=True, eq=False)
class _Sample:
    """A misread sample with its picture as an input."""

    misread: Misread
    ink: Input


class MisreadView(QWidget):
    """A line with the sample chosen and the way to the next, the prediction, and all as thumbnails.

    The prediction has its place here: one touch then changes the pad and the prediction, and the
    next sample stays where it was. Were the page left for every sample, the whole side of the
    window would change twice for each.

    The thumbnail marked is always the one on the pad: drawing, clearing and undoing there move the
    mark, and stepping goes on from where it was.

    Signals:
        chosen(Input): this sample's picture is to be put on the pad.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: list[_Sample] = []
        self._shown: list[_Sample] = []
        self._pair: tuple[str, str] | None = None
        self._drawing = Drawing()
        self._count = 0
        self._place = -1
        self.prediction = PredictionChart(self)
        self.thumbnails = Thumbnails(self)
        self.thumbnails.itemSelectionChanged.connect(self._choose)
        self.previous = self._button(lambda: self._step(-1))
        self.next = self._button(lambda: self._step(1))
        self.all = self._button(lambda: self.show_pair(None))
        self._told, self._kept = QLabel(self), QLabel(self)
        for label in (self._told, self._kept):
            label.setWordWrap(True)
        self._kept.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        steps = QHBoxLayout()
        steps.addWidget(self._told, 1)
        for button in (self.all, self.previous, self.next):
            steps.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.prediction, 4)
        column.addLayout(steps)
        column.addWidget(self.thumbnails, 5)
        column.addWidget(self._kept)
        self._retranslate()

    @property
    def told(self) -> str:
        """What is said of the sample on the pad, or of all."""
        return self._told.text()

    @property
    def kept(self) -> str:
        """What is said where the card has not all of them."""
        return self._kept.text()

    def show_misread(self, misread: Sequence[Misread], count: int) -> None:
        """Show samples, of `count` that were misread; one whose picture is no input is left out."""
        inks = ((sample, _decoded(sample.picture)) for sample in misread)
        self._samples = [_Sample(sample, ink) for sample, ink in inks if ink is not None]
        self._count = count
        self.show_pair(None)

    def show_pair(self, pair: tuple[str, str] | None) -> None:
        """Show only samples of one class that were read as another, or all of them."""
        self._pair = pair
        self._shown = [
            sample
            for sample in self._samples
            if pair is None or pair == (sample.misread.label, sample.misread.read)
        ]
        self._place = -1
        self.thumbnails.show_pictures([(self._icon(s.ink), _pair(s.misread)) for s in self._shown])
        self._retranslate()
        self.show_drawing(self._drawing)

    def show_drawing(self, drawing: Drawing) -> None:
        """Mark the sample that is on the pad, if one is."""
        self._drawing = drawing
        row, picture = -1, drawing.picture
        if drawing.is_input and picture is not None:
            equal = (np.array_equal(sample.ink, picture) for sample in self._shown)
            row = next((row for row, is_it in enumerate(equal) if is_it), -1)
        self.thumbnails.mark(row)
        if row >= 0:
            self._place = row
        self._tell()

    def show_reading(self, reading: Reading | None) -> None:
        """Show what the network makes of the pad."""
        self.prediction.show_reading(reading)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's ink."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self.thumbnails.tint([self._icon(sample.ink) for sample in self._shown])
        super().changeEvent(event)

    def _choose(self) -> None:
        row = self.thumbnails.marked
        if row >= 0:
            self._place = row
            self.chosen.emit(self._shown[row].ink)
        self._tell()

    def _step(self, by: int) -> None:
        """Go on to a neighbour, from the last to the first."""
        place = self._place + by if self._place >= 0 or by > 0 else len(self._shown) - 1
        self.thumbnails.choose(place % len(self._shown))

    def _button(self, then: Callable[[], None]) -> QPushButton:
        button = QPushButton(self)
        button.setMinimumHeight(_TARGET)
        button.clicked.connect(then)
        return button

    def _icon(self, ink: Input) -> QIcon:
        return digit_icon(ink, self.palette().color(QPalette.ColorRole.Text))

    def _tell(self) -> None:
        row, shown = self.thumbnails.marked, len(self._shown)
        if row >= 0:
            misread = self._shown[row].misread
            sentence = self.tr("{place} of {count}: {label} read as {read} ({probability})")
            text = sentence.format(
                place=row + 1,
                count=shown,
                label=misread.label,
                read=misread.read,
                probability=percent(misread.probability),
            )
        elif not shown:
            text = self.tr("There are no pictures of them.")
        elif self._pair is None:
            text = self.tr("Misread: {count}. Touch one to put it on the pad.").format(count=shown)
        else:
            sentence = self.tr("{label} read as {read}: {count}. Touch one to put it on the pad.")
            text = sentence.format(label=self._pair[0], read=self._pair[1], count=shown)
        self._told.setText(text)

    def _retranslate(self) -> None:
        self.previous.setText(self.tr("Previous"))
        self.next.setText(self.tr("Next"))
        self.all.setText(self.tr("Show all"))
        self.all.setVisible(self._pair is not None)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._shown))
        self._kept.setText(
            self.tr("The network's card has pictures of {kept} of {count}.").format(
                kept=len(self._samples), count=f"{self._count:,}"
            )
        )
        self._kept.setVisible(len(self._samples) < self._count)
        self.thumbnails.setAccessibleName(self.tr("Misread digits"))
        self._tell()


def _pair(misread: Misread) -> str:
    return f"{misread.label} → {misread.read}"


def _decoded(picture: bytes) -> Input | None:
    """The ink (32, 32) of a picture on a card; None if it is damaged or of another size."""
    content = QByteArray(picture)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    if reader.size() != QSize(SIZE, SIZE):
        return None  # of a foreign card: not even read, however large
    image = reader.read().convertToFormat(QImage.Format.Format_Grayscale8)
    if image.isNull():
        return None
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE, image.bytesPerLine())
    return rows[:, :SIZE].astype(np.float32) / np.float32(255)
