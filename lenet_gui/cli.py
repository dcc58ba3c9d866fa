"""The command line. Light at import: each command imports what it needs."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.catalogue import language, sentence, translate
from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError, LenetError

if TYPE_CHECKING:
    from lenet_gui.kiosk.config import Kiosk
    from lenet_gui.network.card import Card
    from lenet_gui.recognition.drawing import Stroke
    from lenet_gui.training.material import Material

_UNWELL = 1
_FAILED = 2
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `lenet-gui` with its arguments (None: those of the process); returns the exit code."""
    _have_streams()
    _have_utf8()
    given = sys.argv[1:] if arguments is None else arguments
    _speak(given)
    options = _parsed(given)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no − or × shows a ?
    try:
        code = _COMMANDS[options.command](options) or 0
        sys.stdout.flush()
    except LenetError as error:
        print(sentence(error), file=sys.stderr)
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone; Python would complain again when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _parsed(given: Sequence[str]) -> argparse.Namespace:
    """The command line, read; that of a double click, which is empty, takes no time."""
    if not given:
        return argparse.Namespace(command="window", picture=None)
    from lenet_gui.arguments import parse

    return parse(given)


def open_window(options: argparse.Namespace, kiosk: "Kiosk | None" = None) -> int:
    """`lenet-gui`: the window, or that of a kiosk."""
    from lenet_gui import imports, logs, paths, screen

    screen.check()
    logs.catch_crashes(paths.log_file())
    try:
        with imports.quickly():
            _load_torch_before_qt()
            from lenet_gui import app

        return app.run(_overrides(options), options.picture, kiosk)
    except LenetError:
        raise
    except Exception as error:
        logs.install(paths.log_file())
        raise logs.unexpected(error, paths.log_file()) from error


def open_kiosk(options: argparse.Namespace) -> int:
    """`lenet-gui --kiosk`: the window for the public, and what keeps it running."""
    from lenet_gui import kiosk_commands

    return kiosk_commands.run(options, open_window)


def kiosk_command(options: argparse.Namespace) -> None:
    """`lenet-gui kiosk-…`: what a technician sets a kiosk up with."""
    from lenet_gui import kiosk_commands

    kiosk_commands.COMMANDS[options.command](options)


def self_test(_: argparse.Namespace) -> int:
    """`lenet-gui --self-test`: whether all that the program needs is there and works."""
    try:
        _load_torch_before_qt()
        from lenet_gui import self_test
    except Exception as error:
        print(f"FAILED  program: {type(error).__name__}: {error}")
        return _UNWELL
    is_well = True
    for outcome in self_test.run():
        print(outcome, flush=True)
        is_well &= outcome.is_well
    return 0 if is_well else _UNWELL


