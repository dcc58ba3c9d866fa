"""The pad is there first; everything else follows, and the pad stays where it was."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.app import App
from lenet_gui.errors import LenetError
from lenet_gui.settings import Settings, ViewName, WindowState
from lenet_gui.ui.pad import stroke_player

STROKE = [np.array([[0.5, 0.2], [0.5, 0.8]], np.float32)]
PATIENCE = 60_000


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[Settings], App]]:
    """Starts the app up to its first paint, all else still to come; it speaks English again."""
    apps = []

    def started(settings: Settings) -> App:
        apps.append(App(qapp, settings, at_once=False))
        qtbot.addWidget(apps[0].window)
        apps[0].start()
        return apps[0]

    yield started
    apps[0].stop()
    apps[0].interpreter.leave()


@pytest.mark.parametrize("view", ["network", "compact"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1280, 800), (1600, 1000), (800, 600)])
def test_the_pad_stays_where_it_was_first_painted(
    start: Callable[[Settings], App],
    qtbot: QtBot,
    view: ViewName,
    language: str,
    size: tuple[int, int],
) -> None:
    settings = Settings(view=view, language=language, window=WindowState(*size), motion=False)
    app = start(settings)
    app.window.grab()
    pad = app.window.pad
    first = pad.sheet.translated(pad.mapTo(app.window, pad.rect().topLeft()))
    assert not app.window.is_furnished
    qtbot.waitUntil(lambda: app.window.is_furnished)
    app.window.grab()
    now = pad.sheet.translated(pad.mapTo(app.window, pad.rect().topLeft()))
    # In the compact view, and in the smallest window, the tools may take a little of its room.
    moved = 0 if view == "network" and size > (800, 600) else 16
    corners = (now.topLeft() - first.topLeft(), now.bottomRight() - first.bottomRight())
    assert all(corner.manhattanLength() <= moved for corner in corners)


def test_what_is_drawn_before_everything_is_there_is_read(
    start: Callable[[Settings], App], qtbot: QtBot
) -> None:
    app = start(Settings(motion=False))
    stroke_player.play(app.window.pad, STROKE)
    with qtbot.waitSignal(app.worker.answered, timeout=PATIENCE):
        assert not app.window.is_furnished
    assert app.window.reading is not None
    assert app.window.reading.drawing is app.window.pad.drawing
    assert app.window.commands.undo.isEnabled()


def test_what_went_wrong_before_everything_is_there_is_told(
    start: Callable[[Settings], App], qtbot: QtBot
) -> None:
    app = start(Settings(motion=False))
    app.window.show_error(LenetError("The settings make no sense."))
    assert app.window.tells_error
    qtbot.waitUntil(lambda: app.window.is_furnished)
    assert app.window.messages.isVisible()
    assert app.window.messages.text == "The settings make no sense."


def test_the_first_paint_does_not_wait_for_the_names_in_qt() -> None:
    """To make its keys, cursors and alignments takes a tenth of what an empty window takes."""
    code = (
        "import os\n"
        "from PySide6 import QtCore, QtWidgets\n"
        "from lenet_gui import app\n"
        "from lenet_gui.settings import Settings\n"
        "from lenet_gui.ui import theme\n"
        "from lenet_gui.ui.first_paint import FirstPaint\n"
        "qt = QtWidgets.QApplication(theme.ARGUMENTS)\n"
        "started = app.App(qt, Settings(), at_once=False)\n"
        "def painted():\n"
        "    print('Qt' in vars(QtCore), 'QStyle' in vars(QtWidgets), flush=True)\n"
        "    QtCore.Qt\n"
        "    print('Qt' in vars(QtCore), flush=True)\n"
        "    os._exit(0)\n"
        "FirstPaint(started.window.pad, painted)\n"
        "started.window.show()\n"
        "qt.exec()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]


def test_before_everything_is_there_the_sheet_has_no_hint_yet(
    start: Callable[[Settings], App], qtbot: QtBot
) -> None:
    app = start(Settings(motion=False))
    pad = app.window.pad
    empty = pad.grab().toImage()
    qtbot.waitUntil(lambda: app.window.is_furnished)
    assert pad.grab(pad.rect()).toImage() != empty
