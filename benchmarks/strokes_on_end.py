"""Whether memory stays as it is while people draw on and on."""

import os
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.material import drawings
from lenet_gui.app import App
from lenet_gui.settings import Settings, ViewName
from lenet_gui.ui import theme
from lenet_gui.ui.pad import stroke_player

_STROKES = 10_000
_UNTIL_FULL = 500
"""Strokes after which all that is kept to be undone is there."""

_A_DRAWING = 3
_EVERY_POINT = 4


def measure(
    size: tuple[int, int] = (1280, 800), view: ViewName = "network", strokes: int = _STROKES
) -> dict[str, float]:
    """Resident megabytes of the window, drawn on offscreen: three strokes, clear, three strokes.

    Every stroke is read, and what comes of it is painted, before the next one begins.

    Args:
        size: of the window.
        view: what is beside the pad.
        strokes: how many are drawn.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = QApplication(theme.ARGUMENTS)
    app = App(qt, Settings(language="en", view=view))
    app.window.resize(*size)
    loop = QEventLoop()
    app.worker.loaded.connect(loop.quit)
    app.start()
    loop.exec()
    app.worker.answered.connect(loop.quit)
    full = 0.0
    for turn, drawing in enumerate(drawings(None, strokes)):
        if turn % _A_DRAWING == 0:
            app.window.pad.clear()
        spiral = [stroke[::_EVERY_POINT] for stroke in stroke_player.fit(drawing.strokes)]
        stroke_player.play(app.window.pad, spiral)
        pad = app.window.pad
        while app.window.reading is None or app.window.reading.drawing is not pad.drawing:
            loop.exec()
        qt.processEvents()
        if turn == _UNTIL_FULL:
            full = _resident_mb()
    end = _resident_mb()
    app.stop()
    return {
        f"resident after {_UNTIL_FULL} strokes, MB": full,
        f"resident after {strokes} strokes, MB": end,
        "growth, MB": end - full,
    }


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
