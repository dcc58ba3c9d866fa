"""What the frozen program does on a command line, with an empty environment."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from benchmarks.desktop import digit
from lenet_gui import paths
from lenet_gui.network.card import find_cards
from lenet_gui.settings import Settings
from tests.foreign_bundles import ID, put
from tests.typeset_mnist import TEST, write_mnist

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(frozen: Path, home: Path) -> Run:
    """Runs the program to its end, with HOME and nothing else in its environment."""

    def start(*arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [frozen, *arguments],
            env={"HOME": str(home)},
            cwd=home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=170,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done

    return start


@pytest.fixture
def five(tmp_path: Path) -> Path:
    """A picture of a 5."""
    sheet = Image.new("L", (400, 400), 255)
    for stroke in digit("5"):
        line = [(x, y) for x, y in (stroke * 400).tolist()]
        ImageDraw.Draw(sheet).line(line, 0, 24, "curve")
    path = tmp_path / "数字 five.png"
    sheet.save(path)
    return path


def test_the_self_test_finds_everything_well_and_leaves_nothing(run: Run, home: Path) -> None:
    lines = run("--self-test").stdout.splitlines()
    assert all(line.startswith("ok  ") for line in lines), lines
    told = "\n".join(lines)
    for model in find_cards(paths.models()):
        assert f"model {model.stem}: 10 of 10 digits read" in told
    for translation in (paths.resources() / "translations").glob("*.qm"):
        assert f"translation {translation.stem.removeprefix('lenet_gui_')}:" in told
    assert list(home.rglob("*")) == []


def test_a_picture_is_predicted(run: Run, five: Path) -> None:
    done = run("predict", five)
    assert done.stdout.startswith(f"{five}: 5")
    assert done.stderr == ""
    jpeg = five.with_suffix(".jpg")
    with Image.open(five) as picture:
        picture.save(jpeg)
    (read,) = json.loads(run("predict", jpeg, "--json").stdout)
    assert read["digit"] == "5" or read["classes"] == ["5"]


def test_activations_are_written(run: Run, five: Path, tmp_path: Path) -> None:
    out = tmp_path / "activations.npz"
    run("activations", five, "--out", out)
    with np.load(out) as layers:
        assert layers["input"].shape[-2:] == (32, 32)
        assert "C1" in layers


def test_a_snapshot_shows_the_picture(run: Run, five: Path, tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    run("snapshot", out, "--picture", five)
    with Image.open(out) as window:
        assert window.size == (1280, 800)
        assert np.asarray(window.convert("L")).std() > 10


def test_networks_are_listed_and_described(run: Run) -> None:
    listed = json.loads(run("models", "--json").stdout)
    assert {model["id"] for model in listed} == {path.stem for path in find_cards(paths.models())}
    assert all(model["intact"] for model in listed)
    assert "C3" in run("describe", Settings().model).stdout


def test_a_model_of_ones_own_is_tried_added_used_and_removed(
    run: Run, five: Path, home: Path, tmp_path: Path, written: Path
) -> None:
    card, model = put(tmp_path, written, written.with_suffix(".pt").read_bytes())
    assert f"{ID} is added" in run("models", "--add", model, card, "--yes").stdout
    assert (home / ".local/share/lenet-gui/models" / f"{ID}.pt").is_file()
    assert run("predict", five, "--model", ID).stdout.startswith(f"{five}: ")
    run("models", "--remove", ID)
    assert ID not in run("models").stdout


def test_a_model_that_is_none_is_refused(run: Run, tmp_path: Path, written: Path) -> None:
    card, model = put(tmp_path, written, b"no model")
    said = run("models", "--add", model, card, "--yes", code=2).stderr
    assert str(model) in said
    assert len(said.splitlines()) == 1


def test_a_network_is_trained_and_evaluated(run: Run, home: Path, tmp_path: Path) -> None:
    mnist = write_mnist(tmp_path / "mnist")
    run("train", "lenet5-tanh", "--data", mnist, "--epochs", "1", "--out", home / "out")
    card = json.loads((home / "out" / "lenet5-tanh.json").read_text("utf-8"))
    assert card["results"][0]["n"] == TEST
    assert (home / "out" / "lenet5-tanh.pt").is_file()
    read = json.loads(run("evaluate", "--mnist", mnist, "--json").stdout)
    assert read["n"] == TEST
