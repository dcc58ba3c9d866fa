"""One visitor after the other, for as long as is wanted; each leaves a clean screen."""

import itertools
import random
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from benchmarks.soak import attacks, clean, deeds, network_deeds, pad_deeds
from benchmarks.soak.diary import Diary
from benchmarks.soak.event_loop import EventLoopWatch
from benchmarks.soak.hands import Hands, Pauses
from benchmarks.soak.keyboard import Keyboard
from benchmarks.soak.visitor import Visitor
from lenet_gui.ui.kiosk.exhibit import Exhibit, State

_DEEDS: tuple[Callable[[Visitor], Pauses], ...] = (
    *(pad_deeds.draw_digit, pad_deeds.scribble, pad_deeds.dot, pad_deeds.lay_hand_on_pad),
    pad_deeds.undo,
    *(deeds.touch_anything, deeds.press_buttons, deeds.touch_anything, deeds.press_buttons),
    *(network_deeds.choose_units, network_deeds.zoom, network_deeds.sweep, network_deeds.pin),
    *(network_deeds.see_kernels, network_deeds.prod),
    *(deeds.open_gallery, deeds.learn, deeds.turn_page, deeds.use_keys, deeds.begin_again),
    *(deeds.change_language, deeds.change_text, deeds.change_network),
    *(deeds.hold_finger, deeds.answer_question),
    *(attacks.press_keys, attacks.type_keys, attacks.close_window, attacks.shrink_window),
    *(attacks.come_from_the_edges, attacks.click_other_buttons, attacks.guess_pin),
)
_WAITING = (deeds.hold_finger, deeds.answer_question, attacks.guess_pin)
_VISITORS = 4
"""So many visitors do all of this between them, each a part, in an order of their own."""

_GLANCE_S = 0.05
_SETTLED_S = 0.3
"""The empty pad is looked at so long after everything was cleared; soon after it is drawn on."""

_PATIENCE_S = 40.0
"""Until it has long drawn by itself again, whatever somebody left open."""

_GONE = "already deleted"
"""What PySide says of a part that was touched after its window went."""


class Crowd(QObject):
    """Sends visitors to a kiosk that has just started.

    Args:
        exhibit: the kiosk.
        keyboard: the screen's own.
        diary: takes down what they do.
        watch: looks away while pictures are compared.
        seed: decides what all of them do.

    Signals:
        ready(): the program has started, and the first one comes.
        left(): the last one has.
    """

    ready = Signal()
    left = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        keyboard: Keyboard,
        diary: Diary,
        watch: EventLoopWatch,
        seed: int,
    ) -> None:
        super().__init__()
        self._exhibit, self._keyboard, self._diary = exhibit, keyboard, diary
        self._watch, self._seed = watch, seed
        device = QTest.createTouchDevice()
        assert isinstance(device, QPointingDevice), "a touch screen"
        self._device = device
        self._fresh: clean.Pixels | None = None
        self._steps: Pauses = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)

    def come(self, first: int, seconds: float) -> None:
        """Begin with a visitor by their number; after some time no other one comes."""
        self._steps = self._day(first, seconds)
        self._timer.start(0)

    def _go_on(self) -> None:
        try:
            self._timer.start(round(1000 * next(self._steps)))
        except StopIteration:
            self.left.emit()

    def _day(self, first: int, seconds: float) -> Pauses:
        yield from self._see_how_it_starts()
        self.ready.emit()
        for number in itertools.count(first):
            if self._diary.seconds > seconds:
                return
            self._diary.begin(number)
            yield from self._visit(self._visitor(number))
            yield from self._see_clean_screen()

    def _see_how_it_starts(self) -> Pauses:
        """Let it draw once, and look at the empty pad afterwards: so it has to be every time."""
        for is_empty in (False, True):
            while self._exhibit.window.pad.drawing.is_empty is not is_empty:
                yield _GLANCE_S
        yield _SETTLED_S
        self._fresh = clean.picture(self._exhibit)

    def _visitor(self, number: int) -> Visitor:
        chance = random.Random(f"{self._seed} {number}")  # noqa: S311 - nothing secret
        hands = Hands(self._exhibit.stages.stage, self._device, chance)
        diary = self._diary
        return Visitor(self._exhibit, hands, self._keyboard, chance, diary.note, diary.complain)

    def _visit(self, visitor: Visitor) -> Pauses:
        """Come, do a few things, and leave in the middle of the last one."""
        yield from visitor.hands.tap(visitor.anywhere())
        if self._exhibit.state is not State.VISIT:
            self._diary.complain(f"somebody touched it, and it is {self._exhibit.state}")
        planned = self._planned(self._diary.visitor)
        for deed in planned:
            self._diary.begin_deed(deed.__name__)
            steps = _while_there(deed(visitor))
            if deed is planned[-1]:
                steps = itertools.islice(steps, visitor.chance.randint(3, 60))
            yield from steps
        visitor.hands.lift()
        self._diary.note("left")
        self._diary.counts["touches"] += visitor.hands.touches

    def _planned(self, number: int) -> list[Callable[[Visitor], Pauses]]:
        """What a visitor is going to do; the very first one does nearly everything.

        So what the program makes when it is first wanted is there after a minute.
        """
        group, place = divmod(number, _VISITORS)
        order = list(_DEEDS)
        random.Random(f"{self._seed} group {group}").shuffle(order)  # noqa: S311
        if number == 0:
            return [deed for deed in dict.fromkeys(order) if deed not in _WAITING]
        return order[place::_VISITORS]

    def _see_clean_screen(self) -> Pauses:
        """Wait until nobody is there, and look for what somebody left."""
        deadline = self._diary.seconds + _PATIENCE_S
        draws_already = self._exhibit.state is State.ATTRACT
        while self._exhibit.state is not State.ATTRACT:
            yield _GLANCE_S
            if self._diary.seconds > deadline:
                self._diary.complain(f"everybody has left, and it is {self._exhibit.state}")
                return
        while draws_already and not self._exhibit.window.pad.drawing.is_empty:
            yield _GLANCE_S  # somebody watched it go back to drawing: let it finish that
        for found in clean.left_over(self._exhibit) + clean.escaped(self._exhibit):
            self._diary.complain(f"left behind: {found}")
        yield _SETTLED_S
        if self._fresh is None or not self._exhibit.window.pad.drawing.is_empty:
            return  # a slow machine: it draws already
        self._diary.counts["screens compared"] += 1
        with self._watch.aside():
            different = clean.difference(clean.picture(self._exhibit), self._fresh)
        if different:
            self._diary.complain(f"left behind: {different}")


def _while_there(steps: Pauses) -> Pauses:
    """Some steps, until what they are about is gone: somebody had everything begin anew."""
    try:
        yield from steps
    except RuntimeError as error:
        if _GONE not in str(error):
            raise
