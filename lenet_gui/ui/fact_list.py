"""A list of facts: a name and a value each, in as many columns as the room allows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

_COLUMN_LINES, _VALUE_LINES = 11, 6
"""Width of a column of names and values, and of its values at least, in heights of a line."""


@dataclass(frozen=True)
class Fact:
    """A name and a value, both in the language of the window.

    Attributes:
        is_long: whether it takes a row of its own.
    """

    name: str
    value: str
    is_long: bool = False


class FactList(QWidget):
    """Names in the colour of captions, values beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._most_columns = 1
        self._columns = 0
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is told."""
        return self._facts

    def show_facts(self, facts: Sequence[Fact], most_columns: int) -> None:
        """Tell facts, in order, down the columns."""
        self._facts, self._most_columns = tuple(facts), most_columns
        self._columns = self._columns_that_fit()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many columns as fit."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many columns as fit with the new size of text."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the facts are; narrower rooms take fewer columns."""
        return QSize(0, super().minimumSizeHint().height())

    def _columns_that_fit(self) -> int:
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(fact.name) for fact in self._facts), default=0)
        needed = max(_COLUMN_LINES * metrics.height(), longest + _VALUE_LINES * metrics.height())
        fitting = self.width() // needed
        return max(1, min(self._most_columns, fitting))

    def _fit(self) -> None:
        columns = self._columns_that_fit()
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def _lay_out(self) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        letter = self.fontMetrics().averageCharWidth()
        self._grid.setHorizontalSpacing(2 * letter)
        self._grid.setVerticalSpacing(letter // 3)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        long = [fact for fact in self._facts if fact.is_long]
        short = [fact for fact in self._facts if not fact.is_long]
        for row, fact in enumerate(long):
            self._add(fact, row, 0, 2 * self._columns - 1)
        rows = -(-len(short) // self._columns)
        for index, fact in enumerate(short):
            column, row = divmod(index, rows)
            self._add(fact, len(long) + row, 2 * column, 1)
            self._grid.setColumnStretch(2 * column + 1, 1)

    def _add(self, fact: Fact, row: int, column: int, span: int) -> None:
        name, value = QLabel(fact.name, self), QLabel(fact.value, self)
        name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        value.setWordWrap(True)
        value.setAccessibleName(f"{fact.name}: {fact.value}")
        self._grid.addWidget(name, row, column)
        self._grid.addWidget(value, row, column + 1, 1, span)
        self._labels += [name, value]
