"""MNIST's files become digits, or a sentence."""

import gzip
import hashlib
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.errors import DatasetError
from lenet_gui.training import mnist
from tests.typeset_mnist import TEST, TRAINING, as_idx, typeset_digits, write_mnist

PICTURES = "t10k-images-idx3-ubyte"
LABELS = "t10k-labels-idx1-ubyte"


@pytest.mark.parametrize("gzipped", [True, False])
def test_digits_are_padded_to_32_pixels_and_keep_their_ink(tmp_path: Path, gzipped: bool) -> None:
    digits = mnist.test(write_mnist(tmp_path, gzipped=gzipped))
    pictures, labels = typeset_digits(TEST, seed=2)
    assert digits.inputs.shape == (TEST, 32, 32)
    assert np.array_equal(digits.inputs[:, 2:-2, 2:-2], pictures)
    assert digits.inputs.sum() == pictures.sum()
    assert np.array_equal(digits.labels, labels)


def test_validation_digits_are_the_last_of_the_training_set_and_not_trained_on(
    tmp_path: Path,
) -> None:
    training, validation = mnist.training(write_mnist(tmp_path))
    pictures, labels = typeset_digits(TRAINING, seed=1)
    assert len(training) + len(validation) == TRAINING
    assert np.array_equal(np.concatenate([training.labels, validation.labels]), labels)
    assert np.array_equal(validation.inputs, mnist.pad(pictures[-len(validation) :]))


def test_too_few_digits_to_train_on_are_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "train-images-idx3-ubyte").write_bytes(as_idx(np.ones((5, 28, 28), np.uint8)))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(as_idx(np.ones(5, np.uint8)))
    with pytest.raises(DatasetError, match="too few digits to train on: 5"):
        mnist.training(tmp_path)


def test_sources_carry_the_hash_of_the_unpacked_file(tmp_path: Path) -> None:
    digits = mnist.test(write_mnist(tmp_path))
    unpacked = gzip.decompress((tmp_path / f"{PICTURES}.gz").read_bytes())
    assert digits.sources[0].sha256 == hashlib.sha256(unpacked).hexdigest()


def test_other_digits_in_mnists_format_are_not_called_mnist(tmp_path: Path) -> None:
    assert mnist.collection(mnist.test(write_mnist(tmp_path))) != "MNIST"


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=PICTURES):
        mnist.test(tmp_path)


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("length", [0, 3, 10, -1])
def test_file_cut_short_is_refused(tmp_path: Path, gzipped: bool, length: int) -> None:
    write_mnist(tmp_path, gzipped=gzipped)
    path = tmp_path / (f"{PICTURES}.gz" if gzipped else PICTURES)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(DatasetError, match="cut short"):
        mnist.test(tmp_path)


def test_gzip_with_a_flipped_bit_is_refused(tmp_path: Path) -> None:
    path = write_mnist(tmp_path) / f"{PICTURES}.gz"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 16
    path.write_bytes(content)
    with pytest.raises(DatasetError, match="damaged"):
        mnist.test(tmp_path)


@pytest.mark.parametrize(
    ("name", "array"),
    [
        (LABELS, np.zeros(TEST - 1, np.uint8)),
        (LABELS, np.full(TEST, 10, np.uint8)),
        (LABELS, np.zeros((TEST, 1), np.uint8)),
        (PICTURES, np.zeros((TEST, 27, 28), np.uint8)),
        (PICTURES, np.zeros((TEST, 28 * 28), np.uint8)),
    ],
    ids=[
        "a label missing",
        "label of ten",
        "labels in a table",
        "narrow pictures",
        "flat pictures",
    ],
)
def test_files_that_do_not_fit_together_are_refused(
    tmp_path: Path, name: str, array: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]"
) -> None:
    write_mnist(tmp_path, gzipped=False)
    (tmp_path / name).write_bytes(as_idx(array))
    with pytest.raises(DatasetError, match="do not hold digits"):
        mnist.test(tmp_path)


def test_header_that_promises_more_than_memory_holds_is_refused(tmp_path: Path) -> None:
    write_mnist(tmp_path, gzipped=False)
    (tmp_path / PICTURES).write_bytes(b"\0\0\x08\x03" + b"\xff" * 12 + b"\0" * 50)
    with pytest.raises(DatasetError, match="cut short"):
        mnist.test(tmp_path)
