"""What every test stands on: a home of its own, no screen, no thread left behind."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tqdm import TMonitor

# Before any test module imports Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Before any imports torch: inputs are tiny here, and threads that wait for work spin.
os.environ["OMP_NUM_THREADS"] = "1"
# Whoever runs the tests: the command line says what they expect.
os.environ["LANGUAGE"] = "en"

pytest_plugins = ("tests.random_bundle",)

_PATIENCE = 5.0


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt makes the QApplication with: as the program does."""
    from lenet_gui.ui import theme

    return theme.ARGUMENTS


def at_home(folder: Path) -> dict[str, str]:
    """What tells a process that a folder, empty as yet, is the home of whoever runs it."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)  # Qt warns about one that others can enter
    kinds = ("CONFIG", "CACHE", "DATA", "STATE")
    kept = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in kinds}
    return {"HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime)} | kept


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, for this process and those it starts."""
    folder = tmp_path_factory.mktemp("home")
    for variable, value in at_home(folder).items():
        monkeypatch.setenv(variable, value)
    return folder


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a thread running; tqdm's monitor belongs to the process."""
    before = set(threading.enumerate())
    yield
    started = [t for t in threading.enumerate() if t not in before and not isinstance(t, TMonitor)]
    for thread in started:
        thread.join(_PATIENCE)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads left running: {left}"
