"""What there is to learn: four lessons, each with a word and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.classroom.lesson import Desk, Lesson
from lenet_gui.ui.classroom.lesson_menu import LESSONS, LessonName
from lenet_gui.ui.classroom.words_button import WordsButton

_BETWEEN = 10


class _Buttons(QWidget):
    """The lessons one below the other, or two in a row where the panel is too low."""

    def __init__(self, buttons: Collection[WordsButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons, self._columns = tuple(buttons), 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._arrange(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What two in a row need."""
        return QSize(0, self._height(2))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See what has room."""
        super().resizeEvent(event)
        self._arrange(1 if self.height() >= self._height(1) else 2)

    def _height(self, columns: int) -> int:
        rows = -(-len(self._buttons) // columns)
        least = max(
            max(one.minimumSizeHint().height(), one.minimumHeight()) for one in self._buttons
        )
        return rows * (least + _BETWEEN) - _BETWEEN

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for index, button in enumerate(self._buttons):
                self._grid.addWidget(button, *divmod(index, columns))


class Offer(Lesson):
    """Offers the lessons as large buttons; the first is what Next leads to.

    Args:
        desk: what the lessons use of the window.
        enter: begins a lesson by its name.
    """

    def __init__(self, desk: Desk, enter: Callable[[str], object]) -> None:
        super().__init__(desk)
        self._enter = enter
        self.buttons: dict[LessonName, WordsButton] = {
            name: WordsButton(desk.panel) for name in LESSONS
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: enter(name))

    def begin(self, reading: Reading | None) -> None:  # noqa: ARG002 - offered with and without
        """Offer them."""
        self.desk.panel.begin(can_turn=False)
        self.desk.panel.buttons.next.hide()
        self.desk.panel.buttons.clear.hide()
        self.desk.panel.add(_Buttons(self.buttons.values(), self.desk.panel))
        self.retranslate()

    def turn(self, by: int) -> None:
        """Begin with the tour."""
        if by > 0:
            self._enter(LESSONS[0])

    def retranslate(self) -> None:
        """Say the same in another language."""
        words: dict[LessonName, tuple[str, str]] = {
            "tour": (self.tr("Guided tour"), self.tr("Six steps with your own digit")),
            "spotlight": (self.tr("Spotlight"), self.tr("One layer, large")),
            "challenge": (self.tr("Challenge"), self.tr("Draw 0 to 9: is each read?")),
            "fool": (self.tr("Fool the network"), self.tr("You read one digit, it another")),
        }
        for name, (title, sentence) in words.items():
            self.buttons[name].say(title, sentence)
        self.desk.panel.say(self.tr("What would you like?"), "")
