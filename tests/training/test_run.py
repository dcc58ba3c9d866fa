"""A run ends in a bundle, tells what it did, and goes on after whatever stopped it."""

import csv
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from lenet_gui.errors import DatasetError, RunError, SaveError
from lenet_gui.network import bundle
from lenet_gui.network.architectures import ARCHITECTURES
from lenet_gui.network.card import Card, read_card
from lenet_gui.training import mnist, run
from lenet_gui.training.calibrate import DIGITS_UNSURE
from lenet_gui.training.run import Order, train
from tests.drawn_strokes import write_strokes
from tests.typeset_mnist import TEST, write_mnist

ID = "lenet5-tanh"
LONG = 20
"""Epochs of a run that is to be stopped."""

PATIENCE = 60.0


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_mnist(tmp_path_factory.mktemp("mnist"))


@pytest.fixture
def order(data: Path, tmp_path: Path) -> Order:
    return Order(ID, data, epochs=2, seed=5, run=tmp_path / "run", out=tmp_path / "out")


def command(order: Order, *more: str) -> list[str]:
    """The command line of an order."""
    return [
        *(sys.executable, "-m", "lenet_gui", "train", order.id),
        *("--data", str(order.data), "--run", str(order.run), "--out", str(order.out)),
        *("--epochs", str(order.epochs), "--seed", str(order.seed), *more),
    ]


def start_and_wait_for_an_epoch(order: Order) -> "subprocess.Popen[str]":
    """A process that trains, once its first epoch is kept."""
    process = subprocess.Popen(command(order), stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + PATIENCE
    while not (order.folder / "log.csv").exists():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.01)
    return process


def epochs_done(order: Order) -> int:
    """How many epochs the checkpoint holds."""
    return len(torch.load(order.checkpoint, weights_only=True)["log"])


def test_run_ends_in_a_bundle_whose_card_says_how_it_came_to_be(order: Order) -> None:
    card = read_card(train(order))
    digits = mnist.training(order.data or Path())[0]
    assert card.training.sources == digits.sources
    assert card.training.seed == 5
    assert card.training.recipe["epochs"] == 2
    assert [result.n for result in card.results] == [TEST]


def test_run_on_strokes_ends_in_a_card_that_knows_when_to_be_unsure(
    order: Order, tmp_path: Path
) -> None:
    digits = write_strokes(tmp_path / "digits.npz")
    signs = write_strokes(tmp_path / "signs.npz", signs=True)
    card = read_card(train(replace(order, strokes=(digits, signs))))
    assert [source.name for source in card.training.sources[2:]] == ["digits.npz", "signs.npz"]
    assert card.probabilities.rubbish is not None
    assert card.unsure is not None
    assert card.unsure.digits == len(mnist.training(order.data or Path())[1]) + 10
    assert card.unsure.digits_unsure <= DIGITS_UNSURE
    assert card.unsure.others == 5
    assert card.unsure.auroc is not None
    [result] = card.results
    assert np.array(result.confusion).sum() == TEST
    assert sum(part.n for part in result.calibration) == TEST
    wrong = TEST - round(result.accuracy * TEST)
    assert len(result.misread) == wrong
    with (order.folder / "log.csv").open() as file:
        assert all(float(row["writers_loss"]) > 0 for row in csv.DictReader(file))


def test_stroke_sets_are_of_the_settings_that_a_run_goes_on_with(
    order: Order, tmp_path: Path
) -> None:
    train(order)
    strokes = (write_strokes(tmp_path / "digits.npz"),)
    with pytest.raises(RunError, match=r"digits\.npz"):
        train(replace(order, strokes=strokes, resume=True))


@pytest.mark.parametrize("id_", ARCHITECTURES)
def test_accuracy_on_the_card_is_that_of_the_bundle_on_the_test_digits(
    order: Order, id_: str
) -> None:
    path = train(replace(order, id=id_, epochs=4))
    test = mnist.test(order.data or Path())
    made = bundle.load(path)
    scores = made.scores(test.inputs[:, None].astype(np.float32) / np.float32(255))
    read = made.probabilities(scores).argmax(axis=1)
    assert made.card.results[0].accuracy == np.mean(read == test.labels)


@pytest.mark.parametrize("id_", ARCHITECTURES)
def test_every_network_goes_on_from_its_checkpoint_and_ends_with_the_same_file(
    order: Order, tmp_path: Path, id_: str
) -> None:
    order = replace(order, id=id_)
    whole = read_card(train(order)).sha256
    stopped = replace(order, run=tmp_path / "stopped", out=tmp_path / "stopped")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "_csv", _interrupt)  # after the checkpoint of the first epoch
        with pytest.raises(KeyboardInterrupt):
            train(stopped)
    assert epochs_done(stopped) == 1
    assert read_card(train(replace(stopped, resume=True))).sha256 == whole


def _interrupt(_: object) -> bytes:
    raise KeyboardInterrupt


def test_finished_run_is_resumed_without_training_and_gives_the_same_bundle(order: Order) -> None:
    card = train(order)
    before = card.read_bytes(), card.with_suffix(".pt").read_bytes()
    log = (order.folder / "log.csv").read_bytes()
    train(replace(order, resume=True))
    assert (card.read_bytes(), card.with_suffix(".pt").read_bytes()) == before
    assert (order.folder / "log.csv").read_bytes() == log


