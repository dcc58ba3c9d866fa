"""A virtual screen, and the frozen program on it, driven as by hand: real X events.

Benchmarks and the tests of the frozen program use it. It needs Xvfb and xdotool, and Linux.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageGrab

from lenet_gui import paths

_SCREEN = (1280, 960)
_PAPER = (0x1B, 0x20, 0x28)
"""The sheet's colour with the dark theme, which the program starts with."""

_IN_SHEET = (50, 160)
"""A place on the sheet, away from its hint, whatever the page beside it: the pad is top left."""

_SHARE = 0.6
"""Share of the sheet's side that a digit takes."""

_STEP = 6.0
"""Pixels from one event of a stroke to the next, about as a hand is sampled."""

_PATIENCE = 120.0
_GLANCE = 0.005

Points = NDArray[np.float64]


def missing_tools() -> list[str]:
    """What has to be installed before a `Desktop` can be."""
    return [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]


def digit(name: str) -> list[Points]:
    """The strokes of a digit that every network reads, into a square with sides of 1."""
    samples = msgspec.json.decode((paths.resources() / "samples" / "self-test.json").read_bytes())
    strokes = [np.array(stroke, float) for stroke in samples["digits"][name]]
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    extent = float((high - low).max())
    return [(stroke - (low + high) / 2) * (_SHARE / extent) + 0.5 for stroke in strokes]


class Desktop:
    """An X server without a screen, a pointer and a keyboard; leaving its context ends it.

    Attributes:
        display: how programs find it.
    """

    @property
    def process_id(self) -> int:
        """The server's."""
        return self._server.pid

    def __enter__(self) -> Self:
        size = "x".join(map(str, _SCREEN))
        self._server = subprocess.Popen(
            # Anybody on this machine may use it, and it stays as it is when nobody is left.
            f"Xvfb -displayfd 1 -screen 0 {size}x24 -ac -noreset".split(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._server.stdout is not None
        self.display = f":{self._server.stdout.readline().strip()}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.communicate()

    def do(self, *steps: object) -> str:
        """Have xdotool do something; returns what it says."""
        command = ["xdotool", *map(str, steps)]
        surroundings = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(
            command, env=surroundings, check=True, capture_output=True, text=True, timeout=60
        ).stdout

    def picture(self) -> NDArray[np.int16]:
        """All that is on the screen: (height, width, 3), 0 to 255."""
        grabbed: Image.Image = ImageGrab.grab(xdisplay=self.display)
        return np.asarray(grabbed.convert("RGB"), np.int16)

    def focus(self, title: str) -> None:
        """Give the keyboard to a window, once it is there; no window manager does it here."""

        def focused() -> bool:
            steps = "search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync"
            try:
                self.do(*steps)
            except subprocess.CalledProcessError:  # a window that was found was just closing
                return False
            return True

        wait_until(focused, f"a window {title} to type into")

    def sheet(self) -> tuple[int, int, int]:
        """Where the sheet of the empty pad lies, once it is there: left, top, side in pixels."""
        x, y = _IN_SHEET
        wait_until(lambda: bool((self.picture()[y, x] == _PAPER).all()), "a sheet to draw on")
        is_paper = (self.picture() == _PAPER).all(axis=2)
        left = x - int(np.argmin(is_paper[y, x::-1])) + 1
        right = x + int(np.argmin(is_paper[y, x:]))
        top = y - int(np.argmin(is_paper[y::-1, x])) + 1
        return left, top, right - left

    def draw(self, strokes: Sequence[Points], sheet: tuple[int, int, int]) -> Points:
        """Draw strokes, given in a square with sides of 1; returns where ink is to be, in pixels.

        The pointer goes as a hand does, in small steps.
        """
        left, top, side = sheet
        drawn = []
        for stroke in strokes:
            points = _resampled(stroke * side + (left, top))
            places = [f"{x:.0f} {y:.0f}".split() for x, y in points]
            steps: list[object] = ["mousemove", *places[0], "mousedown", 1]
            for place in places[1:]:
                steps += ["mousemove", *place, "sleep", 0.004]
            self.do(*steps, "mouseup", 1)
            drawn.append(points)
        return np.concatenate(drawn)


class Window:
    """The program with its window open.

    Attributes:
        process: is running it.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", home: Path, told: Path) -> None:
        """`told` is where what it says is kept: files `stdout` and `stderr`."""
        self.process = process
        self._home = home
        self._told = told
        self._seen = len(self._log())

    def stdout(self) -> str:
        """What it has said so far."""
        return (self._told / "stdout").read_text("utf-8")

    def stderr(self) -> str:
        """What it has complained of so far."""
        return (self._told / "stderr").read_text("utf-8")

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Wait until its log has something new that fits, and what is before it is old.

        Raises:
            TimeoutError: it does not come.
        """
        wanted = re.compile(pattern)

        def is_there() -> bool:
            return bool(wanted.search(self._log(), self._seen)) or self.process.poll() is not None

        wait_until(is_there, f"{pattern!r} in the log", lambda: self._log()[self._seen :])
        found = wanted.search(self._log(), self._seen)
        if found is None:
            raise TimeoutError(f"it ended without {pattern!r} in its log: {self.stderr()}")
        self._seen = found.end()
        return found

    def resident_mb(self) -> float:
        """Memory that it has in use, in millions of bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) * 1024 / 1e6

    def wait(self) -> int:
        """Wait until it has closed; returns its exit code."""
        return self.process.wait(_PATIENCE)

    def _log(self) -> str:
        path = self._home / ".local" / "state" / "lenet-gui" / "log" / "lenet-gui.log"
        return path.read_text("utf-8") if path.is_file() else ""


@contextmanager
def opened(
    command: Sequence[str | Path], home: Path, surroundings: Mapping[str, str]
) -> Iterator[Window]:
    """Start the program with this environment and no other; it is killed if it does not end.

    Args:
        command: the program and its arguments.
        home: the home folder of whoever starts it, where its log is.
        surroundings: environment variables beside HOME.
    """
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder)
        with (told / "stdout").open("wb") as stdout, (told / "stderr").open("wb") as stderr:
            process = subprocess.Popen(
                [*map(str, command)],
                env={"HOME": str(home), **surroundings},
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                cwd="/",
            )
        try:
            yield Window(process, home, told)
        finally:
            process.kill()
            process.wait()


def wait_until(
    holds: Callable[[], bool], wanted: str, instead: Callable[[], str] = lambda: "nothing"
) -> None:
    """Wait until something holds.

    Raises:
        TimeoutError: it does not; with what was wanted, and what there is instead.
    """
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"waited for {wanted}; there is {instead()}")
        time.sleep(_GLANCE)


def _resampled(points: Points) -> Points:
    """The same line with points `_STEP` pixels apart."""
    lengths = np.hypot(*np.diff(points, axis=0).T)
    at = np.concatenate([[0], np.cumsum(lengths)])
    steps = np.linspace(0, at[-1], max(int(at[-1] / _STEP), 2))
    return np.stack([np.interp(steps, at, column) for column in points.T], axis=1)
