"""Calibration: whether the probabilities a network gives can be believed, drawn and in words."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lenet_gui.network.card import Result, Unsure
from lenet_gui.ui.results.reliability_diagram import ReliabilityDiagram
from lenet_gui.ui.scrolled_page import ScrolledPage


class CalibrationView(QWidget):
    """The reliability diagram between what the dot pointed at says and what follows from all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: Result | None = None
        self._unsure: Unsure | None = None
        self.diagram = ReliabilityDiagram(self)
        self.diagram.pointed.connect(self._tell)
        self._told, self._summary, self._legend = (QLabel(self) for _ in range(3))
        for label in (self._told, self._summary, self._legend):
            label.setWordWrap(True)
        self._legend.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._page = page = ScrolledPage(self)
        for widget, stretch in (
            (self._told, 0),
            (self.diagram, 1),
            (self._legend, 0),
            (self._summary, 0),
        ):
            page.column.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._retranslate()

    @property
    def told(self) -> str:
        """What is said of the dot pointed at."""
        return self._told.text()

    @property
    def summary(self) -> str:
        """What follows from all dots, and from the rule of when to be unsure."""
        return self._summary.text()

    def show_result(self, result: Result, unsure: Unsure | None) -> None:
        """Show the calibration of a result, and the network's rule of when it is unsure."""
        self._result, self._unsure = result, unsure
        self.diagram.show_bins(result.calibration, None if unsure is None else unsure.below)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _tell(self) -> None:
        part = self.diagram.current
        if part is None:
            self._told.clear()
        else:
            sentence = self.tr(
                "When it says {probability}, it is right {accuracy} of the time ({count} digits)."
            )
            self._told.setText(
                sentence.format(
                    probability=_percent(part.probability),
                    accuracy=_percent(part.accuracy),
                    count=f"{part.n:,}",
                )
            )
        self.diagram.setAccessibleDescription(self._told.text())

    def _sentences(self) -> list[str]:
        """What there is to say of the whole."""
        result, unsure = self._result, self._unsure
        sentences = []
        if result is not None and result.calibration_error is not None:
            sentence = self.tr("On average its probability is off by {points} points of 100.")
            sentences.append(sentence.format(points=f"{100 * result.calibration_error:.2f}"))
        if result is not None and result.unsure is not None:
            sentence = self.tr("It is unsure about {share} of the digits.")
            sentences.append(sentence.format(share=_percent(result.unsure)))
        if result is not None and result.accuracy_when_sure is not None:
            sentence = self.tr("Where it is sure, it reads {accuracy} right.")
            sentences.append(sentence.format(accuracy=_percent(result.accuracy_when_sure)))
        if unsure is not None and unsure.others_unsure is not None:
            sentence = self.tr("Of {count} drawings that are no digit, it is unsure about {share}.")
            sentences.append(
                sentence.format(count=f"{unsure.others:,}", share=_percent(unsure.others_unsure))
            )
        return sentences

    def _retranslate(self) -> None:
        self._tell()
        self._summary.setText(" ".join(self._sentences()))
        self._legend.setText(
            self.tr("On the dashed line it is right as often as it says. More digits, larger dot.")
        )
        self.diagram.setAccessibleName(self.tr("Calibration"))
        self._page.setAccessibleName(self.diagram.accessibleName())
        self.diagram.update()


def _percent(share: float) -> str:
    """A share as people read it; more digits where only they tell it from all."""
    return f"{100 * share:.2f} %" if share > 0.99 else f"{100 * share:.1f} %"
