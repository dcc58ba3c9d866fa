"""`lenet-gui train`: train a network and write its bundle."""

import argparse
import sys
from typing import TYPE_CHECKING

from lenet_gui.catalogue import translate
from lenet_gui.commands import INTERRUPTED
from lenet_gui.commands.options import add_path, add_paths, add_switch, whole_number

if TYPE_CHECKING:
    from lenet_gui.commands.options import Commands


def add_train(commands: "Commands") -> None:
    """What it is given."""
    parser = commands.add_parser(
        "train", help=translate("cli", "train a model on MNIST and on real strokes")
    )
    parser.add_argument(
        "id", metavar="ID", help=translate("cli", "the network, such as lenet5-sigmoid")
    )
    data = translate("cli", "MNIST's files (default: the cache, or a mirror)")
    add_path(parser, "--data", "DIR", data)
    strokes = translate("cli", "a stroke set (.npz) of digits, or of what is none; repeatable")
    add_paths(parser, "--strokes", "FILE", strokes)
    teachers = translate("cli", "the card (.json) of a network to learn from; repeatable")
    add_paths(parser, "--teacher", "CARD", teachers, dest="teachers")
    parser.add_argument(
        "--epochs",
        type=whole_number(1),
        metavar="N",
        help=translate("cli", "how often it sees every sample"),
    )
    parser.add_argument(
        "--seed",
        type=whole_number(0),
        metavar="N",
        help=translate("cli", "what chance starts from"),
    )
    run = translate("cli", "checkpoint, log and curves (default: runs/ID)")
    add_path(parser, "--run", "DIR", run)
    add_path(parser, "--out", "DIR", translate("cli", "where the model goes (default: models/)"))
    resume = translate("cli", "go on with the run in its folder, if there is one")
    add_switch(parser, "--resume", resume)
    parser.set_defaults(call=train)


def train(options: argparse.Namespace) -> int:
    """Train, or go on with it; what it came to is printed."""
    from lenet_gui.network.card import read_card
    from lenet_gui.training import run

    order = run.Order(
        id=options.id,
        data=options.data,
        strokes=tuple(options.strokes),
        teachers=tuple(options.teachers),
        epochs=options.epochs,
        seed=options.seed,
        run=options.run,
        out=options.out,
        resume=options.resume,
    )
    try:
        path = run.train(order)
    except KeyboardInterrupt:
        told = translate(
            "cli",
            "Stopped. The epochs done are kept in {folder}: the same command with --resume goes on"
            " from there.",
        )
        print("\n" + told.format(folder=order.folder), file=sys.stderr)
        return INTERRUPTED
    for result in read_card(path).results:
        told = translate("cli", "{accuracy} of {count} read right: {source}")
        figures = {"accuracy": f"{result.accuracy:.2%}", "count": f"{result.n:,}"}
        print(told.format(**figures, source=result.source))
    told = translate("cli", "{model} and {card} written; log and curves in {folder}")
    print(told.format(model=path.with_suffix(".pt"), card=path.name, folder=order.folder))
    return 0
