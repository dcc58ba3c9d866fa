"""(b) From the start of the process to the first paint and to the first prediction."""

import os
import statistics
import subprocess
import sys
import time

from lenet_gui import paths
from lenet_gui.settings import Settings

_RUNS = 7

_BARE_WINDOW = """
import time
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        print("painted", time.time(), flush=True)
        app.quit()

app = QApplication([])
window = Window()
window.show()
app.exec()
"""

_BARE_NETWORK = """
import sys, time
import torch
network = torch.jit.load(sys.argv[1])
network(torch.zeros(1, 1, 32, 32))
print("predicted", time.time(), flush=True)
"""

_APP = """
import time
from lenet_gui import app, cli
from lenet_gui.ui.first_paint import FirstPaint

class Timed(app.App):
    def start(self):
        super().start()
        FirstPaint(self.window.pad, self.painted)
        self.worker.answered.connect(self.predicted)

    def painted(self):
        print("painted", time.time(), flush=True)
        import numpy as np
        from lenet_gui.ui.pad import stroke_player
        stroke = np.array([[0.5, 0.2], [0.5, 0.8]], np.float32)
        stroke_player.play(self.window.pad, [stroke])

    def predicted(self, reading):
        print("predicted", time.time(), flush=True)
        self._qt.quit()

app.App = Timed
cli.main([])
"""


def measure(runs: int = _RUNS) -> dict[str, float]:
    """Medians in seconds and as ratios; the programs take turns, so that all meet the same load."""
    model = str(paths.models() / f"{Settings().model}.pt")
    _run(_APP, model)  # as at any start but the first, modules are compiled already
    times: dict[str, list[float]] = {}
    for _ in range(runs):
        for name, program in (("window", _BARE_WINDOW), ("network", _BARE_NETWORK), ("app", _APP)):
            for what, seconds in _run(program, model).items():
                times.setdefault(f"{name}_{what}_s", []).append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    return {
        **medians,
        "paint_over_bare_window": medians["app_painted_s"] / medians["window_painted_s"],
        "prediction_over_bare_network": medians["app_predicted_s"] / medians["network_predicted_s"],
    }


def _run(program: str, *arguments: str) -> dict[str, float]:
    """Seconds from the start of a Python program to each line `what time` that it prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return {what: float(moment) - start for what, moment in lines}
