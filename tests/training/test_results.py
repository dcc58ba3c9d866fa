"""Results are a page with figures of every network and one in detail, and sheets beside it."""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.network import bundle
from lenet_gui.network.architectures import ARCHITECTURES
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.card import Unsure
from lenet_gui.training import evaluate, material
from lenet_gui.training.evaluate import Evaluation
from lenet_gui.training.material import HeldOut
from lenet_gui.training.report import share
from lenet_gui.training.results import Page
from tests.drawn_strokes import write_strokes
from tests.random_bundle import TRAINING
from tests.typeset_mnist import TEST, write_mnist

IDS = ("lenet5-1998", "lenet5-bn", "lenet5-tanh")
RULE = Unsure(
    below=0.2,
    digits=1_000,
    digits_unsure=0.015,
    calibration_error=0.004,
    others=500,
    others_unsure=0.875,
    auroc=0.98,
)


@pytest.fixture(scope="module")
def bundles() -> list[Bundle]:
    return [bundle.draft(ARCHITECTURES[id_]().eval(), TRAINING, unsure=RULE) for id_ in IDS]


@pytest.fixture(scope="module")
def evaluations(
    bundles: list[Bundle], tmp_path_factory: pytest.TempPathFactory
) -> Sequence[Evaluation]:
    """All of them on typeset digits and on held-out writers, against signs of two files."""
    folder = tmp_path_factory.mktemp("material")
    held_out = HeldOut(frozenset())
    materials = [
        material.mnist_test(write_mnist(folder / "digits")),
        material.stroke_set(write_strokes(folder / "drawn_by.10.npz", writers=10), held_out),
    ]
    nondigits = [
        material.stroke_set(write_strokes(folder / "signs.npz", signs=True), held_out),
        material.stroke_set(write_strokes(folder / "others.npz", signs=True, writers=1)),
    ]
    return evaluate.evaluate_all(bundles, materials, nondigits)


@pytest.fixture
def page(bundles: list[Bundle], evaluations: Sequence[Evaluation]) -> Page:
    return Page([one.card for one in bundles], evaluations, "do this")


def tables(text: str) -> list[list[list[str]]]:
    """The cells of every table of a page in Markdown, without the line under the headings."""
    blocks = re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE)
    rows = [[line.strip("| ").split(" | ") for line in block.splitlines()] for block in blocks]
    return [[table[0], *table[2:]] for table in rows]


def test_page_has_a_row_a_network_a_column_a_material_and_the_command(
    page: Page, evaluations: Sequence[Evaluation], tmp_path: Path
) -> None:
    page.write(tmp_path / "results.md", "lenet5-bn")
    text = (tmp_path / "results.md").read_text()
    lines = text.splitlines()
    assert lines[lines.index("```sh") + 1] == "do this"
    overview = tables(text)[0]
    assert overview[0][2:] == ["`digits in MNIST's format test`", "`drawn_by.10.npz`"]
    assert overview[1] == ["*samples*", "", str(TEST), "20"]
    for row, id_ in zip(overview[2:], IDS, strict=True):
        ours = [one for one in evaluations if one.model == id_]
        assert row[0] == f"`{id_}`"
        assert row[2:] == [f"{share(one.accuracy)} ({one.wrong:,})" for one in ours]
    assert text.endswith("\n")


