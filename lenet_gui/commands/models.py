"""The models there are: `lenet-gui models`, `lenet-gui describe`, and the trial of a new one."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.catalogue import language, sentence, translate
from lenet_gui.commands import FAILED, said
from lenet_gui.commands.options import add_json, add_switch, whole_number
from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError

if TYPE_CHECKING:
    from lenet_gui.commands.options import Commands
    from lenet_gui.network.card import Card


def add_models(commands: "Commands") -> None:
    """What `models` is given."""
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
    add_switch(parser, "--yes", translate("cli", "add without asking: the model is to be trusted"))
    add_json(parser)
    parser.set_defaults(call=models)


def models(options: argparse.Namespace) -> int:
    """`lenet-gui models`: the networks there are; or add one, or remove one."""
    if options.add:
        _add(*options.add, is_trusted=options.yes)
    elif options.remove:
        from lenet_gui.network import own_models

        own_models.remove(options.remove)
        print(translate("cli", "{model} is removed.").format(model=options.remove))
    else:
        return _list(as_json=options.json)
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


def _list(*, as_json: bool) -> int:
    """Print the networks there are; a card that cannot be read hides none of the others."""
    from lenet_gui.network.card import Card, known_cards, read_card

    cards: dict[Path, Card] = {}
    code = 0
    for path in known_cards().values():
        try:
            cards[path] = read_card(path)
        except LenetError as error:
            print(sentence(error), file=sys.stderr)
            code = FAILED
    if as_json:
        said.as_json([_as_values(path, card) for path, card in cards.items()])
    else:
        for path, card in cards.items():
            print(*_in_words(path, card), sep="\n")
    return code


def _as_values(path: Path, card: "Card") -> dict[str, object]:
    """What the card at this path says, for programs."""
    return {
        "id": card.id,
        "title": card.title,
        "parameters": card.parameters,
        "results": card.results,
        "origin": "bundled" if _is_bundled(path) else "own",
        "file": str(path.with_suffix(".pt")),
        "intact": _is_intact(path, card),
    }


def _in_words(path: Path, card: "Card") -> tuple[str, str, str]:
    """What the card at this path says, in three lines."""
    figures = [translate("cli", "{count} parameters").format(count=f"{card.parameters:,}")]
    on = translate("cli", "{accuracy} on {source}")
    figures += [
        on.format(accuracy=f"{result.accuracy:.2%}", source=result.source)
        for result in card.results
    ]
    comes_along, own = translate("cli", "comes with the app"), translate("cli", "your own")
    intact, not_so = translate("cli", "intact"), translate("cli", "missing, damaged or altered")
    origin = comes_along if _is_bundled(path) else own
    state = intact if _is_intact(path, card) else not_so
    return (
        f"{card.id}: {card.title.get(language(), card.title.get('en', card.id))}",
        f"  {', '.join(figures)}",
        f"  {path.with_suffix('.pt')} ({origin}, {state})",
    )


def _is_bundled(path: Path) -> bool:
    """Whether the card at this path came with the app."""
    from lenet_gui import paths

    return path.parent == paths.models()


def _is_intact(path: Path, card: "Card") -> bool:
    """Whether the model of the card at this path is there, as its card says."""
    from lenet_gui.network.card import has_its_model

    return has_its_model(path, card)


def add_describe(commands: "Commands") -> None:
    """What `describe` is given."""
    parser = commands.add_parser(
        "describe", help=translate("cli", "a model layer by layer, in figures")
    )
    parser.add_argument(
        "id", metavar="ID", help=translate("cli", "the model; `lenet-gui models` lists them")
    )
    add_json(parser)
    parser.set_defaults(call=describe)


def describe(options: argparse.Namespace) -> None:
    """`lenet-gui describe`: a network's layers and what they cost, from its card."""
    from lenet_gui.network import description
    from lenet_gui.network.card import card_path, read_card

    card = read_card(card_path(options.id))
    if options.json:
        said.as_json(description.as_values(card))
    else:
        print(description.as_text(card))


def add_examine_model(commands: "Commands") -> None:
    """The command that a trial runs in a process of its own; not for people, so not listed."""
    parser = commands.add_parser("examine-model")
    parser.add_argument("card", type=Path)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--memory", type=whole_number(0), required=True)
    parser.set_defaults(call=examine_model)


def examine_model(options: argparse.Namespace) -> int:
    """`lenet-gui examine-model`: what a trial runs in a process of its own."""
    from lenet_gui.network import examination, trial

    return examination.run(options.card, trial.Limits(options.seconds, options.memory))
