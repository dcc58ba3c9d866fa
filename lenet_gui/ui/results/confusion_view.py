"""The confusion matrix with what it says in words, and the way to the digits of one cell."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lenet_gui.ui.results.confusion_matrix import ConfusionMatrix, Counts


class ConfusionView(QWidget):
    """The matrix; below it what the cell pointed at says.

    Signals:
        pair_chosen(str, str): what samples are, and what they were read as instead.
    """

    pair_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: Sequence[str] = ()
        self._counts: Counts = ()
        self.matrix = ConfusionMatrix(self)
        self.matrix.pointed.connect(self._tell)
        self.matrix.chosen.connect(self._choose)
        self._axes = QLabel(self)
        self._axes.setWordWrap(True)
        self._axes.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._axes)
        column.addWidget(self.matrix, 1)
        column.addWidget(self._told)
        self._retranslate()

    @property
    def told(self) -> str:
        """What is said of the cell pointed at."""
        return self._told.text()

    def show_counts(self, classes: Sequence[str], counts: Counts) -> None:
        """Show how often each of the classes was read as each of them."""
        self._classes, self._counts = classes, counts
        self.matrix.show_counts(classes, counts)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _choose(self) -> None:
        """The digits of an error are there to be seen; those read right are not."""
        if self.matrix.cell is None:
            return
        row, column = self.matrix.cell
        if row != column and self._counts[row][column]:
            self.pair_chosen.emit(self._classes[row], self._classes[column])

    def _tell(self) -> None:
        if self.matrix.cell is None:
            text = self.tr("Touch an error to see its digits.")
        else:
            row, column = self.matrix.cell
            if row == column:
                text = self.tr("{digit} read right: {count} of {all}")
            else:
                text = self.tr("{digit} read as {other}: {count} of {all}")
            text = text.format(
                digit=self._classes[row],
                other=self._classes[column],
                count=f"{self._counts[row][column]:,}",
                all=f"{sum(self._counts[row]):,}",
            )
        self._told.setText(text)
        self.matrix.setAccessibleDescription(text)

    def _retranslate(self) -> None:
        self._axes.setText(self.tr("A row for what it is, a column for what was read"))
        self.matrix.setAccessibleName(self.tr("Confusion matrix"))
        self.matrix.update()
        self._tell()
