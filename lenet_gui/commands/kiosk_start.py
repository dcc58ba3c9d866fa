"""How a kiosk starts: `lenet-gui --kiosk`."""

import argparse
import logging
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lenet_gui import logs, paths, program
from lenet_gui.kiosk import config_file, ends, heartbeat
from lenet_gui.kiosk.config import Kiosk

_log = logging.getLogger(__name__)


def run(
    options: argparse.Namespace, open_window: Callable[[argparse.Namespace, Kiosk], int]
) -> int:
    """`lenet-gui --kiosk`: the supervisor, or the program itself.

    Args:
        options: the command line.
        open_window: opens the window of a kiosk and returns the exit code at its end.
    """
    if heartbeat.is_supervised():
        heartbeat.end_with_supervisor()
        return open_window(options, read(options.kiosk))
    kiosk = read(options.kiosk)
    wanted = options.supervise
    if kiosk.config.supervise if wanted is None else wanted:
        return _supervise(kiosk, command(options.kiosk, "--supervise"))
    code = open_window(options, kiosk)
    if code == ends.RESTART:
        return _start_again(command(options.kiosk, "--no-supervise"))
    return 0 if code == ends.QUIT else code


def read(file: Path) -> Kiosk:
    """The kiosk as its file says; without any (an empty path), as it is by itself."""
    if file != Path():
        return config_file.load(file.absolute())
    return config_file.load(paths.kiosk_file(), is_expected=False)


def command(file: Path, *more: str) -> list[str]:
    """What starts the kiosk of this file (an empty path: of none) once more."""
    named = [] if file == Path() else [str(file.absolute())]
    return program.command("--kiosk", *named, *more)


def _supervise(kiosk: Kiosk, line: Sequence[str]) -> int:
    """Start the program, and start it again whenever it ends or hangs."""
    from lenet_gui.kiosk.supervisor import Supervisor, Times

    logs.install(paths.supervisor_log_file())
    for warning in kiosk.warnings:
        _log.info("%s", warning)  # the program says it in the terminal
    _log.info("keeping it running: %s", shlex.join(line))
    times = Times(frozen_s=kiosk.config.frozen_after_s)
    return Supervisor(line, program.folder(), times).run()


def _start_again(line: list[str]) -> int:
    """Let the program take the place of this process; where that cannot be, wait for its end."""
    if sys.platform != "win32":
        os.chdir(program.folder())
        os.execv(line[0], line)  # noqa: S606 - our own program
    return subprocess.call(line, cwd=program.folder())  # noqa: S603 - the same
