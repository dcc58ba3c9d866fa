"""(a) From a pointer event to everything repainted, while real strokes are drawn."""

import itertools
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.material import drawings
from lenet_gui.app import App, load_reader
from lenet_gui.network.card import Card
from lenet_gui.network.fields import Silenced, Unit
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.explain import Explainer
from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import Settings, ViewName
from lenet_gui.ui import theme
from lenet_gui.ui.inference_worker import Reader
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.pad import stroke_player

_WARM_UP = 100
_MS = 1000.0


class _TimedReader:
    """A reader that keeps how long its last reading took, network and ink together."""

    def __init__(self, model: str) -> None:
        self._reader = load_reader(model)
        self.seconds = 0.0

    @property
    def card(self) -> Card:
        """The card of the network that reads."""
        return self._reader.card

    @property
    def explainer(self) -> Explainer | None:
        """What explains its readings."""
        return self._reader.explainer

    def read(
        self,
        drawing: Drawing,
        silenced: Silenced = frozenset(),
        prodding: Prodding = NEUTRAL,
    ) -> Reading:
        """Read one drawing."""
        start = time.perf_counter()
        reading = self._reader.read(drawing, silenced, prodding)
        self.seconds = time.perf_counter() - start
        return reading


class _PaintClock(QObject):
    """Times every repaint of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.seconds = 0.0
        self.painted = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let a repaint happen here, between two looks at the clock."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        start = time.perf_counter()
        watched.event(event)
        self.seconds += time.perf_counter() - start
        self.painted = True
        return True


@dataclass
class _Samples:
    """Milliseconds by part, one entry a pointer event.

    `working` is what the window's thread took of a processor: no other program adds to that.
    """

    whole: list[float] = field(default_factory=list)
    painting: list[float] = field(default_factory=list)
    reading: list[float] = field(default_factory=list)
    working: list[float] = field(default_factory=list)


class _Bench:
    """The window with a watch on it."""

    def __init__(
        self, qt: QApplication, size: tuple[int, int], view: ViewName, unit: Unit | None
    ) -> None:
        self.app = App(qt, Settings(language="en", view=view))
        self._readers: list[_TimedReader] = []
        self.app.worker.load = self._load
        self.app.window.resize(*size)
        self._loop = QEventLoop()
        self.app.worker.loaded.connect(self._loop.quit)
        self.app.start()
        self._loop.exec()
        self._clock = _PaintClock(self.app.window)
        self._shown: Drawing | None = None
        self.app.worker.answered.connect(self._note)
        self.samples = _Samples()
        if unit is not None:
            self._choose(unit)

    def draw(self, drawing: Drawing) -> None:
        """Draw with mouse events, each timed until the window shows what it changed."""
        pad = self.app.window.pad
        for event in stroke_player.events(pad, stroke_player.fit(drawing.strokes)):
            before = pad.drawing
            self._clock.seconds, self._clock.painted = 0.0, False
            start, worked = time.perf_counter(), time.thread_time()
            QCoreApplication.sendEvent(pad, event)
            if pad.drawing is before:
                continue
            while self._shown is not pad.drawing or not self._clock.painted:
                self._loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            whole = time.perf_counter() - start
            self.samples.whole.append(whole * _MS)
            self.samples.working.append((time.thread_time() - worked) * _MS)
            self.samples.painting.append(self._clock.seconds * _MS)
            self.samples.reading.append(self._readers[0].seconds * _MS)
        pad.clear()
        self._loop.processEvents()

    def _choose(self, unit: Unit) -> None:
        """Choose a unit of the network view as a click does; it is explained with every reading."""
        network = self.app.window.beside.network
        assert network is not None, "the view with units to choose is open"
        names = [stage.name for stage in network.view.stages]
        assert unit.layer is not None, "a unit that adds something up"
        network.view.choose(Place(names.index(unit.layer), unit.map, (unit.y, unit.x)))

    def _load(self, model: str) -> Reader:
        self._readers.append(_TimedReader(model))
        return self._readers[-1]

    def _note(self, readings: tuple[Reading, ...]) -> None:
        """The views have the reading by now; what is painted from here on shows it."""
        self._shown = readings[0].drawing
        self._clock.painted = False


def measure(
    strokes: Path | None,
    events: int,
    size: tuple[int, int],
    view: ViewName,
    unit: Unit | None = None,
) -> dict[str, float]:
    """Milliseconds from pointer event to everything repainted, and what they are made of.

    Args:
        strokes: a stroke set to draw; None: hand-made ones.
        events: how many are measured.
        size: of the window.
        view: what is beside the pad.
        unit: chosen in the network view, and so explained with every reading.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    bench = _Bench(QApplication(theme.ARGUMENTS), size, view, unit)
    chosen = drawings(strokes, events)
    for drawing in itertools.cycle(chosen):
        bench.draw(drawing)
        if len(bench.samples.whole) >= events + _WARM_UP:
            break
    bench.app.stop()
    whole = np.array(bench.samples.whole[_WARM_UP:])
    painting = np.array(bench.samples.painting[_WARM_UP:])
    reading = np.array(bench.samples.reading[_WARM_UP:])
    working = np.array(bench.samples.working[_WARM_UP:])
    rest = whole - painting - reading
    bare = bare_activations(chosen)
    p95 = float(np.percentile(whole, 95))
    return {
        "events": len(whole),
        "median_ms": float(np.median(whole)),
        "p95_ms": p95,
        "p99_ms": float(np.percentile(whole, 99)),
        "window_thread_median_ms": float(np.median(working)),
        "window_thread_p95_ms": float(np.percentile(working, 95)),
        "painting_median_ms": float(np.median(painting)),
        "reading_median_ms": float(np.median(reading)),
        "rest_median_ms": float(np.median(rest)),
        "rest_p95_ms": float(np.percentile(rest, 95)),
        "bare_activations_median_ms": bare,
        "median_over_bare": float(np.median(whole)) / bare,
        "p95_over_bare": p95 / bare,
    }


def bare_activations(chosen: list[Drawing]) -> float:
    """Median milliseconds of a bare `activations()` call on the inputs of drawings."""
    import torch  # noqa: PLC0415 - the window is timed first

    from lenet_gui import paths  # noqa: PLC0415

    module: torch.jit.ScriptModule = torch.jit.load(  # type: ignore[no-untyped-call]
        paths.models() / f"{Settings().model}.pt"
    ).eval()
    times = []
    with torch.inference_mode():
        for drawing in chosen:
            x = torch.from_numpy(ink.normalize(drawing))[None, None]
            start = time.perf_counter()
            module.activations(x)
            times.append((time.perf_counter() - start) * _MS)
    return float(np.median(times))
