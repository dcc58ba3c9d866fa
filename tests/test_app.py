"""The whole program in a process of its own: what it says when its surroundings are bad."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui import paths
from lenet_gui.settings import Settings

DEFAULT = Settings().model
PROGRAM = """
import sys
from pathlib import Path
import numpy as np
from PySide6.QtCore import QTimer
from lenet_gui import app, cli, paths
from lenet_gui.ui.pad import stroke_player

models = sys.argv[1]
if models:
    paths.models = paths.trained_models = lambda: Path(models)

class Told(app.App):
    def start(self):
        super().start()
        self.worker.answered.connect(self.tell)
        # the window is told after this
        self.worker.failed.connect(lambda _: QTimer.singleShot(300, lambda: self.tell(())))
        stroke = np.array([[0.5, 0.2], [0.5, 0.8]], np.float32)
        QTimer.singleShot(0, lambda: stroke_player.play(self.window.pad, [stroke]))

    def tell(self, readings):
        print("read", [reading.verdict.digit for reading in readings])
        print("strokes", len(self.window.pad.drawing.strokes))
        print("message", self.window.messages.text if self.window.messages.isVisible() else "")
        QTimer.singleShot(0, self.window.close)

app.App = Told
sys.exit(cli.main([]))
"""


def run(models: Path | None = None) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(models or "")],
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


def settings_file(home: Path) -> Path:
    return home / "config" / "lenet-gui" / "settings.json"


def test_a_stroke_drawn_while_torch_loads_is_read_and_the_window_closes_well(home: Path) -> None:
    told = run()
    assert told == {"read": "['1']", "strokes": "1", "message": ""}
    assert '"window"' in settings_file(home).read_text()


def test_settings_of_garbage_are_told_kept_and_do_no_harm(home: Path) -> None:
    settings_file(home).parent.mkdir(parents=True)
    settings_file(home).write_bytes(b"\xff{garbage")
    told = run()
    assert told["read"] == "['1']"
    assert "make no sense" in told["message"]
    assert settings_file(home).with_suffix(".damaged.json").read_bytes() == b"\xff{garbage"


def test_a_home_that_cannot_be_written_to_is_told_and_does_no_harm(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    in_the_way = home / "file"
    in_the_way.write_text("no folder")
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(in_the_way))
    told = run()
    assert told["read"] == "['1']"
    assert "could not be written" in told["message"]


def test_an_altered_model_is_told_and_the_pad_goes_on(tmp_path: Path) -> None:
    for path in paths.models().glob(f"{DEFAULT}.*"):
        shutil.copy(path, tmp_path)
    with (tmp_path / f"{DEFAULT}.pt").open("r+b") as file:
        file.seek(1000)
        file.write(b"!")
    told = run(tmp_path)
    assert told["strokes"] == "1"
    assert "damaged or was altered" in told["message"]


def test_without_any_model_the_window_opens_and_says_so(tmp_path: Path) -> None:
    told = run(tmp_path / "empty")
    assert told["strokes"] == "1"
    assert f"There is no model {DEFAULT}" in told["message"]


def test_a_card_of_garbage_is_told(tmp_path: Path) -> None:
    shutil.copy(paths.models() / f"{DEFAULT}.pt", tmp_path)
    (tmp_path / f"{DEFAULT}.json").write_text('{"format": 1}')
    told = run(tmp_path)
    assert told["strokes"] == "1"
    assert "is damaged" in told["message"]
