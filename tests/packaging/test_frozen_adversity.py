"""The frozen program where something is damaged, full, forbidden or missing: what it says."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from benchmarks.desktop import Desktop, digit, wait_until
from lenet_gui.settings import Settings
from tests.packaging.conftest import Open, copy

DEFAULT = Settings().model

_GLOWING = 3000
"""Pixels beside the pad that change when something is read, at least."""


@pytest.fixture
def damaged(frozen: Path, tmp_path: Path) -> Path:
    """The program with the model that it starts with damaged."""
    program = copy(frozen, tmp_path / "damaged")
    model = program.parent / "_internal" / "models" / f"{DEFAULT}.pt"
    content = model.read_bytes()
    model.unlink()  # what is linked to it stays
    model.write_bytes(content[:-100])
    return program


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own, of which not a byte is left."""
    folder = tmp_path / "full"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "lenet-gui-test", str(folder)]
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    try:
        with (folder / "everything").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(4096))
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_damaged_model_is_told_and_another_reads(
    open_window: Open, desktop: Desktop, damaged: Path
) -> None:
    with open_window(program=damaged) as window:
        told = window.wait_for(r"WARNING .*")[0]
        assert "damaged" in told
        assert f"{DEFAULT}.pt" in told
        window.wait_for(rf"network (?!{DEFAULT})\S+ loaded")
        desktop.draw(digit("1"), desktop.sheet())
        window.wait_for(r"verdict 1 \(")


def test_a_damaged_model_fails_the_self_test_and_the_command_line(
    damaged: Path, home: Path, tmp_path: Path
) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [damaged, *arguments],
            env={"HOME": str(home)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    tested = run("--self-test")
    failed = [line for line in tested.stdout.splitlines() if not line.startswith("ok  ")]
    assert tested.returncode == 1
    assert len(failed) == 1
    assert failed[0].startswith(f"FAILED  model {DEFAULT}: ")
    window = tmp_path / "window.png"
    snapshot = run("snapshot", str(window))
    assert snapshot.returncode == 2
    assert "damaged" in snapshot.stderr
    assert len(snapshot.stderr.splitlines()) == 1


def test_a_home_that_is_read_only_is_told_and_the_window_reads(
    open_window: Open, desktop: Desktop, home: Path
) -> None:
    by = []
    if os.geteuid() == 0:
        assert shutil.which("setpriv"), "root needs setpriv for permissions to hold"
        by = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]
    home.chmod(0o555)
    try:
        with open_window(by=by) as window:
            _is_read_all_the_same(desktop)
            assert window.wait() == 0
            assert "Traceback" not in window.stderr()
            assert "ermission denied" in window.stderr()
    finally:
        home.chmod(0o755)
    assert list(home.iterdir()) == []


def test_a_full_disk_is_told_and_the_window_reads(
    open_window: Open, desktop: Desktop, full_disk: Path
) -> None:
    with open_window(home=full_disk) as window:
        _is_read_all_the_same(desktop)
        assert window.wait() == 0
        assert "Traceback" not in window.stderr()
        assert "No space left" in window.stderr()


@pytest.mark.parametrize(
    ("surroundings", "told"),
    [({}, "There is no screen"), ({"DISPLAY": ":987"}, "The screen :987 cannot be opened")],
)
def test_a_screen_that_is_not_there_is_a_sentence(
    frozen: Path, home: Path, surroundings: dict[str, str], told: str
) -> None:
    done = subprocess.run(
        [frozen],
        env={"HOME": str(home), **surroundings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(told)
    assert len(done.stderr.splitlines()) == 1
    assert list(home.iterdir()) == []


def _is_read_all_the_same(desktop: Desktop) -> None:
    """Draw, see the window answer where no log can tell of it, and close it."""
    desktop.focus("LeNet GUI")
    left, _, side = sheet = desktop.sheet()
    before = desktop.picture()
    desktop.draw(digit("1"), sheet)

    def answers() -> bool:
        beside = (desktop.picture() - before)[:, left + side + 10 :]
        return int((np.abs(beside).sum(axis=2) > 60).sum()) > _GLOWING

    wait_until(answers, "bars and maps that glow")
    desktop.do("key", "ctrl+q")
