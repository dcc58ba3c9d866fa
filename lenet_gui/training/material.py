"""Material to measure networks on: inputs, and what each is of.

Everything but MNIST goes the way it would go in the app, through `recognition.ink`. MNIST's own
pictures are fitted and centred already and are only padded.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Input
from lenet_gui.training import mnist, strokes


@dataclass(frozen=True, eq=False)
class Material:
    """Inputs with what each is of.

    Attributes:
        source: the path it was read from.
        name: what to call it on a card or a page.
        inputs: each float32 (32, 32), paper 0, ink 1; made when asked for.
        labels: of each, a class of the network; anything where no digits are meant.
        held_out: the writers, or alphabets, that it was cut down to; none if it is whole.
    """

    source: str
    name: str
    inputs: Iterable[Input]
    labels: Sequence[str]
    held_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class HeldOut:
    """A wish for only what no network was trained on.

    Attributes:
        trained_on: SHA-256 of the files that the networks were trained on.
    """

    trained_on: Collection[str]

    def of(self, drawn: strokes.StrokeSet, path: Path) -> strokes.StrokeSet:
        """The test part of a set; all of one that has none and that nobody was trained on.

        Raises:
            DatasetError: a network was trained on all writers of the set.
        """
        part = strokes.split(drawn).test
        if part.labels:
            return part
        if drawn.source.sha256 not in self.trained_on:
            return drawn
        raise DatasetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{path} has nobody held out: it takes five writers or alphabets to keep one from"
                " training, and a network was trained on this set.",
            ),
            path=path,
        )


def mnist_test(folder: Path) -> Material:
    """The test digits of a folder of MNIST's files.

    Raises:
        DatasetError: a file is missing or damaged.
    """
    digits = mnist.test(folder)
    inputs = (picture.astype(np.float32) / 255 for picture in digits.inputs)
    name = f"{mnist.collection(digits)} test"
    return Material(str(folder), name, inputs, [str(label) for label in digits.labels])


def stroke_set(path: Path, held_out: HeldOut | None = None) -> Material:
    """The drawings of a stroke set, as the app would see them.

    Args:
        path: of the set.
        held_out: to have only what no network was trained on; None: all of it.

    Raises:
        DatasetError: the file is missing or no stroke set, or has nobody held out.
    """
    drawn = strokes.read_strokes(path)
    wanted = held_out.of(drawn, path) if held_out else drawn
    groups = () if wanted is drawn else tuple(sorted(set(wanted.groups)))
    inputs = map(ink.normalize, wanted.drawings)
    return Material(str(path), path.name, inputs, wanted.labels, groups)


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
    return Material(str(path), path.name, inputs, [str(label) for label in labels])
