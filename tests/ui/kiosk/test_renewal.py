"""The window of the next session, put together by the app with a real network."""

import logging
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.app import App
from lenet_gui.session_log import SessionLog
from lenet_gui.settings import Settings
from lenet_gui.ui.files.openers import Openers
from lenet_gui.ui.main_window import MainWindow
from tests.ui.under_finger import seven


@pytest.fixture
def app(qapp: QApplication) -> Iterator[App]:
    ordinary, palette = qapp.font(), qapp.palette()
    made = App(qapp, Settings(motion=False, view="network", language="en"))
    made.worker.start()
    yield made
    made.window.hide()
    made.worker.stop()
    made.window.deleteLater()
    qapp.setFont(ordinary)
    qapp.setPalette(palette)


def explains(window: MainWindow) -> bool:
    network = window.beside.network
    return network is not None and network.explainer is not None


def test_units_are_explained_in_the_next_session_too(qtbot: QtBot, app: App) -> None:
    qtbot.waitUntil(lambda: explains(app.window), timeout=20_000)
    first = app.window
    for _ in range(2):
        renewed = app.renew(Settings(motion=False, view="network", language="en"))
        assert renewed is app.window is not first
        qtbot.waitUntil(lambda: explains(app.window))


def test_the_window_of_the_session_before_goes_at_once(qtbot: QtBot, app: App) -> None:
    qtbot.waitUntil(lambda: explains(app.window), timeout=20_000)
    settings = Settings(motion=False, view="network", language="en")
    before = weakref.ref(app.renew(settings))
    qtbot.waitUntil(lambda: explains(app.window))
    app.renew(settings)
    qtbot.waitUntil(lambda: before() is None)


class Listener(QObject):
    """Counts how often a window hears that another language is spoken.

    Args:
        others: windows that other tests left.
    """

    def __init__(self, others: list[QWidget]) -> None:
        super().__init__()
        self._others = others
        self.heard = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_window = isinstance(watched, MainWindow) and watched not in self._others
        self.heard += is_window and event.type() == QEvent.Type.LanguageChange
        return False


def test_the_window_of_the_next_session_is_made_in_its_language_not_translated(
    qtbot: QtBot, qapp: QApplication, app: App
) -> None:
    stage = QWidget()
    column = QVBoxLayout(stage)
    column.addWidget(app.window)
    stage.show()
    qtbot.waitUntil(lambda: explains(app.window), timeout=20_000)
    listener = Listener(qapp.topLevelWidgets())
    qapp.installEventFilter(listener)
    for language, clear in (("zh_CN", "清空"), ("en", "Clear")):
        column.addWidget(app.renew(Settings(motion=False, view="network", language=language)))
        qtbot.waitUntil(lambda: explains(app.window))
        assert app.window.commands.clear.iconText() == clear
    qapp.removeEventFilter(listener)
    assert listener.heard == 0
    column.removeWidget(app.window)
    app.window.setParent(None)  # the app's own, not the stage's


def verdicts(caplog: pytest.LogCaptureFixture) -> int:
    return sum(record.message.startswith("verdict") for record in caplog.records)


def test_the_log_has_the_verdicts_of_every_session_and_none_of_what_the_app_draws(
    qtbot: QtBot, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    somebody = [True]
    log = SessionLog(app.worker, lambda: somebody[0], app)
    app.renewed.connect(lambda: log.follow(app.window.pad))
    log.follow(app.window.pad)
    settings = Settings(motion=False, view="network", language="en")
    for session in (1, 2, 3):
        app.window.pad.set_strokes(seven().strokes)
        with qtbot.waitSignal(app.worker.answered, timeout=20_000):
            pass
        qtbot.wait(600)
        assert verdicts(caplog) == session
        app.renew(settings)
    somebody[0] = False
    app.window.pad.set_strokes(seven().strokes)
    qtbot.waitUntil(lambda: app.window.reading is not None)
    qtbot.wait(600)
    assert verdicts(caplog) == 3


def test_what_opens_pictures_goes_with_the_window_of_its_session(qtbot: QtBot, app: App) -> None:
    (openers,) = app.window.findChildren(Openers)
    with qtbot.waitSignal(openers.destroyed, timeout=10_000):
        app.renew(Settings(motion=False, view="network", language="en"))
    assert len(app.window.findChildren(Openers)) == 1
