"""The real window on a screen, with networks that ship with the app."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from lenet_gui.app import load_reader
from lenet_gui.network.card import Card
from lenet_gui.settings import Settings
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.main_window import MainWindow

SIZE = (800, 600)
"""The offscreen screen is 800×800: no finger beyond it."""


@contextmanager
def window_with(
    qtbot: QtBot, cards: Mapping[str, Card], settings: Settings, size: tuple[int, int] = SIZE
) -> Iterator[tuple[MainWindow, InferenceWorker]]:
    """A window with the focus, and its thread, which reads once it is started."""
    worker = InferenceWorker(load_reader, [settings.model])
    made = MainWindow(worker, dict(cards), settings, [])
    qtbot.addWidget(made)
    made.setGeometry(0, 0, *size)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    try:
        yield made, worker
    finally:
        worker.stop()
