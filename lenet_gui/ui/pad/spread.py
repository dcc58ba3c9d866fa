"""The pad alone on its screen: tools and verdict are beside it, not below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

_PAD, _OTHERS = 3, 2
"""How they share the width."""


class Spread:
    """Moves tools and verdict from below the pad to beside it, and back.

    Args:
        column: the layout with the pad, the tools and the verdict, the tools in second place.
        row: the layout in which that column is the first.
    """

    def __init__(
        self, column: QVBoxLayout, row: QHBoxLayout, tools: QWidget, verdict: QWidget
    ) -> None:
        self._column, self._row = column, row
        self._tools, self._verdict = tools, verdict
        self._beside: QVBoxLayout | None = None

    def spread(self) -> None:
        """Have them beside the pad, which has most of the width."""
        if self._beside is None:
            self._beside = QVBoxLayout()
            self._beside.setSpacing(self._column.spacing())
            for part in (self._verdict, self._tools):
                self._column.removeWidget(part)
                self._beside.addWidget(part, int(part is self._verdict))
            self._row.insertLayout(1, self._beside)
        self._row.setStretch(0, _PAD)
        self._row.setStretch(1, _OTHERS)

    def fold(self) -> None:
        """Have them below the pad."""
        if self._beside is None:
            return
        for part in (self._verdict, self._tools):
            self._beside.removeWidget(part)
            self._column.insertWidget(1, part, int(part is self._verdict))
        self._row.removeItem(self._beside)
        self._beside.deleteLater()
        self._beside = None
