"""`lenet-gui models` with a model of one's own, each time in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from lenet_gui import paths
from lenet_gui.network.architectures import LeNet5Tanh
from tests import foreign_bundles
from tests.foreign_bundles import ID
from tests.test_cli import lenet_gui


@pytest.fixture
def bundle(tmp_path: Path, written: Path) -> tuple[Path, Path]:
    """Model and card, in the order of the command line."""
    card, model = foreign_bundles.put(tmp_path, written, written.with_suffix(".pt").read_bytes())
    return model, card


def answering(answer: bytes, *arguments: str | Path) -> tuple[int, str]:
    """Run `lenet-gui` at a terminal where somebody types `answer`: exit code, all it said."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such terminals")
    import pty

    keyboard, terminal = pty.openpty()
    os.write(keyboard, answer)
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui", *map(str, arguments)],
        stdin=terminal,
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(terminal)
    os.close(keyboard)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_an_added_model_is_listed_reads_and_can_be_removed(
    bundle: tuple[Path, Path], tmp_path: Path
) -> None:
    added = lenet_gui("models", "--add", *bundle, "--yes", folder=tmp_path)
    assert added.returncode == 0, added.stderr
    assert "A model is a program" in added.stdout

    listed = {model["id"]: model for model in json.loads(lenet_gui("models", "--json").stdout)}
    assert listed[ID]["origin"] == "own"
    assert listed[ID]["file"] == str(paths.added_models() / f"{ID}.pt")
    assert listed[ID]["intact"] is True
    assert listed["lenet5-tanh"]["origin"] == "bundled"
    assert "(your own, intact)" in lenet_gui("models").stdout

    picture = tmp_path / "picture.png"
    Image.new("L", (40, 40), "white").save(picture)
    (answer,) = json.loads(lenet_gui("predict", picture, "--model", ID, "--json").stdout)
    assert answer["model"] == ID

    assert lenet_gui("models", "--remove", ID).returncode == 0
    assert lenet_gui("predict", picture, "--model", ID).returncode == 2


@pytest.mark.parametrize("answer", [b"n\n", b"\n", b"\x04"])
def test_only_a_yes_at_the_terminal_adds(bundle: tuple[Path, Path], answer: bytes) -> None:
    code, said = answering(answer, "models", "--add", *bundle)
    assert code == 0
    assert "A model is a program" in said
    assert "Nothing was added." in said
    assert not paths.added_models().exists()


def test_a_yes_at_the_terminal_adds(bundle: tuple[Path, Path]) -> None:
    assert answering(b"y\n", "models", "--add", *bundle)[0] == 0
    assert (paths.added_models() / f"{ID}.json").is_file()


def test_without_a_terminal_nothing_is_added_unless_yes_is_said(
    bundle: tuple[Path, Path],
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui", "models", "--add", *bundle],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.strip() == (
        f"Nobody is there to be asked whether {bundle[0]} is to be trusted; --yes says so."
    )
    assert not paths.added_models().exists()


def test_a_model_that_fails_its_trial_is_refused_and_what_was_added_stays(
    bundle: tuple[Path, Path], network: LeNet5Tanh, written: Path, tmp_path: Path
) -> None:
    lenet_gui("models", "--add", *bundle, "--yes")
    before = {path: path.read_bytes() for path in paths.added_models().iterdir()}
    spoilt = foreign_bundles.script(foreign_bundles.OneAnswerForAll(network))
    card, model = foreign_bundles.put(tmp_path, written, spoilt)
    done = lenet_gui("models", "--add", model, card, "--yes")
    assert done.returncode == 2
    assert str(card) in done.stderr or str(model) in done.stderr
    assert {path: path.read_bytes() for path in paths.added_models().iterdir()} == before


def test_the_id_of_a_model_of_the_app_is_refused_before_anybody_is_asked(
    bundle: tuple[Path, Path],
) -> None:
    text = msgspec.json.decode(bundle[1].read_bytes())
    bundle[1].write_bytes(msgspec.json.encode(text | {"id": "lenet5-tanh"}))
    done = lenet_gui("models", "--add", *bundle)
    assert done.returncode == 2
    assert "that of a model that comes with the app" in done.stderr
    assert not done.stdout


def test_the_trial_runs_this_app_and_not_what_lies_in_the_current_folder(
    bundle: tuple[Path, Path], tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    (trap / "torch").mkdir(parents=True)
    (trap / "torch" / "__init__.py").write_text(f"open({str(tmp_path / 'caught')!r}, 'w')")
    script = Path(sys.executable).parent / "lenet-gui"
    subprocess.run(
        [script, "models", "--add", *bundle, "--yes"], cwd=trap, check=True, capture_output=True
    )
    assert not (tmp_path / "caught").exists()


def test_a_damaged_card_of_the_users_hides_no_other_model_and_can_be_removed() -> None:
    paths.added_models().mkdir(parents=True)
    (paths.added_models() / "damaged.json").write_text("{")
    done = lenet_gui("models", "--json")
    assert done.returncode == 2
    assert "damaged.json is damaged" in done.stderr
    assert "lenet5-tanh" in {model["id"] for model in json.loads(done.stdout)}
    assert lenet_gui("models", "--remove", "damaged").returncode == 0
    assert lenet_gui("models").returncode == 0


def test_examining_is_not_offered_to_people() -> None:
    assert "examine" not in lenet_gui("--help").stdout
