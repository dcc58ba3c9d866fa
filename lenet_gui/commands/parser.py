"""The command line, as argparse reads it: the window's options, and all commands."""

import argparse
import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui import __version__
from lenet_gui.catalogue import translate
from lenet_gui.commands import (
    argparse_words,
    evaluation,
    kiosk,
    models,
    reading,
    snapshot,
    training,
    window,
)
from lenet_gui.commands.options import add_look

if TYPE_CHECKING:
    from lenet_gui.commands.options import Commands

_COMMANDS: Mapping[str, "Callable[[Commands], None]"] = {
    "predict": reading.add_predict,
    "activations": reading.add_activations,
    "evaluate": evaluation.add_evaluate,
    "models": models.add_models,
    "examine-model": models.add_examine_model,
    "describe": models.add_describe,
    "train": training.add_train,
    "snapshot": snapshot.add_snapshot,
    "kiosk-config": kiosk.add_config,
    "kiosk-pin": kiosk.add_pin,
    "kiosk-counts": kiosk.add_counts,
    "kiosk-install": kiosk.add_install,
}
"""What adds each command to the command line, in the order of its help."""


def parse(given: Sequence[str]) -> argparse.Namespace:
    """Read the command line: `call`, given what is returned here, does what is wanted.

    `command` is the name of the command, None where the window is wanted; `typed` the whole line,
    as a person would type it beside the files. Ends the process with a usage and exit code 2 if it
    cannot be understood.
    """
    opens_picture = _names_picture(given)
    with argparse_words.spoken():
        parser = _parser(opens_picture=opens_picture)
        options = parser.parse_args(given)
        options.check(options)
        kiosk.check(parser, options)
    options.typed = shlex.join(["lenet-gui", *map(_without_folders, given)])
    return options


def _without_folders(argument: str) -> str:
    """An argument that is a path, or an option with one, without the folders it names."""
    option, equals, value = argument.rpartition("=") if argument[:2] == "--" else ("", "", argument)
    return option + equals + (Path(value).name or value)


def _names_picture(given: Sequence[str]) -> bool:
    """Whether a command line names a file where a command could be.

    A file looks like one (`digit.png`, `./digit`) or is there; anything else is a mistyped command.
    """
    finder = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    for option in ("--model", "--theme", "--language"):
        finder.add_argument(option)
    finder.add_argument("--kiosk", nargs="?")
    finder.add_argument("words", nargs=argparse.REMAINDER)
    try:
        words = finder.parse_known_args(given)[0].words
    except argparse.ArgumentError:
        return False  # the real parser says what is wrong
    if words[:1] == ["--"]:
        return True
    if not words or words[0] in _COMMANDS or words[0].startswith("-"):
        return False
    path = Path(words[0])
    return bool(path.suffix) or path.name != words[0] or path.exists()


def _parser(*, opens_picture: bool) -> argparse.ArgumentParser:
    """The window's options, and a picture or the commands and theirs."""
    parser = argparse.ArgumentParser(
        prog="lenet-gui",
        usage="lenet-gui [OPTIONS] [PICTURE]\n       lenet-gui COMMAND ...",
        description=translate(
            "cli",
            "Draw a digit and see LeNet-5 read it. Without a command: open the window,"
            " with PICTURE (PNG, JPEG, BMP) on the pad if one is given.",
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"lenet-gui {__version__}",
        help=translate("cli", "tell the version and exit"),
    )
    parser.add_argument(
        "--self-test",
        action="store_const",
        dest="call",
        const=window.self_test,
        help=translate(
            "cli", "check that everything the program needs is there and works; needs no screen"
        ),
    )
    add_look(parser)
    kiosk.add_kiosk(parser)
    parser.set_defaults(call=window.open_window, command=None, picture=None, check=lambda _: None)
    if opens_picture:
        parser.add_argument("picture", type=Path)
        return parser
    commands = parser.add_subparsers(
        title=translate("cli", "commands"), metavar="COMMAND", dest="command", prog="lenet-gui"
    )
    for add in _COMMANDS.values():
        add(commands)
    return parser
