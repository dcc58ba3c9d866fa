"""Results: what came of evaluations as a page in Markdown, with pictures beside it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.atomic import write_together
from lenet_gui.catalogue import translate
from lenet_gui.columns import aligned
from lenet_gui.network.card import Card
from lenet_gui.training import report, sheet
from lenet_gui.training.evaluate import Evaluation
from lenet_gui.training.report import share

_MEANING = """\
*Wrong* counts every sample whose likeliest class is not what it is. *Unsure* is the share that the
network gives no verdict on, *right when sure* the accuracy on all others. *ECE* is the expected
calibration error: how far, on average, the share read right lies from the probability that was
told (15 bins). *AUROC* is the area under the ROC curve between the digits and drawings that are no
digit, by the probability of the likeliest class: how often a digit is the surer of the two.

MNIST's digits are padded to 32×32. Strokes and pictures go the way they go in the app: fitted,
drawn at MNIST's line width, and centred.
"""


@dataclass(frozen=True)
class Page:
    """What goes on the page.

    Attributes:
        cards: of the networks, in the order they are to stand.
        evaluations: one of every network on every material.
        command: what a person types to have this page made.
    """

    cards: Sequence[Card]
    evaluations: Sequence[Evaluation]
    command: str

    def write(self, path: Path, model: str) -> None:
        """Write the page, and its pictures into the folder `pictures` beside it.

        Args:
            path: of the page.
            model: id of the network to show in detail; the first one if it is not among them.

        Raises:
            SaveError: something could not be written; what was there before is untouched.
        """
        card = next((card for card in self.cards if card.id == model), self.cards[0])
        detailed = [one for one in self.evaluations if one.model == card.id]
        names = [f"{path.stem}-{name}.png" for name in _distinct(one.name for one in detailed)]
        pictures = {
            path.parent / "pictures" / name: sheet.draw(one)
            for name, one in zip(names, detailed, strict=True)
        }
        parts = ["# Results\n", self._made_by()]
        if len(self.cards) > 1:
            parts += ["## All networks\n", self._table() + "\n"]
            parts += [self._of_material(source) for source in self._sources()]
        parts += [f"## {card.title['en']} (`{card.id}`)\n", _rule(card)]
        parts += [_detail(one, name) for one, name in zip(detailed, names, strict=True)]
        parts += ["## What the figures mean\n", _MEANING]
        write_together({**pictures, path: "\n".join(parts).encode()})

    def as_text(self) -> str:
        """The networks beside each other for people, in the language of the terminal."""
        names = [one.name for one in self._materials()]
        headings = [translate("cli", "network"), translate("cli", "parameters"), *names]
        samples = [translate("cli", "samples"), "", *self._sizes()]
        lines = aligned([headings, samples, *self._compared()], [True, *[False] * (len(names) + 1)])
        return "\n".join(lines)

    def _table(self) -> str:
        """The same as a table in Markdown."""
        headings = ["network", "parameters", *(f"`{one.name}`" for one in self._materials())]
        rows = [[f"`{network}`", *figures] for network, *figures in self._compared()]
        return _table(headings, [["*samples*", "", *self._sizes()], *rows])

    def _compared(self) -> list[list[str]]:
        """A row a network: its parameters, and of every material what is read right, and wrong."""
        found = {(one.model, one.source): one for one in self.evaluations}
        return [
            [
                card.id,
                f"{card.parameters:,}",
                *(
                    f"{share(found[card.id, source].accuracy)} ({found[card.id, source].wrong:,})"
                    for source in self._sources()
                ),
            ]
            for card in self.cards
        ]

    def _materials(self) -> list[Evaluation]:
        """Of every material the first evaluation, in their order."""
        first: dict[str, Evaluation] = {}
        for one in self.evaluations:
            first.setdefault(one.source, one)
        return list(first.values())

    def _sizes(self) -> list[str]:
        """How many samples every material has."""
        return [f"{one.n:,}" for one in self._materials()]

    def _sources(self) -> list[str]:
        """Where the materials lie, in their order."""
        return [one.source for one in self._materials()]

    def _made_by(self) -> str:
        """What the page is about, whose hands it was measured on, and how to get it again."""
        materials = self._materials()
        cut = {one.name: one.held_out for one in materials}
        cut |= {other.name: other.held_out for one in materials for other in one.nondigits}
        held_out = [f"- `{name}`: {', '.join(groups)}" for name, groups in cut.items() if groups]
        return "\n".join(
            (
                "How well the networks read what they were not trained on, and whether they know",
                "when they cannot. Made by",
                "",
                "```sh",
                self.command,
                "```",
                "",
                *(
                    [
                        "Of these, only writers and alphabets that no network was trained on:\n",
                        *held_out,
                        "",
                    ]
                    if held_out
                    else []
                ),
            )
        )

    def _of_material(self, source: str) -> str:
        """Every network on one material, in all figures that are one number."""
        found = [one for one in self.evaluations if one.source == source]
        headings = ["network", "right", "wrong", "unsure", "right when sure", "ECE"]
        others = found[0].nondigits[-1:]
        headings += ["AUROC", "non-digits unsure"] if others else []
        return (
            f"### `{found[0].name}`: {found[0].n:,} samples\n\n"
            + _table(headings, [[f"`{one.model}`", *_figures(one)] for one in found])
            + "\n"
        )


def _figures(evaluation: Evaluation) -> list[str]:
    """All figures of an evaluation that are one number."""
    figures = [
        share(evaluation.accuracy),
        f"{evaluation.wrong:,}",
        share(evaluation.unsure),
        share(evaluation.accuracy_when_sure),
        share(evaluation.calibration_error),
    ]
    for together in evaluation.nondigits[-1:]:
        figures += [f"{together.auroc:.4f}", share(together.unsure)]
    return figures


def _rule(card: Card) -> str:
    """When the network is unsure, by its card."""
    rule = card.unsure
    if rule is None:
        return "It has no rule for being unsure: there is always a verdict.\n"
    said = (
        f"A verdict is *unsure* where the likeliest digit has a probability under"
        f" {share(rule.below, 1)}. That was fitted to {rule.digits:,} held-out digits, of which"
        f" {share(rule.digits_unsure)} are unsure"
    )
    if rule.others_unsure is not None:
        said += f", and checked on {rule.others:,} held-out drawings that are no digit, of which"
        said += f" {share(rule.others_unsure)} are"
    return f"{said}.\n"


def _detail(evaluation: Evaluation, picture: str) -> str:
    """One network on one material: every figure, and the misread samples."""
    classes = [f"**{name}**" for name in evaluation.per_class]
    held_out = f" ({', '.join(evaluation.held_out)})" if evaluation.held_out else ""
    parts = [
        f"### On `{evaluation.name}`{held_out}",
        report.in_words(evaluation),
        "What was drawn (rows) and what was read (columns):",
        _table(
            ["drawn", "right", *classes],
            [
                [f"**{name}**", right, *counts]
                for name, right, *counts in report.confusion(evaluation)
            ],
        ),
        "How often it is right, by how sure it was:",
        _table(["probability", "samples", "mean", "right"], report.calibration(evaluation)),
    ]
    if evaluation.nondigits:
        parts += [
            "Drawings that are no digit:",
            _table(["from", "drawings", "unsure", "AUROC"], report.rejections(evaluation)),
        ]
    parts.append(f"![What was misread](pictures/{picture})")
    return "\n\n".join(parts) + "\n"


def _distinct(names: Iterable[str]) -> list[str]:
    """Names that can be those of files, made different where they are alike."""
    plain = [re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-") for name in names]
    return [
        f"{name}-{place}" if plain.count(name) > 1 else name
        for place, name in enumerate(plain, start=1)
    ]


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; the first column flush left, the others flush right."""
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
