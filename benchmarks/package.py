"""(g) The frozen program: how soon it is there, what memory it takes, what it weighs.

Against the least that programs frozen in the same way can do: an empty window, a network that
reads once, and both in one.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks import package_size, strokes_on_end
from benchmarks.desktop import Desktop, Window, digit, missing_tools, opened, wait_until
from lenet_gui import paths
from lenet_gui.settings import Settings

_ROOT = Path(__file__).parents[1]
PROGRAM = _ROOT / "dist" / "lenet-gui" / "lenet-gui"
_BARE = _ROOT / "build" / "bare"
_MODEL = paths.models() / f"{Settings().model}.pt"
_WARM_RUNS, _COLD_RUNS = 7, 3
_PAGE_CACHE = Path("/proc/sys/vm/drop_caches")
_MS = 1000
_REST_S = 2


def what_is_missing() -> str:
    """Why this cannot be measured, as a sentence; empty if it can."""
    if sys.platform != "linux":
        return "the frozen program is measured on Linux only"
    if not PROGRAM.is_file():
        return "dist/lenet-gui is not there; make package builds it"
    if missing := missing_tools():
        return f"{' and '.join(missing)} cannot be found; make package-test installs them"
    return ""


def measure() -> dict[str, float]:
    """Medians, and proportions; the programs take turns, so that all meet the same load."""
    _freeze_bare_programs()
    with Desktop() as desktop:
        turns = _Turns(desktop)
        figures = turns.measure("warm", _WARM_RUNS, lambda: None)
        if os.access(_PAGE_CACHE, os.W_OK):
            figures |= turns.measure("cold", _COLD_RUNS, _empty_page_cache)
        figures |= _memory(desktop)
    figures |= strokes_on_end.measure()
    return figures | package_size.measure(PROGRAM.parent)


class _Turns:
    """Starts the programs one after the other, again and again."""

    def __init__(self, desktop: Desktop) -> None:
        """Start each once before anything counts, and find out where the sheet is."""
        self._desktop = desktop
        self._programs: Mapping[str, Callable[[], dict[str, float]]] = {
            "bare window": lambda: self._run_bare("window"),
            "bare network": lambda: self._run_bare("network"),
            "app": self._run_app,
        }
        with _at_home(desktop) as window:
            window.wait_for("loaded")
            self._sheet = desktop.sheet()
        for run in self._programs.values():
            run()

    def measure(self, state: str, runs: int, prepare: Callable[[], None]) -> dict[str, float]:
        """Medians of seconds from the start of the process, and proportions.

        Args:
            state: of the page cache, for the names of the figures.
            runs: how often each program is started.
            prepare: is called before each start.
        """
        times = defaultdict(list)
        for _ in range(runs):
            for name, run in self._programs.items():
                prepare()
                for what, seconds in run().items():
                    times[f"{name} {what}, s, {state}"].append(seconds)
        figures = {name: statistics.median(values) for name, values in times.items()}
        for what, least in (("painted", "bare window"), ("predicted", "bare network")):
            figures[f"app / {least} {what}, {state}"] = (
                figures[f"app {what}, s, {state}"] / figures[f"{least} {what}, s, {state}"]
            )
        return figures

    def _run_bare(self, name: str) -> dict[str, float]:
        surroundings = {"DISPLAY": self._desktop.display, "LC_CTYPE": "C.UTF-8"}
        command = [_BARE / name / name, _MODEL]
        start = time.time()
        done = subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True)
        what, moment = done.stdout.split()
        return {what: float(moment) - start}

    def _run_app(self) -> dict[str, float]:
        """Draw a digit as soon as there is a window, long before there is a network."""
        with _at_home(self._desktop) as window:
            painted = window.wait_for(r"first paint (\d+) ms")[1]
            self._desktop.draw(digit("1"), self._sheet)
            predicted = window.wait_for(r"first reading (\d+) ms")[1]
        return {"painted": int(painted) / _MS, "predicted": int(predicted) / _MS}


@contextmanager
def _at_home(desktop: Desktop, *command: Path) -> Iterator[Window]:
    """Start the program, or another one, with a home folder of its own."""
    with tempfile.TemporaryDirectory() as home:
        surroundings = {"DISPLAY": desktop.display}
        with opened(command or [PROGRAM], Path(home), surroundings) as window:
            yield window


def _memory(desktop: Desktop) -> dict[str, float]:
    """Resident megabytes at rest, the window full of what a network makes of a digit."""
    with _at_home(desktop) as window:
        window.wait_for("loaded")
        desktop.draw(digit("8"), desktop.sheet())
        window.wait_for("verdict 8")
        time.sleep(_REST_S)
        app = window.resident_mb()
    with _at_home(desktop, _BARE / "both" / "both", _MODEL) as window:
        wait_until(lambda: "ready" in window.stdout(), "a window and a network")
        time.sleep(_REST_S)
        least = window.resident_mb()
    return {
        "bare window and network resident, MB": least,
        "app resident, MB": app,
        "app / bare window and network resident": app / least,
    }


def _empty_page_cache() -> None:
    os.sync()
    _PAGE_CACHE.write_text("3")


def _freeze_bare_programs() -> None:
    """Freeze them unless they are there, and no older than what build.spec leaves out."""
    spec = _ROOT / "build.spec"
    last = _BARE / "both" / "both"
    if last.is_file() and last.stat().st_mtime > spec.stat().st_mtime:
        return
    command = [sys.executable, "-m", "PyInstaller", "benchmarks/bare/bare.spec", "--noconfirm"]
    command += ["--distpath", str(_BARE), "--workpath", "build/work-bare", "--log-level", "ERROR"]
    print("freezing the bare programs to measure against")
    caches = {"PYINSTALLER_CONFIG_DIR": str(_ROOT / "build" / "cache")}
    subprocess.run(command, cwd=_ROOT, env={**os.environ, **caches}, check=True)
