"""The buttons at the foot of a lesson: back, next, clear the pad, leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from lenet_gui.ui import icons
from lenet_gui.ui.folding_row import FoldingRow

_TARGET = 40
"""Least side of a button, in pixels."""

_ICON_LINES = 1.3
_BUTTON_LINES = 2.2
"""Sides of an icon and of its button, in lines of the text."""


class LessonButtons(FoldingRow):
    """Icons with their names for screen readers, in one row or two.

    Signals:
        turned(int): on by so many steps, 1 or −1.
        clear_wanted(): the pad is to be cleared.
        left(): the person is done with the lesson.
    """

    turned = Signal(int)
    clear_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back, self.next, self.clear, self.leave = (self._button() for _ in range(4))
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.next.clicked.connect(lambda: self.turned.emit(1))
        self.clear.clicked.connect(self.clear_wanted)
        self.leave.clicked.connect(self.left)
        self.add(0, self.back, self.next)
        self.add_gap(0, grows=True)
        self.add(1, self.clear, self.leave)
        self._retranslate()
        self._tint()

    def begin(self, *, can_turn: bool) -> None:
        """Be as a lesson begins; `can_turn`: whether there is a step before."""
        self.back.setVisible(can_turn)
        for button in self._all():
            button.setEnabled(True)
        self.next.show()
        self.clear.show()

    def measure(self, target: int) -> None:
        """Be as large as the text asks for, and no smaller than `target` pixels a side."""
        line = self.fontMetrics().height()
        least = max(_TARGET, target)
        side, icon = max(least, round(_BUTTON_LINES * line)), round(_ICON_LINES * line)
        for button in self._all():
            button.setFixedHeight(side)
            button.setMinimumWidth(least)
            button.setIconSize(QSize(icon, icon))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _all(self) -> tuple[QToolButton, ...]:
        return (self.back, self.next, self.clear, self.leave)

    def _tint(self) -> None:
        for button, name in zip(self._all(), ("back", "next", "clear", "close"), strict=True):
            button.setIcon(icons.tinted(name, self.palette()))

    def _retranslate(self) -> None:
        texts = (self.tr("Back"), self.tr("Next"), self.tr("Clear the pad"), self.tr("Leave"))
        for button, text in zip(self._all(), texts, strict=True):
            button.setAccessibleName(text)
            button.setToolTip(text)
