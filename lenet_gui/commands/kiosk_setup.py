"""What a technician sets a kiosk up with: `lenet-gui kiosk-…`."""

import argparse
import getpass
import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from lenet_gui import atomic, paths, program
from lenet_gui.catalogue import sentence, translate
from lenet_gui.commands import kiosk_start, said
from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError, SaveError
from lenet_gui.kiosk import config_file, config_text, counts, pin
from lenet_gui.kiosk.presets import PRESETS

_STARTED_NOW = "systemctl --user daemon-reload && systemctl --user restart lenet-gui-kiosk"
_STOPPED_NOW = "systemctl --user stop lenet-gui-kiosk"


def write_config(options: argparse.Namespace) -> None:
    """`lenet-gui kiosk-config`: the kiosk's file."""
    text = config_text.commented(PRESETS[options.preset])
    if options.out is None:
        print(text, end="")
        return
    if _is_there(options.out) and not options.force:
        raise SaveError(
            QT_TRANSLATE_NOOP("errors", "{path} is there already; --force replaces it."),
            path=options.out,
        )
    atomic.write_bytes(options.out, text.encode())
    said.written(options.out)


def make_pin(options: argparse.Namespace) -> None:
    """`lenet-gui kiosk-pin`: a PIN, salted and hashed.

    Raises:
        LenetError: it is no PIN, or not the same twice.
    """
    first = _asked(translate("cli", "PIN:"))
    again = _asked(translate("cli", "The same again:"))
    kept = pin.hashed(first)
    if first != again:
        raise LenetError(QT_TRANSLATE_NOOP("errors", "These were two different PINs."))
    if options.write is None:
        print(f'pin = "{kept}"')
        return
    config_file.change(options.write, {"pin": kept})
    told = translate("cli", "The PIN is in {file}; it holds from the kiosk's next start.")
    print(told.format(file=options.write))


def print_counts(options: argparse.Namespace) -> None:
    """`lenet-gui kiosk-counts`: what was counted."""
    table = counts.as_csv(counts.tally(paths.counts(), options.by), options.by)
    if options.out is None:
        print(table, end="")
        return
    atomic.write_bytes(options.out, table.encode())
    told = translate("cli", "{file} written; the kiosk keeps its counts in {folder}")
    print(told.format(file=options.out, folder=paths.counts()))


def install(options: argparse.Namespace) -> None:
    """`lenet-gui kiosk-install`: whether the kiosk starts at login.

    Raises:
        LenetError: the kiosk's file is not there, or nothing can be set up here.
    """
    from lenet_gui.kiosk import autostart

    if options.remove:
        _uninstall()
        return
    if options.file is not None and not _is_there(options.file):
        raise LenetError(
            QT_TRANSLATE_NOOP(
                "errors", "There is no file {path}. `lenet-gui kiosk-config --out {path}` makes it."
            ),
            path=options.file,
        )
    file, with_systemd = options.file or Path(), autostart.has_systemd()
    kiosk = kiosk_start.read(file)
    for warning in kiosk.warnings:
        print(sentence(warning), file=sys.stderr)
    command = kiosk_start.command(file)
    for path in autostart.install(command, program.folder(), with_systemd=with_systemd):
        said.written(path)
    told = translate("cli", "At the next login of this user it runs: {command}")
    print(told.format(command=shlex.join(command)))
    if with_systemd:
        print(translate("cli", "At once: {command}").format(command=_STARTED_NOW))


def _uninstall() -> None:
    from lenet_gui.kiosk import autostart

    gone = autostart.remove()
    for path in gone:
        print(translate("cli", "{file} removed").format(file=path))
    if gone:
        told = translate(
            "cli", "It starts no longer. One that runs is ended by the staff, or by: {command}"
        )
        print(told.format(command=_STOPPED_NOW))
    else:
        print(translate("cli", "Nothing was installed."))


def _is_there(path: Path) -> bool:
    """Whether there is something at a path; not, where nobody may look."""
    try:
        return path.exists()
    except OSError:
        return False


def _asked(prompt: str) -> str:
    """A line of the terminal, not shown; one of the standard input where there is no terminal."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt} ")
    return sys.stdin.readline().rstrip("\r\n")


COMMANDS: Mapping[str, Callable[[argparse.Namespace], None]] = {
    "kiosk-config": write_config,
    "kiosk-pin": make_pin,
    "kiosk-counts": print_counts,
    "kiosk-install": install,
}
