"""Readings for views, made by hand of the card that ships with the app, and views on a screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.network.card import Card, Unsure, read_card
from lenet_gui.network.fields import Silenced
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import theme
from lenet_gui.ui.inference_worker import InferenceWorker, Reader
from tests.random_bundle import RESULTS, TRAINING

STROKE = np.array([[0.2, 0.2], [0.8, 0.8]], np.float32)
DRAWING = Drawing((STROKE,))


UNSURE = Unsure(below=0.5, digits=1000, digits_unsure=0.02, calibration_error=0.01)


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    """Show a widget alone, on dark, in this size."""
    qtbot.addWidget(widget)
    widget.setPalette(theme.palette("dark"))
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)


@pytest.fixture(scope="session")
def card() -> Card:
    """The card that ships, unsure below one half whatever it was trained to."""
    return msgspec.structs.replace(read_card(paths.models() / "lenet5-tanh.json"), unsure=UNSURE)


@dataclass
class MakeReading:
    """Makes readings whose every activation is known."""

    card: Card

    def __call__(
        self, digit: int = 7, probability: float = 0.9, drawing: Drawing = DRAWING
    ) -> Reading:
        probabilities = np.full(10, (1 - probability) / 9, np.float32)
        probabilities[digit] = probability
        return self._of(probabilities, 0.0, drawing)

    def torn(self, first: int = 9, second: int = 4, drawing: Drawing = DRAWING) -> Reading:
        """Torn between two digits: the first has 48 %, the second 43.2 %."""
        probabilities = np.full(10, 0.011, np.float32)
        probabilities[[first, second]] = 0.48, 0.432
        return self._of(probabilities, 0.0, drawing)

    def doubted(self, digit: int = 9, drawing: Drawing = DRAWING) -> Reading:
        """A digit of 46 %, if it is one."""
        probabilities = np.full(10, 0.06, np.float32)
        probabilities[digit] = 0.46
        return self._of(probabilities, 0.4, drawing)

    def no_digit(self, drawing: Drawing = DRAWING) -> Reading:
        """Of what looks like no digit, were it not a bit like an 8."""
        probabilities = np.full(10, 0.097, np.float32)
        probabilities[8] = 0.127
        return self._of(probabilities, 0.97, drawing)

    def _of(self, probabilities: NDArray[np.float32], rubbish: float, drawing: Drawing) -> Reading:
        activations = {}
        for layer in self.card.layers:
            shape = (layer.maps, layer.height, layer.width)
            activations[layer.name] = np.linspace(-0.5, 0.5, layer.units, dtype=np.float32).reshape(
                shape
            )
        seen = np.zeros((32, 32), np.float32)
        seen[8:24, 16] = 1
        return Reading(
            drawing,
            self.card,
            seen,
            activations,
            np.log(probabilities),
            probabilities,
            rubbish,
            seconds=0.0005,
        )


@pytest.fixture
def make_reading(card: Card) -> MakeReading:
    return MakeReading(card)


@dataclass
class MakeDistances:
    """Makes readings of a network with targets, whose picture is one of them but for a share.

    The distance to the target of `digit` is 12.5, to the others 30, 40, …, up to 120.
    """

    card: Card

    def __call__(self, digit: int = 3, share: float = 1.0) -> Reading:
        reading = MakeReading(self.card)(digit)
        targets = self.card.layers[-1].targets
        assert targets is not None
        picture = np.array(targets.values[digit], np.float32) * np.float32(share)
        scores = np.arange(30, 121, 10, dtype=np.float32)
        scores[digit] = 12.5
        activations = dict(reading.activations)
        activations["F6"] = picture.reshape(84, 1, 1)
        return replace(reading, activations=activations, scores=scores)


class Recorder:
    """A reader that keeps what it was asked, and waits where a test says so."""

    def __init__(self, make_reading: MakeReading, before: Callable[[Drawing], None]) -> None:
        self.card = make_reading.card
        self.explainer = None
        self.asked: list[Drawing] = []
        self._make_reading = make_reading
        self._before = before

    def read(
        self,
        drawing: Drawing,
        silenced: Silenced = frozenset(),
        prodding: Prodding = NEUTRAL,
    ) -> Reading:
        self.asked.append(drawing)
        self._before(drawing)
        return replace(self._make_reading(drawing=drawing), silenced=silenced, prodding=prodding)


@pytest.fixture
def worker(make_reading: MakeReading) -> Iterator[InferenceWorker]:
    """Answers at once with readings made by hand, when it is started."""

    def load(model: str) -> Reader:
        return Recorder(make_reading, lambda _: None)

    made = InferenceWorker(load, ["lenet5-tanh"])
    yield made
    made.stop()


@pytest.fixture(scope="session")
def card_1998(tmp_path_factory: pytest.TempPathFactory) -> Card:
    """The card of an untrained network of 1998: with a connection table and targets."""
    from lenet_gui.network import bundle
    from lenet_gui.network.architectures import LeNet5Of1998

    folder = tmp_path_factory.mktemp("models")
    network = LeNet5Of1998().eval()
    return read_card(bundle.write(network, folder, training=TRAINING, results=RESULTS))


@pytest.fixture
def make_1998_reading(card_1998: Card) -> MakeDistances:
    return MakeDistances(card_1998)
