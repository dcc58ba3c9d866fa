"""`lenet-gui describe` and `lenet-gui evaluate --all`, each time in a process of its own."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.network.card import known_cards, read_card
from tests.test_cli import lenet_gui, modules_after
from tests.typeset_mnist import TEST, typeset_digits, write_mnist

OF_1998 = """
layer   kind          kernel  stride  N = (W − F + 2P)/S + 1     maps × size  squashing    units          parameters  connections  receptive field     fan-in
C1      convolution      5×5       1  28 = (32 − 5 + 2·0)/1 + 1    6 × 28×28  scaled tanh  4,704                 156      122,304              5×5         25
S2      subsampling      2×2       2  14 = (28 − 2 + 2·0)/2 + 1    6 × 14×14  scaled tanh  1,176                  12        5,880              6×6          4
C3      convolution      5×5       1  10 = (14 − 5 + 2·0)/1 + 1   16 × 10×10  scaled tanh  1,600               1,516      151,600            14×14  75 to 150
S4      subsampling      2×2       2  5 = (10 − 2 + 2·0)/2 + 1      16 × 5×5  scaled tanh    400                  32        2,000            16×16          4
C5      convolution      5×5       1  1 = (5 − 5 + 2·0)/1 + 1      120 × 1×1  scaled tanh    120              48,120       48,120            32×32        400
F6      full             1×1       1  1 = (1 − 1 + 2·0)/1 + 1       84 × 1×1  scaled tanh     84              10,164       10,164            32×32        120
output  radial basis     1×1       1  1 = (1 − 1 + 2·0)/1 + 1       10 × 1×1  none            10       0 + 840 fixed          840            32×32         84
total                                                                                      8,094  60,000 + 840 fixed      340,908
"""  # noqa: E501

TABLE_I = """
Which maps of S2 (rows) feed which maps of C3 (columns):
      0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15
   0  X  ·  ·  ·  X  X  X  ·  ·  X  X  X  X  ·  X  X
   1  X  X  ·  ·  ·  X  X  X  ·  ·  X  X  X  X  ·  X
   2  X  X  X  ·  ·  ·  X  X  X  ·  ·  X  ·  X  X  X
   3  ·  X  X  X  ·  ·  X  X  X  X  ·  ·  X  ·  X  X
   4  ·  ·  X  X  X  ·  ·  X  X  X  X  ·  X  X  ·  X
   5  ·  ·  ·  X  X  X  ·  ·  X  X  X  X  ·  X  X  X
"""


TWO_WIDE = {
    ord(letter): "##"
    for letter in "层种类卷积核步幅特征图大小压缩函数单元参数连接感受野"
    "扇入下采样全径向基放无个固定到"
}


def test_describe_draws_the_network_of_1998_with_every_figure_of_the_paper() -> None:
    said = lenet_gui("describe", "lenet5-1998").stdout
    assert OF_1998 in said
    assert TABLE_I in said
    assert "Input: 1 × 32×32, paper −0.1, ink 1.175\n" in said


def test_describe_speaks_chinese_in_columns_that_stay_below_their_headings() -> None:
    said = lenet_gui("describe", "lenet5-1998", environment={"LANGUAGE": "zh_CN"}).stdout
    assert said.startswith("lenet5-1998: LeNet-5（1998）\n出处：LeCun, Bottou, Bengio, Haffner,")
    rows = said.splitlines()[4:13]
    assert rows[1].startswith("C1      卷积       5×5     1  28 = (32 − 5 + 2·0)/1 + 1   ")
    wide = [row.translate(TWO_WIDE) for row in rows[:8]]  # as wide as the terminal shows them
    assert len({len(row) for row in wide}) == 1
    assert "S2 的哪些特征图（行）连到 C3 的哪些特征图（列）：\n" in said


def test_describe_draws_no_connection_table_where_all_feed_all() -> None:
    said = lenet_gui("describe", "lenet5-tanh").stdout
    assert "2,416      241,600" in said
    assert "feed which" not in said


def test_describe_as_json_has_the_cards_layers_their_formulas_and_totals() -> None:
    found = json.loads(lenet_gui("describe", "lenet5-1998", "--json").stdout)
    card = read_card(known_cards()["lenet5-1998"])
    assert [layer["name"] for layer in found["layers"]] == [layer.name for layer in card.layers]
    c3 = found["layers"][2]
    assert c3["size_formula"] == "10 = (14 − 5 + 2·0)/1 + 1"
    assert (c3["smallest_fan_in"], c3["fan_in"]) == (75, 150)
    assert [tuple(row) for row in c3["table"]] == list(card.layers[2].table or ())
    total = {"units": 8_094, "parameters": 60_000, "fixed": 840, "connections": 340_908}
    assert found["total"] == total


def test_describe_needs_neither_torch_nor_numpy() -> None:
    for options in ("", ", '--json'"):
        loaded = modules_after(f"['describe', 'lenet5-1998'{options}]")
        assert "msgspec" in loaded
        assert not loaded & {"torch", "numpy", "PySide6"}


def test_describe_on_a_terminal_that_knows_no_minus_shows_a_question_mark() -> None:
    done = lenet_gui("describe", "lenet5-tanh", environment={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "28 = (32 ? 5 + 2?0)/1 + 1" in done.stdout


def test_describing_an_unknown_model_is_a_sentence_that_names_the_known() -> None:
    done = lenet_gui("describe", "lenet9")
    assert done.returncode == 2
    assert done.stderr.startswith("There is no model lenet9. There are: lenet5-1998, ")


@pytest.fixture(scope="module")
def digits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_mnist(tmp_path_factory.mktemp("typeset"))


@pytest.fixture(scope="module")
def strokes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stroke set of a 1."""
    path = tmp_path_factory.mktemp("drawn") / "ones.npz"
    line = np.stack([np.zeros(20), np.linspace(0, 300, 20)], axis=1).astype(np.float32)
    offsets = np.array([0, 20], np.int32)
    np.savez(
        path,
        points=line,
        stroke_offsets=offsets,
        sample_offsets=np.array([0, 1], np.int32),
        labels=np.array([1], np.int8),
        writers=np.array(["ann"]),
    )
    return path


