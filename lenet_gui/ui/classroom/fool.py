"""Fool the network: draw what you read as one digit and the network as another."""

from __future__ import annotations

from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.classroom.digit_words import word
from lenet_gui.ui.classroom.drawings import Drawings
from lenet_gui.ui.classroom.game import Game
from lenet_gui.ui.classroom.large_text import bold
from lenet_gui.ui.classroom.lesson import Desk
from lenet_gui.ui.classroom.score import Outcome, Score, Try
from lenet_gui.ui.classroom.score_row import ScoreRow
from lenet_gui.ui.reading.verdict_view import named

_DIGITS = tuple("0123456789")
_TITLE = 1.8


class Fool(Game):
    """First a digit is picked that one means to draw; then the network is to be sure of another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.score = Score()
        self._meant: str | None = None
        self._row = ScoreRow(desk.panel)
        self.drawings = Drawings(desk.panel)
        self.drawings.again.connect(self.look_again)

    @property
    def row(self) -> ScoreRow:
        """The score so far."""
        return self._row

    def begin(self, reading: Reading | None) -> None:  # noqa: ARG002 - it starts with an empty pad
        """Clear the pad and ask which digit is meant."""
        panel = self.desk.panel
        panel.begin(can_turn=False, needs_steps=True)
        panel.buttons.clear.hide()  # Next does the same
        panel.resize_title(_TITLE)
        panel.add(self._row)
        panel.add(self.drawings)
        self.clear_pad()
        self.ask()

    def turn(self, by: int) -> None:
        """On to the next drawing of the same digit."""
        if by > 0:
            self.clear_pad()

    def jump(self, step: int) -> None:
        """Mean another digit; what was judged is counted."""
        self.clear_pad()
        self._meant = self._classes()[step]
        self.ask()

    def meant(self) -> str | None:
        """The digit picked."""
        return self._meant

    def ask(self) -> None:
        """Say what is to be done."""
        title = self.tr("Fool the network")
        if self._meant is None:
            text = self.tr("Which digit will you draw? Touch it.")
        else:
            text = self.tr("Draw what everybody reads as {word}, but not the network.")
            text = text.format(word=bold(word(self._meant)))
        self._show(title, text, self.score)

    def tell(self, judged: Try) -> None:
        """Say what it is worth."""
        read = named(judged.reading)
        match judged.outcome:
            case Outcome.OTHER:
                title = self.tr("Fooled!")
                text = self.tr("It is sure of {digit}, {probability}: one point.")
                text = text.format(digit=bold(read[0][0]), probability=bold(read[0][1]))
            case Outcome.UNSURE:
                title = self.tr("Almost")
                likely = " / ".join(bold(label) for label, _ in read)
                text = self.tr("It is not sure: {digits}? Half a point.").format(digits=likely)
            case Outcome.RIGHT:
                title = self.tr("Not fooled")
                text = self.tr("It reads your {digit}, {probability}. Draw on, or anew.")
                text = text.format(digit=bold(read[0][0]), probability=bold(read[0][1]))
            case Outcome.NO_DIGIT:
                title = self.tr("Not a digit")
                text = self.tr("It sees no digit here, and that counts nothing. Draw on, or anew.")
        self._show(title, text, Score([*self.score.tries, judged]))

    def accept(self, judged: Try) -> None:
        """Keep it if it is worth anything."""
        if judged.points:
            self.score.tries.append(judged)
        self.ask()

    def retranslate(self) -> None:
        """Say the same in another language."""
        if self.judged is None:
            self.ask()
        else:
            self.tell(self.judged)

    def _classes(self) -> tuple[str, ...]:
        card = self.desk.page.view.card
        return _DIGITS if card is None else card.classes

    def _show(self, title: str, text: str, score: Score) -> None:
        panel, classes = self.desk.panel, self._classes()
        lit = -1 if self._meant is None else classes.index(self._meant)
        panel.show_steps(classes, [word(label) for label in classes], lit)
        panel.buttons.next.setEnabled(not self.desk.pad.drawing.is_empty)
        panel.say(title, text)
        worth = [one for one in score.tries if one.points]
        self.drawings.setVisible(bool(worth) and panel.has_room_for(self.drawings))
        if len(worth) != self.drawings.count():
            self.drawings.show_tries(worth)
        points = f"{score.points:g}".replace("0.5", "½").replace(".5", "½")
        self._row.show_score(self.tr("Points: {points}").format(points=points))
