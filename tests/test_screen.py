"""Starting where there is no screen: a sentence instead of Qt's core dump."""

import os
import shutil
import subprocess
import sys

import pytest

NONE = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a screen")
@pytest.mark.parametrize(
    ("surroundings", "told"),
    [
        ({}, "There is no screen"),
        ({"DISPLAY": ":987"}, "The screen :987 cannot be opened"),
        ({"WAYLAND_DISPLAY": "wayland-987"}, "There is no screen"),
    ],
)
def test_a_screen_that_is_not_there_is_a_sentence(surroundings: dict[str, str], told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui"],
        env={**os.environ, **NONE, **surroundings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(told)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb")
def test_looking_for_the_screen_leaves_it_as_it_was_for_qt() -> None:
    program = (
        "from lenet_gui import screen\nscreen.check()\n"
        "from PySide6.QtWidgets import QApplication\n"
        "print(QApplication([]).platformName())"
    )
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert server.stdout is not None
        display = f":{server.stdout.readline().strip()}"
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **NONE, "DISPLAY": display},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        server.terminate()
        server.communicate()
    assert done.stdout == "xcb\n", done.stderr
