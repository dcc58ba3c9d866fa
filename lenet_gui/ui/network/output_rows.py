"""The classes at the end of the network, and how each is answered: a row for each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading, percent
from lenet_gui.ui.typesetter import Typesetter

_LABEL, _FIGURE = 0.8, 1.9
"""Widths of the class and of the figure, in heights of a row; of the figure at most a half."""


@dataclass(frozen=True)
class OutputRow:
    """What a row shows.

    Attributes:
        label: the class.
        share: length of the bar, as a share of the longest.
        figure: the probability or the distance in words; empty before the first ink.
        is_read: whether the verdict names it.
    """

    label: str
    share: float
    figure: str
    is_read: bool


def rows(card: Card, reading: Reading | None) -> list[OutputRow]:
    """A row for each class: its probability, or the distance to its target."""
    if reading is None:
        return [OutputRow(label, 0.0, "", is_read=False) for label in card.classes]
    if card.probabilities.closest_wins:
        largest = float(reading.scores.max()) or 1.0
        answers = [(max(0.0, d / largest), f"{d:z.1f}") for d in reading.scores.tolist()]
    else:
        answers = [(p, percent(p)) for p in reading.probabilities.tolist()]
    read = reading.verdict.classes
    return [
        OutputRow(label, round(share, 3), figure, label in read)
        for label, (share, figure) in zip(card.classes, answers, strict=True)
    ]


def paint(
    painter: QPainter, room: QRectF, row: OutputRow, palette: QPalette, typesetter: Typesetter
) -> None:
    """Paint a row into its room."""
    size = min(room.height(), room.width() / 4.4)
    label = QRectF(room.left(), room.top(), size * _LABEL, room.height())
    figure = QRectF(room)
    figure.setLeft(room.right() - min(size * _FIGURE, room.width() / 2))
    figure.setRight(room.right() - size * 0.12)
    track = QRectF(label.right(), room.center().y() - size * 0.26, 0, size * 0.52)
    track.setRight(max(label.right() + 4, figure.left() - size * 0.1))
    shade = QPalette.ColorRole.Text if row.is_read else QPalette.ColorRole.PlaceholderText
    weight = QFont.Weight.DemiBold if row.is_read else QFont.Weight.Normal
    painter.setPen(palette.color(shade))
    typesetter.write(painter, label, row.label, size * 0.56, weight=weight)
    right = Qt.AlignmentFlag.AlignRight
    typesetter.write(painter, figure, row.figure, size * 0.4, right, weight)
    painter.fillRect(track, palette.color(QPalette.ColorRole.Button))
    track.setWidth(track.width() * row.share)
    bar = QPalette.ColorRole.Accent if row.is_read else QPalette.ColorRole.PlaceholderText
    painter.fillRect(track, palette.color(bar))