def snapshot(options: argparse.Namespace) -> None:
    """`lenet-gui snapshot`: the window as a picture."""
    _load_torch_before_qt()
    from lenet_gui import snapshot

    scene = snapshot.Scene(
        strokes=_strokes(options.strokes, options.index) if options.strokes else (),
        picture=options.picture,
        compare=options.compare,
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
    # the recognizer brings torch: a bad picture need not wait for it
    from lenet_gui.recognition import recognizer, wording

    reader = recognizer.Recognizer.load(card_path(_model(options)))
    recognizer.tune_for_single_readings()
    readings = [reader.read(Drawing(picture=picture)) for picture in pictures]
    read = list(zip(options.pictures, readings, strict=True))
    if options.json:
        _print_json([{"picture": str(path), **wording.as_values(one)} for path, one in read])
        return
    for path, one in read:
        print(f"{path}: {wording.in_words(one.verdict)}")


def activations(options: argparse.Namespace) -> None:
    """`lenet-gui activations`: what every layer of a network comes to for a picture."""
    from lenet_gui.network.card import card_path, read_card
    from lenet_gui.recognition import export
    from lenet_gui.recognition.drawing import Drawing
    from lenet_gui.recognition.pictures import open_picture

    card = card_path(_model(options))
    export.check(options.out, read_card(card), options.layers)
    picture = open_picture(options.picture)
    from lenet_gui.recognition import recognizer  # brings torch

    reading = recognizer.Recognizer.load(card).read(Drawing(picture=picture))
    export.write_activations(options.out, reading, options.layers)
    print(translate("cli", "{files} written").format(files=options.out))


def evaluate(options: argparse.Namespace) -> None:
    """`lenet-gui evaluate`: read labelled material and count."""
    from lenet_gui.atomic import write_bytes
    from lenet_gui.network.card import card_path, known_cards

    paths = known_cards().values() if options.all else [card_path(_model(options))]
    materials, nondigits = _materials(options, paths)
    from lenet_gui.network import bundle  # brings torch: bad material need not wait for it
    from lenet_gui.training import evaluate, report, results, sheet

    bundles = [bundle.load(path) for path in paths]
    evaluations = evaluate.evaluate_all(bundles, materials, nondigits)
    page = results.Page([known.card for known in bundles], evaluations, options.typed)
    if options.sheet:
        write_bytes(options.sheet, sheet.draw(evaluations[0]))
    if options.out:
        page.write(options.out, _model(options))
    if options.json:
        values = [report.as_values(evaluation) for evaluation in evaluations]
        _print_json(values if options.all else values[0])
        return
    print(page.table() if options.all else report.as_text(evaluations[0]))
    written = [path for path in (options.sheet, options.out) if path]
    if written:
        files = translate("cli", " and ").join(map(str, written))
        print("\n" + translate("cli", "{files} written").format(files=files))
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


def models(options: argparse.Namespace) -> int:
    """`lenet-gui models`: the networks there are; or add one, or remove one."""
    if options.add:
        _add(*options.add, is_trusted=options.yes)
    elif options.remove:
        from lenet_gui.network import own_models

        own_models.remove(options.remove)
        print(translate("cli", "{model} is removed.").format(model=options.remove))
    else:
        return _list_models(as_json=options.json)
    return 0


def examine_model(options: argparse.Namespace) -> int:
    """`lenet-gui examine-model`: what a trial runs in a process of its own."""
    from lenet_gui.network import examination, trial

    return examination.run(options.card, trial.Limits(options.seconds, options.memory))


def describe(options: argparse.Namespace) -> None:
    """`lenet-gui describe`: a network's layers and what they cost, from its card."""
    from lenet_gui.network import description
    from lenet_gui.network.card import card_path, read_card

    card = read_card(card_path(options.id))
    if options.json:
        _print_json(description.as_values(card))
    else:
        print(description.as_text(card))


def train(options: argparse.Namespace) -> int:
    """`lenet-gui train`: train a network and write its bundle."""
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
        return _INTERRUPTED
    for result in read_card(path).results:
        told = translate("cli", "{accuracy} of {count} read right: {source}")
        figures = {"accuracy": f"{result.accuracy:.2%}", "count": f"{result.n:,}"}
        print(told.format(**figures, source=result.source))
    told = translate("cli", "{model} and {card} written; log and curves in {folder}")
    print(told.format(model=path.with_suffix(".pt"), card=path.name, folder=order.folder))
    return 0


def _add(model: Path, card: Path, *, is_trusted: bool) -> None:
    """Add a model from elsewhere, unless nobody says that it is to be trusted."""
    from lenet_gui.network import own_models, trial

    candidate = own_models.read(card, model)
    print(translate("errors", own_models.WARNING))
    if not is_trusted and not _trusts(model):
        print(translate("cli", "Nothing was added."))
        return
    trial.run(candidate)
    path = own_models.install(candidate)
    told = translate("cli", "{model} is added: {path}")
    print(told.format(model=candidate.card.id, path=path.with_suffix(".pt")))


def _trusts(model: Path) -> bool:
    """Ask whoever sits at the terminal; no answer is a no.

    Raises:
        LenetError: nobody sits there.
    """
    if not sys.stdin.isatty():
        raise LenetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Nobody is there to be asked whether {path} is to be trusted; --yes says so.",
            ),
            path=model,
        )
    try:
        question = translate("cli", "Open {path}? [y/N]").format(path=model)
        return input(f"{question} ").strip().lower() in ("y", "yes", "是")
    except EOFError:
        return False


