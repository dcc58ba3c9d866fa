"""The challenge: the app asks for each digit once, and counts what the network reads right."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

from PySide6.QtCore import QTimer

from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.classroom.digit_words import word
from lenet_gui.ui.classroom.drawings import Drawings
from lenet_gui.ui.classroom.game import Game
from lenet_gui.ui.classroom.large_text import bold
from lenet_gui.ui.classroom.lesson import Desk
from lenet_gui.ui.classroom.score import Outcome, Score, Try
from lenet_gui.ui.classroom.score_row import ScoreRow
from lenet_gui.ui.classroom.words_button import WordsButton
from lenet_gui.ui.reading.verdict_view import named

ON_MS = 1800
"""How long praise stays before the next digit is asked for."""

_DIGITS = tuple("0123456789")
_ASKED, _SUMMED_UP = 7.0, 2.6
"""Sizes of the digit asked for and of the result, in sizes of the window's text."""


class Challenge(Game):
    """Asks for all digits in any order; what is not read as asked waits for Next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.score = Score()
        self._to_come: list[str] = []
        self._started = time.monotonic()
        self._seconds = 0.0
        self._row = ScoreRow(desk.panel)
        self.drawings = Drawings(desk.panel)
        self.drawings.again.connect(self.look_again)
        self.again_button = WordsButton(desk.panel)
        self.again_button.clicked.connect(lambda _=False: self.start())
        self._on = QTimer(self, singleShot=True, interval=ON_MS)
        self._on.timeout.connect(self.clear_pad)
        self._laid_out = QTimer(self, singleShot=True, interval=0)  # words have their place then
        self._laid_out.timeout.connect(self._make_room)

    @property
    def is_over(self) -> bool:
        """Whether all digits were asked for, and the result is seen."""
        return not self._to_come

    @property
    def row(self) -> ScoreRow:
        """The score so far."""
        return self._row

    def begin(self, reading: Reading | None) -> None:  # noqa: ARG002 - it starts with an empty pad
        """Clear the pad and ask for the first digit."""
        self.desk.panel.begin(can_turn=False, centred=True)
        for widget in (self._row, self.drawings, self.again_button):
            self.desk.panel.add(widget)
        self.start()

    def start(self, order: Sequence[str] = ()) -> None:
        """Ask anew, in this order or in any."""
        card = self.desk.page.view.card
        classes = list(_DIGITS if card is None else card.classes)
        self._to_come = list(order) or random.sample(classes, len(classes))
        self.score, self.judged = Score(), None
        self._started = time.monotonic()
        self.clear_pad()
        self.ask()

    def end(self) -> None:
        """Ask for no more."""
        self._on.stop()
        self._laid_out.stop()
        super().end()

    def turn(self, by: int) -> None:
        """Go on: what was judged is counted, what was not drawn is put off to the end."""
        if by < 0 or self.is_over:
            return
        self._on.stop()
        if self.judged is not None:
            self.clear_pad()
            return
        self._to_come.append(self._to_come.pop(0))
        self.clear_pad()
        self.ask()

    def meant(self) -> str | None:
        """The digit asked for."""
        return self._to_come[0] if self._to_come else None

    def ask(self) -> None:
        """Ask for a digit, or sum up where none is left."""
        self._on.stop()
        is_over, panel = self.is_over, self.desk.panel
        self.drawings.setVisible(is_over and bool(self.score.missed))
        self.again_button.setVisible(is_over)
        panel.buttons.next.setVisible(not is_over)
        panel.buttons.clear.setVisible(not is_over)
        panel.resize_title(_SUMMED_UP if is_over else _ASKED)
        if is_over:
            self._sum_up()
        else:
            asked = self._to_come[0]
            text = self.tr("Draw the digit {word}.").format(word=bold(word(asked)))
            panel.say(bold(asked), text)
        self._show_score(self.score)
        self._laid_out.start()

    def tell(self, judged: Try) -> None:
        """Praise, or ask the class whether the network was right."""
        reading, read = judged.reading, named(judged.reading)
        match judged.outcome:
            case Outcome.RIGHT:
                text = self.tr("Well drawn: it reads {digit}, {probability}.")
                text = text.format(digit=bold(read[0][0]), probability=bold(read[0][1]))
                self._on.start()
            case Outcome.OTHER:
                text = self.tr("The network read {digit}. Was it right?")
                text = text.format(digit=bold(read[0][0]))
            case Outcome.UNSURE:
                likely = " / ".join(bold(label) for label in reading.verdict.classes)
                text = self.tr("The network is not sure: {digits}? Draw on, or go on.")
                text = text.format(digits=likely)
            case Outcome.NO_DIGIT:
                text = self.tr("The network sees no digit yet. Draw on, or go on.")
        self.desk.panel.say(bold(judged.meant), text)
        self._show_score(Score([*self.score.tries, judged]))

    def accept(self, judged: Try) -> None:
        """Count it, and ask for the next."""
        self.score.tries.append(judged)
        self._to_come.pop(0)
        self._seconds = time.monotonic() - self._started
        self.ask()

    def retranslate(self) -> None:
        """Say the same in another language."""
        if self.judged is None:
            self.ask()
        else:
            self.tell(self.judged)

    def _make_room(self) -> None:
        """Have the score seen; when it is over, the title has it too, and it may go."""
        has_room = not self.is_over or self.desk.panel.has_room_for(self._row)
        self._row.setVisible(has_room)

    def _sum_up(self) -> None:
        right, asked = self.score.right, len(self.score.tries)
        title = self.tr("{right} of {asked}").format(right=right, asked=asked)
        minutes, seconds = divmod(round(self._seconds), 60)
        row = self.tr("Longest row: {count}. Time: {time}.")
        text = row.format(count=bold(str(self.score.longest)), time=bold(f"{minutes}:{seconds:02}"))
        if right == asked:
            text = self.tr("All read, well done!") + " " + text
        else:
            text += " " + self.tr("Touch a drawing to look at it again.")
        self.drawings.show_tries(self.score.missed)
        self.again_button.say(self.tr("Play again"))
        self.desk.panel.say(title, text)

    def _show_score(self, score: Score) -> None:
        count = len(self.score.tries) + len(self._to_come)
        if not score.tries:
            words = self.tr("{count} digits to draw").format(count=count)
        elif self.is_over:
            words = ""
        else:
            words = self.tr("{right} of {asked} right · {streak} in a row")
            words = words.format(right=score.right, asked=len(score.tries), streak=score.streak)
        self._row.show_score(words, [one.outcome for one in score.tries], count)
