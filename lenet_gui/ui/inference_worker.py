"""The one thread that reads: long-lived, newest drawing wins, late answers never show.

It also loads the network, so torch is imported behind the window while people already draw.
"""

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError
from lenet_gui.network.card import Card
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading

_log = logging.getLogger(__name__)

_Result = TypeVar("_Result")

_PATIENCE = 10.0
"""Seconds to wait for the thread at the end; loading torch from a slow disk may take some."""


class Reader(Protocol):
    """Whatever reads drawings; `recognition.recognizer.Recognizer` in the app."""

    @property
    def card(self) -> Card:
        """The card of the network that reads."""

    def read(self, drawing: Drawing) -> Reading:
        """Read one drawing."""


class InferenceWorker(QObject):
    """Reads drawings in a thread of its own and answers on the thread that made it.

    Attributes:
        load: makes the reader, in the worker's thread; called once, after `start`.

    Signals:
        loaded(Card): the network is ready.
        answered(Reading): the newest reading; none of a drawing that was cleared meanwhile.
        failed(LenetError): loading or reading failed; the worker goes on.
    """

    loaded = Signal(object)
    answered = Signal(object)
    failed = Signal(object)
    _read = Signal(int, object)

    def __init__(self, load: Callable[[], Reader], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.load = load
        self._wake = threading.Condition()
        self._pending: tuple[int, Drawing] | None = None
        self._stopping = False
        self._sequence = 0
        self._cleared = 0
        self._thread = threading.Thread(target=self._run, name="inference", daemon=True)
        self._read.connect(self._deliver)

    def start(self) -> None:
        """Begin to load the network."""
        self._thread.start()

    def submit(self, drawing: Drawing) -> None:
        """Ask for a reading; a drawing still waiting is replaced. An empty one asks nothing."""
        self._sequence += 1
        if drawing.is_empty:
            self._cleared = self._sequence
        with self._wake:
            self._pending = None if drawing.is_empty else (self._sequence, drawing)
            self._wake.notify()

    def stop(self) -> None:
        """End the thread, waiting for what it is doing."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    @Slot(int, object)
    def _deliver(self, sequence: int, reading: Reading) -> None:
        if sequence > self._cleared:
            self.answered.emit(reading)

    def _run(self) -> None:
        reader = self._attempt(self.load)
        if reader is None:
            return
        self.loaded.emit(reader.card)
        while (request := self._next()) is not None:
            sequence, drawing = request
            reading = self._attempt(partial(reader.read, drawing))
            if reading is not None:
                self._read.emit(sequence, reading)

    def _next(self) -> tuple[int, Drawing] | None:
        """Wait for the next request; None at the end."""
        with self._wake:
            self._wake.wait_for(lambda: self._stopping or self._pending is not None)
            if self._stopping:
                return None
            request, self._pending = self._pending, None
            return request

    def _attempt(self, work: Callable[[], _Result]) -> _Result | None:
        """Do `work`; a failure is told, never lost, and never ends the thread."""
        try:
            return work()
        except LenetError as error:
            self.failed.emit(error)
        except Exception as error:
            _log.exception("the inference thread failed")
            self.failed.emit(
                LenetError(
                    QT_TRANSLATE_NOOP("errors", "The network could not read: {reason}."),
                    reason=error,
                )
            )
        return None
