"""The classroom: lessons in the window, one at a time, and the way back from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout

from lenet_gui.ui.classroom.lesson import Desk, Lesson
from lenet_gui.ui.classroom.lesson_panel import LessonPanel
from lenet_gui.ui.classroom.way_back import WayBack

if TYPE_CHECKING:
    from lenet_gui.recognition.drawing import Drawing
    from lenet_gui.recognition.reading import Reading
    from lenet_gui.ui.inference_worker import InferenceWorker
    from lenet_gui.ui.main_window import MainWindow


class Classroom(QObject):
    """Puts a lesson's panel in the place of the pad's tools, beside the whole network.

    Args:
        window: whose pad and network are used.
        left: where the panel goes.
        worker: whose readings the lessons follow.
    """

    def __init__(self, window: MainWindow, left: QBoxLayout, worker: InferenceWorker) -> None:
        super().__init__(window)
        self._window, self._worker = window, worker
        self._lesson: Lesson | None = None
        self._way_back: WayBack | None = None
        self.panel = LessonPanel(window)
        self.panel.hide()
        left.insertWidget(1, self.panel, 1)
        self._wire()

    @property
    def lesson(self) -> Lesson | None:
        """What is under way."""
        return self._lesson

    def enter(self, name: str) -> None:
        """Begin a lesson, by its `LessonName`; any other name offers them all."""
        if self._lesson is None:
            self._way_back = WayBack.of(self._window)
            self._see_network()
            self.panel.show()
        else:
            self._end()
            if self._way_back is not None:  # the next one starts from there too
                self._way_back.restore_look(self._window)
        self._lesson = self._make(name)
        self.panel.setFocus()
        self._lesson.begin(self._window.reading)
        self._window.commands.learn.setChecked(True)

    def leave(self) -> bool:
        """End the lesson, all as it was before; returns whether there was one."""
        way_back = self._way_back
        if not self._close():
            return False
        if way_back is not None:
            way_back.restore(self._window)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Speak the new language, after everybody else does."""
        if event.type() == QEvent.Type.LanguageChange and self._lesson is not None:
            self._lesson.retranslate()
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        window, panel = self._window, self.panel
        panel.installEventFilter(self)
        panel.left.connect(self.leave)
        panel.clear_wanted.connect(window.pad.clear)
        panel.turned.connect(self._turn)
        panel.jumped.connect(self._jump)
        window.beside.turned.connect(self._follow_page)
        window.pad.drawing_changed.connect(self._show_drawing)
        # a method, not a lambda: the worker outlives the window of a kiosk's visitor
        self._worker.answered.connect(self._look_again)
        self._worker.explainable.connect(self._look_again)
        window.commands.model_chosen.connect(self._look_again)

    def _make(self, name: str) -> Lesson:
        window, network = self._window, self._window.beside.network
        assert network is not None, "it is seen"
        desk = Desk(
            window.pad,
            network,
            self.panel,
            window.commands.motion.isChecked,
            lambda: window.cards,
            window.choose_model,
        )
        return _lesson(name, desk, self.enter)

    def _see_network(self) -> None:
        commands = self._window.commands
        commands.gallery.setChecked(False)
        commands.whole_network.setChecked(True)
        self._window.beside.turn()
        self._set_prodding_aside(aside=True)  # what is taught, and judged, is what was drawn
        if self._window.beside.network is not None:
            self._window.beside.network.leader.back()
        self._window.tools.hide()
        self._window.verdict.hide()

    def _follow_page(self) -> None:
        """The lesson is over where somebody turns to another page; else the verdict stays away."""
        if self._lesson is None:
            return
        if self._window.beside.shows_network:
            self._window.verdict.hide()
        else:
            self._close()

    def _close(self) -> bool:
        """End the lesson; the page stays as it is. Returns whether there was one."""
        if self._lesson is None:
            return False
        self._end()
        self._set_prodding_aside(aside=False)
        self._way_back = None
        if self.panel.hasFocus() or self.panel.isAncestorOf(self._window.focusWidget()):
            self._window.pad.setFocus()  # else Qt moves it on, as the Tab key would
        self.panel.hide()
        self._window.tools.show()
        self._window.verdict.setVisible(self._window.beside.shows_network)
        self._window.commands.learn.setChecked(False)
        return True

    def _end(self) -> None:
        """End what is under way; from now on it hears nothing."""
        lesson, self._lesson = self._lesson, None
        if lesson is not None:
            lesson.end()
            lesson.deleteLater()

    def _set_prodding_aside(self, *, aside: bool) -> None:
        network = self._window.beside.network
        if network is not None:
            network.prodder.set_aside(aside=aside)

    def _turn(self, by: int) -> None:
        if self._lesson is not None:
            self._lesson.turn(by)

    def _jump(self, step: int) -> None:
        if self._lesson is not None:
            self._lesson.jump(step)

    def _look_again(self, *_: object) -> None:
        self._show_reading(self._window.reading)

    def _show_reading(self, reading: Reading | None) -> None:
        if self._lesson is not None:
            self._lesson.show_reading(reading)

    def _show_drawing(self, drawing: Drawing) -> None:
        if self._lesson is None:
            return
        self._lesson.show_drawing(drawing)
        if drawing.is_empty:
            self._lesson.show_reading(None)


def _lesson(name: str, desk: Desk, enter: Callable[[str], object]) -> Lesson:
    """A lesson; only what it needs is imported, so that a touch is answered at once."""
    match name:
        case "tour":
            from lenet_gui.ui.classroom.tour import Tour  # noqa: PLC0415

            return Tour(desk)
        case "spotlight":
            from lenet_gui.ui.classroom.spotlight import Spotlight  # noqa: PLC0415

            return Spotlight(desk)
        case "challenge":
            from lenet_gui.ui.classroom.challenge import Challenge  # noqa: PLC0415

            return Challenge(desk)
        case "fool":
            from lenet_gui.ui.classroom.fool import Fool  # noqa: PLC0415

            return Fool(desk)
    from lenet_gui.ui.classroom.offer import Offer  # noqa: PLC0415

    return Offer(desk, enter)
