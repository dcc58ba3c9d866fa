"""How the window is shared: the pad with all that goes with it, and beside it the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from lenet_gui.ui.pad.spread import Spread

_BETWEEN = 16
_EVEN, _WIDE = (4, 5), (3, 8)
"""How pad and page share the width: the whole network takes more of it."""


class Halves(QWidget):
    """The pad at the left, with room for what comes below and beside it.

    Args:
        pad: there from the start; the rest is put in later.
        parent: the window.

    Attributes:
        left: the column that begins with the pad.
        whole: the column of all; its first place is for messages, its last for a gallery.
    """

    _tools: QWidget
    _verdict: QWidget
    _beside: QWidget

    def __init__(self, pad: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.left, self._row, self.whole = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._spread: Spread | None = None
        self.left.setSpacing(_BETWEEN)
        self.left.addWidget(pad, 0)
        self._row.setSpacing(2 * _BETWEEN)
        self._row.addLayout(self.left)
        self.whole.addLayout(self._row, 1)
        self.setLayout(self.whole)

    @property
    def is_lent(self) -> bool:
        """Whether the page is on another screen."""
        return self._spread is not None

    def keep_places(self, *, is_slim: bool) -> None:
        """Have the pad where it will be when everything is there."""
        self.left.addStretch(1)
        self._row.addWidget(QWidget(self))  # a stretch would have no space beside it
        self._share_width(is_slim=is_slim)

    def put_in_place(
        self, messages: QWidget, tools: QWidget, verdict: QWidget, beside: QWidget
    ) -> None:
        """Add what is above, below and beside the pad, in the places that were kept if any were."""
        kept_places = [layout.takeAt(1) for layout in (self.left, self._row)]
        self._tools, self._verdict, self._beside = tools, verdict, beside
        self.left.addWidget(tools)
        self.left.addWidget(verdict, 1)
        self._row.addWidget(beside)
        self.whole.insertWidget(0, messages)
        for kept in kept_places:
            if kept is not None and (widget := kept.widget()) is not None:
                widget.deleteLater()
        for added in (tools, beside):
            added.show()  # at once: what is added to a window that is seen already is shown later

    def lend(self) -> None:
        """Give the page away, to be shown on another screen."""
        from lenet_gui.ui.pad.spread import Spread  # noqa: PLC0415 - of a kiosk with two screens

        self._row.removeWidget(self._beside)
        self._spread = Spread(self.left, self._row, self._tools, self._verdict)

    def take_back(self) -> None:
        """Have the page beside the pad again."""
        if self._spread is not None:
            self._spread.fold()
            self._spread = None
        self._row.addWidget(self._beside)

    def arrange(self, *, is_slim: bool, is_wide: bool) -> None:
        """Share the room anew.

        Args:
            is_slim: whether the pad's half is the smaller one.
            is_wide: whether the window is wider than high: a pad alone then has its tools beside.
        """
        self.left.setStretchFactor(self._tools, 0 if is_slim else 1)
        self._share_width(is_slim=is_slim)
        if self._spread is not None and is_wide:
            self._spread.spread()

    def _share_width(self, *, is_slim: bool) -> None:
        for index, share in enumerate(_WIDE if is_slim else _EVEN):
            self._row.setStretch(index, share)
