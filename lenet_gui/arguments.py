"""The command line's commands and options, as argparse reads them.

An option that was not given and has no default of its own stays out of the answer.
"""

import argparse
import functools
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from lenet_gui import __version__, argparse_words, kiosk_arguments
from lenet_gui.catalogue import translate

THEMES = ("system", "dark", "light", "dark-contrast", "light-contrast")
"""As `settings.ThemeName` has them, which takes a while to import."""


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line (None: the process's); `command` is the name of what is wanted.

    `typed` is the whole line, as a person would type it beside the files. Ends the process with
    a usage and exit code 2 if it cannot be understood.
    """
    given = sys.argv[1:] if arguments is None else arguments
    opens_picture = _names_picture(given)
    with argparse_words.spoken():
        parser = _parser(opens_picture=opens_picture)
        options = parser.parse_args(given)
        options.check(options)
        kiosk_arguments.check(parser, options)
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
        dest="command",
        const="self-test",
        help=translate(
            "cli", "check that everything the program needs is there and works; needs no screen"
        ),
    )
    _add_look(parser)
    kiosk_arguments.add_kiosk(parser)
    parser.set_defaults(command="window", picture=None, check=lambda _: None)
    if opens_picture:
        parser.add_argument("picture", type=Path)
        return parser
    commands = parser.add_subparsers(
        title=translate("cli", "commands"), metavar="COMMAND", prog="lenet-gui"
    )
    for add in _COMMANDS.values():
        add(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives the type no public name


def _add_predict(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "predict", help=translate("cli", "read pictures (PNG, JPEG, BMP) of a digit")
    )
    parser.add_argument("pictures", nargs="+", type=Path, metavar="PICTURE")
    _add_model(parser)
    _add_json(parser)
    parser.set_defaults(command="predict")


def _add_activations(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "activations",
        help=translate("cli", "write what every layer comes to for a picture, as .npz or .csv"),
    )
    parser.add_argument("picture", type=Path, metavar="PICTURE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument(
        "--layers",
        nargs="+",
        default=(),
        metavar="LAYER",
        help=translate("cli", "such as C1 C3, or input (default: the input and all layers)"),
    )
    _add_model(parser)
    parser.set_defaults(command="activations")


def _add_evaluate(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "evaluate",
        help=translate("cli", "measure how well a model reads"),
        description=translate(
            "cli", "Have a model read one material, or every model every material (--all)."
        ),
    )
    for option, metavar, what in (
        ("--mnist", "DIR", translate("cli", "MNIST's test digits")),
        ("--strokes", "FILE", translate("cli", "a stroke set (.npz)")),
        ("--images", "FILE", translate("cli", ".npz: uint8 images (N, H, W), ink 255; labels")),
        (
            "--nondigits",
            "FILE",
            translate("cli", "a stroke set of what is no digit, to be told from the digits"),
        ),
    ):
        parser.add_argument(
            option, type=Path, metavar=metavar, action="append", default=[], help=what
        )
    parser.add_argument(
        "--held-out",
        action="store_true",
        help=translate(
            "cli", "of stroke sets read only the writers or alphabets that no model was trained on"
        ),
    )
    _add_model(parser)
    parser.add_argument(
        "--all", action="store_true", help=translate("cli", "every model, on any number of these")
    )
    parser.add_argument(
        "--sheet",
        type=Path,
        metavar="FILE.png",
        help=translate("cli", "draw a picture of all that was misread"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE.md",
        help=translate("cli", "write a page, with pictures beside it"),
    )
    _add_json(parser)
    parser.set_defaults(command="evaluate", check=functools.partial(_check_evaluate, parser))


def _check_evaluate(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End with the usage where options do not go together."""
    materials = len(options.mnist) + len(options.strokes) + len(options.images)
    if options.nondigits and not materials:
        parser.error(
            translate(
                "cli", "argument --nondigits: only allowed with --mnist, --strokes or --images"
            )
        )
    if not materials:
        parser.error(
            translate("cli", "one of the arguments --mnist --strokes --images is required")
        )
    if options.held_out and not (options.strokes or options.nondigits):
        parser.error(
            translate("cli", "argument --held-out: only allowed with --strokes or --nondigits")
        )
    if options.all and "model" in options:
        parser.error(translate("cli", "argument --model: not allowed with argument --all"))
    if options.all and options.sheet:
        parser.error(
            translate(
                "cli", "argument --sheet: not allowed with argument --all; --out draws them too"
            )
        )
    if not options.all and materials > 1:
        parser.error(
            translate("cli", "only --all takes more than one of --mnist --strokes --images")
        )


def _add_models(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "models", help=translate("cli", "list the models there are, add or remove one")
    )
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--add",
        nargs=2,
        type=Path,
        metavar=("FILE.pt", "CARD.json"),
        help=translate("cli", "add a model from elsewhere, after a trial"),
    )
    change.add_argument(
        "--remove", metavar="ID", help=translate("cli", "remove a model that was added")
    )
    parser.add_argument(
        "--yes",
        action="store_true",
        help=translate("cli", "add without asking: the model is to be trusted"),
    )
    _add_json(parser)
    parser.set_defaults(command="models")


