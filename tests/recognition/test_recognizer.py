import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from lenet_gui import paths
from lenet_gui.errors import BundleError
from lenet_gui.network import bundle
from lenet_gui.network.architectures import LeNet5Tanh
from lenet_gui.network.card import Probabilities, Unsure
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading
from lenet_gui.recognition.recognizer import Recognizer
from tests.random_bundle import RESULTS, TRAINING

ONE = [[(20, 5), (21, 60), (20, 120)]]
SEVEN = [[(5, 5), (80, 5), (40, 120)]]
ZERO = [[(50 + 35 * np.sin(a), 60 - 55 * np.cos(a)) for a in np.linspace(0, 2 * np.pi, 30)]]


def _drawing(strokes: Sequence[Sequence[tuple[float, float]]]) -> Drawing:
    return Drawing(tuple(np.array(stroke, np.float32) for stroke in strokes))


@pytest.fixture(scope="module")
def recognizer(written: Path) -> Recognizer:
    return Recognizer.load(written)


@pytest.fixture(scope="module")
def reading(recognizer: Recognizer) -> Reading:
    return recognizer.read(_drawing(SEVEN))


def test_a_reading_says_what_was_read_by_whom(recognizer: Recognizer) -> None:
    drawing = _drawing(SEVEN)
    reading = recognizer.read(drawing)
    assert reading.drawing is drawing
    assert reading.card is recognizer.card
    assert np.array_equal(reading.input, ink.normalize(drawing))


def test_activations_are_those_of_the_network_for_the_input(
    reading: Reading, written: Path
) -> None:
    expected = bundle.load(written).activations(reading.input[None, None])
    assert list(reading.activations) == list(expected)
    for layer in reading.card.layers:
        found = reading.activations[layer.name]
        assert found.shape == (layer.maps, layer.height, layer.width)
        np.testing.assert_allclose(found, expected[layer.name][0], atol=1e-6)


def test_probabilities_add_up_to_one_and_rank_as_the_scores(reading: Reading) -> None:
    assert reading.scores.shape == reading.probabilities.shape == (10,)
    assert reading.probabilities.dtype == np.float32
    assert reading.probabilities.sum() == pytest.approx(1)
    assert np.array_equal(reading.probabilities.argsort(), reading.scores.argsort())
    assert np.array_equal(reading.scores, reading.activations["output"].ravel())


def test_the_verdict_is_the_likeliest_class(reading: Reading) -> None:
    best = int(reading.scores.argmax())
    assert reading.verdict.digit == reading.card.classes[best]
    assert reading.verdict.probability == pytest.approx(float(reading.probabilities[best]))


def test_a_network_that_knows_rubbish_says_how_probable_it_is(
    network: LeNet5Tanh, tmp_path: Path
) -> None:
    card_path = bundle.write(
        network,
        tmp_path,
        training=TRAINING,
        results=RESULTS,
        probabilities=Probabilities("softmax", 1.0, rubbish=20.0),
        unsure=Unsure(below=0.5, digits=1000, digits_unsure=0.02, calibration_error=0.01),
    )
    reading = Recognizer.load(card_path).read(_drawing(SEVEN))
    in_all = np.exp(reading.scores.astype(np.float64)).sum() + np.exp(20.0)
    assert reading.rubbish == pytest.approx(np.exp(20.0) / in_all)
    assert reading.rubbish > 0.99
    assert reading.probabilities.sum() == pytest.approx(1)
    assert reading.probabilities.max() < 0.2
    assert reading.verdict.classes == ()


def test_a_network_that_knows_no_rubbish_never_sees_any(reading: Reading) -> None:
    assert reading.rubbish == 0
    assert reading.verdict.digit == reading.likeliest


def test_a_reading_cannot_be_changed(reading: Reading) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        reading.scores = reading.probabilities  # type: ignore[misc]
    with pytest.raises(TypeError):
        reading.activations["C1"] = reading.input  # type: ignore[index]
    arrays = (reading.input, reading.scores, reading.probabilities, *reading.activations.values())
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_a_later_reading_leaves_an_earlier_one_as_it_was(recognizer: Recognizer) -> None:
    first = recognizer.read(_drawing(SEVEN))
    kept = {name: activation.copy() for name, activation in first.activations.items()}
    recognizer.read(_drawing(ZERO))
    for name, activation in first.activations.items():
        assert np.array_equal(activation, kept[name])


def test_an_empty_drawing_is_read_as_blank_paper(recognizer: Recognizer) -> None:
    reading = recognizer.read(Drawing())
    assert not reading.input.any()
    assert reading.probabilities.sum() == pytest.approx(1)


def test_a_picture_and_strokes_of_points_without_a_place_are_read(recognizer: Recognizer) -> None:
    picture = np.zeros((50, 40), np.float32)
    picture[5:45, 18:22] = 1
    for drawing in (Drawing(picture=picture), _drawing([[(np.nan, 1)], [(2, 3)]])):
        reading = recognizer.read(drawing)
        assert reading.input.any()
        assert np.isfinite(reading.probabilities).all()


def test_a_missing_bundle_is_named(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"nobody.json cannot be read"):
        Recognizer.load(tmp_path / "nobody.json")


@pytest.mark.parametrize(
    ("digit", "strokes"), [("0", ZERO), ("1", ONE), ("7", SEVEN)], ids=["0", "1", "7"]
)
def test_the_shipped_network_reads_plain_digits(
    digit: str, strokes: Sequence[Sequence[tuple[float, float]]]
) -> None:
    verdict = Recognizer.load(paths.models() / "lenet5-tanh.json").read(_drawing(strokes)).verdict
    assert verdict.digit == digit
    assert verdict.probability > 0.9
