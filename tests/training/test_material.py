"""Material is read as the app would see it, whole or only what no network was trained on."""

from pathlib import Path

import numpy as np
import pytest

from lenet_gui.errors import DatasetError
from lenet_gui.training import material
from lenet_gui.training.material import HeldOut
from lenet_gui.training.strokes import read_strokes, split
from tests.drawn_strokes import write_strokes
from tests.typeset_mnist import TEST, write_mnist

NOBODY = HeldOut(frozenset())


def test_a_material_is_named_for_pages_and_cards(tmp_path: Path) -> None:
    digits = material.mnist_test(write_mnist(tmp_path / "folder"))
    assert digits.name == "digits in MNIST's format test"
    assert digits.source == str(tmp_path / "folder")
    assert len(digits.labels) == TEST
    drawn = material.stroke_set(write_strokes(tmp_path / "set.npz"))
    assert (drawn.name, drawn.source) == ("set.npz", str(tmp_path / "set.npz"))


def test_held_out_of_a_set_are_the_test_writers_alone(tmp_path: Path) -> None:
    path = write_strokes(tmp_path / "digits.npz", writers=12)
    drawn = material.stroke_set(path, NOBODY)
    part = split(read_strokes(path)).test
    assert drawn.held_out == ("w2", "w7") == tuple(sorted(set(part.writers)))
    assert list(drawn.labels) == list(part.labels)
    assert len(list(drawn.inputs)) == len(part.drawings) == 20


def test_held_out_of_characters_is_an_alphabet(tmp_path: Path) -> None:
    path = write_strokes(tmp_path / "signs.npz", signs=True)
    drawn = material.stroke_set(path, NOBODY)
    assert drawn.held_out == ("Zig",)
    assert set(drawn.labels) == {"Zig/zag"}


def test_a_whole_set_names_nobody_held_out(tmp_path: Path) -> None:
    drawn = material.stroke_set(write_strokes(tmp_path / "digits.npz"))
    assert drawn.held_out == ()
    assert len(drawn.labels) == 50


def test_a_set_of_few_writers_that_nobody_was_trained_on_is_held_out_whole(tmp_path: Path) -> None:
    path = write_strokes(tmp_path / "mine.npz", writers=1)
    drawn = material.stroke_set(path, NOBODY)
    assert drawn.held_out == ()
    assert len(drawn.labels) == 10


def test_a_set_of_few_writers_that_was_trained_on_has_nobody_held_out(tmp_path: Path) -> None:
    path = write_strokes(tmp_path / "mine.npz", writers=4)
    trained_on = HeldOut({read_strokes(path).source.sha256})
    with pytest.raises(DatasetError, match=r"mine\.npz has nobody held out"):
        material.stroke_set(path, trained_on)


@pytest.mark.parametrize(
    "arrays",
    [
        {"images": np.zeros((2, 28, 28), np.uint8)},
        {"labels": np.zeros(2, np.uint8)},
        {"images": np.zeros((2, 28, 28), np.float32), "labels": np.zeros(2, np.uint8)},
        {"images": np.zeros((2, 28, 28, 3), np.uint8), "labels": np.zeros(2, np.uint8)},
        {"images": np.zeros((2, 28, 28), np.uint8), "labels": np.zeros(3, np.uint8)},
        {"images": np.zeros((2, 28, 28), np.uint8), "labels": np.zeros(2, np.float32)},
    ],
    ids=["no labels", "no images", "floats", "colour", "labels too many", "labels of floats"],
)
def test_other_arrays_are_refused(
    tmp_path: Path, arrays: "dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]"
) -> None:
    path = tmp_path / "images.npz"
    np.savez(path, **arrays)  # type: ignore[arg-type]
    with pytest.raises(DatasetError, match="must hold"):
        material.images(path)
