"""Results: the accuracies of several networks on several materials, as a table in Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.training.evaluate import Evaluation, Material, evaluate

if TYPE_CHECKING:
    from lenet_gui.network.bundle import Bundle


def evaluate_all(bundles: Sequence["Bundle"], materials: Iterable[Material]) -> list[Evaluation]:
    """Have every network read every material; each drawing becomes an input only once.

    Returns:
        By material, then by network, in the order given.

    Raises:
        DatasetError: a material has nothing to read, or a label is none of a network's classes.
    """
    evaluations = []
    for material in materials:
        held = replace(material, inputs=list(material.inputs))
        evaluations += [evaluate(bundle, held) for bundle in bundles]
    return evaluations


def as_markdown(evaluations: Sequence[Evaluation], parameters: dict[str, int], command: str) -> str:
    """The results as a page: a row per network, a column per material, and how to get them.

    Args:
        evaluations: one of every network on every material.
        parameters: how many each network has, by its id; the rows are in this order.
        command: what a person types to have this page made.
    """
    found = {(evaluation.model, evaluation.source): evaluation for evaluation in evaluations}
    sizes = {evaluation.source: evaluation.n for evaluation in evaluations}
    headings = ["network", "parameters", *(f"`{Path(source).resolve().name}`" for source in sizes)]
    samples = ["*samples*", "", *(f"{n:,}" for n in sizes.values())]
    rows = [
        [f"`{id_}`", f"{count:,}", *(_share(found[id_, source]) for source in sizes)]
        for id_, count in parameters.items()
    ]
    return "\n".join(
        (
            "# Results",
            "",
            "How much each network reads right; in brackets, how many it reads wrong. Made by",
            "",
            "```sh",
            command,
            "```",
            "",
            _line(headings),
            _line(["---", *["---:"] * (len(headings) - 1)]),
            *map(_line, [samples, *rows]),
            "",
            "MNIST's digits are padded to 32×32. Strokes and pictures go the way they go in the",
            "app: fitted, drawn at MNIST's line width, and centred.",
            "",
        )
    )


def _share(evaluation: Evaluation) -> str:
    wrong = evaluation.n - sum(row[i] for i, row in enumerate(evaluation.confusion))
    return f"{evaluation.accuracy:.2%} ({wrong:,})".replace("%", " %")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
