"""The corpus: everything a network is trained on, and what is held out of it.

MNIST's digits stay as they are. Strokes are varied and drawn anew for every epoch, by the code
that the app reads with; so are drawings that are no digit, real and made up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.network.card import Source
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import SIZE, Drawing, Stroke
from lenet_gui.training import mnist
from lenet_gui.training.handwriting import Variation, vary
from lenet_gui.training.look_alikes import LOOK_ALIKES
from lenet_gui.training.made_up_digits import made_up_digit
from lenet_gui.training.mnist import Digits
from lenet_gui.training.scribbles import scribble
from lenet_gui.training.strokes import NO_DIGIT, StrokeSet, is_digit, read_strokes, split
from lenet_gui.training.variants import add_variant


@dataclass(frozen=True)
class Mixture:
    """What an epoch consists of, beside every digit of MNIST once.

    Attributes:
        copies: variations of each drawing of a digit.
        others: variations of each real drawing that is no digit.
        made_up: made-up drawings of digits, per digit of MNIST.
        scribbles: made-up drawings that are no digit, per digit of MNIST.
        variation: how far drawings are varied.
    """

    copies: int
    others: int
    made_up: float
    scribbles: float
    variation: Variation


@dataclass(frozen=True, eq=False)
class Corpus:
    """What a network is trained on. Without drawings, it is MNIST alone.

    Attributes:
        digits: MNIST's training digits.
        drawings: strokes of the training writers.
        labels: what each drawing is of: "0" to "9", or anything else.
        sources: every file it came from.
    """

    digits: Digits
    drawings: tuple[Sequence[Stroke], ...]
    labels: tuple[str, ...]
    sources: tuple[Source, ...]

    def size(self, mixture: Mixture) -> int:
        """How many inputs an epoch has."""
        drawn = len(self._chosen(mixture)) + self._many(mixture.made_up)
        return len(self.digits) + drawn + self._many(mixture.scribbles)

    def epoch(self, mixture: Mixture, chance: np.random.Generator) -> Digits:
        """The inputs of one epoch, in no order; `NO_DIGIT` is the label of what is no digit."""
        chosen = self._chosen(mixture)
        drawn = [self._draw(index, mixture.variation, chance) for index in chosen]
        zeros_to_nines = [
            strokes
            for strokes, label in zip(self.drawings, self.labels, strict=True)
            if is_digit(label)
        ]
        numbers = chance.integers(10, size=self._many(mixture.made_up)).tolist()
        made_up = [made_up_digit(number, chance) for number in numbers]
        scribbles = [scribble(zeros_to_nines, chance) for _ in range(self._many(mixture.scribbles))]
        varied = [vary(strokes, mixture.variation, chance) for strokes in (*made_up, *scribbles)]
        inputs = [as_bytes(ink.normalize_strokes(strokes)) for strokes in (*drawn, *varied)]
        labels = [as_number(self.labels[index]) for index in chosen] + numbers
        labels += [NO_DIGIT] * len(scribbles)
        if not inputs:
            return self.digits
        return replace(
            self.digits,
            inputs=np.concatenate([self.digits.inputs, np.stack(inputs)]),
            labels=np.concatenate([self.digits.labels, np.array(labels, np.int64)]),
        )

    def _draw(
        self, index: int, variation: Variation, chance: np.random.Generator
    ) -> tuple[Stroke, ...]:
        """A variation of one drawing."""
        strokes = self.drawings[index]
        if chance.random() < variation.variant:
            strokes = add_variant(self.labels[index], strokes, chance)
        return vary(strokes, variation, chance)

    def _chosen(self, mixture: Mixture) -> list[int]:
        """The drawings an epoch is made of, by index, as often as each is drawn."""
        return [
            index
            for index, label in enumerate(self.labels)
            for _ in range(mixture.copies if is_digit(label) else mixture.others)
        ]

    def _many(self, share: float) -> int:
        """A share of the number of MNIST's digits."""
        return int(len(self.digits) * share)


_STRANGERS = 3
"""So many other hands draw each digit of the validation writers."""


@dataclass(frozen=True, eq=False)
class HeldOut:
    """What choices are made on.

    Attributes:
        digits: of MNIST's training set.
        drawn: by the validation writers, as inputs.
        others: drawings of theirs that are no digit; all labelled `NO_DIGIT`.
        strokes: of the validation writers' digits, and what each is of.
    """

    digits: Digits
    drawn: Digits
    others: Digits
    strokes: Sequence[tuple[Sequence[Stroke], str]] = ()

    def strangers(self, variation: Variation, seed: int) -> Digits:
        """The validation writers' digits as other hands might have drawn them."""
        chance = np.random.default_rng(seed)
        varied = [
            (Drawing(vary(strokes, variation, chance)), label)
            for _ in range(_STRANGERS)
            for strokes, label in self.strokes
        ]
        return _as_digits(varied, self.drawn.sources)


def read(data: Path, stroke_sets: Sequence[Path]) -> tuple[Corpus, HeldOut]:
    """The corpus of a folder of MNIST's files and some stroke sets, and what is held out of it.

    The test writers are in neither, and no character is learned from that looks like a digit.

    Raises:
        DatasetError: a file is missing, damaged or not what it should be.
    """
    digits, held_out = mnist.training(data)
    sets = [read_strokes(path) for path in stroke_sets]
    parts = [split(strokes) for strokes in sets]
    sources = (*digits.sources, *(strokes.source for strokes in sets))
    learned = [
        (drawing.strokes, label)
        for part in parts
        for drawing, label in zip(part.training.drawings, part.training.labels, strict=True)
        if label not in LOOK_ALIKES
    ]
    drawings, labels = zip(*learned, strict=True) if learned else ((), ())
    validation = [part.validation for part in parts]
    drawn = [(drawing.strokes, label) for drawing, label in _chosen(validation, others=False)]
    return (
        Corpus(digits, drawings, labels, sources),
        HeldOut(held_out, as_digits(validation), as_digits(validation, others=True), drawn),
    )


def as_digits(stroke_sets: Sequence[StrokeSet], *, others: bool = False) -> Digits:
    """The drawings of digits (or of anything else: `others`) as a network sees them."""
    sources = tuple(strokes.source for strokes in stroke_sets)
    return _as_digits(_chosen(stroke_sets, others=others), sources)


def _chosen(stroke_sets: Sequence[StrokeSet], *, others: bool) -> list[tuple[Drawing, str]]:
    """The drawings of digits, or of anything else, each with its label."""
    return [
        (drawing, label)
        for strokes in stroke_sets
        for drawing, label in zip(strokes.drawings, strokes.labels, strict=True)
        if is_digit(label) is not others
    ]


def _as_digits(chosen: Sequence[tuple[Drawing, str]], sources: tuple[Source, ...]) -> Digits:
    inputs = np.zeros((len(chosen), SIZE, SIZE), np.uint8)
    for row, (drawing, _) in zip(inputs, chosen, strict=True):
        row[:] = as_bytes(ink.normalize(drawing))
    labels = np.array([as_number(label) for _, label in chosen], np.int64)
    return Digits(inputs, labels, sources)


def as_number(label: str) -> int:
    """The number of a label: the digit's, or `NO_DIGIT`."""
    return int(label) if is_digit(label) else NO_DIGIT


def as_bytes(seen: NDArray[np.float32]) -> NDArray[np.uint8]:
    """An input as bytes, paper 0, ink 255."""
    return np.rint(seen * 255).astype(np.uint8)
