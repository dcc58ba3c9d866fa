"""The recognizer: a drawing goes in, a reading comes out."""

import time
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import numpy as np
import torch

from lenet_gui.network import bundle, fields
from lenet_gui.network.card import Card
from lenet_gui.network.fields import Silenced
from lenet_gui.network.layerwise import Layerwise
from lenet_gui.recognition import prodded
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.explain import Explainer
from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.reading import Reading

_WARM_UP = 2
"""Runs in which TorchScript looks at a network before it has its quickest code for it."""


class Recognizer:
    """Reads drawings with one network. Used from one thread at a time."""

    def __init__(self, network: bundle.Bundle) -> None:
        self._bundle = network

    @classmethod
    def load(cls, card_path: Path) -> "Recognizer":
        """Load the network of a card.

        Raises:
            BundleError: the bundle is missing, damaged or not what its card says.
        """
        network = bundle.load(card_path)
        size = network.card.input
        blank = np.zeros((1, size.maps, size.height, size.width), np.float32)
        for _ in range(_WARM_UP):
            network.activations(blank)
        return cls(network)

    @property
    def card(self) -> Card:
        """The card of the network that reads."""
        return self._bundle.card

    @cached_property
    def layerwise(self) -> Layerwise | None:
        """The network layer by layer, to explain its readings and to silence parts of it.

        None where somebody else's network does something that its card does not tell: better no
        sum than one that is not what it computed.
        """
        size = self.card.input
        noise = np.random.default_rng(1998).random((size.maps, size.height, size.width), np.float32)
        try:
            network = Layerwise(self.card, self._bundle.parameters())
        except ValueError:
            return None
        expected = self._bundle.activations(noise[None])
        agrees = network.agrees_with({name: a[0] for name, a in expected.items()}, noise)
        return network if agrees else None

    @cached_property
    def explainer(self) -> Explainer | None:
        """What explains this network's readings, on any thread; None where `layerwise` is."""
        return Explainer(self.layerwise) if self.layerwise else None

    def read(
        self,
        drawing: Drawing,
        silenced: Silenced = frozenset(),
        prodding: Prodding = NEUTRAL,
    ) -> Reading:
        """Read one drawing; an empty one is read as blank paper.

        Args:
            drawing: what is on the pad.
            silenced: maps and units that are held at 0. Those that the network has not are passed
                over, and all of them where it cannot be computed layer by layer: the reading
                tells which they were.
            prodding: what is done to the drawing before the network sees it.
        """
        start = time.perf_counter()
        seen = prodded.normalize(drawing, prodding)
        activations = {name: a[0] for name, a in self._bundle.activations(seen[None, None]).items()}
        silent: Silenced = frozenset()
        if silenced and self.layerwise:
            silent = fields.silenceable(self.card, silenced)
            activations = self.layerwise.silence(activations, silent)
        scores = activations[self.card.layers[-1].name].reshape(1, -1)
        probabilities, rubbish = self._bundle.beliefs(scores)
        reading = Reading(
            drawing=drawing,
            card=self.card,
            input=seen,
            activations=MappingProxyType(activations),
            scores=scores[0],
            probabilities=probabilities[0],
            rubbish=float(rubbish[0]),
            seconds=time.perf_counter() - start,
            silenced=silent,
            prodding=prodding,
        )
        for array in (seen, reading.scores, reading.probabilities, *reading.activations.values()):
            array.setflags(write=False)
        return reading


def tune_for_single_readings() -> None:
    """Set torch up for one small input at a time; call once in a program that only reads.

    One 32×32 input is too little work to share between threads, and oneDNN's set-up for each
    call costs more than LeNet's whole arithmetic: without both a reading takes under half the
    time.
    """
    torch.set_num_threads(1)
    torch.backends.mkldnn.enabled = False  # type: ignore[assignment]
