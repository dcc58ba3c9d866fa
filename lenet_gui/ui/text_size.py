"""How large text is: as suits the window's size, times what the person chose; and the choice."""

from typing import get_args

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from lenet_gui.settings import TextSize

SIZES: tuple[TextSize, ...] = get_args(TextSize)
"""In percent."""

FIRST_SIZE = QSize(1280, 800)
"""The window that text of `_TEXT` pixels suits."""

_TEXT, _LEAST_TEXT = 15, 12
_MARGIN = 16


def growth(window: QSize) -> float:
    """How much larger a window is than it is at first."""
    return min(window.width() / FIRST_SIZE.width(), window.height() / FIRST_SIZE.height())


def pixels(window: QSize, size: TextSize) -> int:
    """Height of the text: it grows with the window, so that a wall-sized one is read from afar."""
    return round(max(_LEAST_TEXT, _TEXT * growth(window)) * size / 100)


def margin(window: QSize) -> int:
    """Around everything in the window, in pixels."""
    return max(_MARGIN, round(_MARGIN * growth(window)))


class TextSizeMenu(QMenu):
    """The sizes there are, and keys for the next larger, the next smaller, and the ordinary one.

    Signals:
        chosen(int): a size in percent, `settings.TextSize`.
    """

    chosen = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._size: TextSize = 100
        group = QActionGroup(self)
        self._sizes: dict[TextSize, QAction] = {}
        for size in SIZES:
            action = QAction(f"{size} %", group, checkable=True)
            action.triggered.connect(lambda _=False, size=size: self._choose(size))
            self._sizes[size] = action
        self.addActions(list(self._sizes.values()))
        self.addSeparator()
        self._larger = self._step(window, 1, ["Ctrl++", "Ctrl+="])
        self._smaller = self._step(window, -1, ["Ctrl+-", "Ctrl+_"])
        self._ordinary = self._keyed(window, ["Ctrl+0"])
        self._ordinary.triggered.connect(lambda: self._choose(100))
        self.tick(100)
        self._retranslate()

    def tick(self, size: TextSize) -> None:
        """Tick the size in force."""
        self._size = size
        self._sizes[size].setChecked(True)
        self._larger.setEnabled(size != SIZES[-1])
        self._smaller.setEnabled(size != SIZES[0])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _choose(self, size: TextSize) -> None:
        self.tick(size)
        self.chosen.emit(size)

    def _step(self, window: QWidget, by: int, keys: list[str]) -> QAction:
        action = self._keyed(window, keys)
        action.triggered.connect(lambda: self._choose(SIZES[SIZES.index(self._size) + by]))
        return action

    def _keyed(self, window: QWidget, keys: list[str]) -> QAction:
        """An action of the menu that the window has too: a hidden menu bar takes no keys away."""
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self.addAction(action)
        window.addAction(action)
        return action

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Text &size"))
        self._larger.setText(self.tr("&Larger"))
        self._smaller.setText(self.tr("&Smaller"))
        self._ordinary.setText(self.tr("&Ordinary size"))
