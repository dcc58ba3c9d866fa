"""`lenet-gui activations`, each time in a process of its own."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.network.card import card_path
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.pictures import open_picture
from lenet_gui.recognition.recognizer import Recognizer
from lenet_gui.settings import Settings
from tests.handwritten_digits import handwritten_digits
from tests.test_cli import lenet_gui, modules_after


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "digit.png"
    ink = handwritten_digits()[4]
    Image.fromarray((255 * (1 - ink)).astype(np.uint8)).resize((128, 128)).save(path)
    return path


def test_npz_has_what_the_chosen_network_comes_to(picture: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "all.npz"
    done = lenet_gui("activations", picture, "--out", out, "--model", "lenet5-1998")
    assert (done.returncode, done.stdout) == (0, f"{out} written\n")
    reading = Recognizer.load(card_path("lenet5-1998")).read(Drawing(picture=open_picture(picture)))
    with np.load(out) as found:
        assert list(found) == ["input", *reading.activations]
        assert np.array_equal(found["input"], reading.input[None])
        for name, activation in reading.activations.items():
            np.testing.assert_allclose(found[name], activation, atol=1e-4)


def test_csv_has_the_chosen_layers(picture: Path, tmp_path: Path) -> None:
    out = tmp_path / "some.csv"
    done = lenet_gui("activations", picture, "--out", out, "--layers", "C5", "input")
    assert done.returncode == 0
    with out.open(newline="") as file:
        found = list(csv.DictReader(file))
    assert [row["layer"] for row in found] == ["C5"] * 120 + ["input"] * 1024
    assert list(found[-1].values())[:-1] == ["input", "1x32x32", "0", "31", "31"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ("--out", "out.txt"),
            "out.txt could not be written: its name has to end in .npz or .csv.",
        ),
        (
            ("--out", "out.npz", "--layers", "C4"),
            f"{Settings().model} has no layer C4. It has: input, C1, S2, C3, S4, C5, F6, output.",
        ),
        (("--out", "out.npz", "--model", "lenet9"), "There is no model lenet9. There are: "),
    ],
    ids=["ending", "layer", "model"],
)
def test_what_cannot_be_written_is_a_sentence(
    picture: Path, options: tuple[str, ...], sentence: str
) -> None:
    done = lenet_gui("activations", picture, *options)
    assert done.returncode == 2
    assert done.stderr.startswith(sentence)
    assert len(done.stderr.splitlines()) == 1


def test_picture_that_is_none_is_told_before_torch_is_loaded(tmp_path: Path) -> None:
    missing = tmp_path / "missing.png"
    done = lenet_gui("activations", missing, "--out", tmp_path / "out.npz")
    assert done.returncode == 2
    assert str(missing) in done.stderr
    assert "torch" not in modules_after(f"['activations', '{missing}', '--out', 'out.npz']")


def test_without_a_file_to_write_it_is_a_usage(picture: Path) -> None:
    done = lenet_gui("activations", picture)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: lenet-gui activations")
