"""The rooms of the house: who may import whom, in the source and while running."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import lenet_gui.ui

ROOT = Path(__file__).parent.parent
HEAVY = {"torch", "numpy", "PySide6", "PIL"}


def modules_loaded_by(*names: str) -> set[str]:
    """The top-level modules that a fresh Python holds after importing `names`."""
    code = f"import sys, {', '.join(names)}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_every_import_follows_the_contracts() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_command_line_starts_without_anything_heavy() -> None:
    assert not modules_loaded_by("lenet_gui.cli", "lenet_gui.commands.parser") & HEAVY


def test_the_whole_window_is_imported_without_torch() -> None:
    views = [
        module.name for module in pkgutil.walk_packages(lenet_gui.ui.__path__, "lenet_gui.ui.")
    ]
    assert views
    assert "torch" not in modules_loaded_by("lenet_gui.app", *views)


@pytest.mark.parametrize("room", ["network.bundle", "recognition.recognizer", "training.run"])
def test_compute_runs_without_qt(room: str) -> None:
    loaded = modules_loaded_by(f"lenet_gui.{room}")
    assert "torch" in loaded
    assert "PySide6" not in loaded


def test_on_windows_torch_is_loaded_before_qt_and_elsewhere_behind_it() -> None:
    program = (
        "import sys, types\nfrom lenet_gui import cli\nfrom lenet_gui.commands import window\n"
        "class System(types.SimpleNamespace):\n"
        "    def __getattr__(self, name): return getattr(sys, name)\n"
        "window.sys = System(platform=sys.argv[1])\n"
        "cli.main(['snapshot', '/dev/null/none.png', '--picture', '/dev/null/none.png'])\n"
        "print(*[name for name in sys.modules if name in ('torch', 'PySide6')])"
    )

    def order(system: str) -> list[str]:
        command = [sys.executable, "-c", program, system]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.split()

    assert order("win32") == ["torch", "PySide6"]
    assert order("linux")[0] == "PySide6"
