"""The kiosk: `lenet-gui --kiosk`, and what a technician sets it up with, `lenet-gui kiosk-…`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.catalogue import translate
from lenet_gui.commands import window
from lenet_gui.commands.options import add_path, add_switch

if TYPE_CHECKING:
    from lenet_gui.commands.options import Commands

PRESETS = ("museum", "classroom", "suitcase")
"""Names of `kiosk.presets.PRESETS`, which takes longer to load than a command line may."""


def add_kiosk(parser: argparse.ArgumentParser) -> None:
    """Add what opens the window as a kiosk."""
    group = parser.add_argument_group(translate("cli", "for the public"))
    group.add_argument(
        "--kiosk",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="FILE.toml",
        help=translate(
            "cli",
            "full screen, and no way out but the staff's; as FILE.toml says, which"
            " `lenet-gui kiosk-config` makes",
        ),
    )
    group.add_argument(
        "--supervise",
        action=argparse.BooleanOptionalAction,
        help=translate(
            "cli", "start the program anew when it crashes or hangs (default: as FILE.toml says)"
        ),
    )


def check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End with the usage where options do not go together."""
    if options.kiosk is None:
        if options.supervise is not None:
            parser.error(translate("cli", "argument --supervise: only allowed with --kiosk"))
        return
    if options.call is not window.open_window or options.picture is not None:
        parser.error(translate("cli", "argument --kiosk: goes with no command and no picture"))
    for name in ("model", "theme", "language"):
        if name in options:
            told = translate("cli", "argument --{name}: stands in the kiosk's file")
            parser.error(told.format(name=name))
    options.call = open_kiosk


def open_kiosk(options: argparse.Namespace) -> int:
    """`lenet-gui --kiosk`: the window for the public, and what keeps it running."""
    from lenet_gui.commands import kiosk_start

    return kiosk_start.run(options, window.open_window)


def set_up(options: argparse.Namespace) -> None:
    """`lenet-gui kiosk-…`: what a technician sets a kiosk up with."""
    from lenet_gui.commands import kiosk_setup

    kiosk_setup.COMMANDS[options.command](options)


def add_config(commands: "Commands") -> None:
    """What `kiosk-config` is given."""
    parser = commands.add_parser(
        "kiosk-config",
        help=translate("cli", "write the kiosk's file, every setting with what it means"),
    )
    parser.add_argument(
        "--preset",
        choices=PRESETS,
        default="museum",
        help=translate("cli", "for which place (default: museum)"),
    )
    add_path(parser, "--out", "FILE", translate("cli", "where to (default: the standard output)"))
    add_switch(parser, "--force", translate("cli", "replace a file that is there"))
    parser.set_defaults(call=set_up)


def add_pin(commands: "Commands") -> None:
    """What `kiosk-pin` is given."""
    parser = commands.add_parser(
        "kiosk-pin",
        help=translate("cli", "ask for the staff's PIN and print its line of the kiosk's file"),
    )
    write = translate("cli", "put it into FILE instead of printing it")
    add_path(parser, "--write", "FILE", write)
    parser.set_defaults(call=set_up)


def add_counts(commands: "Commands") -> None:
    """What `kiosk-counts` is given."""
    parser = commands.add_parser(
        "kiosk-counts", help=translate("cli", "what the kiosk counted, as CSV")
    )
    parser.add_argument(
        "--by",
        choices=("hour", "day", "month"),
        default="hour",
        help=translate("cli", "a line for each (hour)"),
    )
    out = translate("cli", "where to (default: the standard output)")
    add_path(parser, "--out", "FILE.csv", out)
    parser.set_defaults(call=set_up)


def add_install(commands: "Commands") -> None:
    """What `kiosk-install` is given."""
    parser = commands.add_parser(
        "kiosk-install",
        help=translate("cli", "have the kiosk start when this user is logged in, or no longer"),
    )
    parser.add_argument(
        "--user",
        action="store_true",
        required=True,
        help=translate("cli", "for this user, the only way there is"),
    )
    add_switch(parser, "--remove", translate("cli", "no longer"))
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE.toml", help=translate("cli", "the kiosk's file")
    )
    parser.set_defaults(call=set_up)