def _list_models(*, as_json: bool) -> int:
    """Print the networks there are; a card that cannot be read hides none of the others."""
    from lenet_gui.network.card import Card, known_cards, read_card

    cards: dict[Path, Card] = {}
    code = 0
    for path in known_cards().values():
        try:
            cards[path] = read_card(path)
        except LenetError as error:
            print(sentence(error), file=sys.stderr)
            code = _FAILED
    _print_models(cards, as_json=as_json)
    return code


def _print_models(cards: "dict[Path, Card]", *, as_json: bool) -> None:
    """Print what the cards at these paths say."""
    from lenet_gui import paths
    from lenet_gui.network.card import has_its_model

    if as_json:
        _print_json(
            [
                {
                    "id": card.id,
                    "title": card.title,
                    "parameters": card.parameters,
                    "results": card.results,
                    "origin": "bundled" if path.parent == paths.models() else "own",
                    "file": str(path.with_suffix(".pt")),
                    "intact": has_its_model(path, card),
                }
                for path, card in cards.items()
            ]
        )
        return
    for path, card in cards.items():
        figures = [translate("cli", "{count} parameters").format(count=f"{card.parameters:,}")]
        on = translate("cli", "{accuracy} on {source}")
        figures += [
            on.format(accuracy=f"{result.accuracy:.2%}", source=result.source)
            for result in card.results
        ]
        is_bundled, is_intact = path.parent == paths.models(), has_its_model(path, card)
        origin = (
            translate("cli", "comes with the app") if is_bundled else translate("cli", "your own")
        )
        state = (
            translate("cli", "intact")
            if is_intact
            else translate("cli", "missing, damaged or altered")
        )
        print(f"{card.id}: {card.title.get(language(), card.title.get('en', card.id))}")
        print(f"  {', '.join(figures)}")
        print(f"  {path.with_suffix('.pt')} ({origin}, {state})")


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


def _speak(given: Sequence[str]) -> None:
    """Speak the language that the command line asks for, here and in processes started from here.

    What is wrong with the line is to be said in it too, so nobody has read it yet.
    """
    for index, argument in enumerate(given):
        option, equals, value = argument.partition("=")
        if option == "--language":
            code = value if equals else next(iter(given[index + 1 :]), "")
            os.environ["LANGUAGE"] = code or os.environ.get("LANGUAGE", "")


def _load_torch_before_qt() -> None:
    """On Windows, load torch now: after Qt it cannot be; see docs/decisions/0017."""
    if sys.platform == "win32":
        importlib.import_module("torch")


def _have_streams() -> None:
    """Let what is printed go nowhere in a program without a console, which has no streams."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, nowhere)


def _have_utf8() -> None:
    """Have Qt, and processes started from here, read and write UTF-8 where no locale is set.

    Python does so for itself (PEP 538), but not in the frozen program, and Qt would warn.
    """
    kept = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    if next(filter(None, kept), "C") in ("C", "POSIX") and not os.environ.get("LC_ALL"):
        os.environ["LC_CTYPE"] = "C.UTF-8"


def _print_json(value: object) -> None:
    import msgspec

    print(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int | None]] = {
    "window": open_window,
    "self-test": self_test,
    "snapshot": snapshot,
    "predict": predict,
    "activations": activations,
    "evaluate": evaluate,
    "models": models,
    "examine-model": examine_model,
    "describe": describe,
    "train": train,
    "kiosk": open_kiosk,
    **dict.fromkeys(("kiosk-config", "kiosk-pin", "kiosk-counts", "kiosk-install"), kiosk_command),
}
