"""The kiosk: who is there, what they see, and when it begins anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication

from lenet_gui import paths
from lenet_gui.errors import LenetError
from lenet_gui.kiosk import offered
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.kiosk.counts import Counts
from lenet_gui.network.card import Card
from lenet_gui.settings import Settings
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.kiosk import attract_strokes
from lenet_gui.ui.kiosk.counting import DrawingCounter
from lenet_gui.ui.kiosk.finger_mark import FingerMark
from lenet_gui.ui.kiosk.gate import Gate
from lenet_gui.ui.kiosk.ghost import Ghost
from lenet_gui.ui.kiosk.idleness import Idleness
from lenet_gui.ui.kiosk.invitation import Invitation
from lenet_gui.ui.kiosk.language_names import names_of
from lenet_gui.ui.kiosk.staff_desk import StaffDesk
from lenet_gui.ui.kiosk.stages import Stages
from lenet_gui.ui.kiosk.still_there import StillThere
from lenet_gui.ui.kiosk.visitor_choices import VisitorChoices
from lenet_gui.ui.main_window import MainWindow


class State(Enum):
    """Who is there."""

    ATTRACT = auto()
    """Nobody: the app draws by itself."""
    VISIT = auto()
    """Somebody draws."""
    ASK = auto()
    """Somebody was: it asks."""
    STAFF = auto()
    """The staff, or who wants to be."""


def first_settings(config: KioskConfig) -> Settings:
    """What a session begins with."""
    return Settings(
        theme=config.theme,
        language=config.language,
        model=config.model,
        motion=config.motion == "full",
        view=config.view,
        text_size=config.text_size,
    )


class Exhibit(QObject):
    """Runs the kiosk's window.

    Args:
        app: the application.
        kiosk: how it was set up.
        window: the first window.
        renew: makes another one that begins with some settings; the one before goes.
        worker: reads.
        cards: of all networks, by id.

    Attributes:
        state: who is there.
        window: the window of the session.
        choices: what a visitor may choose.

    Signals:
        ended(int): the staff wants the program to end with this exit code.
    """

    ended = Signal(int)

    def __init__(
        self,
        app: QApplication,
        kiosk: Kiosk,
        window: MainWindow,
        renew: Callable[[Settings], MainWindow],
        worker: InferenceWorker,
        cards: Mapping[str, Card],
    ) -> None:
        super().__init__(app)
        self._app = app
        self._renew, self._worker = renew, worker
        self.state = State.VISIT
        self.window = window
        self._counter: DrawingCounter | None = None
        self._is_begun = False
        self._mark: FingerMark | None = None
        config = kiosk.config
        self.gate = Gate(self)
        self.gate.touched.connect(self._welcome)
        self.gate.used.connect(self._follow_use)
        self.idleness = Idleness(self.gate, self)
        self.idleness.ran_out.connect(self._miss)
        self.choices = VisitorChoices(config, cards, window, self)
        self.choices.bar.afresh_wanted.connect(self._begin_again)
        invitation = Invitation(tuple(self.choices.languages))
        self.stages = Stages(config, self.gate, self.choices.bar, invitation, self)
        titles = self.choices.titles(config.language)
        every_language = names_of(offered.languages())
        self.desk = StaffDesk(self.gate, self.stages, kiosk, every_language, titles)
        self.desk.opened.connect(self._open_desk)
        self.desk.left.connect(self._leave_desk)
        self.desk.ended.connect(self.ended)
        self._make_overlays()
        self.ghost = Ghost(self.gate, self._read_strokes(), self)
        self.ghost.pen_moved.connect(self._show_pen)

    @property
    def config(self) -> KioskConfig:
        """What holds now."""
        return self.desk.config

    @property
    def has_visitor(self) -> bool:
        """Whether somebody is there; else the app draws by itself."""
        return self.state is not State.ATTRACT

    @property
    def fresh_settings(self) -> Settings:
        """What the next session begins with."""
        return first_settings(self.config)

    def start(self) -> None:
        """Lock the screen, and draw until somebody comes."""
        self.gate.guard(self._app)
        self._app.setQuitOnLastWindowClosed(False)  # there may be no screen for a while
        if self.config.hide_cursor:
            self._app.setOverrideCursor(Qt.CursorShape.BlankCursor)
        self._take(self.window)
        self._rest()

    def stop(self) -> None:
        """Unlock the screen, and close the windows."""
        if self._counter is not None:
            self._counter.end()
        self.ghost.stop()
        self.gate.leave(self._app)
        if self.config.hide_cursor:
            self._app.restoreOverrideCursor()
        self.stages.close()

    def start_afresh(self) -> None:
        """Take back all that was done since the session began, and go on with the visit."""
        if self._counter is not None:
            self._counter.end()
            self._counter = None
        self._take(self._renew(self.fresh_settings))
        if self._is_begun:
            self._count()

    def _make_overlays(self) -> None:
        stage = self.stages.stage
        self.still_there = StillThere(stage)
        self.still_there.expired.connect(self._give_up)
        self.choices.lay_over(stage)

    def _read_strokes(self) -> tuple[attract_strokes.PacedDrawing, ...]:
        try:
            return attract_strokes.read()
        except LenetError as error:
            self.desk.note(error)
            return ()

    def _take(self, window: MainWindow) -> None:
        """Show a window, of which nothing was used yet."""
        self.window = window
        self._mark = None
        window.messages.told.connect(self.desk.note)
        window.pad.drawing_changed.connect(self._wait)
        self.stages.take(self.config, window)
        self.desk.fit_corner()
        self.choices.follow(window, self.fresh_settings)

    # -- who is there ------------------------------------------------------------------------

    def _rest(self) -> None:
        """Nobody is there: draw; or, where that is not wanted, wait."""
        self._is_begun = False
        if self.config.attract_after_s == 0:
            self._begin_visit()
            return
        self.state = State.ATTRACT
        self.idleness.wait(0)
        self.gate.is_shut = True
        self.stages.stage.invite(invites=True)
        self.ghost.start(self.window.pad, self.config.motion)

    def _begin_visit(self) -> None:
        """Let somebody draw, or go on."""
        self.gate.is_shut = False
        self.ghost.stop()
        self.still_there.withdraw()
        self.stages.stage.invite(invites=False)
        self.state = State.VISIT
        self.window.pad.setFocus()
        self._wait()

    def _welcome(self) -> None:
        """The first touch of somebody who was not there, or the answer of who still is."""
        if self.state is State.ATTRACT:
            self._begin_visit()
            self._begin_session()
        elif self.state is State.ASK:
            self._begin_visit()

    def _begin_session(self) -> None:
        self._is_begun = True
        self._count(is_new=True)

    def _count(self, *, is_new: bool = False) -> None:
        """Count what is drawn from now on."""
        if self.config.counts:
            counts = Counts(paths.counts(), keeps_drawings=self.config.keep_drawings)
            if is_new:
                counts.session_began()
            self._counter = DrawingCounter(self.window.pad, self._worker, counts)

    def _follow_use(self) -> None:
        """Somebody does something."""
        if self.state is State.VISIT:
            if not self._is_begun:
                self._begin_session()
            self._wait()

    def _wait(self) -> None:
        """Wait for as long as there may be nobody."""
        if self.state is not State.VISIT:
            return
        config, is_empty = self.config, self.window.pad.drawing.is_empty
        if not self._is_begun:
            self.idleness.wait(config.attract_after_s)
        elif is_empty:
            self.idleness.wait(config.attract_after_s or config.ask_after_s)
        else:
            self.idleness.wait(config.ask_after_s)

    def _miss(self) -> None:
        """Nobody has done anything for a while."""
        if self.state is not State.VISIT:
            return
        self.choices.close_sheets()
        if self.window.pad.drawing.is_empty:
            self._give_up()
            return
        self.state = State.ASK
        self.gate.is_shut = True
        self.still_there.ask(self.config.countdown_s, motion=self.config.motion == "full")

    def _give_up(self) -> None:
        """Nobody is there any more: clear everything, for the next one."""
        self._is_begun = False
        self.start_afresh()
        self._rest()

    def _begin_again(self) -> None:
        """Whoever is there wants to begin anew."""
        if self.state is State.VISIT:
            self.start_afresh()
            self._begin_visit()

    def _open_desk(self) -> None:
        """The staff comes: nothing else goes on."""
        self._begin_visit()
        self.idleness.wait(0)
        self.state = State.STAFF
        self.choices.close_sheets()
        if self.config.hide_cursor:
            self._app.restoreOverrideCursor()

    def _leave_desk(self) -> None:
        """The staff goes: what they changed holds from now on."""
        if self.config.hide_cursor:
            self._app.setOverrideCursor(Qt.CursorShape.BlankCursor)
        self._give_up()

    def _show_pen(self, place: QPointF | None) -> None:
        """Show where the app's own pen is."""
        if self._mark is None:
            if place is None:
                return
            self._mark = FingerMark(self.window.pad, self.stages.target)
        self._mark.show_at(place)
