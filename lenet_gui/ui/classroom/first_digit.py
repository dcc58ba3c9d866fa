"""Ten digits of the gallery, one of each class, for whoever does not want to draw."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.errors import LenetError
from lenet_gui.recognition import gallery
from lenet_gui.ui.classroom.number_row import NumberRow
from lenet_gui.ui.thumbnails import digit_icon


class FirstDigit(QWidget):
    """Pictures to touch; none where the gallery cannot be read.

    Signals:
        chosen(Input): this digit is to be put on the pad.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = _one_of_each()
        self.row = NumberRow(self)
        self.row.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self._offer()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the new theme's ink."""
        if event.type() == QEvent.Type.PaletteChange:
            self._offer()
        super().changeEvent(event)

    def _offer(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.ButtonText)
        pictures = [digit_icon(sample.ink, colour) for sample in self._samples]
        self.row.offer_pictures(pictures, [sample.label for sample in self._samples])

    def _choose(self, index: int) -> None:
        self.row.light(-1)
        self.chosen.emit(self._samples[index].ink)


def _one_of_each() -> tuple[gallery.Sample, ...]:
    """The easiest digit of each class."""
    try:
        samples = gallery.read()
    except LenetError:
        return ()
    first: dict[str, gallery.Sample] = {}
    for sample in samples:
        first.setdefault(sample.label, sample)
    return tuple(first.values())
