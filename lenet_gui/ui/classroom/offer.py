"""What there is to learn: four lessons, each with a word and a sentence."""

from __future__ import annotations

from collections.abc import Callable

from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.classroom.lesson import Desk, Lesson
from lenet_gui.ui.classroom.lesson_menu import LESSONS, LessonName
from lenet_gui.ui.classroom.words_button import WordsButton


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
        self.desk.panel.next_button.hide()
        self.desk.panel.clear_button.hide()
        for button in self.buttons.values():
            self.desk.panel.add(button)
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