def _add_examine_model(commands: "_Commands[argparse.ArgumentParser]") -> None:
    """The command that a trial runs in a process of its own; not for people, so not listed."""
    parser = commands.add_parser("examine-model")
    parser.add_argument("card", type=Path)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--memory", type=_number(0), required=True)
    parser.set_defaults(command="examine-model")


def _add_describe(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "describe", help=translate("cli", "a model layer by layer, in figures")
    )
    parser.add_argument(
        "id", metavar="ID", help=translate("cli", "the model; `lenet-gui models` lists them")
    )
    _add_json(parser)
    parser.set_defaults(command="describe")


def _add_train(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "train", help=translate("cli", "train a model on MNIST and on real strokes")
    )
    parser.add_argument(
        "id", metavar="ID", help=translate("cli", "the network, such as lenet5-sigmoid")
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help=translate("cli", "MNIST's files (default: the cache, or a mirror)"),
    )
    parser.add_argument(
        "--strokes",
        type=Path,
        metavar="FILE",
        action="append",
        default=[],
        help=translate("cli", "a stroke set (.npz) of digits, or of what is none; repeatable"),
    )
    parser.add_argument(
        "--teacher",
        type=Path,
        metavar="CARD",
        action="append",
        default=[],
        dest="teachers",
        help=translate("cli", "the card (.json) of a network to learn from; repeatable"),
    )
    parser.add_argument(
        "--epochs",
        type=_number(1),
        metavar="N",
        help=translate("cli", "how often it sees every sample"),
    )
    parser.add_argument(
        "--seed", type=_number(0), metavar="N", help=translate("cli", "what chance starts from")
    )
    parser.add_argument(
        "--run",
        type=Path,
        metavar="DIR",
        help=translate("cli", "checkpoint, log and curves (default: runs/ID)"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help=translate("cli", "where the model goes (default: models/)"),
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help=translate("cli", "go on with the run in its folder, if there is one"),
    )
    parser.set_defaults(command="train")


def _add_snapshot(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "snapshot", help=translate("cli", "draw the window into a picture, without a screen")
    )
    parser.add_argument("out", type=Path, metavar="OUT.png")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--strokes", type=Path, metavar="FILE", help=translate("cli", "a stroke set (.npz)")
    )
    shown.add_argument(
        "--picture", type=Path, metavar="FILE", help=translate("cli", "a picture to open")
    )
    parser.add_argument(
        "--index",
        type=_number(0),
        default=0,
        metavar="I",
        help=translate("cli", "which sample of the stroke set"),
    )
    parser.add_argument(
        "--compare", action="store_true", help=translate("cli", "all networks side by side")
    )
    parser.add_argument(
        "--size",
        type=_size,
        default=(1280, 800),
        metavar="WxH",
        help=translate("cli", "of the window (default: 1280x800)"),
    )
    _add_look(parser)
    parser.set_defaults(command="snapshot")


def _add_look(parser: argparse.ArgumentParser) -> None:
    """What the window shows and how; for this time."""
    _add_model(parser)
    parser.add_argument(
        "--theme", choices=THEMES, default=argparse.SUPPRESS, help=translate("cli", "the look")
    )
    parser.add_argument(
        "--language",
        metavar="CODE",
        default=argparse.SUPPRESS,
        help=translate("cli", "such as en or zh_CN"),
    )


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model",
        metavar="ID",
        default=argparse.SUPPRESS,
        help=translate("cli", "the model; `lenet-gui models` lists them"),
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help=translate("cli", "for programs rather than people")
    )


def _number(lowest: int) -> Callable[[str], int]:
    """What reads a whole number from `lowest` to what fits into 63 bits."""

    def whole_number(text: str) -> int:
        number = int(text)
        if not lowest <= number < 2**63:
            told = translate("cli", "must be at least {lowest}, and below 2^63")
            raise argparse.ArgumentTypeError(told.format(lowest=lowest))
        return number

    return whole_number


def _size(text: str) -> tuple[int, int]:
    """WxH in pixels."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        told = translate("cli", "{text} is no size such as 1280x800")
        raise argparse.ArgumentTypeError(told.format(text=repr(text)))
    return int(width), int(height)


_COMMANDS: Mapping[str, "Callable[[_Commands[argparse.ArgumentParser]], None]"] = {
    "predict": _add_predict,
    "activations": _add_activations,
    "evaluate": _add_evaluate,
    "models": _add_models,
    "examine-model": _add_examine_model,
    "describe": _add_describe,
    "train": _add_train,
    "snapshot": _add_snapshot,
    **kiosk_arguments.COMMANDS,
}