def test_evaluate_all_prints_a_row_of_every_model_with_every_material(
    digits: Path, strokes: Path
) -> None:
    said = lenet_gui("evaluate", "--all", "--mnist", digits, "--strokes", strokes).stdout
    headings, samples, *rows = (re.split("  +", line) for line in said.splitlines())
    assert headings == ["network", "parameters", "digits in MNIST's format test", "ones.npz"]
    assert samples == ["samples", str(TEST), "1"]
    for row, (id_, path) in zip(rows, known_cards().items(), strict=True):
        assert row[:2] == [id_, f"{read_card(path).parameters:,}"]
        assert all(re.fullmatch(r"\d+\.\d\d % \(\d+\)", figure) for figure in row[2:])


def test_evaluate_all_writes_the_page_and_prints_json(
    digits: Path, strokes: Path, tmp_path: Path
) -> None:
    images, labels = typeset_digits(TEST, seed=2)
    np.savez(tmp_path / "images.npz", images=images, labels=labels)
    out = tmp_path / "docs" / "results.md"
    materials: list[str | Path] = [
        "--strokes",
        strokes,
        "--strokes",
        strokes,
        "--images",
        tmp_path / "images.npz",
    ]
    done = lenet_gui("evaluate", "--all", *materials, "--out", out, "--json")
    found = json.loads(done.stdout)
    keys = {"model", "source", "n", "accuracy", "per_class", "confusion"}
    keys |= {"unsure", "accuracy_when_sure", "ece"}
    assert all(set(one) == keys for one in found)
    assert {one["model"] for one in found} == set(known_cards())
    assert {one["source"] for one in found} == {str(strokes), str(tmp_path / "images.npz")}
    page = out.read_text("utf-8")
    assert "--images images.npz --out results.md --json\n" in page
    assert str(tmp_path) not in page
    assert {path.name for path in out.parent.iterdir()} == {"results.md", "pictures"}


def test_evaluate_all_that_cannot_write_its_page_is_a_sentence(
    strokes: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    done = lenet_gui(
        "evaluate", "--all", "--strokes", strokes, "--out", tmp_path / "file" / "results.md"
    )
    assert done.returncode == 2
    assert "could not be written: Not a directory" in done.stderr
    assert not done.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--all",), "is required"),
        (("--all", "--strokes", "a", "--model", "lenet5-tanh"), "--model: not allowed"),
        (("--strokes", "a", "--strokes", "b"), "only --all takes more than one"),
        (("--nondigits", "a"), "--nondigits: only allowed with"),
    ],
)
def test_options_of_evaluate_that_do_not_go_together_are_told(
    arguments: tuple[str, ...], complaint: str
) -> None:
    done = lenet_gui("evaluate", *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: lenet-gui evaluate")
    assert complaint in done.stderr
