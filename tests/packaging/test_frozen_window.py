"""The frozen program's window, driven by pointer and keys of a real X server."""

import json
from pathlib import Path

import numpy as np

from benchmarks.desktop import Desktop, digit
from lenet_gui import paths
from lenet_gui.network.card import find_cards
from lenet_gui.recognition.pictures import open_picture
from lenet_gui.settings import Settings
from tests.packaging.conftest import Open

DEFAULT = Settings().model


def test_digits_drawn_are_read_and_can_be_seen(open_window: Open, desktop: Desktop) -> None:
    with open_window() as window:
        window.wait_for("first paint")
        desktop.focus("LeNet GUI")
        window.wait_for(f"network {DEFAULT} loaded")
        sheet = desktop.sheet()
        empty = desktop.picture()
        for name in ("3", "7", "4"):
            desktop.do("key", "Escape")
            ink = desktop.draw(digit(name), sheet).round().astype(int)
            window.wait_for(rf"verdict {name} \(\d\.\d\d\) by {DEFAULT}\n")
            drawn = desktop.picture()
            brighter = (drawn - empty).sum(axis=2)
            assert (brighter[ink[:, 1], ink[:, 0]] > 300).mean() > 0.9  # light ink, dark paper
            beside = np.abs(brighter[:, sum(sheet[::2]) + 10 :]) > 60
            assert beside.sum() > 3000  # bars, and maps that glow
        desktop.do("key", "ctrl+q")
        assert window.wait() == 0
        assert window.stdout() == ""
        assert window.stderr() == ""


def test_a_stroke_drawn_before_torch_is_there_is_read_when_it_is(
    open_window: Open, desktop: Desktop
) -> None:
    with open_window() as window:
        window.wait_for("first paint")
        desktop.draw(digit("1"), desktop.sheet())
        window.wait_for(f"network {DEFAULT} loaded")
        window.wait_for("first reading")
        window.wait_for(r"verdict 1 \(")


def test_other_networks_read_what_is_drawn_and_a_saved_drawing_is_read_again(
    open_window: Open, desktop: Desktop, home: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "a drawing.png"
    with open_window() as window:
        window.wait_for("first paint")
        desktop.focus("LeNet GUI")
        window.wait_for("loaded")
        desktop.draw(digit("2"), desktop.sheet())
        window.wait_for(r"verdict 2 \(")
        for number, model in enumerate(sorted(path.stem for path in find_cards(paths.models())), 1):
            desktop.do("key", f"ctrl+{number}")
            if model != DEFAULT:
                window.wait_for(f"network {model} loaded")
            window.wait_for(rf"verdict 2 \(.* by {model}\n")
            last = model
        desktop.do("key", "ctrl+s")
        desktop.focus("^Save drawing$")
        desktop.do("key", "ctrl+a")
        desktop.do("type", str(saved))
        desktop.do("key", "Return")
        desktop.focus("LeNet GUI")
        desktop.do("key", "ctrl+q")
        assert window.wait() == 0
        assert window.stderr() == ""
    assert open_picture(saved).shape
    with open_window(saved) as window:
        window.wait_for(rf"verdict 2 \(.* by {last}\n")
        desktop.focus("LeNet GUI")
        desktop.do("key", "ctrl+q")
        assert window.wait() == 0
        assert window.stderr() == ""
    settings, log = ".config/lenet-gui/settings.json", ".local/state/lenet-gui/log/lenet-gui.log"
    dialog, crash = (
        settings.replace("settings.json", "QtProject.conf"),
        log.replace(".log", ".crash"),
    )
    assert files(home) - {dialog, crash} == {settings, log}
    assert json.loads((home / settings).read_text())["model"] == last


def files(folder: Path) -> set[str]:
    """The paths of all files in a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
