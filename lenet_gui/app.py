"""The composition root: the only file that knows everyone."""

from __future__ import annotations

import dataclasses
import gc
import logging
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QSettings,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QApplication

from lenet_gui import imports, logs, paths, settings
from lenet_gui.errors import LenetError
from lenet_gui.kiosk import offered
from lenet_gui.settings import Settings, SettingsKeeper
from lenet_gui.ui import accessible_roles, theme
from lenet_gui.ui.first_paint import FirstPaint
from lenet_gui.ui.inference_worker import InferenceWorker, Reader
from lenet_gui.ui.interpreter import Interpreter
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.wardrobe import Wardrobe

if TYPE_CHECKING:
    from lenet_gui.kiosk.config import Kiosk
    from lenet_gui.network.card import Card
    from lenet_gui.ui.ahead import Ahead
    from lenet_gui.ui.files.openers import Openers
    from lenet_gui.ui.kiosk.exhibit import Exhibit

_log = logging.getLogger(__name__)


class App(QObject):
    """The application put together: its language and look, its worker, its window.

    Attributes:
        interpreter: has it speak its language.
        show: has the window seen; a kiosk does it in its own way.
        ahead: imports what pages need; there once the window was painted.

    Signals:
        stands_in(str): a network is to read in place of the chosen one, which cannot be used; its
            id.
        renewed(): there is another window in the place of the one before.
    """

    stands_in = Signal(str)
    renewed = Signal()

    ahead: Ahead

    def __init__(self, qt: QApplication, chosen: Settings, *, at_once: bool = True) -> None:
        """Put it together; unless `at_once`, what is not the pad follows its first paint."""
        super().__init__()
        self._qt = qt
        self._chosen = chosen
        self.interpreter = Interpreter(qt)
        qt.setApplicationName("LeNet GUI")
        theme.install_fonts(qt, paths.resources() / "fonts")
        accessible_roles.install()
        self._wardrobe = Wardrobe(qt)
        self._wardrobe.wear(chosen.theme)
        self.interpreter.speak(chosen.language)
        self._cards: dict[str, Card] = {}
        self._languages: list[str] = []
        self._unusable: set[str] = set()
        self.worker = InferenceWorker(load_reader, [chosen.model])
        self.worker.unusable.connect(self._replace)
        self.window = self._make_window()
        self.show: Callable[[], object] = self.window.show
        self._openers: Openers | None = None
        if at_once:
            self._furnish()

    @property
    def cards(self) -> Mapping[str, Card]:
        """The cards of all networks, by id."""
        return self._cards

    def start(self) -> None:
        """Show the window, then load the network behind it."""
        FirstPaint(self.window.pad, self._go_on)
        self.show()

    def _go_on(self) -> None:
        """Do what the first paint did not wait for."""
        if not self.window.is_furnished:
            self._furnish()
        from lenet_gui.ui.ahead import Ahead  # noqa: PLC0415 - nobody waits for it

        self.ahead = Ahead(self)
        self.worker.loaded.connect(self.ahead.begin)
        self.worker.start()

    def _furnish(self) -> None:
        """Add what the first window has beside the pad."""
        from lenet_gui.ui import icons  # noqa: PLC0415 - its pixels are many, and not at once seen

        self._qt.setWindowIcon(icons.application())
        self._cards, problems = read_cards()
        self._languages = list(offered.languages()[1:])  # all but English
        self._furnish_window()
        for problem in problems:
            self.window.show_error(problem)

    def _furnish_window(self) -> None:
        from lenet_gui.ui.files.openers import Openers  # noqa: PLC0415 - the pad is painted first

        self.window.furnish(self._cards, self._languages)
        self._openers = Openers(self.window)
        self._openers.model_added.connect(self._take_model)

    def stop(self) -> None:
        """Close the window, give up what is being opened, and end the worker."""
        self.window.close()
        self._give_up_opening()
        self.worker.stop()

    def _give_up_opening(self) -> None:
        if self._openers is not None:
            self._openers.give_up()

    def open_picture(self, path: Path) -> None:
        """Put the picture of a file on the pad, once it is read; the window is furnished."""
        assert self._openers is not None, "the window is furnished"
        self._openers.open_picture(path)

    def renew(self, chosen: Settings) -> MainWindow:
        """Take back all that was done in the window: a new one takes its place, which is returned.

        It is not shown yet. Nobody waits for it: it takes less time than two frames.
        """
        old = self.window
        old.hide()
        self._follow(chosen)
        old.setParent(None)
        # another language is heard by what is there beside the windows: one goes, one speaks it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
        self._give_up_opening()
        self.window = self._make_window()
        self._furnish_window()
        self.worker.start_afresh([chosen.model])  # now the window hears what the worker tells
        self.renewed.emit()
        old.destroyed.connect(lambda: QTimer.singleShot(0, gc.collect))  # its parts know each other
        old.deleteLater()
        return self.window

    def _make_window(self) -> MainWindow:
        """A window of which the pad is there."""
        window = MainWindow(self.worker, None, self._chosen, ())
        window.settings_changed.connect(self._follow)
        return window

    @Slot(str)
    def _replace(self, model: str) -> None:
        """Read with another network in place of the chosen one if that cannot be used."""
        self._unusable.add(model)
        left = [other for other in self._cards if other not in self._unusable]
        if left and model == self._chosen.model:
            self.stands_in.emit(left[0])
            self.window.choose_model(left[0])

    def _take_model(self, model: str) -> None:
        """Offer a model that was just added, and read with it."""
        self._cards, _ = read_cards()
        self._unusable.discard(model)
        self.window.offer(self._cards)
        self.window.choose_model(model)

    def _follow(self, chosen: Settings) -> None:
        """Do as newly chosen settings say."""
        if chosen.theme != self._chosen.theme:
            self._wardrobe.wear(chosen.theme)
        if chosen.language != self._chosen.language:
            self.interpreter.speak(chosen.language)
        self._chosen = chosen