def test_networks_beside_each_other_stand_in_columns_in_the_terminals_language(
    page: Page, evaluations: Sequence[Evaluation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    headings, samples, *rows = (re.split(r"  +", line) for line in page.as_text().splitlines())
    assert headings == ["网络", "参数", "digits in MNIST's format test", "drawn_by.10.npz"]
    assert samples == ["样本", str(TEST), "20"]
    for row, card in zip(rows, page.cards, strict=True):
        ours = [one for one in evaluations if one.model == card.id]
        figures = [f"{share(one.accuracy)} ({one.wrong:,})" for one in ours]
        assert row == [card.id, f"{card.parameters:,}", *figures]


def test_every_material_has_all_figures_of_every_network(
    page: Page, evaluations: Sequence[Evaluation], tmp_path: Path
) -> None:
    page.write(tmp_path / "results.md", "lenet5-bn")
    found = tables((tmp_path / "results.md").read_text())[1:3]
    rows = [row for table in found for row in table[1:]]
    assert found[0][0][-3:] == ["ECE", "AUROC", "non-digits unsure"]
    for row, one in zip(rows, evaluations, strict=True):
        together = one.nondigits[-1]
        assert row == [
            f"`{one.model}`",
            share(one.accuracy),
            str(one.wrong),
            share(one.unsure),
            share(one.accuracy_when_sure),
            share(one.calibration_error),
            f"{together.auroc:.4f}",
            share(together.unsure),
        ]


def test_the_network_wanted_is_shown_in_detail_with_its_sheets(
    page: Page, evaluations: Sequence[Evaluation], tmp_path: Path
) -> None:
    page.write(tmp_path / "results.md", "lenet5-bn")
    text = (tmp_path / "results.md").read_text()
    detailed = [one for one in evaluations if one.model == "lenet5-bn"]
    found = tables(text)[3:]
    assert "(`lenet5-bn`)" in text
    assert "1,000 held-out digits" in text
    for one, (confusion, calibration, rejections) in zip(
        detailed, (found[:3], found[3:]), strict=True
    ):
        counts = [[0 if n == "·" else int(n) for n in row[2:]] for row in confusion[1:]]
        assert counts == [list(row) for row in one.confusion]
        assert sum(int(row[1]) for row in calibration[1:]) == one.n
        assert [row[0] for row in rejections[1:]] == [
            "signs.npz (Zig)",
            "others.npz",
            "all together",
        ]
    links = re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)
    assert links == [
        "pictures/results-digits-in-mnist-s-format-test.png",
        "pictures/results-drawn-by-10.png",
    ]
    for link in links:
        with Image.open(tmp_path / link) as sheet:
            sheet.load()


def test_who_was_held_out_stands_on_the_page_and_no_folder_does(page: Page, tmp_path: Path) -> None:
    page.write(tmp_path / "results.md", "lenet5-bn")
    text = (tmp_path / "results.md").read_text()
    assert "- `drawn_by.10.npz`: w4, w9\n- `signs.npz`: Zig\n" in text
    assert "- `others.npz`" not in text
    assert str(tmp_path.parent) not in text
    assert "material" not in text.split("What the figures mean")[0].lower()


def test_one_network_needs_no_comparison(
    bundles: list[Bundle], evaluations: Sequence[Evaluation], tmp_path: Path
) -> None:
    page = Page([bundles[2].card], evaluations[2:3], "do this")
    page.write(tmp_path / "one.md", "lenet5-tanh")
    text = (tmp_path / "one.md").read_text()
    assert "All networks" not in text
    assert len(tables(text)) == 3
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == [
        "one-digits-in-mnist-s-format-test.png"
    ]


def test_a_network_that_is_not_there_gives_way_to_the_first(page: Page, tmp_path: Path) -> None:
    page.write(tmp_path / "results.md", "lenet9")
    assert "(`lenet5-1998`)" in (tmp_path / "results.md").read_text()


def test_materials_of_one_name_have_sheets_of_their_own(
    bundles: list[Bundle], tmp_path: Path
) -> None:
    paths = [tmp_path / folder / "digits.npz" for folder in ("a", "b")]
    for path in paths:
        path.parent.mkdir()
        write_strokes(path)
    found = evaluate.evaluate_all(bundles[:1], map(material.stroke_set, paths))
    Page([bundles[0].card], found, "do this").write(tmp_path / "results.md", IDS[0])
    names = sorted(path.name for path in (tmp_path / "pictures").iterdir())
    assert names == ["results-digits-1.png", "results-digits-2.png"]


def test_a_network_without_a_rule_says_so(
    evaluations: Sequence[Evaluation], tmp_path: Path
) -> None:
    card = bundle.draft(ARCHITECTURES["lenet5-1998"]().eval(), TRAINING).card
    Page([card], evaluations[:1], "do this").write(tmp_path / "one.md", card.id)
    assert "no rule for being unsure" in (tmp_path / "one.md").read_text()


def test_evaluations_do_not_depend_on_the_company(
    bundles: list[Bundle], evaluations: Sequence[Evaluation], tmp_path: Path
) -> None:
    alone = evaluate.evaluate(bundles[1], material.mnist_test(write_mnist(tmp_path)))
    assert np.array_equal(alone.confusion, evaluations[1].confusion)
    assert alone.misread == evaluations[1].misread