def test_log_and_curves_have_every_epoch(order: Order) -> None:
    train(order)
    with (order.folder / "log.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [row["epoch"] for row in rows] == ["1", "2"]
    assert all(0 <= float(row["validation_accuracy"]) <= 1 for row in rows)
    assert all(float(row["train_loss"]) > 0 and float(row["seconds"]) > 0 for row in rows)
    with Image.open(order.folder / "curves.png") as picture:
        assert picture.size == (1200, 560)


def test_same_seed_gives_the_same_file(order: Order, tmp_path: Path) -> None:
    first = train(order)
    second = train(replace(order, run=tmp_path / "second", out=tmp_path / "second"))
    assert read_card(first).sha256 == read_card(second).sha256


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What tests start hears Ctrl-C, also where a shell has started them in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def whole(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Card:
    """The card of a long run that nothing stopped."""
    folder = tmp_path_factory.mktemp("whole")
    order = Order(ID, data, epochs=LONG, seed=5, run=folder / "run", out=folder / "out")
    subprocess.run(command(order), capture_output=True, check=True)
    return read_card(folder / "out" / f"{ID}.json")


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_run_goes_on_and_ends_with_the_same_file(
    order: Order, whole: Card, how: signal.Signals
) -> None:
    order = replace(order, epochs=LONG)
    process = start_and_wait_for_an_epoch(order)
    process.send_signal(how)
    _, said = process.communicate()
    assert 1 <= epochs_done(order) < LONG
    if how is signal.SIGINT:
        assert process.returncode == 130
        assert "--resume" in said
        assert "Traceback" not in said
    resumed = subprocess.run(command(order, "--resume"), capture_output=True, check=False)
    assert resumed.returncode == 0, resumed.stderr
    assert epochs_done(order) == LONG
    assert read_card(order.folder.parent / "out" / f"{ID}.json").sha256 == whole.sha256


def test_resuming_takes_epochs_and_seed_from_the_run(order: Order) -> None:
    first = read_card(train(order)).sha256
    again = train(replace(order, epochs=None, seed=None, resume=True))
    assert read_card(again).sha256 == first


def test_resume_without_a_run_starts_one(order: Order) -> None:
    train(replace(order, resume=True))
    assert epochs_done(order) == 2


def test_folder_with_a_run_is_not_overwritten(order: Order) -> None:
    train(order)
    before = order.checkpoint.read_bytes()
    with pytest.raises(RunError, match="--resume"):
        train(order)
    assert order.checkpoint.read_bytes() == before


@pytest.mark.parametrize(
    ("changed", "named"), [({"epochs": 3}, "epochs: 2 then, 3 now"), ({"seed": 6}, "seed: 5 then")]
)
def test_resuming_with_other_settings_is_refused(
    order: Order, changed: dict[str, int], named: str
) -> None:
    train(order)
    with pytest.raises(RunError, match=named):
        train(replace(order, resume=True, **changed))  # type: ignore[arg-type]


def test_resuming_with_other_digits_is_refused(order: Order, tmp_path: Path) -> None:
    train(order)
    other = write_mnist(tmp_path / "other", gzipped=False)
    labels = other / "train-labels-idx1-ubyte"
    labels.write_bytes(labels.read_bytes()[:-1] + b"\5")
    with pytest.raises(RunError, match="train-labels"):
        train(replace(order, data=other, resume=True))


@pytest.mark.parametrize("length", [0, 100, -100])
def test_damaged_checkpoint_is_a_sentence(order: Order, length: int) -> None:
    train(order)
    order.checkpoint.write_bytes(order.checkpoint.read_bytes()[:length])
    with pytest.raises(RunError, match="damaged"):
        train(replace(order, resume=True))


def test_checkpoint_of_something_else_is_a_sentence(order: Order) -> None:
    order.folder.mkdir()
    torch.save({"weights": [1, 2]}, order.checkpoint)
    with pytest.raises(RunError, match="damaged"):
        train(replace(order, resume=True))


@pytest.mark.parametrize("lost", ["network", "optimizer", "rate", "generator"])
def test_checkpoint_that_lacks_a_part_is_a_sentence(order: Order, lost: str) -> None:
    train(order)
    content = torch.load(order.checkpoint, weights_only=True)
    del content["state"][lost]
    torch.save(content, order.checkpoint)
    with pytest.raises(RunError, match="damaged"):
        train(replace(order, resume=True))


def test_unknown_network_is_a_sentence_that_names_the_known(order: Order) -> None:
    with pytest.raises(RunError, match=ID):
        train(replace(order, id="lenet6"))


def test_missing_digits_are_a_sentence(order: Order, tmp_path: Path) -> None:
    with pytest.raises(DatasetError):
        train(replace(order, data=tmp_path / "nowhere"))


def test_folder_that_cannot_be_written_is_a_sentence(order: Order, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SaveError):
        train(replace(order, run=tmp_path / "file" / "run"))


def test_full_disk_is_a_sentence_and_leaves_nothing_half_written(order: Order) -> None:
    # a limit on the size of files is, to the one who writes, a full disk
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"
    ignore = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
    call = f"from lenet_gui.cli import main; raise SystemExit(main({command(order)[3:]!r}))"
    done = subprocess.run(
        [sys.executable, "-c", "; ".join((limit, ignore, call))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "could not be written: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert not [*order.folder.iterdir()]


def test_progress_tells_loss_accuracy_and_time_left(order: Order) -> None:
    done = subprocess.run(command(order), capture_output=True, text=True, check=True)
    assert "loss " in done.stderr
    assert "accuracy " in done.stderr
    assert "epoch 2/2" in done.stderr
    assert json.loads((order.folder.parent / "out" / f"{ID}.json").read_text())["id"] == ID