def run(overrides: dict[str, str], picture: Path | None = None, kiosk: Kiosk | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Args:
        overrides: settings for this session alone, from the command line: model, theme, language.
        picture: a file to open on the pad.
        kiosk: how it is open to the public; None for a window of one's own.

    Raises:
        BundleError: the command line names a model that is not there.
    """
    with opened(overrides, picture, kiosk) as (qt, _, _):
        return qt.exec()


@contextmanager
def opened(
    overrides: dict[str, str], picture: Path | None = None, kiosk: Kiosk | None = None
) -> Iterator[tuple[QApplication, App, Exhibit | None]]:
    """All that `run` runs, with the window open; leaving the context ends it.

    Raises:
        BundleError: the command line names a model that is not there.
    """
    if "model" in overrides:
        from lenet_gui.network.card import card_path  # noqa: PLC0415 - the window comes first

        card_path(overrides["model"])
    # where Qt keeps what its file dialog remembers; else it does beside our folder
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, user, str(paths.settings_file().parent))
    qt = QApplication(theme.ARGUMENTS)
    app, exhibit = (
        (_own(qt, overrides, picture), None) if kiosk is None else _exhibited(qt, overrides, kiosk)
    )
    sys.excepthook = partial(_report, app)
    if kiosk is not None:
        _be_supervised(app)
    app.start()
    FirstPaint(app.window.pad, partial(_settle, app, kiosk, exhibit))  # the last is done first
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in the terminal ends the window too
    yield qt, app, exhibit
    if exhibit is not None:
        exhibit.stop()
    app.stop()


def _own(qt: QApplication, overrides: dict[str, str], picture: Path | None) -> App:
    """The app of one person, whose settings are remembered."""
    stored, problem = settings.load(paths.settings_file())
    if not paths.settings_file().exists():
        from lenet_gui.ui import desktop_motion  # noqa: PLC0415 - the first time only

        stored = msgspec.structs.replace(stored, motion=desktop_motion.is_wanted())
    session = msgspec.structs.replace(stored, **overrides)
    keeper = SettingsKeeper(paths.settings_file(), stored, session)
    app = App(qt, session, at_once=False)
    if problem is not None:
        app.window.show_error(problem)
    FirstPaint(app.window.pad, partial(_keep, app, keeper, session))
    app.window.settings_changed.connect(partial(_keep, app, keeper))
    app.stands_in.connect(keeper.assume_model)
    if picture is not None:
        FirstPaint(app.window.pad, partial(app.open_picture, picture))
    return app


def _exhibited(qt: QApplication, overrides: dict[str, str], kiosk: Kiosk) -> tuple[App, Exhibit]:
    """The app of a kiosk, which remembers nothing of anybody, and what locks it."""
    from lenet_gui.kiosk import large_blocks  # noqa: PLC0415 - only there
    from lenet_gui.ui.kiosk.exhibit import Exhibit, first_settings  # noqa: PLC0415 - only there

    large_blocks.keep_apart()
    config = dataclasses.replace(kiosk.config, **overrides)  # type: ignore[arg-type]  # same names
    app = App(qt, first_settings(config))
    set_up = dataclasses.replace(kiosk, config=config)
    exhibit = Exhibit(qt, set_up, app.window, app.renew, app.worker, app.cards)
    exhibit.ended.connect(qt.exit)
    app.show = exhibit.start
    return app, exhibit


def load_reader(model: str) -> Reader:
    """Load the recognizer of a model; imports torch, so call it off the GUI thread.

    Raises:
        BundleError: the bundle is missing, damaged or not what its card says.
    """
    with imports.quickly():
        from lenet_gui.network.card import card_path  # noqa: PLC0415
        from lenet_gui.recognition import recognizer  # noqa: PLC0415 - torch, behind the window

    recognizer.tune_for_single_readings()
    return recognizer.Recognizer.load(card_path(model))


def read_cards() -> tuple[dict[str, Card], list[LenetError]]:
    """The cards of all models there are, by id, and what is wrong with those that make no sense.

    The window opens with whatever is left.
    """
    from lenet_gui.network.card import known_cards, read_card  # noqa: PLC0415 - not at start

    cards: dict[str, Card] = {}
    problems: list[LenetError] = []
    for model, path in known_cards().items():
        try:
            cards[model] = read_card(path)
        except LenetError as error:
            problems.append(error)
    return cards, problems


def _be_supervised(app: App) -> None:
    """Tell the supervisor, if there is one, that the window answers and when it is ready."""
    from lenet_gui.kiosk import heartbeat  # noqa: PLC0415 - only in a kiosk

    heart = heartbeat.from_supervisor()
    if heart is None:
        return
    from lenet_gui.ui.kiosk.pulse import Pulse  # noqa: PLC0415 - only in a kiosk

    pulse = Pulse(heart, app)
    app.worker.loaded.connect(pulse.get_ready)
    app.worker.failed.connect(pulse.get_ready)


def _settle(app: App, kiosk: Kiosk | None, exhibit: Exhibit | None) -> None:
    """Once there is a window, have torch fetched, and keep a log from now on.

    That none can be kept is told where nothing else is.
    """
    painted_ms = logs.age_ms()
    imports.fetch_torch()
    from lenet_gui import session_log  # noqa: PLC0415 - the window comes first

    log = session_log.SessionLog(app.worker, lambda: exhibit is None or exhibit.has_visitor, app)
    log.follow(app.window.pad)
    app.renewed.connect(lambda: log.follow(app.window.pad))
    problem = logs.install(paths.log_file())
    session_log.tell_start(painted_ms)
    for wrong in kiosk.warnings if kiosk is not None else ():
        _log.warning("%s", wrong)
    if problem is not None:
        QTimer.singleShot(0, partial(_tell_alone, app, problem))


def _tell_alone(app: App, problem: LenetError) -> None:
    """Tell what went wrong unless something else did, which is likely to have the same cause."""
    if not app.window.tells_error:
        app.window.show_error(problem)


def _keep(app: App, keeper: SettingsKeeper, chosen: Settings) -> None:
    try:
        keeper.keep(chosen)
    except LenetError as error:
        _log.warning("%s", error)
        app.window.show_error(error)


def _report(
    app: App,
    kind: type[BaseException],  # noqa: ARG001 - as sys.excepthook has it
    error: BaseException,
    trace: TracebackType | None,  # noqa: ARG001
) -> None:
    """Log an error that nobody expected and tell it in a sentence; the window stays."""
    app.window.show_error(logs.unexpected(error, paths.log_file()))
