"""The gallery: digits in one row along the window's foot, to start from without drawing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.gallery import ATTRIBUTION, Sample
from lenet_gui.ui.thumbnails import Thumbnails, digit_icon


class GalleryView(QWidget):
    """Digits of which each goes to the pad with a touch; the arrow keys step from one to the next.

    The one marked is always the one on the pad.

    Signals:
        chosen(Input): this digit is to be put on the pad.
    """

    chosen = Signal(object)

    def __init__(self, samples: Sequence[Sample], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = samples
        self.thumbnails = Thumbnails(self, in_one_row=True)
        self.thumbnails.show_pictures([(self._icon(s), s.label) for s in samples])
        self.thumbnails.itemSelectionChanged.connect(self._choose)
        self.thumbnails.setToolTip(ATTRIBUTION)
        self.setFocusProxy(self.thumbnails)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.thumbnails)
        self._retranslate()

    def show_drawing(self, drawing: Drawing) -> None:
        """Mark the digit that is on the pad, if one is."""
        row, picture = -1, drawing.picture
        if drawing.is_input and picture is not None:
            equal = (np.array_equal(sample.ink, picture) for sample in self._samples)
            row = next((row for row, is_it in enumerate(equal) if is_it), -1)
        self.thumbnails.mark(row)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's ink."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self.thumbnails.tint([self._icon(sample) for sample in self._samples])
        super().changeEvent(event)

    def _choose(self) -> None:
        row = self.thumbnails.marked
        if row >= 0:
            self.chosen.emit(self._samples[row].ink)

    def _icon(self, sample: Sample) -> QIcon:
        return digit_icon(sample.ink, self.palette().color(QPalette.ColorRole.Text))

    def _retranslate(self) -> None:
        self.thumbnails.setAccessibleName(self.tr("Gallery of handwritten digits"))
        self.thumbnails.setAccessibleDescription(ATTRIBUTION)
