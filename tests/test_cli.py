"""The command line, each time in a process of its own."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from lenet_gui import __version__, paths
from lenet_gui.settings import Settings
from lenet_gui.training import run
from tests.drawn_strokes import write_strokes
from tests.typeset_mnist import TEST, typeset_digits, write_mnist

ID = Settings().model
SCREENLESS = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def lenet_gui(
    *arguments: str | Path,
    environment: dict[str, str] | None = None,
    folder: Path | None = None,
) -> "subprocess.CompletedProcess[str]":
    """Run `lenet-gui`, of the app in `folder` if one is given; it must end without a traceback."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "lenet_gui", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, **(environment or {})},
    )
    assert "Traceback" not in done.stderr
    return done


def modules_after(call: str) -> set[str]:
    """The top-level modules that a process holds after a call to the command line."""
    code = (
        "import sys; from lenet_gui import cli\n"
        f"try: cli.main({call})\n"
        "except SystemExit: pass\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **SCREENLESS},
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A 1, dark on light, and a 7, light on dark."""
    folder = tmp_path_factory.mktemp("pictures")
    made = [folder / "one.png", folder / "seven.bmp"]
    for path, line, paper, ink in (
        (made[0], [(80, 20), (70, 130)], "white", "black"),
        (made[1], [(40, 30), (110, 30), (70, 130)], "black", "white"),
    ):
        picture = Image.new("L", (150, 150), paper)
        ImageDraw.Draw(picture).line(line, ink, 9, joint="curve")
        picture.save(path)
    return made


@pytest.fixture
def a_copy_of_the_app(tmp_path: Path) -> Path:
    """The app as it is installed, with models that may be damaged."""
    package = tmp_path / "lenet_gui"
    package.mkdir()
    for path in (paths.models().parent / "lenet_gui").iterdir():
        if path.name != "__pycache__":
            (package / path.name).symlink_to(path)
    # a real file: the folder that it lies in is where the app looks
    (package / "paths.py").unlink()
    source = (paths.models().parent / "lenet_gui" / "paths.py").read_bytes()
    (package / "paths.py").write_bytes(source)
    models = package / "_bundled" / "models"
    models.mkdir(parents=True)
    for path in paths.models().glob(f"{ID}.*"):
        (models / path.name).write_bytes(path.read_bytes())
    return tmp_path


def test_version_is_told_without_anything_heavy() -> None:
    assert lenet_gui("--version").stdout == f"lenet-gui {__version__}\n"
    heavy = {"torch", "numpy", "PySide6", "PIL", "msgspec"}
    assert not modules_after("['--version']") & heavy


def test_models_are_listed_without_torch() -> None:
    assert not modules_after("['models', '--json']") & {"torch", "PySide6"}


def test_models_as_json_say_what_there_is() -> None:
    listed = json.loads(lenet_gui("models", "--json").stdout)
    tanh = next(model for model in listed if model["id"] == ID)
    content = Path(tanh["file"]).read_bytes()
    card = json.loads(Path(tanh["file"]).with_suffix(".json").read_text())
    assert tanh["parameters"] == 61_706
    assert tanh["intact"] == (hashlib.sha256(content).hexdigest() == card["sha256"]) is True
    assert tanh["results"] == card["results"]


def test_models_for_people_name_id_and_accuracy() -> None:
    said = lenet_gui("models").stdout
    assert ID in said
    assert "61,706 parameters" in said
    assert "% on MNIST test" in said


def test_predict_reads_dark_and_light_ink(pictures: list[Path]) -> None:
    answers = json.loads(lenet_gui("predict", *pictures, "--json").stdout)
    assert [answer["digit"] for answer in answers] == ["1", "7"]
    assert [answer["picture"] for answer in answers] == [str(path) for path in pictures]
    for answer in answers:
        assert sum(answer["probabilities"].values()) == pytest.approx(1, abs=1e-5)
        assert answer["probability"] == max(answer["probabilities"].values())
        assert answer["model"] == ID
        assert answer["unsure"] == (len(answer["looks_like"]) != 1)
        assert not answer["looks_like"] or answer["looks_like"][0] == answer["digit"]
        assert 0 <= answer["no_digit"] <= 1


def test_predict_for_people_is_a_line_a_picture(pictures: list[Path]) -> None:
    lines = lenet_gui("predict", *pictures, "--model", ID).stdout.splitlines()
    assert [line.split(" (")[0] for line in lines] == [f"{pictures[0]}: 1", f"{pictures[1]}: 7"]


def test_picture_that_is_none_is_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    path = tmp_path / "notes.png"
    path.write_text("no picture")
    done = lenet_gui("predict", path)
    assert done.returncode == 2
    assert done.stderr.strip() == f"{path} is no PNG, JPEG or BMP picture."
    assert not done.stdout


def test_unknown_model_is_a_sentence_that_names_the_known(pictures: list[Path]) -> None:
    done = lenet_gui("predict", pictures[0], "--model", "lenet9")
    assert done.returncode == 2
    assert "lenet9" in done.stderr
    assert ID in done.stderr


@pytest.mark.parametrize("damage", ["missing", "cut short", "altered"])
def test_damaged_model_is_a_sentence_and_shown_in_the_list(
    a_copy_of_the_app: Path, pictures: list[Path], damage: str
) -> None:
    model = a_copy_of_the_app / "lenet_gui" / "_bundled" / "models" / f"{ID}.pt"
    content = bytearray(model.read_bytes())
    if damage == "missing":
        model.unlink()
    elif damage == "cut short":
        model.write_bytes(content[:1000])
    else:
        content[len(content) // 2] ^= 1
        model.write_bytes(content)
    done = lenet_gui("predict", pictures[0], folder=a_copy_of_the_app)
    assert done.returncode == 2
    assert str(model) in done.stderr
    assert "missing, damaged or altered" in lenet_gui("models", folder=a_copy_of_the_app).stdout
    assert not json.loads(lenet_gui("models", "--json", folder=a_copy_of_the_app).stdout)[0][
        "intact"
    ]


def test_trained_model_of_the_user_takes_the_place_of_the_shipped_one(
    a_copy_of_the_app: Path, home: Path, tmp_path: Path
) -> None:
    mine = home / "data" / "lenet-gui" / "models"
    order = run.Order(ID, write_mnist(tmp_path / "mnist"), epochs=1, run=tmp_path / "run", out=mine)
    run.train(order)
    listed = json.loads(lenet_gui("models", "--json", folder=a_copy_of_the_app).stdout)
    assert [model["file"] for model in listed] == [str(mine / f"{ID}.pt")]


PROMISED = {
    *("model", "source", "n", "accuracy", "per_class", "confusion"),
    *("unsure", "accuracy_when_sure", "ece"),
}


def test_evaluate_gives_json_with_the_promised_keys(tmp_path: Path) -> None:
    data = write_mnist(tmp_path)
    done = lenet_gui("evaluate", "--mnist", data, "--model", ID, "--json")
    found = json.loads(done.stdout)
    assert set(found) == PROMISED
    assert (found["model"], found["source"], found["n"]) == (ID, str(data), TEST)
    assert np.shape(found["confusion"]) == (10, 10)
    assert found["accuracy"] == np.trace(found["confusion"]) / TEST
    assert 0 <= found["unsure"] <= 1
    assert 0 <= found["ece"] <= 1


def test_non_digits_add_their_figures(tmp_path: Path) -> None:
    digits = write_strokes(tmp_path / "digits.npz")
    signs = write_strokes(tmp_path / "signs.npz", signs=True)
    others = write_strokes(tmp_path / "others.npz", signs=True, writers=2)
    done = lenet_gui(
        "evaluate", "--strokes", digits, "--nondigits", signs, "--nondigits", others, "--json"
    )
    found = json.loads(done.stdout)
    assert set(found) == PROMISED | {"nondigits", "nondigits_unsure", "auroc"}
    assert found["nondigits"] == 25 + 10
    assert 0 <= found["nondigits_unsure"] <= 1
    assert 0 <= found["auroc"] <= 1


def test_held_out_leaves_the_training_writers_out(tmp_path: Path) -> None:
    digits = write_strokes(tmp_path / "digits.npz", writers=10)
    signs = write_strokes(tmp_path / "signs.npz", signs=True)
    done = lenet_gui(
        *("evaluate", "--strokes", digits, "--nondigits", signs, "--held-out", "--json")
    )
    found = json.loads(done.stdout)
    assert (found["n"], found["nondigits"]) == (20, 5)


def test_a_set_that_was_trained_on_whole_has_nobody_held_out(
    a_copy_of_the_app: Path, tmp_path: Path
) -> None:
    digits = write_strokes(tmp_path / "mine.npz", writers=2)
    arguments = ("evaluate", "--strokes", digits, "--held-out", "--json")
    assert json.loads(lenet_gui(*arguments, folder=a_copy_of_the_app).stdout)["n"] == 20
    path = a_copy_of_the_app / "lenet_gui" / "_bundled" / "models" / f"{ID}.json"
    card = json.loads(path.read_text())
    sha256 = hashlib.sha256(digits.read_bytes()).hexdigest()
    card["training"]["sources"].append({"name": digits.name, "sha256": sha256})
    path.write_text(json.dumps(card))
    done = lenet_gui(*arguments, folder=a_copy_of_the_app)
    assert done.returncode == 2
    assert f"{digits} has nobody held out" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_evaluate_for_people_is_a_report_and_a_sheet(tmp_path: Path) -> None:
    images, labels = typeset_digits(TEST, seed=2)
    np.savez(tmp_path / "images.npz", images=images, labels=9 - labels)
    arguments = ("evaluate", "--images", tmp_path / "images.npz")
    said = lenet_gui(*arguments).stdout
    assert f"of {TEST} read right" in said
    assert "--sheet FILE.png" in said
    sheet = tmp_path / "sheets" / "misread.png"
    said = lenet_gui(*arguments, "--sheet", sheet).stdout
    assert said.endswith(f"\n{sheet} written\n")
    with Image.open(sheet) as picture:
        picture.load()


def test_a_page_of_one_model_names_no_folder(tmp_path: Path) -> None:
    digits = write_strokes(tmp_path / "digits.npz", writers=10)
    page = tmp_path / "pages" / "page.md"
    done = lenet_gui("evaluate", "--strokes", digits, "--held-out", f"--out={page}")
    assert done.stdout.endswith(f"\n{page} written\n")
    text = page.read_text()
    assert "lenet-gui evaluate --strokes digits.npz --held-out --out=page.md\n" in text
    assert "w4, w9" in text
    assert str(tmp_path) not in text
    assert (page.parent / "pictures" / "page-digits.png").is_file()


def test_all_models_are_on_one_page(tmp_path: Path) -> None:
    page = tmp_path / "results.md"
    data = write_mnist(tmp_path / "mnist")
    done = lenet_gui("evaluate", "--all", "--mnist", data, "--out", page, "--json")
    found = json.loads(done.stdout)
    ids = [one["model"] for one in found]
    assert ids == [path.stem for path in sorted(paths.models().glob("*.json"))]
    text = page.read_text()
    assert all(f"| `{id_}` |" in text for id_ in ids)
    assert f"(`{Settings().model}`)" in text


def test_page_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    digits = write_strokes(tmp_path / "digits.npz", writers=1)
    (tmp_path / "taken").write_text("no folder")
    done = lenet_gui("evaluate", "--strokes", digits, "--out", tmp_path / "taken" / "page.md")
    assert done.returncode == 2
    assert "could not be written" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--mnist", "a", "--strokes", "b"),
        ("--nondigits", "a"),
        ("--mnist", "a", "--held-out"),
        ("--mnist", "a", "--all", "--sheet", "b.png"),
        ("--mnist", "a", "--all", "--model", ID),
    ],
    ids=" ".join,
)
def test_evaluate_wants_options_that_go_together(arguments: tuple[str, ...]) -> None:
    done = lenet_gui("evaluate", *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: lenet-gui evaluate")


@pytest.mark.parametrize("option", ["--mnist", "--strokes", "--images", "--nondigits"])
def test_missing_material_is_a_sentence(tmp_path: Path, option: str) -> None:
    present = ("--strokes", write_strokes(tmp_path / "there.npz")) if option[2:4] == "no" else ()
    done = lenet_gui("evaluate", *present, option, tmp_path / "nowhere")
    assert done.returncode == 2
    assert str(tmp_path / "nowhere") in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_screen_one_sentence_names_snapshot() -> None:
    done = lenet_gui(environment=SCREENLESS)
    assert done.returncode == 2
    assert "lenet-gui snapshot" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "PySide6" not in modules_after("[]")


@pytest.mark.parametrize(
    "arguments",
    [
        ("snapshot", "out.png", "--size", "1280"),
        ("snapshot", "out.png", "--size", "0x800"),
        ("snapshot", "out.png", "--size", "axb"),
        ("snapshot", "out.png", "--strokes", "a.npz", "--picture", "b.png"),
        ("snapshot", "out.png", "--strokes", "a.npz", "--index", "-1"),
        ("train", ID, "--epochs", "0"),
        ("train", ID, "--epochs", "many"),
        ("train", ID, "--seed", "9223372036854775808"),
        ("--theme", "pink"),
        ("dance",),
    ],
    ids=" ".join,
)
def test_wrong_option_is_a_usage_and_exit_code_2(arguments: tuple[str, ...]) -> None:
    done = lenet_gui(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: lenet-gui")


def test_reader_that_stops_reading_gets_no_complaint(pictures: list[Path]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui", "models", "--json"],
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write_end)
    assert done.stderr == b""
