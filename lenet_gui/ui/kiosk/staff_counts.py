"""What was counted, as a small table on the staff page."""

import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lenet_gui.kiosk.counts import NONE, UNSURE, Tally, now, tally


def added(tallies: Mapping[str, Tally], since: str) -> Tally:
    """All that was counted in the times that begin with `since`, such as `2026-11`."""
    whole = Tally()
    for time, counted in tallies.items():
        if time.startswith(since):
            whole.sessions += counted.sessions
            whole.answers.update(counted.answers)
    return whole


class StaffCounts(QWidget):
    """Sessions and drawings: today, this month, and since they are counted.

    Args:
        folder: where the counts lie.
    """

    _read = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._tallies: Mapping[str, Tally] = {}
        self._time: datetime = now()
        self._cells = [[QLabel(self) for _ in range(5)] for _ in range(4)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(cell, row, column, side)
        grid.setColumnStretch(0, 1)
        self._read.connect(self._show)

    @property
    def told(self) -> list[list[str]]:
        """The table."""
        return [[cell.text() for cell in cells] for cells in self._cells]

    def look_up(self) -> None:
        """Read the counts, in a thread: those of years take a while."""
        threading.Thread(target=self._tally, name="counts").start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _tally(self) -> None:
        self._read.emit(tally(self._folder, "day"))

    def _show(self, tallies: Mapping[str, Tally]) -> None:
        self._tallies, self._time = tallies, now()
        self._fill()

    def _fill(self) -> None:
        heads = ["", self.tr("Sessions"), self.tr("Drawings"), self.tr("Unsure"), self.tr("None")]
        rows = [heads]
        for name, since in (
            (self.tr("Today"), f"{self._time:%Y-%m-%d}"),
            (self.tr("This month"), f"{self._time:%Y-%m}"),
            (self.tr("In all"), ""),
        ):
            whole = added(self._tallies, since)
            unsure, none = whole.answers[UNSURE], whole.answers[NONE]
            rows.append([name, *map(str, (whole.sessions, whole.drawings, unsure, none))])
        for cells, row in zip(self._cells, rows, strict=True):
            for cell, text in zip(cells, row, strict=True):
                cell.setText(text)
