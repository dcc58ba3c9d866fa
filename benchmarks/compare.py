"""(d) Several networks read one drawing: what it costs, and how long a switch takes."""

import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.material import drawings
from lenet_gui.app import App, load_reader, read_cards
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import Settings
from lenet_gui.ui import theme
from lenet_gui.ui.inference_worker import Reader
from lenet_gui.ui.pad import stroke_player

_MS = 1000.0
_WARM_UP = 20


def measure(strokes: Path | None, count: int, size: tuple[int, int]) -> dict[str, float]:
    """Milliseconds to read with one network and with all, to show all, and to switch."""
    cards, _ = read_cards()
    chosen = drawings(strokes, count)
    readers = [load_reader(model) for model in cards]
    one = _times([partial(readers[0].read, drawing) for drawing in chosen])
    every = _times([partial(_read_all, readers, drawing) for drawing in chosen])
    window = _Window(size)
    shown = _times([partial(window.draw, drawing) for drawing in chosen])
    window.app.window.commands.compare.setChecked(False)
    switches = _times([partial(window.switch, model) for model in cards for _ in range(5)])
    window.app.stop()
    return {
        "networks": len(readers),
        "one_reading_median_ms": float(np.median(one)),
        "all_readings_median_ms": float(np.median(every)),
        "all_over_one": float(np.median(every) / np.median(one)),
        "all_readings_p95_ms": float(np.percentile(every, 95)),
        "all_shown_median_ms": float(np.median(shown)),
        "all_shown_p95_ms": float(np.percentile(shown, 95)),
        "switch_median_ms": float(np.median(switches)),
        "switch_longest_ms": float(np.max(switches)),
    }


class _Window:
    """The window, comparing all networks."""

    def __init__(self, size: tuple[int, int]) -> None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        self.app = App(QApplication(theme.ARGUMENTS), Settings(language="en"))
        self._loop = QEventLoop()
        self._shown: tuple[Reading, ...] = ()
        self.app.worker.answered.connect(self._note)
        self.app.window.resize(*size)
        self.app.window.commands.compare.setChecked(True)
        self.app.start()
        self.draw(Drawing((np.array([[0.5, 0.2], [0.5, 0.8]], np.float32),)))

    def draw(self, drawing: Drawing) -> None:
        """Draw the last event of a drawing and wait until every network's answer is painted."""
        pad = self.app.window.pad
        pad.set_strokes(stroke_player.fit(drawing.strokes))
        while not self._shown or self._shown[0].drawing is not pad.drawing:
            self._loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._paint()

    def switch(self, model: str) -> None:
        """Choose a network and wait until its answer is painted."""
        self._shown = ()
        self.app.window.choose_model(model)
        while not self._shown or self._shown[0].card.id != model:
            self._loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._paint()

    def _note(self, readings: tuple[Reading, ...]) -> None:
        self._shown = readings

    def _paint(self) -> None:
        QCoreApplication.sendPostedEvents()
        self._loop.processEvents()


def _read_all(readers: Sequence[Reader], drawing: Drawing) -> None:
    for reader in readers:
        reader.read(drawing)


def _times(works: Sequence[Callable[[], object]]) -> NDArray[np.float64]:
    """Milliseconds of each work, the first few left out."""
    times = []
    for work in works:
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * _MS)
    return np.array(times[min(_WARM_UP, len(times) // 2) :])
