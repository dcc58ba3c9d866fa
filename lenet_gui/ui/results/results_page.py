"""The results page: how a network reads material it never learned from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.network.card import Card, Result
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import lettering
from lenet_gui.ui.results.calibration_view import CalibrationView
from lenet_gui.ui.results.confusion_view import ConfusionView
from lenet_gui.ui.results.misread_view import MisreadView

_TARGET = 32
"""Least height of a button, in pixels."""

CONFUSION, MISREAD, CALIBRATION = range(3)
"""The tabs."""


class ResultsPage(QWidget):
    """Confusion matrix, misread digits and calibration of one network, a tab each.

    Each has the whole page, so that a cell of the matrix is as large as a finger even in the
    smallest window. A card that has none of it, from elsewhere or from before, gives a sentence
    and its accuracies.

    Signals:
        closed(): the person is done with it.
        misread_chosen(Input): the picture of a misread sample is to be put on the pad.
    """

    closed = Signal()
    misread_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self.tabs, self.close_button = QTabBar(self), QPushButton(self)  # first by key too
        self.sources = QComboBox(self)
        self.confusion = ConfusionView(self)
        self.misread = MisreadView(self)
        self.calibration = CalibrationView(self)
        self.confusion.pair_chosen.connect(self._show_pair)
        self.misread.chosen.connect(self.misread_chosen)
        self.tabs.setDrawBase(False)
        self._views = QStackedWidget(self)
        for view in (self.confusion, self.misread, self.calibration):
            self.tabs.addTab("")
            self._views.addWidget(view)
        self._views.addWidget(QWidget(self))  # where nothing was measured
        self.tabs.currentChanged.connect(self._turn_to)
        self.close_button.clicked.connect(self.closed)
        self._title, self._accuracy = QLabel(self), QLabel(self)
        for label in (self._title, self._accuracy):
            label.setWordWrap(True)
            policy = label.sizePolicy()  # a foreign card's longest word widens no window
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            label.setSizePolicy(policy)
        self.sources.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.sources.currentIndexChanged.connect(self._show_result)
        self._lay_out()
        self._title.setFont(lettering.title(self.font()))
        self._make_touchable()
        self._retranslate()

    @property
    def told(self) -> str:
        """What is said of the network as a whole."""
        return f"{self._title.text()}\n{self._accuracy.text()}"

    @property
    def result(self) -> Result | None:
        """The result shown; None where the card has none."""
        results = () if self._card is None else self._card.results
        index = self.sources.currentIndex()
        return results[index] if 0 <= index < len(results) else None

    def show_card(self, card: Card | None, title: str) -> None:
        """Show the results of a network, by its title in the language of the window."""
        self._title.setText(title)
        if card is self._card:
            return
        self._card = card
        results = () if card is None else card.results
        detailed = [index for index, result in enumerate(results) if any(_parts(result, card))]
        with QSignalBlocker(self.sources):
            self.sources.clear()
            self.sources.addItems([result.source for result in results])
            self.sources.setCurrentIndex(detailed[0] if detailed else 0)
        self.sources.setVisible(len(detailed) > 0 and len(results) > 1)
        self._show_result()

    def show_drawing(self, drawing: Drawing) -> None:
        """Mark the misread sample that is on the pad, if one is."""
        self.misread.show_drawing(drawing)

    def show_reading(self, reading: Reading | None) -> None:
        """Show what the network makes of the pad."""
        self.misread.show_reading(reading)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, let the title grow with the text, take the theme's colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            self._title.setFont(lettering.title(self.font()))
            self._make_touchable()
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_tabs()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the focus on to what is seen; a proxy that changes would catch the Tab key in it."""
        views = (self.confusion.matrix, self.misread.thumbnails, self.calibration.diagram)
        is_measured = not self.tabs.isHidden()
        seen = views[self.tabs.currentIndex()] if is_measured else self.close_button
        seen.setFocus(event.reason())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.close_button)
        material = QHBoxLayout()
        material.addWidget(self.sources, 2)
        material.addWidget(self._accuracy, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._title)
        column.addLayout(material)
        column.addWidget(self._views, 1)

    def _show_result(self) -> None:
        """Fill all tabs with the result that is chosen."""
        result, card = self.result, self._card
        parts = (False,) if result is None else _parts(result, card)
        self.tabs.setVisible(any(parts))
        if card is not None and result is not None and any(parts):
            for tab, is_there in enumerate(parts):
                self.tabs.setTabEnabled(tab, is_there)
            self.confusion.show_counts(card.classes, result.confusion if parts[CONFUSION] else ())
            self.misread.show_misread(result.misread, _wrong(result))
            self.calibration.show_result(result, card.unsure)
        self._turn_to(self.tabs.currentIndex())
        self._retranslate()

    def _turn_to(self, tab: int) -> None:
        is_measured = not self.tabs.isHidden()
        self._views.setCurrentIndex(tab if is_measured else self._views.count() - 1)
        self._colour_tabs()

    def _colour_tabs(self) -> None:
        """Let the tab that is seen stand out, also on dark, where its frame does not."""
        for tab in range(self.tabs.count()):
            is_seen = tab == self.tabs.currentIndex()
            role = QPalette.ColorRole.Accent if is_seen else QPalette.ColorRole.WindowText
            self.tabs.setTabTextColor(tab, self.palette().color(role))

    def _show_pair(self, label: str, read: str) -> None:
        self.misread.show_pair((label, read))
        self.tabs.setCurrentIndex(MISREAD)
        self.misread.thumbnails.setFocus()

    def _make_touchable(self) -> None:
        """Whatever the text's size, what is touched is as large as it and as a finger."""
        for control in (self.tabs, self.close_button, self.sources):
            control.setMinimumHeight(max(_TARGET, control.sizeHint().height()))

    def _retranslate(self) -> None:
        self.tabs.setTabText(CONFUSION, self.tr("Confusion"))
        self.tabs.setTabText(MISREAD, self.tr("Misread digits"))
        self.tabs.setTabText(CALIBRATION, self.tr("Calibration"))
        self.close_button.setText(self.tr("Back"))
        self.sources.setAccessibleName(self.tr("Test material"))
        self._accuracy.setText(self._describe())
        self.setAccessibleName(self.tr("Results"))
        self.tabs.setAccessibleName(self.accessibleName())
        self.setAccessibleDescription(self.told)

    def _describe(self) -> str:
        """How much was read right, and that this is all where it is."""
        if self.result is None:
            return self.tr("There are no results of this network.")
        if self.tabs.isHidden():
            results = [self.result] if self._card is None else self._card.results
            words = self.tr("The results of this network were not measured in detail.")
            return "\n\n".join((words, *map(self._line, results)))
        if self.sources.isHidden():
            return self._line(self.result)
        return self.tr("{accuracy} of {n} read right").format(**_figures(self.result))

    def _line(self, result: Result) -> str:
        sentence = self.tr("{source}: {accuracy} of {n} read right")
        return sentence.format(source=result.source, **_figures(result))


def _figures(result: Result) -> dict[str, str]:
    return {"accuracy": f"{100 * result.accuracy:.2f} %", "n": f"{result.n:,}"}


def _parts(result: Result, card: Card | None) -> tuple[bool, bool, bool]:
    """Whether there is something to show on each of the tabs.

    The matrix has to be one of the card's classes: a foreign card may say anything.
    """
    size = 0 if card is None else len(card.classes)
    rows = result.confusion
    fits = len(rows) == size and all(len(row) == size and min(row) >= 0 for row in rows)
    return bool(rows) and fits, bool(result.misread), any(part.n > 0 for part in result.calibration)


def _wrong(result: Result) -> int:
    """How many samples were misread."""
    return max(round(result.n * (1 - result.accuracy)), len(result.misread))
