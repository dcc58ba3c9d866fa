"""The guided tour: six steps through the live network, with the person's own digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.classroom import tour_places, tour_words
from lenet_gui.ui.classroom.glide import Glide
from lenet_gui.ui.classroom.lesson import Desk, Lesson
from lenet_gui.ui.classroom.tour_places import Sight
from lenet_gui.ui.classroom.tour_steps import STEPS, TABLE
from lenet_gui.ui.classroom.way_back import settle
from lenet_gui.ui.classroom.words_button import WordsButton
from lenet_gui.ui.network.network_plan import Place

if TYPE_CHECKING:
    from lenet_gui.ui.classroom.first_digit import FirstDigit

_SWEEP_RATE = 40.0
"""Units that a kernel slides over in a second: a row of a map takes less than one."""

_REST_MS = 500
"""How long no ink comes before a step looks for the best place anew, in milliseconds."""


class Tour(Lesson):
    """Walks through `STEPS`; each says what it has to say in numbers of the newest reading."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._step = 0
        self._reading: Reading | None = None
        self._place: Place | None = None
        self._found_in: str | None = None
        self._came_from: str | None = None
        self._view = desk.page.view
        self._glide = Glide(self._view)
        self._sweep = desk.page.leader.sweep
        self._rate = self._sweep.rate
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(lambda: self._enter(aloud=False))
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(lambda: self._look(motion=False))
        self._first: FirstDigit | None = None
        self._go_to_table = WordsButton(desk.panel)
        self._go_to_table.clicked.connect(self._show_table)

    @property
    def step(self) -> int:
        """Which step is seen, from 0."""
        return self._step

    @property
    def place(self) -> Place | None:
        """What the step has chosen in the network."""
        return self._place

    @property
    def first_digit(self) -> FirstDigit | None:
        """The digits that are offered while the pad is empty; None before it was."""
        return self._first

    @property
    def table_button(self) -> WordsButton:
        """Leads to a network with a table, where the one that reads has none."""
        return self._go_to_table

    def begin(self, reading: Reading | None) -> None:
        """Start with the first step."""
        panel = self.desk.panel
        panel.begin(can_turn=True)
        panel.add(self._go_to_table)
        self._view.installEventFilter(self)
        self._reading = reading
        self._enter()

    def end(self) -> None:
        """Have the network read again that read before the tour led to another."""
        self._view.removeEventFilter(self)
        self._rest.stop()
        self._resized.stop()
        self._glide.stop()
        self._sweep.end()
        self._sweep.rate = self._rate
        if self._came_from is not None and self._came_from in self.desk.cards():
            self.desk.choose_model(self._came_from)

    def turn(self, by: int) -> None:
        """To the next step or the one before; at the ends it stays."""
        self.jump(min(max(self._step + by, 0), len(STEPS) - 1))

    def jump(self, step: int) -> None:
        """To any step."""
        if step != self._step:
            self._step = step
            self._enter()

    def show_reading(self, reading: Reading | None) -> None:
        """Say the numbers of a new reading; find the best place once the ink rests."""
        was_empty, self._reading = self._reading is None, reading
        is_other = reading is not None and reading.card.id != self._found_in
        if reading is None or was_empty or is_other:
            self._rest.stop()
            self._enter(aloud=reading is None or is_other)
        else:
            self._say(aloud=False)
            self._rest.start()

    def retranslate(self) -> None:
        """Say the same in another language."""
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at the same when the view gets another size."""
        if event.type() == QEvent.Type.Resize:
            self._resized.start()
        return super().eventFilter(watched, event)

    def _sight(self) -> Sight | None:
        card = self._view.card
        if self._reading is None or card is None or card.id != self._reading.card.id:
            return None
        return Sight(self._reading, self.desk.page.explainer, self._view.stages)

    def _enter(self, *, aloud: bool = True) -> None:
        """Choose what the step is about, look there, and say so."""
        sight, step = self._sight(), STEPS[self._step]
        place = None if sight is None else step.find(sight)
        self._found_in = None if sight is None else sight.card.id
        goes_on = step.sweeps and place == self._place and self._sweep.swept is not None
        self._place = place
        if not goes_on:
            self._sweep.end()
            if self._view.chosen != place:
                self._view.choose(place)
            if step.sweeps and place is not None and self.desk.has_motion():
                self._sweep.rate = _SWEEP_RATE
                self.desk.page.leader.start()
        settle(self.desk.page)
        self._look(motion=self.desk.has_motion())
        self._say(aloud=aloud)

    def _look(self, *, motion: bool) -> None:
        part = None
        if self._place is not None:
            part = STEPS[self._step].look(self._view.plan, self._place)
        now = self._view.transform
        self._glide.to(now.whole() if part is None else now.framing(part), motion=motion)

    def _say(self, *, aloud: bool = True) -> None:
        panel, sight, titles = self.desk.panel, self._sight(), tour_words.titles()
        labels = [str(number) for number in range(1, len(STEPS) + 1)]
        panel.show_steps(labels, titles, self._step)
        panel.buttons.back.setEnabled(self._step > 0)
        panel.buttons.next.setEnabled(self._step < len(STEPS) - 1)
        is_empty = self._reading is None and self.desk.pad.drawing.is_empty
        if is_empty and self._first is None:
            self._first = self._make_first()
        if self._first is not None:
            self._first.setVisible(is_empty)
        self._go_to_table.setVisible(False)
        if is_empty:
            text = self.tr("Draw one on the sheet above, or touch one of these.")
            panel.say(self.tr("First, a digit"), text, aloud=aloud)
        elif sight is None:
            panel.say(titles[self._step], self.tr("The network is being loaded."), aloud=aloud)
        elif self._place is None:
            text = self.tr("This network has no layer of that kind.")
            panel.say(titles[self._step], text, aloud=aloud)
        else:
            panel.say(titles[self._step], STEPS[self._step].say(sight, self._place), aloud=aloud)
            self._offer_table(sight.card)

    def _make_first(self) -> FirstDigit:
        """The digits of the gallery, made when first wanted: to open pictures takes a while."""
        from lenet_gui.ui.classroom.first_digit import FirstDigit  # noqa: PLC0415

        made = FirstDigit(self.desk.panel)
        made.chosen.connect(lambda ink: self.desk.pad.set_picture(ink, is_input=True))
        self.desk.panel.add(made)
        return made

    def _offer_table(self, card: Card) -> None:
        """At the step about the table, lead to a network that has one."""
        is_wanted = self._step == TABLE and not _has_table(card)
        if is_wanted and self._with_table() is not None:
            self._go_to_table.say(self.tr("Show the network of 1998"))
            self._go_to_table.setVisible(True)

    def _with_table(self) -> str | None:
        cards = self.desk.cards()
        return next((id_ for id_, card in cards.items() if _has_table(card)), None)

    def _show_table(self) -> None:
        model = self._with_table()
        if model is not None and self._view.card is not None:
            self._came_from = self._came_from or self._view.card.id
            self.desk.choose_model(model)
            self.show_reading(None)


def _has_table(card: Card) -> bool:
    index = tour_places.combining(card)
    return index is not None and card.layers[index - 1].table is not None
