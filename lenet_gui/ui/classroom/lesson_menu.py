"""The menu of lessons, with their keys."""

from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

LessonName = Literal["tour", "spotlight", "challenge", "fool"]

LESSONS: tuple[LessonName, ...] = ("tour", "spotlight", "challenge", "fool")

_KEYS: dict[LessonName, str] = {"tour": "F5", "spotlight": "F6", "challenge": "F7", "fool": "F8"}
"""F5 is what a presenter's clicker sends to begin."""


class LessonMenu(QMenu):
    """Lists the lessons; the window carries their keys too, as a menu bar may be hidden.

    Attributes:
        learn: offers all of them in the window; ticked while one is under way.

    Signals:
        wanted(str): a lesson was chosen, by its `LessonName`.
    """

    wanted = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.learn = QAction(window, checkable=True)
        self._actions = {name: QAction(window) for name in LESSONS}
        for name, action in self._actions.items():
            action.setShortcut(QKeySequence(_KEYS[name]))
            action.triggered.connect(partial(self.wanted.emit, name))
        self.addActions(list(self._actions.values()))
        window.addActions(list(self._actions.values()))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setTitle(self.tr("&Learn"))
        self.learn.setText(self.tr("Learn"))
        self.learn.setToolTip(self.tr("A tour, a spotlight, and two games with the network"))
        texts: dict[LessonName, str] = {
            "tour": self.tr("&Guided tour"),
            "spotlight": self.tr("&Spotlight on a layer"),
            "challenge": self.tr("&Challenge"),
            "fool": self.tr("&Fool the network"),
        }
        for name, text in texts.items():
            self._actions[name].setText(text)
