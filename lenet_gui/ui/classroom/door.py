"""The door to the classroom: light, so that the window's first paint does not wait for lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QBoxLayout

if TYPE_CHECKING:
    from lenet_gui.ui.classroom.classroom import Classroom
    from lenet_gui.ui.inference_worker import InferenceWorker
    from lenet_gui.ui.main_window import MainWindow


class Door(QObject):
    """Makes the classroom when a lesson is first wanted.

    Args:
        window: whose lessons they are.
        left: where the lesson's panel takes the place of the pad's tools.
        worker: what reads.
    """

    def __init__(self, window: MainWindow, left: QBoxLayout, worker: InferenceWorker) -> None:
        super().__init__(window)
        self._window, self._left, self._worker = window, left, worker
        self._classroom: Classroom | None = None
        self._target = 0
        window.commands.lessons.wanted.connect(self.enter)
        window.commands.learn.triggered.connect(self._toggle)

    @property
    def classroom(self) -> Classroom | None:
        """What is behind the door; None before anybody wanted a lesson."""
        return self._classroom

    def set_target(self, least: int) -> None:
        """Have no button of a lesson smaller than so many pixels a side, where there is room."""
        self._target = least
        if self._classroom is not None:
            self._classroom.panel.set_target(least)

    @Slot(str)
    def enter(self, lesson: str) -> None:
        """Begin a lesson, in place of one that may be under way; empty: offer them all."""
        if self._classroom is None:
            from lenet_gui.ui.classroom.classroom import Classroom  # noqa: PLC0415 - not at start

            self._classroom = Classroom(self._window, self._left, self._worker)
            self._classroom.panel.set_target(self._target)
        self._classroom.enter(lesson)

    def leave(self) -> bool:
        """End the lesson, all as it was before; returns whether there was one."""
        return self._classroom is not None and self._classroom.leave()

    @Slot(bool)
    def _toggle(self, wanted: bool) -> None:
        if wanted:
            self.enter("")
        else:
            self.leave()
