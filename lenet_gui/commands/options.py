"""What several commands are given, and what reads it.

An option that was not given and has no default of its own stays out of the answer.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from lenet_gui.catalogue import translate

if TYPE_CHECKING:
    # argparse gives these types no public names, and one takes its parameter in the stubs alone
    Container: TypeAlias = argparse._ActionsContainer  # noqa: SLF001
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

THEMES = ("system", "dark", "light", "dark-contrast", "light-contrast")
"""As `settings.ThemeName` has them, which takes a while to import."""


def add_look(parser: argparse.ArgumentParser) -> None:
    """What the window shows and how; for this time."""
    add_model(parser)
    parser.add_argument(
        "--theme", choices=THEMES, default=argparse.SUPPRESS, help=translate("cli", "the look")
    )
    parser.add_argument(
        "--language",
        metavar="CODE",
        default=argparse.SUPPRESS,
        help=translate("cli", "such as en or zh_CN"),
    )


def add_model(parser: argparse.ArgumentParser) -> None:
    """Which model; `model` reads it."""
    parser.add_argument(
        "--model",
        metavar="ID",
        default=argparse.SUPPRESS,
        help=translate("cli", "the model; `lenet-gui models` lists them"),
    )


def model(options: argparse.Namespace) -> str:
    """The model asked for, else the one that the app starts with."""
    from lenet_gui.settings import Settings

    return getattr(options, "model", Settings().model)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Whether the answer is for programs."""
    add_switch(parser, "--json", translate("cli", "for programs rather than people"))


def add_switch(parser: argparse.ArgumentParser, option: str, what: str) -> None:
    """An option that is there or not."""
    parser.add_argument(option, action="store_true", help=what)


def add_path(parser: "Container", option: str, metavar: str, what: str) -> None:
    """An option that names a file or a folder; None where it is not given."""
    parser.add_argument(option, type=Path, metavar=metavar, help=what)


def add_paths(
    parser: "Container", option: str, metavar: str, what: str, *, dest: str | None = None
) -> None:
    """An option that names one, as often as it is given; the answer is a list."""
    parser.add_argument(
        option, type=Path, metavar=metavar, action="append", default=[], help=what, dest=dest
    )


def whole_number(lowest: int) -> Callable[[str], int]:
    """What reads a whole number from `lowest` to what fits into 63 bits."""

    def whole_number(text: str) -> int:
        number = int(text)
        if not lowest <= number < 2**63:
            told = translate("cli", "must be at least {lowest}, and below 2^63")
            raise argparse.ArgumentTypeError(told.format(lowest=lowest))
        return number

    return whole_number
