"""The kiosk's part of the command line."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from lenet_gui.catalogue import translate

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives the type no public name

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
    if options.command != "window" or options.picture is not None:
        parser.error(translate("cli", "argument --kiosk: goes with no command and no picture"))
    for name in ("model", "theme", "language"):
        if name in options:
            told = translate("cli", "argument --{name}: stands in the kiosk's file")
            parser.error(told.format(name=name))
    options.command = "kiosk"


def _add_config(commands: "Commands[argparse.ArgumentParser]") -> None:
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
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=translate("cli", "where to (default: the standard output)"),
    )
    parser.add_argument(
        "--force", action="store_true", help=translate("cli", "replace a file that is there")
    )
    parser.set_defaults(command="kiosk-config")


def _add_pin(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "kiosk-pin",
        help=translate("cli", "ask for the staff's PIN and print its line of the kiosk's file"),
    )
    parser.add_argument(
        "--write",
        type=Path,
        metavar="FILE",
        help=translate("cli", "put it into FILE instead of printing it"),
    )
    parser.set_defaults(command="kiosk-pin")


def _add_counts(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "kiosk-counts", help=translate("cli", "what the kiosk counted, as CSV")
    )
    parser.add_argument(
        "--by",
        choices=("hour", "day", "month"),
        default="hour",
        help=translate("cli", "a line for each (hour)"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE.csv",
        help=translate("cli", "where to (default: the standard output)"),
    )
    parser.set_defaults(command="kiosk-counts")


def _add_install(commands: "Commands[argparse.ArgumentParser]") -> None:
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
    parser.add_argument("--remove", action="store_true", help=translate("cli", "no longer"))
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE.toml", help=translate("cli", "the kiosk's file")
    )
    parser.set_defaults(command="kiosk-install")


COMMANDS: Mapping[str, "Callable[[Commands[argparse.ArgumentParser]], None]"] = {
    "kiosk-config": _add_config,
    "kiosk-pin": _add_pin,
    "kiosk-counts": _add_counts,
    "kiosk-install": _add_install,
}
