"""Evaluation: how well a network reads labelled material.

Everything but MNIST goes the way it would go in the app, through `recognition.ink`. MNIST's own
pictures are fitted and centred already and are only padded.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Input
from lenet_gui.training import mnist, strokes

if TYPE_CHECKING:
    from lenet_gui.network.bundle import Bundle

_BATCH = 500


@dataclass(frozen=True, eq=False)
class Material:
    """Inputs with what each is of.

    Attributes:
        source: what to call it: the path it was read from.
        inputs: each float32 (32, 32), paper 0, ink 1; made when asked for.
        labels: of each, a class of the network.
    """

    source: str
    inputs: Iterable[Input]
    labels: Sequence[str]


@dataclass(frozen=True)
class Evaluation:
    """What came of it. Accuracies are from 0 to 1.

    Attributes:
        model: id of the network.
        source: of the material.
        n: how many were read.
        accuracy: share read right.
        per_class: by class, the share of its own read right; None where there were none.
        confusion: rows are what was drawn, columns what was read, both in the order of
            `per_class`; each a number of samples.
    """

    model: str
    source: str
    n: int
    accuracy: float
    per_class: dict[str, float | None]
    confusion: tuple[tuple[int, ...], ...]


def mnist_test(folder: Path) -> Material:
    """The test digits of a folder of MNIST's files.

    Raises:
        DatasetError: a file is missing or damaged.
    """
    digits = mnist.test(folder)
    inputs = (picture.astype(np.float32) / 255 for picture in digits.inputs)
    return Material(str(folder), inputs, [str(label) for label in digits.labels])


def stroke_set(path: Path) -> Material:
    """The drawings of a stroke set, as the app would see them.

    Raises:
        DatasetError: the file is missing or no stroke set.
    """
    drawn = strokes.read_strokes(path)
    return Material(str(path), map(ink.normalize, drawn.drawings), drawn.labels)


def images(path: Path) -> Material:
    """Pictures of an `.npz`: uint8 `images` (N, H, W), ink 255, and `labels` (N).

    Raises:
        DatasetError: the file is missing, damaged or holds something else.
    """
    arrays = strokes.load_arrays(path)
    pictures, labels = arrays.get("images"), arrays.get("labels")
    if (
        pictures is None
        or labels is None
        or pictures.dtype != np.uint8
        or pictures.ndim != 3
        or labels.shape != pictures.shape[:1]
        or labels.dtype.kind not in "iuU"
    ):
        raise DatasetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{path} must hold uint8 images of shape (N, H, W), ink 255, and N labels.",
            ),
            path=path,
        )
    inputs = (ink.normalize_picture(picture.astype(np.float32) / 255) for picture in pictures)
    return Material(str(path), inputs, [str(label) for label in labels])


def evaluate(bundle: "Bundle", material: Material) -> Evaluation:
    """Have a network read the material.

    Raises:
        DatasetError: there is nothing to read, or a label is none of the network's classes.
    """
    classes = bundle.card.classes
    unknown = sorted(set(material.labels) - set(classes))
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
    drawn = np.array([classes.index(label) for label in material.labels])
    read = np.concatenate(
        [bundle.probabilities(bundle.scores(batch)).argmax(axis=1) for batch in _batches(material)]
    )
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    np.add.at(confusion, (drawn, read), 1)
    right, of_class = confusion.diagonal(), confusion.sum(axis=1)
    return Evaluation(
        model=bundle.card.id,
        source=material.source,
        n=len(drawn),
        accuracy=float(right.sum() / len(drawn)),
        per_class={
            name: float(right[index] / of_class[index]) if of_class[index] else None
            for index, name in enumerate(classes)
        },
        confusion=tuple(tuple(row) for row in confusion.tolist()),
    )


def as_table(evaluation: Evaluation) -> str:
    """The evaluation for people: accuracy, then a row per class with what it was read as."""
    classes = list(evaluation.per_class)
    wrong = evaluation.n - sum(row[i] for i, row in enumerate(evaluation.confusion))
    lines = [
        f"{evaluation.model} on {evaluation.source}",
        f"{evaluation.accuracy:.2%} of {evaluation.n:,} read right, {wrong:,} wrong",
        "",
        "drawn    right  read as" + "".join(f"{name:>6}" for name in classes),
    ]
    for name, row in zip(classes, evaluation.confusion, strict=True):
        share = evaluation.per_class[name]
        right = "-" if share is None else f"{share:.2%}"
        counts = "".join(f"{count or '·':>6}" for count in row)
        lines.append(f"{name:>5} {right:>8}         {counts}")
    return "\n".join(lines)


def _batches(material: Material) -> Iterator[NDArray[np.float32]]:
    """The inputs as a network takes them, (up to 500, 1, 32, 32) at a time."""
    inputs = iter(material.inputs)
    while batch := list(islice(inputs, _BATCH)):
        yield np.stack(batch)[:, None]
