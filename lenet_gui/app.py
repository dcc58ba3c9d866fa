"""The composition root: the only file that knows everyone."""

from __future__ import annotations

import logging
import signal
import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from lenet_gui import imports, logs, paths, settings
from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError
from lenet_gui.network.card import Card, card_path, known_cards, read_card
from lenet_gui.settings import Settings
from lenet_gui.ui import icons, theme
from lenet_gui.ui.first_paint import FirstPaint
from lenet_gui.ui.inference_worker import InferenceWorker, Reader
from lenet_gui.ui.main_window import MainWindow

if TYPE_CHECKING:
    from lenet_gui.ui.model_opener import ModelOpener

_log = logging.getLogger(__name__)


class App:
    """The application put together: its language and look, its worker, its window."""

    def __init__(self, qt: QApplication, chosen: Settings) -> None:
        self._qt = qt
        self._chosen = chosen
        self._translators: list[QTranslator] = []
        qt.setApplicationName("LeNet GUI")
        qt.setStyle("Fusion")
        qt.setWindowIcon(icons.application())
        theme.install_fonts(qt, paths.resources() / "fonts")
        theme.apply(qt, chosen.theme)
        self._speak(chosen.language)
        cards, problems = read_cards()
        self.worker = InferenceWorker(load_reader, [chosen.model])
        self.window = MainWindow(self.worker, cards, chosen, languages())
        self.window.settings_changed.connect(self._follow)
        self.window.model_wanted.connect(self._open_model)
        self._opener: ModelOpener | None = None
        for problem in problems:
            self.window.show_error(problem)

    def start(self) -> None:
        """Show the window, then load the network behind it."""
        FirstPaint(self.window.pad, self.worker.start)
        self.window.show()

    def stop(self) -> None:
        """Close the window, give up a model under trial, and end the worker."""
        self.window.close()
        if self._opener is not None:
            self._opener.cancel()
        self.worker.stop()

    def _open_model(self) -> None:
        """Let somebody add a model of their own."""
        if self._opener is None:
            from lenet_gui.ui.model_opener import ModelOpener  # noqa: PLC0415 - seldom wanted

            self._opener = ModelOpener(parent=self.window)
            self._opener.refused.connect(self.window.show_error)
            self._opener.added.connect(self._take_model)
        self._opener.ask(self.window)

    def _take_model(self, model: str) -> None:
        """Offer a model that was just added, and read with it."""
        cards, _ = read_cards()
        self.window.offer(cards)
        self.window.choose_model(model)

    def _follow(self, chosen: Settings) -> None:
        """Do as newly chosen settings say."""
        if chosen.theme != self._chosen.theme:
            theme.apply(self._qt, chosen.theme)
        if chosen.language != self._chosen.language:
            self._speak(chosen.language)
        self._chosen = chosen

    def _speak(self, language: str) -> None:
        """Speak a language, the system's if empty; English where there is no translation."""
        for old in self._translators:
            self._qt.removeTranslator(old)
        locale = QLocale(language) if language else QLocale.system()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places = (("qtbase", qt_folder), ("lenet_gui", str(paths.resources() / "translations")))
        self._translators = []
        for name, folder in places:
            translator = QTranslator(self._qt)
            if translator.load(locale, name, "_", folder):
                self._translators.append(translator)
        for translator in self._translators:
            self._qt.installTranslator(translator)


class SettingsKeeper:
    """Keeps what the person chose, apart from what the command line said for one session."""

    def __init__(self, path: Path, stored: Settings, session: Settings) -> None:
        self._path = path
        self._stored = stored
        self._session = session

    def keep(self, chosen: Settings) -> None:
        """Store what differs from the settings before.

        Raises:
            SaveError: the settings cannot be written.
        """
        before, after = msgspec.structs.asdict(self._session), msgspec.structs.asdict(chosen)
        changes = {name: after[name] for name in after if after[name] != before[name]}
        self._session = chosen
        self._stored = msgspec.structs.replace(self._stored, **changes)
        settings.save(self._stored, self._path)


def run(overrides: dict[str, str]) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Args:
        overrides: settings for this session alone, from the command line: model, theme, language.

    Raises:
        BundleError: the command line names a model that is not there.
    """
    if "model" in overrides:
        card_path(overrides["model"])
    qt = QApplication(["lenet-gui"])
    stored, problem = settings.load(paths.settings_file())
    session = msgspec.structs.replace(stored, **overrides)
    keeper = SettingsKeeper(paths.settings_file(), stored, session)
    app = App(qt, session)
    sys.excepthook = partial(_report, app)
    if problem is not None:
        app.window.show_error(problem)
    _keep(app, keeper, session)
    app.window.settings_changed.connect(partial(_keep, app, keeper))
    FirstPaint(app.window.pad, partial(logs.install, paths.log_file()))
    app.start()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in the terminal ends the window too
    code = qt.exec()
    app.stop()
    return code


def load_reader(model: str) -> Reader:
    """Load the recognizer of a model; imports torch, so call it off the GUI thread.

    Raises:
        BundleError: the bundle is missing, damaged or not what its card says.
    """
    with imports.quickly():
        from lenet_gui.recognition import recognizer  # noqa: PLC0415 - torch, behind the window

    recognizer.tune_for_single_readings()
    return recognizer.Recognizer.load(card_path(model))


def languages() -> list[str]:
    """Codes of the languages the app speaks besides English."""
    files = (paths.resources() / "translations").glob("lenet_gui_*.qm")
    return sorted(path.stem.removeprefix("lenet_gui_") for path in files)


def read_cards() -> tuple[dict[str, Card], list[LenetError]]:
    """The cards of all models there are, by id, and what is wrong with those that make no sense.

    The window opens with whatever is left.
    """
    cards: dict[str, Card] = {}
    problems: list[LenetError] = []
    for model, path in known_cards().items():
        try:
            cards[model] = read_card(path)
        except LenetError as error:
            problems.append(error)
    return cards, problems


def _keep(app: App, keeper: SettingsKeeper, chosen: Settings) -> None:
    try:
        keeper.keep(chosen)
    except LenetError as error:
        _log.warning("%s", error)
        app.window.show_error(error)


def _report(
    app: App, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log an error that nobody expected and tell it in a sentence; the window stays."""
    _log.critical("unexpected error", exc_info=(kind, error, trace))
    app.window.show_error(
        LenetError(
            QT_TRANSLATE_NOOP("errors", "Something went wrong ({reason}). Details are in {log}."),
            reason=kind.__name__,
            log=paths.log_file(),
        )
    )
