"""Readings with maps and units silenced."""

import hashlib
from pathlib import Path

import msgspec
import numpy as np
import pytest

from lenet_gui.network.card import card_path, read_card
from lenet_gui.network.fields import FeatureMap, Silenced, Unit
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.recognizer import Recognizer
from tests.handwritten_digits import handwritten_digits


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(card_path("lenet5-sigmoid"))


def drawing() -> Drawing:
    return Drawing(picture=handwritten_digits()[15], is_input=True)


def test_the_whole_reading_is_that_of_the_silenced_network(recognizer: Recognizer) -> None:
    silenced: Silenced = frozenset({FeatureMap("C1", 1), FeatureMap("C3", 0), Unit("S2", 2, 6, 6)})
    plain, reading = recognizer.read(drawing()), recognizer.read(drawing(), silenced)
    assert reading.silenced == silenced
    assert recognizer.layerwise is not None
    expected = recognizer.layerwise.silence(plain.activations, silenced)
    assert list(reading.activations) == list(plain.activations)
    for name, activation in reading.activations.items():
        np.testing.assert_allclose(activation, expected[name], atol=1e-6)
    assert not reading.activations["C1"][1].any()
    assert np.array_equal(reading.scores, reading.activations["output"].ravel())
    assert np.abs(reading.scores - plain.scores).max() > 1e-3
    assert reading.probabilities.sum() == pytest.approx(1)
    assert np.abs(reading.probabilities - plain.probabilities).max() > 1e-4


def test_the_network_is_as_before_when_the_silence_ends(recognizer: Recognizer) -> None:
    before = recognizer.read(drawing())
    recognizer.read(drawing(), frozenset({FeatureMap("F6", 4)}))
    after = recognizer.read(drawing())
    assert after.silenced == frozenset()
    assert np.array_equal(after.scores, before.scores)


def test_without_all_maps_of_a_layer_every_drawing_is_read_alike(recognizer: Recognizer) -> None:
    silenced: Silenced = frozenset(FeatureMap("S4", map_) for map_ in range(16))
    digit, blank = (recognizer.read(each, silenced) for each in (drawing(), Drawing()))
    assert np.array_equal(digit.scores, blank.scores)
    assert not np.array_equal(digit.activations["C3"], blank.activations["C3"])


def test_a_silenced_reading_cannot_be_changed(recognizer: Recognizer) -> None:
    reading = recognizer.read(drawing(), frozenset({FeatureMap("C1", 0)}))
    for array in (reading.scores, reading.probabilities, *reading.activations.values()):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_what_the_network_has_not_is_passed_over_and_the_reading_says_so(
    recognizer: Recognizer,
) -> None:
    there = FeatureMap("C3", 2)
    asked: Silenced = frozenset({there, FeatureMap("C3", 16), Unit("C9", 0, 0, 0)})
    assert recognizer.read(drawing(), asked).silenced == {there}


def test_a_silenced_unit_is_explained_by_what_it_would_have_come_to(
    recognizer: Recognizer,
) -> None:
    assert recognizer.explainer is not None
    unit = Unit("C3", 2, 5, 5)
    plain = recognizer.read(drawing())
    would = float(plain.activations["C3"][2, 5, 5])
    for place in (unit, FeatureMap("C3", 2)):
        reading = recognizer.read(drawing(), frozenset({place}))
        found = recognizer.explainer.explain(reading, unit)
        assert found.is_silenced
        assert found.activation == 0
        assert found.form.value == pytest.approx(would, abs=1e-5)
    beside = recognizer.read(drawing(), frozenset({Unit("C3", 2, 5, 6)}))
    assert not recognizer.explainer.explain(beside, unit).is_silenced


def test_a_silenced_map_adds_nothing_to_any(recognizer: Recognizer) -> None:
    assert recognizer.explainer is not None
    reading = recognizer.read(drawing(), frozenset({FeatureMap("S2", 3)}))
    fed = recognizer.explainer.fed(reading, FeatureMap("S2", 3))
    assert len(fed) == 16
    assert not any(one.amount for one in fed)


@pytest.mark.parametrize("untruth", ["squashing", "bias"])
def test_a_network_whose_card_is_untrue_is_read_but_neither_explained_nor_silenced(
    tmp_path: Path, untruth: str
) -> None:
    path = card_path("lenet5-sigmoid")
    card = read_card(path)
    changes = {"squashing": {"squashing": "tanh"}, "bias": {"bias": "layers.C3.weight"}}
    c1 = msgspec.structs.replace(card.layers[0], **changes[untruth])
    untrue = msgspec.structs.replace(card, layers=(c1, *card.layers[1:]))
    (tmp_path / "untrue.json").write_bytes(msgspec.json.encode(untrue))
    model = path.with_suffix(".pt").read_bytes()
    assert hashlib.sha256(model).hexdigest() == card.sha256
    (tmp_path / "untrue.pt").write_bytes(model)
    recognizer = Recognizer.load(tmp_path / "untrue.json")
    assert recognizer.layerwise is None
    assert recognizer.explainer is None
    plain = recognizer.read(drawing())
    reading = recognizer.read(drawing(), frozenset({FeatureMap("C1", 0)}))
    assert reading.silenced == frozenset()
    assert np.array_equal(reading.scores, plain.scores)
