"""The window of the next session, put together by the app with a real network."""

import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.app import App
from lenet_gui.settings import Settings
from lenet_gui.ui.main_window import MainWindow


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


def test_the_window_of_the_next_session_is_made_in_its_language_not_translated(
    qtbot: QtBot, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = QWidget()
    qtbot.addWidget(stage)
    column = QVBoxLayout(stage)
    column.addWidget(app.window)
    stage.show()
    qtbot.waitUntil(lambda: explains(app.window), timeout=20_000)
    translated: list[MainWindow] = []
    hear = MainWindow.changeEvent

    def note(window: MainWindow, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            translated.append(window)
        hear(window, event)

    monkeypatch.setattr(MainWindow, "changeEvent", note)
    for language, clear in (("zh_CN", "清空"), ("en", "Clear")):
        column.addWidget(app.renew(Settings(motion=False, view="network", language=language)))
        qtbot.waitUntil(lambda: explains(app.window))
        assert app.window.commands.clear.iconText() == clear
    assert translated == []
    app.window.setParent(None)  # the app's own, not the stage's
