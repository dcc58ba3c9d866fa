"""Activations and explanations as files."""

import csv
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.errors import BundleError, SaveError
from lenet_gui.network.card import card_path
from lenet_gui.network.fields import Unit
from lenet_gui.recognition import export
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading
from lenet_gui.recognition.recognizer import Recognizer
from tests.handwritten_digits import BUNDLED, handwritten_digits


@pytest.fixture(scope="module", params=BUNDLED)
def recognizer(request: pytest.FixtureRequest) -> Recognizer:
    return Recognizer.load(card_path(request.param))


@pytest.fixture(scope="module")
def reading(recognizer: Recognizer) -> Reading:
    return recognizer.read(Drawing(picture=handwritten_digits()[11], is_input=True))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_an_npz_has_every_layer_by_its_name(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "all.npz"
    export.write_activations(path, reading)
    with np.load(path) as found:
        assert list(found) == ["input", *reading.activations]
        assert np.array_equal(found["input"], reading.input[None])
        for name, activation in reading.activations.items():
            assert found[name].dtype == np.float32
            assert np.array_equal(found[name], activation)


def test_a_csv_has_every_unit_with_layer_shape_and_place(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    export.write_activations(path, reading, ["C3", "output"])
    found = rows(path)
    assert list(found[0]) == ["layer", "shape", "map", "y", "x", "activation"]
    assert len(found) == 1600 + 10
    assert {(row["layer"], row["shape"]) for row in found} == {
        ("C3", "16x10x10"),
        ("output", "10x1x1"),
    }
    for row in found:
        place = int(row["map"]), int(row["y"]), int(row["x"])
        assert np.float32(row["activation"]) == reading.activations[row["layer"]][place]


def test_the_same_reading_is_written_in_the_same_bytes(reading: Reading, tmp_path: Path) -> None:
    for name in ("a.npz", "b.NPZ"):
        export.write_activations(tmp_path / name, reading, ["F6"])
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.NPZ").read_bytes()


def test_an_explanation_as_csv_adds_up(
    recognizer: Recognizer, reading: Reading, tmp_path: Path
) -> None:
    assert recognizer.explainer is not None
    for layer in recognizer.card.layers:
        unit = Unit(layer.name, 1, layer.height - 1, layer.width - 1)
        explained = recognizer.explainer.explain(reading, unit)
        path = tmp_path / f"{layer.name}.csv"
        export.write_explanation(path, explained, recognizer.card)
        found = rows(path)
        assert {row["network"] for row in found} == {recognizer.card.id}
        assert {row["layer"] for row in found} == {layer.name}
        assert {row["shape"] for row in found} == {f"{layer.maps}x{layer.height}x{layer.width}"}
        connections = [row for row in found if row["part"] == "connection"]
        parts = {row["part"]: float(row["number"]) for row in found if row not in connections}
        added = sum(float(row["number"]) for row in connections) + parts.get("bias", 0)
        assert added == pytest.approx(parts["sum"])
        assert parts["value"] == explained.form.value
        assert parts["activation"] == explained.activation
        assert ("bias" in parts) == (recognizer.explainer.biases(layer.name) is not None)
        for row in connections:
            name, place = row["source"], (int(row[f"source_{axis}"]) for axis in ("map", "y", "x"))
            if name != "input":
                assert float(row["activation"]) == reading.activations[name][tuple(place)]


def test_an_explanation_as_npz_has_its_form_by_name(
    recognizer: Recognizer, reading: Reading, tmp_path: Path
) -> None:
    assert recognizer.explainer is not None
    for name, part in (("C1", "products"), ("F6", "contributions")):
        explained = recognizer.explainer.explain(reading, Unit(name, 3, 0, 0))
        path = tmp_path / f"{name}.npz"
        export.write_explanation(path, explained, recognizer.card)
        with np.load(path) as found:
            assert np.array_equal(found[part], getattr(explained.form, part))
            assert found["unit"].tolist() == [3, 0, 0]
            assert found["layer"] == name
            assert found["network"] == recognizer.card.id
            assert found["shape"].tolist() == list(reading.activations[name].shape)
            assert found["source"] == ("input" if name == "C1" else "C5")
            assert found["unit_activation"] == explained.activation


def test_another_ending_or_layer_is_a_sentence(
    recognizer: Recognizer, reading: Reading, tmp_path: Path
) -> None:
    assert recognizer.explainer is not None
    explained = recognizer.explainer.explain(reading, Unit("C1", 0, 0, 0))
    with pytest.raises(SaveError, match=r"has to end in \.npz or \.csv"):
        export.write_activations(tmp_path / "a.txt", reading)
    with pytest.raises(SaveError, match=r"has to end in \.npz or \.csv"):
        export.write_explanation(tmp_path / "npz", explained, recognizer.card)
    with pytest.raises(BundleError, match=r"has no layer C9. It has: input, C1, .*, output"):
        export.write_activations(tmp_path / "a.npz", reading, ["C1", "C9"])
    assert not list(tmp_path.iterdir())


def test_what_was_there_stays_when_it_cannot_be_written(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "taken.npz").mkdir()
    with pytest.raises(SaveError, match="could not be written"):
        export.write_activations(tmp_path / "taken.npz", reading)
    assert [path.name for path in tmp_path.iterdir()] == ["taken.npz"]
