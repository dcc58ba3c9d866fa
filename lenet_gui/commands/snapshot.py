"""`lenet-gui snapshot`: the window as a picture."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.catalogue import translate
from lenet_gui.commands import window
from lenet_gui.commands.options import add_look, add_path, add_switch, whole_number
from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError

if TYPE_CHECKING:
    from lenet_gui.commands.options import Commands
    from lenet_gui.recognition.drawing import Stroke


def add_snapshot(commands: "Commands") -> None:
    """What it is given."""
    parser = commands.add_parser(
        "snapshot", help=translate("cli", "draw the window into a picture, without a screen")
    )
    parser.add_argument("out", type=Path, metavar="OUT.png")
    shown = parser.add_mutually_exclusive_group()
    add_path(shown, "--strokes", "FILE", translate("cli", "a stroke set (.npz)"))
    add_path(shown, "--picture", "FILE", translate("cli", "a picture to open"))
    parser.add_argument(
        "--index",
        type=whole_number(0),
        default=0,
        metavar="I",
        help=translate("cli", "which sample of the stroke set"),
    )
    add_switch(parser, "--compare", translate("cli", "all networks side by side"))
    parser.add_argument(
        "--size",
        type=_size,
        default=(1280, 800),
        metavar="WxH",
        help=translate("cli", "of the window (default: 1280x800)"),
    )
    add_look(parser)
    parser.set_defaults(call=take)


def _size(text: str) -> tuple[int, int]:
    """WxH in pixels."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        told = translate("cli", "{text} is no size such as 1280x800")
        raise argparse.ArgumentTypeError(told.format(text=repr(text)))
    return int(width), int(height)


def take(options: argparse.Namespace) -> None:
    """Draw the window into a file."""
    window.load_torch_before_qt()
    from lenet_gui import snapshot

    scene = snapshot.Scene(
        strokes=_strokes(options.strokes, options.index) if options.strokes else (),
        picture=options.picture,
        compare=options.compare,
        size=options.size,
        **window.look(options),  # type: ignore[arg-type]  # argparse lets only real themes through
    )
    snapshot.take(scene, options.out)


def _strokes(path: Path, index: int) -> "tuple[Stroke, ...]":
    """The strokes of one sample of a stroke set.

    Raises:
        DatasetError: the file is no stroke set, or has no such sample.
    """
    from lenet_gui.training.strokes import read_strokes

    drawings = read_strokes(path).drawings
    if index >= len(drawings):
        raise DatasetError(
            QT_TRANSLATE_NOOP("errors", "{path} has no sample {index}: its last is {last}."),
            path=path,
            index=index,
            last=len(drawings) - 1,
        )
    return drawings[index].strokes
