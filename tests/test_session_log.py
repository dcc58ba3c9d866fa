"""The whole program in a process of its own: what its log says, and how it fares meanwhile."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui import __version__, paths
from lenet_gui.recognition.reading import Verdict
from lenet_gui.session_log import in_words
from lenet_gui.settings import Settings

DEFAULT = Settings().model
PROGRAM = """
import sys
from pathlib import Path
import numpy as np
from PySide6.QtCore import QTimer
from lenet_gui import app, cli, paths
from lenet_gui.ui.pad import stroke_player

models, until, *arguments = sys.argv[1:]
if models:
    paths.models = paths.trained_models = lambda: Path(models)

class Watched(app.App):
    def start(self):
        super().start()
        self.told = []
        if not arguments:
            stroke = np.linspace((0.5, 0.2), (0.48, 0.8), 30, dtype=np.float32)
            QTimer.singleShot(0, lambda: stroke_player.play(self.window.pad, [stroke]))
        self.watch = QTimer(interval=100, timeout=self.look)
        self.watch.start()

    def _furnish(self):
        super()._furnish()
        show = self.window.messages.show_error
        self.window.messages.show_error = lambda error: (self.told.append(str(error)), show(error))

    def look(self):
        if not self.window.is_furnished:
            return
        log = paths.log_file()
        text = log.read_text("utf-8") if log.is_file() else ""
        reading = self.window.reading
        shown = f"reading {reading is not None} {self.window.messages.text}"
        if until not in text + shown:
            return
        self.watch.stop()
        for width in (0.03, 0.04):
            self.window._choose_brush(width)
        drawing = self.window.pad.drawing
        print("read", reading and reading.card.id, reading and reading.verdict.digit)
        print("picture", None if drawing.picture is None else drawing.picture.shape)
        print("told", self.told)
        print("message", self.window.messages.text if self.window.messages.isVisible() else "")
        self.window.close()

app.App = Watched
sys.exit(cli.main(arguments))
"""


def run(
    until: str,
    *arguments: str | Path,
    models: Path | None = None,
    as_whom: Sequence[str] = (),
) -> dict[str, str]:
    """Run until the log, or what the window shows, has some text; returns what was found then."""
    done = subprocess.run(
        [*as_whom, sys.executable, "-c", PROGRAM, str(models or ""), until, *map(str, arguments)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    lines = (line.partition(" ") for line in done.stdout.splitlines())
    return {what: told for what, _, told in lines}


@pytest.fixture
def an_ordinary_user() -> Sequence[str]:
    """What makes of root, whom nothing stops from writing, somebody whom permissions hold for."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("run as root, without setpriv to be somebody else")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")


def one(path: Path) -> Path:
    """A picture of a 1."""
    ink = np.full((300, 200), 255, np.uint8)
    ink[40:260, 92:110] = 0
    Image.fromarray(ink).save(path)
    return path


def test_the_log_tells_versions_network_and_one_verdict_a_drawing() -> None:
    told = run("verdict")
    assert told["read"] == f"{DEFAULT} 1"
    assert told["message"] == ""
    log = paths.log_file().read_text("utf-8")
    assert f"LeNet GUI {__version__} starts on " in log
    assert re.search(r"Python \d.*, Qt 6\.\d+", log)
    assert re.search(rf"network {DEFAULT} loaded, torch \d", log)
    assert re.findall(r"verdict .*", log) == [
        match[0] for match in re.finditer(rf"verdict 1 \([01]\.\d\d\) by {DEFAULT}", log)
    ]
    assert log.count("verdict") == 1
    assert len(log.splitlines()) == (5 if sys.platform == "linux" else 3)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when a process began")
def test_the_log_tells_how_long_window_and_network_took() -> None:
    before = time.monotonic()
    run("verdict")
    most = 1000 * (time.monotonic() - before)
    log = paths.log_file().read_text("utf-8")
    (painted,) = re.findall(r"first paint (\d+) ms after the process began", log)
    (read,) = re.findall(r"first reading (\d+) ms after the process began", log)
    assert 0 < int(painted) < int(read) < most + 20  # the kernel's clock has steps of 10 ms


def test_a_picture_on_the_command_line_is_on_the_pad_and_read(tmp_path: Path) -> None:
    told = run("verdict 1", one(tmp_path / "数字 one.png"))
    assert told["read"] == f"{DEFAULT} 1"
    assert told["picture"] == "(300, 200)"
    assert told["message"] == ""
    assert "数字" not in paths.log_file().read_text("utf-8")


def test_a_file_that_is_no_picture_is_told_in_the_window(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no picture")
    told = run("no PNG", "--theme", "light", path)
    assert told["message"] == f"{path} is no PNG, JPEG or BMP picture."
    assert told["picture"] == "None"


@pytest.mark.parametrize("suffix", [".pt", ".json"])
def test_another_network_stands_in_for_a_damaged_one_but_is_not_remembered(
    tmp_path: Path, home: Path, suffix: str
) -> None:
    models = tmp_path / "models"
    models.mkdir()
    for path in [*paths.models().glob("lenet5-tanh.*"), *paths.models().glob(f"{DEFAULT}.*")]:
        shutil.copy(path, models)
    (models / DEFAULT).with_suffix(suffix).write_bytes(b"{damaged")
    told = run("verdict", models=models)
    assert told["read"] == "lenet5-tanh 1"
    assert "damaged" in told["message"]
    assert DEFAULT in told["message"]
    assert f"WARNING lenet_gui.session_log: {told['message']}" in paths.log_file().read_text(
        "utf-8"
    )
    kept = json.loads((home / "config" / "lenet-gui" / "settings.json").read_text())
    assert kept["model"] == DEFAULT
    assert kept["brush_width"] == 0.04


def test_a_home_that_is_read_only_is_told_once_and_the_window_reads(
    home: Path, an_ordinary_user: Sequence[str]
) -> None:
    home.chmod(0o555)
    try:
        told = run("reading True", as_whom=an_ordinary_user)
    finally:
        home.chmod(0o755)
    assert told["read"] == f"{DEFAULT} 1"
    assert "could not be written" in told["message"]
    assert told["told"] == f"['{told['message']}']"  # told at the start, and not again
    assert not paths.log_file().exists()


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(("7",), 0.984), "7 (0.98)"),
        (Verdict(("4", "9"), 0.51), "4 or 9? (0.51)"),
        (Verdict(("9",), 0.46, doubted=True), "9? (0.46)"),
        (Verdict((), 0.13), "none (0.13)"),
    ],
)
def test_a_verdict_is_a_few_words(verdict: Verdict, words: str) -> None:
    assert in_words(verdict) == words
