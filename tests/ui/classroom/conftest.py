"""The real window with bundled networks, and digits that all of them read."""

import json
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.app import load_reader
from lenet_gui.network.card import Card, read_card
from lenet_gui.recognition.drawing import Stroke
from lenet_gui.settings import Settings
from lenet_gui.ui.classroom.classroom import Classroom
from lenet_gui.ui.classroom.lesson_panel import LessonPanel
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.pad import stroke_player
from tests.handwritten_digits import BUNDLED

PATIENCE = 60_000
OpenWindow = Callable[..., MainWindow]


def bundled() -> dict[str, Card]:
    """The cards of the networks that ship."""
    return {id_: read_card(paths.models() / f"{id_}.json") for id_ in BUNDLED}


def strokes(digit: str) -> list[Stroke]:
    """A digit that every bundled network reads, in pad coordinates."""
    samples = json.loads((paths.resources() / "samples" / "self-test.json").read_bytes())
    drawn = [np.array(stroke, np.float32) for stroke in samples["digits"][digit]]
    return stroke_player.fit(drawn)


def draw(qtbot: QtBot, window: MainWindow, digit: str) -> None:
    """Draw a digit with the mouse, and wait until it is read."""
    stroke_player.play(window.pad, strokes(digit))
    wait_for_reading(qtbot, window)


def wait_for_reading(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what is on the pad is read."""
    qtbot.waitUntil(
        lambda: window.reading is not None and window.reading.drawing is window.pad.drawing,
        timeout=PATIENCE,
    )


def classroom_of(window: MainWindow) -> Classroom:
    made = window.classroom.classroom
    assert made is not None, "no lesson was wanted yet"
    return made


def panel_of(window: MainWindow) -> LessonPanel:
    return classroom_of(window).panel


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[OpenWindow]:
    """Opens the window with a bundled network, ready to explain."""
    workers: list[InferenceWorker] = []

    def open_with(model: str = "lenet5-relu", **chosen: object) -> MainWindow:
        worker = InferenceWorker(load_reader, [model])
        workers.append(worker)
        settings = Settings(model=model, **{"motion": False, **chosen})  # type: ignore[arg-type]
        made = MainWindow(worker, bundled(), settings, ["zh_CN"])
        qtbot.addWidget(made)
        made.setGeometry(0, 0, 800, 600)  # the offscreen screen is 800×800: no finger beyond it
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        with qtbot.waitSignal(worker.explainable, timeout=PATIENCE):
            worker.start()
        return made

    yield open_with
    for worker in workers:
        worker.stop()


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    return device
