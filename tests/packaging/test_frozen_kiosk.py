"""The frozen program as a kiosk: its commands, and that it starts itself anew."""

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from lenet_gui.kiosk import pin
from lenet_gui.kiosk.config import KioskConfig
from lenet_gui.kiosk.config_file import load
from tests.kiosk.patience import until


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def test_its_file_and_its_pin_are_made(
    frozen: Path, home: Path, environment: dict[str, str]
) -> None:
    def run(*arguments: str, typed: str = "") -> None:
        command = [str(frozen), *arguments]
        subprocess.run(command, env=environment, cwd=home, input=typed, text=True, check=True)

    run("kiosk-config", "--out", "kiosk.toml")
    run("kiosk-pin", "--write", "kiosk.toml", typed="2468\n2468\n")
    kiosk = load(home / "kiosk.toml")
    assert not kiosk.problems
    assert pin.matches("2468", kiosk.config.pin)
    assert kiosk.config == KioskConfig(pin=kiosk.config.pin)


def test_it_is_back_after_a_kill_and_a_stop_and_ends_with_its_supervisor(
    frozen: Path, home: Path, environment: dict[str, str]
) -> None:
    def ready(runs: int) -> int:
        """The process of the first run, the second, …, once it is ready."""

        def look() -> list[str]:
            log = next(home.rglob("supervisor.log"), None)
            told = "" if log is None else log.read_text()
            return re.findall(r"process (\d+) is ready", told)[runs - 1 : runs]

        return int(until(look)[0])

    with subprocess.Popen([frozen, "--kiosk"], env=environment, cwd=home) as supervisor:
        os.kill(ready(1), signal.SIGKILL)
        os.kill(ready(2), signal.SIGSTOP)
        last = ready(3)
        supervisor.terminate()
    assert supervisor.returncode == 0
    assert not Path(f"/proc/{last}").exists()
