"""Have a network read pictures: `lenet-gui predict`, `lenet-gui activations`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.catalogue import translate
from lenet_gui.commands import said
from lenet_gui.commands.options import add_json, add_model, model

if TYPE_CHECKING:
    from lenet_gui.commands.options import Commands


def add_predict(commands: "Commands") -> None:
    """What `predict` is given."""
    parser = commands.add_parser(
        "predict", help=translate("cli", "read pictures (PNG, JPEG, BMP) of a digit")
    )
    parser.add_argument("pictures", nargs="+", type=Path, metavar="PICTURE")
    add_model(parser)
    add_json(parser)
    parser.set_defaults(call=predict)


def predict(options: argparse.Namespace) -> None:
    """`lenet-gui predict`: read pictures."""
    from lenet_gui.network.card import card_path
    from lenet_gui.recognition.drawing import Drawing
    from lenet_gui.recognition.pictures import open_picture

    pictures = [open_picture(path) for path in options.pictures]
    # the recognizer brings torch: a bad picture need not wait for it
    from lenet_gui.recognition import recognizer, wording

    reader = recognizer.Recognizer.load(card_path(model(options)))
    recognizer.tune_for_single_readings()
    readings = [reader.read(Drawing(picture=picture)) for picture in pictures]
    read = list(zip(options.pictures, readings, strict=True))
    if options.json:
        said.as_json([{"picture": str(path), **wording.as_values(one)} for path, one in read])
        return
    for path, one in read:
        print(f"{path}: {wording.in_words(one.verdict)}")


def add_activations(commands: "Commands") -> None:
    """What `activations` is given."""
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
    add_model(parser)
    parser.set_defaults(call=activations)


def activations(options: argparse.Namespace) -> None:
    """`lenet-gui activations`: what every layer of a network comes to for a picture."""
    from lenet_gui.network.card import card_path, read_card
    from lenet_gui.recognition import export
    from lenet_gui.recognition.drawing import Drawing
    from lenet_gui.recognition.pictures import open_picture

    card = card_path(model(options))
    export.check(options.out, read_card(card), options.layers)
    picture = open_picture(options.picture)
    from lenet_gui.recognition import recognizer  # brings torch

    reading = recognizer.Recognizer.load(card).read(Drawing(picture=picture))
    export.write_activations(options.out, reading, options.layers)
    said.written(options.out)
