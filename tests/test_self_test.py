"""`lenet-gui --self-test`, of the app as it is and of copies that are not whole."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui import paths
from lenet_gui.network.card import find_cards

ROOT = paths.models().parent
SCREENLESS = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def self_test(folder: Path | None = None, **environment: str) -> tuple[int, dict[str, str]]:
    """Exit code, and what was told of each subject by `ok` or `FAILED` and its name."""
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui", "--self-test"],
        cwd=folder,
        env={**os.environ, **SCREENLESS, **environment},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert "Traceback" not in done.stderr
    lines = (line.partition(": ") for line in done.stdout.splitlines())
    return done.returncode, {subject: told for subject, _, told in lines}


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """The app as it is installed, with its models and resources as files of its own."""
    package = tmp_path / "lenet_gui"
    shutil.copytree(ROOT / "lenet_gui", package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("models", "resources"):
        shutil.copytree(ROOT / name, package / "_bundled" / name)
    return tmp_path


def test_a_whole_program_is_well_and_leaves_nothing_behind(home: Path) -> None:
    before = sorted(home.rglob("*"))
    code, told = self_test()
    assert code == 0
    models = [path.stem for path in find_cards(paths.models())]
    assert len(models) == 5
    for model in models:
        assert told[f"ok  model {model}"].startswith("10 of 10 digits read")
    for subject in ("translation zh_CN", "icons", "fonts", "colour maps", "window"):
        assert f"ok  {subject}" in told
    assert sorted(home.rglob("*")) == before


def test_a_chinese_terminal_is_told_in_chinese(home: Path) -> None:
    code, told = self_test(LANGUAGE="zh_CN")
    assert code == 0
    assert told["正常  模型 lenet5-sigmoid"].startswith("10 个数字中读对 10 个")
    assert all(subject.startswith("正常  ") for subject in told)


def test_each_thing_that_is_wrong_is_told_and_nothing_else(damaged: Path, home: Path) -> None:
    bundled = damaged / "lenet_gui" / "_bundled"
    (bundled / "models" / "lenet5-bn.pt").write_bytes(b"no model")
    (bundled / "resources" / "translations" / "lenet_gui_zh_CN.qm").write_bytes(b"no translation")
    (bundled / "resources" / "icons" / "save.svg").write_bytes(b"no icon")
    (bundled / "resources" / "fonts" / "Inter-Regular.otf").write_bytes(b"no font")
    (bundled / "resources" / "colormaps" / "vik.txt").unlink()
    (home / "state").write_text("no folder")
    code, told = self_test(damaged)
    assert code == 1
    assert {subject for subject in told if not subject.startswith("ok")} == {
        "FAILED  model lenet5-bn",
        "FAILED  translation zh_CN",
        "FAILED  icons",
        "FAILED  fonts",
        "FAILED  colour maps",
        "FAILED  log folder",
    }
    assert "save.svg" in told["FAILED  icons"]
    assert "lenet5-bn" in told["FAILED  model lenet5-bn"]


def test_a_model_that_misreads_and_the_default_one_missing_are_told(damaged: Path) -> None:
    bundled = damaged / "lenet_gui" / "_bundled"
    for path in (bundled / "models").glob("lenet5-sigmoid.*"):
        path.unlink()
    samples = bundled / "resources" / "samples" / "self-test.json"
    samples.write_text(samples.read_text().replace('"7": [', '"old 7": [', 1))
    code, told = self_test(damaged)
    assert code == 1
    assert "9 of 10 digits read" in told["FAILED  model lenet5-tanh"]
    assert "old 7" in told["FAILED  model lenet5-tanh"]
    assert "There is no model lenet5-sigmoid" in told["FAILED  model lenet5-sigmoid"]
