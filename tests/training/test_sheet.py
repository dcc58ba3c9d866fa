"""The sheet shows every misread sample, and stays of a size that can be looked at."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.network import bundle
from lenet_gui.network.bundle import Bundle
from lenet_gui.training import evaluate, material, sheet
from lenet_gui.training.evaluate import Evaluation
from lenet_gui.training.material import Material
from tests.typeset_mnist import write_mnist


@pytest.fixture(scope="module")
def random(written: Path) -> Bundle:
    return bundle.load(written)


def drawn(evaluation: Evaluation) -> Image.Image:
    with Image.open(io.BytesIO(sheet.draw(evaluation))) as picture:
        picture.load()
    return picture


def dark_tiles(picture: Image.Image) -> int:
    """How many enlarged inputs of full ink there are."""
    black = (np.asarray(picture.convert("L")) == 0).astype(np.int32)
    sums = black.cumsum(axis=0).cumsum(axis=1)
    sums = np.pad(sums, ((1, 0), (1, 0)))
    return int(
        (sums[96:, 96:] - sums[:-96, 96:] - sums[96:, :-96] + sums[:-96, :-96] == 96**2).sum()
    )


def full_of_ink(random: Bundle, count: int) -> Evaluation:
    """So many inputs of nothing but ink, all misread, of two classes in turns."""
    ink = np.ones((32, 32), np.float32)
    read = int(random.scores(ink[None, None]).argmax())
    labels = [str((read + 1 + i % 2) % 10) for i in range(count)]
    return evaluate.evaluate(random, Material("x.npz", "ink", [ink] * count, labels))


@pytest.mark.parametrize("count", [1, 25, 200])
def test_every_misread_sample_is_on_the_sheet(random: Bundle, count: int) -> None:
    assert dark_tiles(drawn(full_of_ink(random, count))) == count


def test_a_sheet_of_very_many_is_bounded(random: Bundle) -> None:
    picture = drawn(full_of_ink(random, 3_000))
    assert dark_tiles(picture) == 500
    assert picture.width < 1_300
    assert picture.height < 10_000


def test_a_sheet_of_nothing_is_a_picture_too(random: Bundle, tmp_path: Path) -> None:
    found = evaluate.evaluate(random, material.mnist_test(write_mnist(tmp_path)))
    perfect = np.diag([6] * 10)
    nothing = replace(
        found, misread=(), accuracy=1.0, confusion=tuple(map(tuple, perfect.tolist()))
    )
    assert dark_tiles(drawn(nothing)) == 0


def test_order_of_reading_makes_no_difference(random: Bundle, tmp_path: Path) -> None:
    found = evaluate.evaluate(random, material.mnist_test(write_mnist(tmp_path)))
    assert found.misread
    backwards = replace(found, misread=found.misread[::-1])
    assert sheet.draw(found) == sheet.draw(backwards)
