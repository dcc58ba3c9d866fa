"""A row of controls that becomes two where one has no room, and names what fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from lenet_gui.ui.icon_button import IconButton

_BETWEEN = 6
"""From a control to the next, in pixels."""

_TOLD_LETTERS = 12
"""Width that is left for what is told between the controls, in letters."""


class FoldingRow(QWidget):
    """Two groups of controls: side by side, or one below the other.

    Names stand beside icons where there is room for all of a row's. No button is cut off, however
    large a finger wants it.

    Signals:
        changed(): the controls want another room, or have another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted: object = None
        self._gaps = 0
        self._controls: tuple[list[QWidget], list[QWidget]] = ([], [])
        self._groups = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(_BETWEEN)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        for row in self._rows:
            row.setSpacing(_BETWEEN)
            self._groups.addLayout(row)

    @property
    def is_folded(self) -> bool:
        """Whether it takes two rows."""
        return self._groups.direction() == QBoxLayout.Direction.TopToBottom

    @property
    def line_width(self) -> int:
        """Width of all controls in one row, icons without their names, in pixels."""
        line = [one for group in self._controls for one in _seen(group, self)]
        return _width(line) + self._gaps * _BETWEEN

    def add(self, group: int, *controls: QWidget, share: int = 0) -> None:
        """Put controls at the end of the first group, 0, or of the second, 1.

        Args:
            group: which one.
            controls: from left to right.
            share: of the room that is left, for each.
        """
        for control in controls:
            self._rows[group].addWidget(control, share)
            self._controls[group].append(control)
        self._groups.setStretch(group, self._groups.stretch(group) + share * len(controls))

    def add_gap(self, group: int, *, grows: bool = False) -> None:
        """Have what follows in a group at its right end; in a single row too if the gap grows."""
        self._rows[group].addStretch(int(grows))
        self._gaps += 1
        self._groups.setStretch(group, self._groups.stretch(group) + int(grows))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Any width: it folds before it is too narrow."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See what fits."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """See what fits when a control comes, goes, is renamed, or wants to be larger."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        rows = [_seen(controls, self) for controls in self._controls]
        room = self.contentsRect().width()
        now = (room, self.font(), [[_wanted(one) for one in row] for row in rows])
        if now == self._fitted:
            return  # what follows asks for another layout itself
        self._fitted = now
        for row in rows:
            _show_names(row, shown=False)
        line = [*rows[0], *rows[1]]
        folds = self.line_width > room
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._groups.setDirection(down if folds else across)
        for row in rows if folds else [line]:
            _show_names(row, shown=True)
            if _width(row, _TOLD_LETTERS) + self._gaps * _BETWEEN > room:
                _show_names(row, shown=False)
        self.changed.emit()


def _seen(controls: Sequence[QWidget], row: QWidget) -> list[QWidget]:
    """Those that are not hidden, and the buttons in a part in their midst."""
    found: list[QWidget] = []
    for control in controls:
        parts: Sequence[QWidget] = control.findChildren(QAbstractButton) or [control]
        found += [part for part in parts if part.isVisibleTo(row)]
    return found


def _wanted(control: QWidget) -> tuple[object, ...]:
    """What the room is shared by, whether names are shown or not."""
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control, text, control.minimumWidth()


def _show_names(row: Sequence[QWidget], *, shown: bool) -> None:
    for control in row:
        if isinstance(control, IconButton):
            control.show_name(shown=shown)


def _width(row: Sequence[QWidget], letters: int = 0) -> int:
    """The least width of a row, with all of its words, and so many letters of what is told."""
    widths = []
    for control in row:
        wanted = control.minimumWidth()
        if isinstance(control, QAbstractButton):
            wanted = max(wanted, control.sizeHint().width())
        elif control.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Ignored:
            wanted = max(wanted, control.minimumSizeHint().width())
        else:
            wanted = letters * control.fontMetrics().averageCharWidth()
        widths.append(wanted)
    return sum(widths) + _BETWEEN * (len(widths) - 1)
