"""How the program starts itself once more."""

import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui import __version__, program


def test_this_very_program_is_started_wherever_one_is(tmp_path: Path) -> None:
    assert program.folder() != tmp_path
    done = subprocess.run(
        program.command("--version"),
        cwd=program.folder(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"lenet-gui {__version__}\n"


def test_a_frozen_program_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/lenet-gui/lenet-gui")
    assert program.command("--kiosk") == ["/opt/lenet-gui/lenet-gui", "--kiosk"]
