"""The command line. Light at import: each command imports what it needs."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui import __version__
from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError, LenetError

if TYPE_CHECKING:
    from lenet_gui.recognition.drawing import Stroke

_FAILED = 2
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `lenet-gui` with its arguments (None: those of the process); returns the exit code."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int | None] = options.command
    try:
        code = command(options) or 0
        sys.stdout.flush()
    except LenetError as error:
        print(error, file=sys.stderr)
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone; Python would complain again when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def open_window(options: argparse.Namespace) -> int:
    """`lenet-gui`: the window."""
    if _has_no_screen():
        raise LenetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no screen to open the window on (DISPLAY and WAYLAND_DISPLAY are not"
                " set). `lenet-gui snapshot OUT.png` draws the window into a picture instead.",
            )
        )
    from lenet_gui import app

    return app.run(_overrides(options))


def snapshot(options: argparse.Namespace) -> None:
    """`lenet-gui snapshot`: the window as a picture."""
    from lenet_gui import snapshot

    scene = snapshot.Scene(
        strokes=_strokes(options.strokes, options.index) if options.strokes else (),
        picture=options.picture,
        size=options.size,
        **_overrides(options),  # type: ignore[arg-type]  # argparse lets only real themes through
    )
    snapshot.take(scene, options.out)


def predict(options: argparse.Namespace) -> None:
    """`lenet-gui predict`: read pictures."""
    from lenet_gui.network.card import card_path
    from lenet_gui.recognition.drawing import Drawing
    from lenet_gui.recognition.pictures import open_picture

    pictures = [open_picture(path) for path in options.pictures]
    from lenet_gui.recognition import recognizer  # brings torch: a bad picture need not wait for it

    reader = recognizer.Recognizer.load(card_path(_model(options)))
    recognizer.tune_for_single_readings()
    answers = []
    for path, picture in zip(options.pictures, pictures, strict=True):
        reading = reader.read(Drawing(picture=picture))
        classes = reading.card.classes
        answers.append(
            {
                "picture": str(path),
                "model": reading.card.id,
                "digit": reading.verdict.digit,
                "probability": reading.verdict.probability,
                "probabilities": dict(zip(classes, reading.probabilities.tolist(), strict=True)),
            }
        )
    if options.json:
        _print_json(answers)
    else:
        for answer in answers:
            print(f"{answer['picture']}: {answer['digit']} ({answer['probability']:.1%})")


def evaluate(options: argparse.Namespace) -> None:
    """`lenet-gui evaluate`: read labelled material and count."""
    from lenet_gui.network.card import card_path
    from lenet_gui.training import evaluate

    if options.mnist:
        material = evaluate.mnist_test(options.mnist)
    elif options.strokes:
        material = evaluate.stroke_set(options.strokes)
    else:
        material = evaluate.images(options.images)
    from lenet_gui.network import bundle  # brings torch: bad material need not wait for it

    evaluation = evaluate.evaluate(bundle.load(card_path(_model(options))), material)
    if options.json:
        _print_json(evaluation)
    else:
        print(evaluate.as_table(evaluation))


def models(options: argparse.Namespace) -> None:
    """`lenet-gui models`: the networks there are."""
    from lenet_gui.network.card import has_its_model, known_cards, read_card

    cards = {path: read_card(path) for path in known_cards().values()}
    if options.json:
        _print_json(
            [
                {
                    "id": card.id,
                    "title": card.title,
                    "parameters": card.parameters,
                    "results": card.results,
                    "file": str(path.with_suffix(".pt")),
                    "intact": has_its_model(path, card),
                }
                for path, card in cards.items()
            ]
        )
        return
    for path, card in cards.items():
        results = ", ".join(f"{result.accuracy:.2%} on {result.source}" for result in card.results)
        state = "intact" if has_its_model(path, card) else "missing, damaged or altered"
        print(f"{card.id}: {card.title.get('en', card.id)}")
        print(f"  {card.parameters:,} parameters, {results}")
        print(f"  {path.with_suffix('.pt')} ({state})")


def train(options: argparse.Namespace) -> int:
    """`lenet-gui train`: train a network and write its bundle."""
    from lenet_gui.network.card import read_card
    from lenet_gui.training import run

    order = run.Order(
        id=options.id,
        data=options.data,
        epochs=options.epochs,
        seed=options.seed,
        run=options.run,
        out=options.out,
        resume=options.resume,
    )
    try:
        path = run.train(order)
    except KeyboardInterrupt:
        print(
            f"\nStopped. The epochs done are kept in {order.folder}: the same command with"
            " --resume goes on from there.",
            file=sys.stderr,
        )
        return _INTERRUPTED
    for result in read_card(path).results:
        print(f"{result.accuracy:.2%} of {result.n:,} read right: {result.source}")
    print(f"{path.with_suffix('.pt')} and {path.name} written; log and curves in {order.folder}")
    return 0


def _parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(
        prog="lenet-gui",
        description="Draw a digit and see LeNet-5 read it. Without a command: open the window.",
    )
    parser.add_argument("--version", action="version", version=f"lenet-gui {__version__}")
    _add_look(parser)
    parser.set_defaults(command=open_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_add_predict, _add_evaluate, _add_models, _add_train, _add_snapshot):
        add(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives the type no public name


def _add_predict(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("predict", help="read pictures (PNG, JPEG, BMP) of a digit")
    parser.add_argument("pictures", nargs="+", type=Path, metavar="PICTURE")
    _add_model(parser)
    _add_json(parser)
    parser.set_defaults(command=predict)


def _add_evaluate(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("evaluate", help="measure how well a model reads")
    material = parser.add_mutually_exclusive_group(required=True)
    material.add_argument("--mnist", type=Path, metavar="DIR", help="MNIST's test digits")
    material.add_argument("--strokes", type=Path, metavar="FILE", help="a stroke set (.npz)")
    material.add_argument(
        "--images", type=Path, metavar="FILE", help=".npz: uint8 images (N, H, W), ink 255; labels"
    )
    _add_model(parser)
    _add_json(parser)
    parser.set_defaults(command=evaluate)


def _add_models(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("models", help="list the models there are")
    _add_json(parser)
    parser.set_defaults(command=models)


def _add_train(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("train", help="train a model on MNIST")
    parser.add_argument("id", metavar="ID", help="the network, such as lenet5-tanh")
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="MNIST's files (default: the cache, or a mirror)"
    )
    parser.add_argument("--epochs", type=_whole_number, metavar="N")
    parser.add_argument("--seed", type=int, metavar="N")
    parser.add_argument(
        "--run", type=Path, metavar="DIR", help="checkpoint, log and curves (default: runs/ID)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where the model goes (default: models/)"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with the run in its folder, if there is one"
    )
    parser.set_defaults(command=train)


def _add_snapshot(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "snapshot", help="draw the window into a picture, without a screen"
    )
    parser.add_argument("out", type=Path, metavar="OUT.png")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--strokes", type=Path, metavar="FILE", help="a stroke set (.npz)")
    shown.add_argument("--picture", type=Path, metavar="FILE", help="a picture to open")
    parser.add_argument(
        "--index", type=_index, default=0, metavar="I", help="which sample of the stroke set"
    )
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH")
    _add_look(parser)
    parser.set_defaults(command=snapshot)


def _add_look(parser: argparse.ArgumentParser) -> None:
    """What the window shows and how; what is not given stays out of the options."""
    _add_model(parser)
    parser.add_argument("--theme", choices=("dark", "light"), default=argparse.SUPPRESS)
    parser.add_argument(
        "--language", metavar="CODE", default=argparse.SUPPRESS, help="such as en or zh_CN"
    )


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model",
        metavar="ID",
        default=argparse.SUPPRESS,
        help="the model; `lenet-gui models` lists them",
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs rather than people")


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


def _model(options: argparse.Namespace) -> str:
    """The model asked for, else the one that the app starts with."""
    from lenet_gui.settings import Settings

    return getattr(options, "model", Settings().model)


def _overrides(options: argparse.Namespace) -> dict[str, str]:
    """The settings that the command line gives for this time."""
    names = ("model", "theme", "language")
    return {name: value for name, value in vars(options).items() if name in names}


def _whole_number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _index(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be at least 0")
    return number


def _size(text: str) -> tuple[int, int]:
    """WxH in pixels."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1280x800")
    return int(width), int(height)


def _has_no_screen() -> bool:
    """Whether Qt would find no screen and abort."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names)


def _print_json(value: object) -> None:
    import msgspec

    print(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
