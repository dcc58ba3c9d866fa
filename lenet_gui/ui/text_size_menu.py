"""The menu of text sizes, and its keys."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from lenet_gui.settings import TextSize
from lenet_gui.ui.text_size import SIZES


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
