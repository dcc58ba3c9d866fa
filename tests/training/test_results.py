"""Results are a page with every network on every material, made from one reading of each."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.errors import DatasetError
from lenet_gui.network import bundle
from lenet_gui.network.architectures import ARCHITECTURES
from lenet_gui.network.bundle import Bundle
from lenet_gui.recognition.drawing import Input
from lenet_gui.training import evaluate, results
from lenet_gui.training.evaluate import Material
from tests.random_bundle import TRAINING
from tests.typeset_mnist import TEST, write_mnist

IDS = ("lenet5-1998", "lenet5-bn", "lenet5-tanh")


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> list[Bundle]:
    folder = tmp_path_factory.mktemp("models")
    networks = [ARCHITECTURES[id_]().eval() for id_ in IDS]
    return [bundle.load(bundle.write(n, folder, training=TRAINING, results=())) for n in networks]


def _threes(count: int) -> Material:
    """Noise that is called 3 and can be read but once."""

    def inputs() -> Iterator[Input]:
        chance = np.random.default_rng(1)
        for _ in range(count):
            yield chance.random((32, 32), np.float32)

    return Material("noise/threes.npz", inputs(), ["3"] * count)


def test_every_network_reads_all_of_every_material(bundles: list[Bundle], tmp_path: Path) -> None:
    data = write_mnist(tmp_path / "digits")
    found = results.evaluate_all(bundles, [_threes(7), evaluate.mnist_test(data)])
    assert [(one.model, one.source, one.n) for one in found] == [
        *((id_, "noise/threes.npz", 7) for id_ in IDS),
        *((id_, str(data), TEST) for id_ in IDS),
    ]
    for network, together in zip(bundles, found[3:], strict=True):
        assert together == evaluate.evaluate(network, evaluate.mnist_test(data))


def test_page_has_a_row_a_network_a_column_a_material_and_the_command(
    bundles: list[Bundle], tmp_path: Path
) -> None:
    data = write_mnist(tmp_path / "digits")
    found = results.evaluate_all(bundles, [evaluate.mnist_test(data), _threes(1_234)])
    page = results.as_markdown(found, {"lenet5-1998": 60_000, "lenet5-bn": 61_750}, "do this")
    lines = page.splitlines()
    assert lines[lines.index("```sh") + 1] == "do this"
    table = [line.strip("| ").split(" | ") for line in lines if line.startswith("|")]
    assert table[0] == ["network", "parameters", "`digits`", "`threes.npz`"]
    assert table[2] == ["*samples*", "", str(TEST), "1,234"]
    assert [row[:2] for row in table[3:]] == [
        ["`lenet5-1998`", "60,000"],
        ["`lenet5-bn`", "61,750"],
    ]
    for row, ours in zip(table[3:], ((found[0], found[3]), (found[1], found[4])), strict=True):
        for cell, one in zip(row[2:], ours, strict=True):
            right = sum(line[i] for i, line in enumerate(one.confusion))
            assert cell == f"{one.accuracy * 100:.2f} % ({one.n - right:,})"
    assert page.endswith("\n")


def test_material_that_no_network_knows_ends_in_a_sentence(bundles: list[Bundle]) -> None:
    letters = Material("letters.npz", [np.zeros((32, 32), np.float32)], ["x"])
    with pytest.raises(DatasetError, match=r"letters.npz holds nothing that lenet5-1998 can"):
        results.evaluate_all(bundles, [letters])
