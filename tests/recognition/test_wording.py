"""A reading is worded for people, and given to programs with nothing rounded."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from lenet_gui.network import bundle
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.card import Probabilities, Unsure
from lenet_gui.recognition import wording
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading, Verdict
from lenet_gui.recognition.recognizer import Recognizer

STROKE = np.array([(0, 0), (0, 9), (4, 4)], np.float32)


def read(written: Path, rubbish: float, below: float) -> Reading:
    """What a network of random weights reads under such a rule."""
    network = bundle.load(written)
    card = msgspec.structs.replace(
        network.card,
        probabilities=Probabilities("softmax", 1.0, rubbish),
        unsure=Unsure(below=below, digits=0, digits_unsure=0.0, calibration_error=0.0),
    )
    return Recognizer(Bundle(card, network._module)).read(Drawing((STROKE,)))


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(("4",), 0.982), "4 (98.2 %)"),
        (Verdict(("4",), 0.99999), "4 (> 99.9 %)"),
        (Verdict(("4", "9"), 0.51), "4 or 9? (4: 51.0 %)"),
        (Verdict(("9",), 0.6, doubted=True), "9? (60.0 %)"),
        (Verdict((), 0.11), "doesn't look like a digit to me"),
    ],
    ids=["sure", "very sure", "torn", "doubted", "no digit"],
)
def test_every_verdict_has_words(verdict: Verdict, words: str) -> None:
    assert wording.in_words(verdict) == words


@pytest.mark.parametrize(
    ("rubbish", "below", "likenesses"),
    [(-50.0, 0.0, 1), (-50.0, 1.0, 2), (50.0, 1.0, 0)],
    ids=["sure", "torn", "no digit"],
)
def test_values_name_the_likeliest_digit_sure_or_not(
    written: Path, rubbish: float, below: float, likenesses: int
) -> None:
    reading = read(written, rubbish, below)
    values = wording.as_values(reading)
    assert values["digit"] == reading.card.classes[int(reading.scores.argmax())]
    assert values["probability"] == float(reading.probabilities.max())
    assert values["looks_like"] == reading.verdict.classes
    assert len(reading.verdict.classes) == likenesses
    assert values["unsure"] is (likenesses != 1)
    assert values["no_digit"] == reading.rubbish
