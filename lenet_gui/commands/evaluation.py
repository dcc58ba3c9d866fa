"""`lenet-gui evaluate`: how well networks read."""

import argparse
import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.catalogue import translate
from lenet_gui.commands import said
from lenet_gui.commands.options import (
    add_json,
    add_model,
    add_path,
    add_paths,
    add_switch,
    model,
)

if TYPE_CHECKING:
    from lenet_gui.commands.options import Commands
    from lenet_gui.training.material import Material


def add_evaluate(commands: "Commands") -> None:
    """What it is given."""
    parser = commands.add_parser(
        "evaluate",
        help=translate("cli", "measure how well a model reads"),
        description=translate(
            "cli", "Have a model read one material, or every model every material (--all)."
        ),
    )
    add_paths(parser, "--mnist", "DIR", translate("cli", "MNIST's test digits"))
    add_paths(parser, "--strokes", "FILE", translate("cli", "a stroke set (.npz)"))
    images = translate("cli", ".npz: uint8 images (N, H, W), ink 255; labels")
    add_paths(parser, "--images", "FILE", images)
    nondigits = translate("cli", "a stroke set of what is no digit, to be told from the digits")
    add_paths(parser, "--nondigits", "FILE", nondigits)
    held_out = translate(
        "cli", "of stroke sets read only the writers or alphabets that no model was trained on"
    )
    add_switch(parser, "--held-out", held_out)
    add_model(parser)
    add_switch(parser, "--all", translate("cli", "every model, on any number of these"))
    sheet = translate("cli", "draw a picture of all that was misread")
    add_path(parser, "--sheet", "FILE.png", sheet)
    add_path(parser, "--out", "FILE.md", translate("cli", "write a page, with pictures beside it"))
    add_json(parser)
    parser.set_defaults(call=evaluate, check=functools.partial(_check, parser))


def _check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
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


def evaluate(options: argparse.Namespace) -> None:
    """`lenet-gui evaluate`: read labelled material and count."""
    from lenet_gui.atomic import write_bytes
    from lenet_gui.network.card import card_path, known_cards

    paths = known_cards().values() if options.all else [card_path(model(options))]
    materials, nondigits = _materials(options, paths)
    from lenet_gui.network import bundle  # brings torch: bad material need not wait for it
    from lenet_gui.training import evaluate, report, results, sheet

    bundles = [bundle.load(path) for path in paths]
    evaluations = evaluate.evaluate_all(bundles, materials, nondigits)
    page = results.Page([known.card for known in bundles], evaluations, options.typed)
    if options.sheet:
        write_bytes(options.sheet, sheet.draw(evaluations[0]))
    if options.out:
        page.write(options.out, model(options))
    if options.json:
        values = [report.as_values(evaluation) for evaluation in evaluations]
        said.as_json(values if options.all else values[0])
        return
    print(page.as_text() if options.all else report.as_text(evaluations[0]))
    if written := [path for path in (options.sheet, options.out) if path]:
        print()
        said.written(*written)
    elif not options.all and evaluations[0].misread:
        print("\n" + translate("cli", "--sheet FILE.png draws what was misread."))


def _materials(
    options: argparse.Namespace, cards: Iterable[Path]
) -> "tuple[list[Material], list[Material]]":
    """What the networks of these cards are to read: digits, and what is no digit.

    Raises:
        DatasetError: something is missing, damaged or holds something else.
        BundleError: a card cannot be read.
    """
    from lenet_gui.network.card import read_card
    from lenet_gui.training import material

    held_out = None
    if options.held_out:
        sources = [source for path in cards for source in read_card(path).training.sources]
        held_out = material.HeldOut({source.sha256 for source in sources})
    digits = [
        *map(material.mnist_test, options.mnist),
        *(material.stroke_set(path, held_out) for path in options.strokes),
        *map(material.images, options.images),
    ]
    return digits, [material.stroke_set(path, held_out) for path in options.nondigits]
