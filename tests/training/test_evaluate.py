"""Evaluation counts what a network reads right, by class, whatever the material."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from lenet_gui import paths
from lenet_gui.errors import DatasetError
from lenet_gui.network import bundle
from lenet_gui.network.bundle import Bundle
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Input
from lenet_gui.training import evaluate
from lenet_gui.training.evaluate import Evaluation, Material
from tests.typeset_mnist import TEST, typeset_digits, write_mnist


@pytest.fixture(scope="module")
def network() -> Bundle:
    return bundle.load(paths.models() / "lenet5-tanh.json")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Typeset digits as an `.npz` of images."""
    path = tmp_path_factory.mktemp("images") / "digits.npz"
    images, labels = typeset_digits(TEST, seed=2)
    np.savez(path, images=images, labels=labels)
    return path


def adds_up(evaluation: Evaluation) -> bool:
    """Whether accuracy and shares per class are those of the confusion matrix."""
    confusion = np.array(evaluation.confusion)
    per_class = [share for share in evaluation.per_class.values() if share is not None]
    drawn = confusion.sum(axis=1)
    return (
        confusion.sum() == evaluation.n
        and evaluation.accuracy == confusion.trace() / evaluation.n
        and per_class == [*(confusion.diagonal()[drawn > 0] / drawn[drawn > 0])]
    )


def test_mnist_test_digits_are_read_as_they_are_padded(network: Bundle, tmp_path: Path) -> None:
    evaluation = evaluate.evaluate(network, evaluate.mnist_test(write_mnist(tmp_path)))
    images, labels = typeset_digits(TEST, seed=2)
    padded = np.pad(images, ((0, 0), (2, 2), (2, 2)))[:, None].astype(np.float32) / np.float32(255)
    assert evaluation.accuracy == np.mean(network.scores(padded).argmax(axis=1) == labels)
    assert evaluation.n == TEST
    assert adds_up(evaluation)


def test_images_are_fitted_and_centred_first(network: Bundle, tmp_path: Path) -> None:
    images, labels = typeset_digits(TEST, seed=2)
    shares = []
    for scale in (1, 4):
        path = tmp_path / f"{scale}.npz"
        large = np.kron(images, np.ones((1, scale, scale), np.uint8))
        corner = np.pad(large, ((0, 0), (0, 50 * (scale - 1)), (0, 90 * (scale - 1))))
        np.savez(path, images=corner, labels=labels)
        evaluation = evaluate.evaluate(network, evaluate.images(path))
        assert adds_up(evaluation)
        shares.append(evaluation.accuracy)
    assert min(shares) > 0.5
    assert abs(shares[0] - shares[1]) < 0.05


def test_strokes_are_read_as_the_app_reads_them(network: Bundle, tmp_path: Path) -> None:
    line = np.stack([np.zeros(20), np.linspace(0, 300, 20)], axis=1).astype(np.float32)
    turn = np.linspace(0, 2 * np.pi, 40)
    ring = np.stack([100 * np.cos(turn), 150 * np.sin(turn)], axis=1).astype(np.float32)
    path = tmp_path / "set.npz"
    np.savez(
        path,
        points=np.concatenate([line, ring]),
        stroke_offsets=np.array([0, 20, 60], np.int32),
        sample_offsets=np.array([0, 1, 2], np.int32),
        labels=np.array([1, 0], np.int8),
        writers=np.array(["ann", "ann"]),
    )
    evaluation = evaluate.evaluate(network, evaluate.stroke_set(path))
    inputs = np.stack([ink.normalize_strokes([line]), ink.normalize_strokes([ring])])
    right = network.scores(inputs[:, None]).argmax(axis=1) == [1, 0]
    assert evaluation.accuracy == right.mean()
    assert evaluation.per_class["5"] is None
    assert adds_up(evaluation)


def test_confusion_has_drawn_in_rows_and_read_in_columns(network: Bundle, pictures: Path) -> None:
    honest = evaluate.images(pictures)
    renamed = Material("all called 3", honest.inputs, ["3"] * TEST)
    confusion = np.array(evaluate.evaluate(network, renamed).confusion)
    assert confusion[3].sum() == TEST
    assert (confusion.sum(axis=0) > 0).sum() > 5


def test_more_samples_than_a_batch_are_all_read(network: Bundle) -> None:
    def blank() -> Iterator[Input]:
        for _ in range(1_203):
            yield np.zeros((32, 32), np.float32)

    evaluation = evaluate.evaluate(network, Material("blank", blank(), ["0"] * 1_203))
    assert np.sum(evaluation.confusion) == evaluation.n == 1_203


@pytest.mark.parametrize("labels", [[], ["x", "3"], ["10"]])
def test_labels_that_are_no_digits_are_refused(network: Bundle, labels: list[str]) -> None:
    inputs = [np.zeros((32, 32), np.float32) for _ in labels]
    with pytest.raises(DatasetError, match="can be asked"):
        evaluate.evaluate(network, Material("some", inputs, labels))


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
        evaluate.images(path)


def test_table_names_model_material_and_every_class(network: Bundle, pictures: Path) -> None:
    evaluation = evaluate.evaluate(network, evaluate.images(pictures))
    table = evaluate.as_table(evaluation)
    assert "lenet5-tanh" in table
    assert str(pictures) in table
    assert f"{evaluation.accuracy:.2%}" in table
    assert len(table.splitlines()) == 4 + 10
