"""Evaluation: how well networks read labelled material, and whether they know when they do not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError
from lenet_gui.network.card import CalibrationBin, Misread, Result
from lenet_gui.training import calibrate
from lenet_gui.training.answers import Answers, ask
from lenet_gui.training.material import Material

if TYPE_CHECKING:
    from lenet_gui.network.bundle import Bundle

_ON_CARD = 100
"""How many misread samples a card has room for."""


@dataclass(frozen=True)
class Rejection:
    """How drawings that are no digit were told from the digits of a material.

    Attributes:
        name: of what they come from.
        n: how many there are.
        unsure: the share with no verdict, from 0 to 1.
        auroc: area under the ROC curve, digits against these, by the likeliest class's
            probability.
        held_out: as `Material` has it.
    """

    name: str
    n: int
    unsure: float
    auroc: float
    held_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evaluation:
    """What came of it. Accuracies and other shares are from 0 to 1.

    Attributes:
        model: id of the network.
        source: of the material.
        name: of the material.
        held_out: as `Material` has it.
        n: how many were read.
        accuracy: share read right, sure or not.
        per_class: by class, the share of its own read right; None where there were none.
        confusion: rows are what was drawn, columns what was read, both in the order of
            `per_class`; each a number of samples.
        unsure: share with no verdict by the rule on the card; 0 where it has none.
        accuracy_when_sure: of all others; None if there are none.
        calibration: how often readings are right, by how sure they were.
        misread: the first 500 of those read wrong, sure or not, in their order.
        nondigits: one for each set of drawings that are no digit; of several, then of all.
    """

    model: str
    source: str
    name: str
    held_out: tuple[str, ...]
    n: int
    accuracy: float
    per_class: dict[str, float | None]
    confusion: tuple[tuple[int, ...], ...]
    unsure: float
    accuracy_when_sure: float | None
    calibration: tuple[CalibrationBin, ...]
    misread: tuple[Misread, ...]
    nondigits: tuple[Rejection, ...] = ()

    @property
    def wrong(self) -> int:
        """How many were read wrong."""
        return self.n - sum(row[index] for index, row in enumerate(self.confusion))

    @property
    def calibration_error(self) -> float:
        """The expected calibration error."""
        return calibrate.expected_error(self.calibration)


def evaluate(
    bundle: "Bundle", material: Material, nondigits: Sequence[Material] = ()
) -> Evaluation:
    """Have a network read a material of digits, and what is no digit if there is any.

    Raises:
        DatasetError: there is nothing to read, or a label is none of the network's classes.
    """
    return evaluate_all([bundle], [material], nondigits)[0]


def evaluate_all(
    bundles: Sequence["Bundle"], materials: Iterable[Material], nondigits: Sequence[Material] = ()
) -> list[Evaluation]:
    """Have every network read every material, and what is no digit if there is any.

    Returns:
        By material, then by network, in the order given.

    Raises:
        DatasetError: a material has nothing to read, or a label is none of a network's classes.
    """
    for other in nondigits:
        if not other.labels:
            raise DatasetError(
                QT_TRANSLATE_NOOP("errors", "{source} holds no drawings."), source=other.source
            )
    others = [(other, ask(bundles, other, None)) for other in nondigits]
    evaluations = []
    for material in materials:
        for bundle in bundles:
            _check(bundle, material)
        for place, answers in enumerate(ask(bundles, material, material.labels)):
            bundle = bundles[place]
            rejected = [(other, read[place].sureness) for other, read in others]
            rejections = _rejections(bundle, answers.sureness, rejected)
            evaluations.append(_evaluation(bundle, material, answers, rejections))
    return evaluations


def as_result(evaluation: Evaluation) -> Result:
    """The evaluation as it stands on a card."""
    return Result(
        source=evaluation.name,
        n=evaluation.n,
        accuracy=evaluation.accuracy,
        unsure=evaluation.unsure,
        accuracy_when_sure=evaluation.accuracy_when_sure,
        calibration_error=evaluation.calibration_error,
        confusion=evaluation.confusion,
        calibration=evaluation.calibration,
        misread=evaluation.misread[:_ON_CARD],
    )


def _check(bundle: "Bundle", material: Material) -> None:
    """Refuse a material that the network cannot be asked."""
    unknown = sorted(set(material.labels) - set(bundle.card.classes))
    if unknown or not material.labels:
        raise DatasetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{source} holds nothing that {model} can be asked: its labels are {found}.",
            ),
            source=material.source,
            model=bundle.card.id,
            found=", ".join(unknown[:10]) or "none",
        )


def _evaluation(
    bundle: "Bundle", material: Material, answers: Answers, nondigits: tuple[Rejection, ...]
) -> Evaluation:
    """Count what a network read."""
    classes = bundle.card.classes
    drawn = np.array([classes.index(label) for label in material.labels])
    read, sureness = answers.read, answers.sureness
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    np.add.at(confusion, (drawn, read), 1)
    right, of_class = confusion.diagonal(), confusion.sum(axis=1)
    unsure = _unsure(bundle, sureness)
    return Evaluation(
        model=bundle.card.id,
        source=material.source,
        name=material.name,
        held_out=material.held_out,
        n=len(drawn),
        accuracy=float(right.sum() / len(drawn)),
        per_class={
            name: float(right[index] / of_class[index]) if of_class[index] else None
            for index, name in enumerate(classes)
        },
        confusion=tuple(tuple(row) for row in confusion.tolist()),
        unsure=float(unsure.mean()),
        accuracy_when_sure=None if unsure.all() else float(np.mean((drawn == read)[~unsure])),
        calibration=calibrate.calibration(sureness, drawn == read),
        misread=tuple(answers.misread),
        nondigits=nondigits,
    )


def _rejections(
    bundle: "Bundle",
    digits: NDArray[np.float32],
    others: Sequence[tuple[Material, NDArray[np.float32]]],
) -> tuple[Rejection, ...]:
    """How sure the network was of digits (N,) and of each set that is no digit (M,)."""
    found = [
        _rejection(bundle, digits, sureness, other.name, other.held_out)
        for other, sureness in others
    ]
    if len(found) > 1:
        together = np.concatenate([sureness for _, sureness in others])
        found.append(_rejection(bundle, digits, together, "all together", ()))
    return tuple(found)


def _rejection(
    bundle: "Bundle",
    digits: NDArray[np.float32],
    others: NDArray[np.float32],
    name: str,
    held_out: tuple[str, ...],
) -> Rejection:
    return Rejection(
        name=name,
        n=len(others),
        unsure=float(_unsure(bundle, others).mean()),
        auroc=calibrate.area_under_roc(digits, others),
        held_out=held_out,
    )


def _unsure(bundle: "Bundle", sureness: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which of the readings have no verdict, by the rule on the card."""
    rule = bundle.card.unsure
    # as Python would compare the two: not rounded to 32 bits
    return sureness.astype(np.float64) < (rule.below if rule else 0.0)
