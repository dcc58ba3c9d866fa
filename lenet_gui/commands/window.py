"""`lenet-gui` without a command: the window; and whether it could open."""

import argparse
import importlib
import sys
from typing import TYPE_CHECKING

from lenet_gui.commands import UNWELL
from lenet_gui.errors import LenetError

if TYPE_CHECKING:
    from lenet_gui.kiosk.config import Kiosk


def open_window(options: argparse.Namespace, kiosk: "Kiosk | None" = None) -> int:
    """`lenet-gui`: the window, or that of a kiosk."""
    from lenet_gui import imports, logs, paths, screen

    screen.check()
    logs.catch_crashes(paths.log_file())
    try:
        with imports.quickly():
            load_torch_before_qt()
            from lenet_gui import app

        return app.run(look(options), options.picture, kiosk)
    except LenetError:
        raise
    except Exception as error:
        logs.install(paths.log_file())
        raise logs.unexpected(error, paths.log_file()) from error


def self_test(_: argparse.Namespace) -> int:
    """`lenet-gui --self-test`: whether all that the program needs is there and works."""
    try:
        load_torch_before_qt()
        from lenet_gui import self_test
    except Exception as error:
        print(f"FAILED  program: {type(error).__name__}: {error}")
        return UNWELL
    is_well = True
    for outcome in self_test.run():
        print(outcome, flush=True)
        is_well &= outcome.is_well
    return 0 if is_well else UNWELL


def look(options: argparse.Namespace) -> dict[str, str]:
    """The settings that the command line gives for this time."""
    names = ("model", "theme", "language")
    return {name: value for name, value in vars(options).items() if name in names}


def load_torch_before_qt() -> None:
    """On Windows, load torch now: after Qt it cannot be; see docs/decisions/0017."""
    if sys.platform == "win32":
        importlib.import_module("torch")
