"""What is beside the pad: one network's reading, several compared, or the results of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from lenet_gui.network.card import Card
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.actions import Actions
from lenet_gui.ui.compare_view import CompareView
from lenet_gui.ui.reading_page import ReadingPage

if TYPE_CHECKING:
    from lenet_gui.ui.results_page import ResultsPage


class BesidePad(QStackedWidget):
    """Three pages, of which the actions say which one is seen.

    Signals:
        misread_chosen(Input): the picture of a misread sample is to be put on the pad.
    """

    misread_chosen = Signal(object)

    def __init__(self, commands: Actions, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._card: Card | None = None
        self._title = ""
        self._drawing = Drawing()
        self._motion = True
        self.page = ReadingPage(spacing, self)
        self.compare = CompareView(self)
        self.results: ResultsPage | None = None
        self.addWidget(self.page)
        self.addWidget(self.compare)

    def turn(self) -> None:
        """Show the page that is wanted."""
        shown: QWidget = self.page
        if self._commands.compare.isChecked():
            shown = self.compare
        elif self._commands.results.isChecked():
            shown = self.results or self._make_results()
        self.setCurrentWidget(shown)
        self.setFocusProxy(shown)

    def back(self) -> bool:
        """Go back from where one went into; returns whether there was anything to go back from."""
        if self._commands.results.isChecked():
            self._commands.results.setChecked(False)
            return True
        return not self._commands.compare.isChecked() and self.page.back()

    def show_title(self, card: Card | None, title: str) -> None:
        """Tell which network is the chosen one, by its title in the language of the window."""
        self._card, self._title = card, title
        if self.results is not None:
            self.results.show_card(card, title)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show what has to do with a drawing before it is read."""
        self._drawing = drawing
        if self.results is not None:
            self.results.show_drawing(drawing)

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Show the readings of the networks that read; none for an empty pad."""
        if self._commands.compare.isChecked():
            self.compare.show_readings(readings)
            return
        reading = readings[0] if readings else None
        self.page.show_reading(reading)
        if self.results is not None:
            self.results.show_reading(reading)

    def set_motion(self, *, motion: bool) -> None:
        """Let bars glide, or not."""
        self._motion = self.page.prediction.motion = motion
        if self.results is not None:
            self.results.misread.prediction.motion = motion

    def _make_results(self) -> ResultsPage:
        """The results page, made when it is first wanted: the window's first paint is sooner."""
        from lenet_gui.ui.results_page import ResultsPage  # noqa: PLC0415

        self.results = made = ResultsPage(self)
        made.misread.prediction.motion = self._motion
        made.closed.connect(self.back)
        made.misread_chosen.connect(self.misread_chosen)
        self.addWidget(made)
        made.show_card(self._card, self._title)
        made.show_drawing(self._drawing)
        made.show_reading(self.page.prediction.reading)
        return made
