"""What the log says of a session: versions, which networks were loaded, and each verdict at rest.

Of a drawing nothing but its verdict is logged.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, QTimer, Slot, qVersion

from lenet_gui import __version__, logs
from lenet_gui.errors import LenetError

if TYPE_CHECKING:
    from lenet_gui.network.card import Card
    from lenet_gui.recognition.drawing import Drawing
    from lenet_gui.recognition.reading import Reading, Verdict
    from lenet_gui.ui.inference_worker import InferenceWorker
    from lenet_gui.ui.pad.drawing_pad import DrawingPad

_log = logging.getLogger(__name__)

_REST_MS = 300
"""Ink that has not changed for so long is at rest."""


def tell_start(painted_ms: int | None) -> None:
    """Log what is running, on what, and how old the process was when its window was there."""
    _log.info(
        "LeNet GUI %s starts on %s (%s, kernel %s), Python %s, Qt %s",
        __version__,
        QSysInfo.prettyProductName(),
        QSysInfo.currentCpuArchitecture(),
        QSysInfo.kernelVersion(),
        sys.version.split()[0],
        qVersion(),
    )
    if painted_ms is not None:
        _log.info("first paint %d ms after the process began", painted_ms)


class SessionLog(QObject):
    """Logs what a worker loads, what fails, and its verdicts when the ink of a person rests."""

    def __init__(
        self, worker: InferenceWorker, is_somebody_there: Callable[[], bool], parent: QObject
    ) -> None:
        """Log from now on.

        Args:
            worker: reads.
            is_somebody_there: whether what is drawn now is drawn by a person.
            parent: owns it.
        """
        super().__init__(parent)
        self._is_somebody_there = is_somebody_there
        self._pad: DrawingPad | None = None
        self._readings: tuple[Reading, ...] = ()
        self._has_read = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell_verdicts)
        worker.answered.connect(self._take)
        worker.loaded.connect(self._tell_loaded)
        worker.failed.connect(self._tell_failure)

    def follow(self, pad: DrawingPad) -> None:
        """Log what is read of this pad, and no more of the one before, which goes."""
        if self._pad is not None:
            self._pad.drawing_changed.disconnect(self._wait)
        self._pad, self._readings = pad, ()
        pad.drawing_changed.connect(self._wait)

    @Slot(object)
    def _tell_loaded(self, card: Card) -> None:
        import torch  # noqa: PLC0415 - here already: the network has brought it

        _log.info("network %s loaded, torch %s", card.id, torch.__version__)

    @Slot(object)
    def _tell_failure(self, error: LenetError) -> None:
        _log.warning("%s", error)

    def _wait(self, drawing: Drawing) -> None:
        if drawing.is_empty:
            self._readings = ()
        self._rest.start()

    def _take(self, readings: tuple[Reading, ...]) -> None:
        if not self._has_read and (age := logs.age_ms()) is not None:
            _log.info("first reading %d ms after the process began", age)
        self._has_read = True
        if self._is_somebody_there():
            self._readings = readings
            self._rest.start()

    def _tell_verdicts(self) -> None:
        drawing = None if self._pad is None else self._pad.drawing
        if not self._readings or self._readings[0].drawing is not drawing:
            return  # the answer is still to come, and will be waited for anew
        for reading in self._readings:
            if not reading.prodding.is_neutral:
                continue  # it is not what somebody drew
            _log.info("verdict %s by %s", in_words(reading.verdict), reading.card.id)
        self._readings = ()


def in_words(verdict: Verdict) -> str:
    """`7 (0.98)`; `4 or 9? (0.51)` and `9? (0.46)` when unsure; `none (0.13)` for no digit."""
    classes = " or ".join(verdict.classes) or "none"
    is_doubt = verdict.digit is None and verdict.classes
    return f"{classes}{'?' if is_doubt else ''} ({verdict.probability:.2f})"
