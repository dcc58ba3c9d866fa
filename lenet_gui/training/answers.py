"""What networks answer to a material.

They read side by side, a batch at a time, so that each drawing becomes an input only once and a
large material fills no memory.
"""

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenet_gui.network import probability
from lenet_gui.network.card import Misread
from lenet_gui.recognition.drawing import Input
from lenet_gui.training.material import Material

if TYPE_CHECKING:
    from lenet_gui.network.bundle import Bundle

_BATCH = 500

_KEPT = 500
"""How many misread samples are kept with their pictures: a bad network is to fill no memory."""


class Answers:
    """What one network made of a material, added up batch by batch."""

    def __init__(self, bundle: "Bundle", labels: Sequence[str] | None) -> None:
        self._bundle, self._labels = bundle, labels
        self._read: list[NDArray[np.int64]] = []
        self._sureness: list[NDArray[np.float32]] = []
        self.misread: list[Misread] = []

    def add(self, start: int, inputs: NDArray[np.float32]) -> None:
        """Read a batch (N, 1, 32, 32), whose first sample is number `start`."""
        scores = self._bundle.scores(inputs)
        probabilities = self._bundle.probabilities(scores)
        read = probability.winners(self._bundle.card.probabilities, scores)
        # rounding may take a sum of shares a hair beyond 1
        sureness = probabilities.max(axis=1).clip(0, 1)
        self._read.append(read)
        self._sureness.append(sureness)
        if self._labels is None:
            return
        for place, number in enumerate(read.tolist()):
            label, name = self._labels[start + place], self._bundle.card.classes[number]
            if label != name and len(self.misread) < _KEPT:
                sure, picture = float(sureness[place]), _png(inputs[place, 0])
                self.misread.append(Misread(start + place, label, name, sure, picture))

    @property
    def read(self) -> NDArray[np.int64]:
        """The number (N,) of the likeliest class of each."""
        return np.concatenate(self._read)

    @property
    def sureness(self) -> NDArray[np.float32]:
        """The probability (N,) of the likeliest class of each."""
        return np.concatenate(self._sureness)


def ask(
    bundles: Sequence["Bundle"], material: Material, labels: Sequence[str] | None
) -> list[Answers]:
    """Have every network read the material, in one go; `labels` if it is right or wrong."""
    answers = [Answers(bundle, labels) for bundle in bundles]
    start = 0
    for batch in _batches(material):
        for answer in answers:
            answer.add(start, batch)
        start += len(batch)
    return answers


def _batches(material: Material) -> Iterator[NDArray[np.float32]]:
    """The inputs as a network takes them, (up to 500, 1, 32, 32) at a time."""
    inputs = iter(material.inputs)
    while batch := list(islice(inputs, _BATCH)):
        yield np.stack(batch)[:, None]


def _png(seen: Input) -> bytes:
    """An input as a PNG of grey levels, paper 0, ink 255."""
    buffer = io.BytesIO()
    levels = (seen.clip(0, 1) * 255).round().astype(np.uint8)
    Image.fromarray(levels).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
