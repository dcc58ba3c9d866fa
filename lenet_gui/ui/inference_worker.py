"""The one thread that reads: long-lived, newest drawing wins, late answers never show.

It also loads the networks, so torch is imported behind the window while people already draw.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.prodding import NEUTRAL, Prodding

if TYPE_CHECKING:
    from lenet_gui.network.card import Card
    from lenet_gui.network.fields import Silenced
    from lenet_gui.recognition.explain import Explainer
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

    @property
    def explainer(self) -> Explainer | None:
        """What explains its readings; None where nothing can."""

    def read(
        self,
        drawing: Drawing,
        silenced: Silenced = frozenset(),
        prodding: Prodding = NEUTRAL,
    ) -> Reading:
        """Read one drawing, prodded, with some maps and units held at 0."""


@dataclass(frozen=True)
class _Request:
    """What the thread is to do: load some networks, and read a drawing if there is ink."""

    sequence: int
    drawing: Drawing
    models: tuple[str, ...]
    silenced: Silenced = frozenset()
    prodding: Prodding = NEUTRAL


class InferenceWorker(QObject):
    """Reads drawings in a thread of its own and answers on the thread that made it.

    Attributes:
        load: makes the reader of a model, given by its id; called in the worker's thread.

    Signals:
        loaded(Card): a network is ready.
        explainable(Card, Explainer | None): what explains the readings of a network, or that
            nothing does.
        answered(tuple[Reading, ...]): the newest readings, one of each network chosen and in
            that order; none of a drawing that was cleared, or a choice that changed, meanwhile.
        failed(LenetError): loading or reading failed; the worker goes on.
        unusable(str): a network could not be loaded, for which see `failed`; its id.
    """

    loaded = Signal(object)
    explainable = Signal(object, object)
    answered = Signal(object)
    failed = Signal(object)
    unusable = Signal(str)
    _read = Signal(int, object)

    def __init__(
        self,
        load: Callable[[str], Reader],
        models: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.load = load
        self._wake = threading.Condition()
        self._newest = _Request(0, Drawing(), tuple(models))
        self._pending: _Request | None = self._newest
        self._stopping = False
        self._valid_from = 0
        self._readers: dict[str, Reader] = {}
        self._explained: set[str] = set()
        self._thread = threading.Thread(target=self._run, name="inference", daemon=True)
        self._read.connect(self._deliver)

    def start(self) -> None:
        """Begin to load the networks chosen."""
        self._thread.start()

    def submit(self, drawing: Drawing) -> None:
        """Ask for readings; a drawing still waiting is replaced. An empty one asks nothing."""
        self._ask(replace(self._newest, drawing=drawing), is_new=drawing.is_empty)

    def choose(self, models: Sequence[str]) -> None:
        """Read with these networks from now on, what is on the pad at once."""
        self._ask(replace(self._newest, models=tuple(models)), is_new=True)

    def start_afresh(self, models: Sequence[str]) -> None:
        """Forget all that was asked: these networks read from now on, and are explained anew."""
        self._explained.clear()
        self._ask(_Request(self._newest.sequence, Drawing(), tuple(models)), is_new=True)

    def silence(self, places: Silenced) -> None:
        """Read with these maps and units held at 0 from now on, what is on the pad at once."""
        if places != self._newest.silenced:
            self._ask(replace(self._newest, silenced=places), is_new=True)

    def prod(self, prodding: Prodding) -> None:
        """Read what is done so to the drawing from now on, what is on the pad at once.

        Readings under way are shown still, as a hand on a slider follows them; those of a drawing
        that is not prodded any more are not.
        """
        if prodding != self._newest.prodding:
            self._ask(replace(self._newest, prodding=prodding), is_new=prodding.is_neutral)

    def stop(self) -> None:
        """End the thread, waiting for what it is doing."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    def _ask(self, wanted: _Request, *, is_new: bool) -> None:
        request = replace(wanted, sequence=self._newest.sequence + 1)
        if is_new:  # what was asked before is of no interest any more
            self._valid_from = request.sequence
        with self._wake:
            self._newest = self._pending = request
            self._wake.notify()

    @Slot(int, object)
    def _deliver(self, sequence: int, readings: tuple[Reading, ...]) -> None:
        if sequence >= self._valid_from:
            self.answered.emit(readings)

    def _run(self) -> None:
        while (request := self._next()) is not None:
            found = {model: self._reader(model) for model in request.models}
            readers = {model: reader for model, reader in found.items() if reader is not None}
            if not request.drawing.is_empty:
                self._answer(request, readers.values())
            for model, reader in readers.items():
                self._explain(model, reader)

    def _answer(self, request: _Request, readers: Iterable[Reader]) -> None:
        attempts = [
            self._attempt(partial(reader.read, request.drawing, request.silenced, request.prodding))
            for reader in readers
        ]
        readings = tuple(reading for reading in attempts if reading is not None)
        if readings:
            self._read.emit(request.sequence, readings)

    def _explain(self, model: str, reader: Reader) -> None:
        """Hand over what explains a network, once; its first answer does not wait for it."""
        if model not in self._explained:
            self._explained.add(model)
            explainer = self._attempt(lambda: reader.explainer)
            self.explainable.emit(reader.card, explainer)

    def _reader(self, model: str) -> Reader | None:
        """The reader of a model, loaded when it is first wanted."""
        if model not in self._readers:
            reader = self._attempt(partial(self.load, model))
            if reader is None:
                self.unusable.emit(model)
                return None
            self._readers[model] = reader
            self.loaded.emit(reader.card)
        return self._readers[model]

    def _next(self) -> _Request | None:
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
