"""Starting where there is no screen: a sentence instead of Qt's core dump."""

import os
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
