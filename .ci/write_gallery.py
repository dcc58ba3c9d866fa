"""Writes the gallery, resources/samples/gallery.png and gallery.json, from MNIST's test digits.

Usage: .venv/bin/python .ci/write_gallery.py MNIST_FOLDER

Which digits they are follows from this rule and the network that reads at first, so that nobody's
taste is in it. Of each class there are six:

- three easy ones: the surer half of those read right, in three groups of like pictures, gives the
  surest of each group; so they are written in three ways;
- three hard ones: those it was least sure of, which it read right or wrong.
"""

import sys
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenet_gui import paths
from lenet_gui.network import bundle
from lenet_gui.network.card import card_path
from lenet_gui.recognition.gallery import ATTRIBUTION, COLUMNS, Entry, Listing
from lenet_gui.settings import Settings
from lenet_gui.training import mnist

_STYLES = 3
_HARD = 3
_ROUNDS = 20
"""More than the groups take to settle."""


def write(data: Path, folder: Path) -> None:
    """Read MNIST's test digits, choose, and write the two files."""
    digits = mnist.test(data)
    network = bundle.load(card_path(Settings().model))
    inputs = digits.inputs.astype(np.float32)[:, None] / np.float32(255)
    scores = np.concatenate([network.scores(part) for part in np.array_split(inputs, 20)])
    beliefs, _ = network.beliefs(scores)
    chosen = [int(row) for label in range(10) for row in _six(digits, beliefs, label)]
    side, margin = 28, 2
    pictures = digits.inputs[chosen, margin:-margin, margin:-margin]
    sheet = pictures.reshape(-1, COLUMNS, side, side).swapaxes(1, 2).reshape(-1, COLUMNS * side)
    listing = Listing(
        ATTRIBUTION,
        network.card.id,
        tuple(
            Entry(
                row,
                str(digits.labels[row]),
                network.card.classes[int(beliefs[row].argmax())],
                round(float(beliefs[row].max()), 4),
            )
            for row in chosen
        ),
    )
    folder.mkdir(exist_ok=True)
    Image.fromarray(sheet).save(folder / "gallery.png", optimize=True)
    text = msgspec.json.format(msgspec.json.encode(listing), indent=1)
    (folder / "gallery.json").write_bytes(text + b"\n")


def _six(digits: mnist.Digits, beliefs: NDArray[np.float32], label: int) -> list[int]:
    """The rows of a class that are in the gallery, the surest first."""
    of_class = np.flatnonzero(digits.labels == label)
    best = beliefs[of_class].max(axis=1)
    surest = of_class[np.argsort(-best, kind="stable")]
    right = surest[beliefs[surest].argmax(axis=1) == label]
    easy = right[: len(right) // 2]
    groups = _groups(digits.inputs[easy].reshape(len(easy), -1) / np.float32(255))
    firsts = sorted(int(np.flatnonzero(groups == group)[0]) for group in range(_STYLES))
    return [*easy[firsts], *surest[-_HARD:]]


def _groups(pictures: NDArray[np.float32]) -> NDArray[np.intp]:
    """The group of each picture, by k-means begun with pictures far from each other."""
    centres = pictures.mean(axis=0, keepdims=True)
    for _ in range(_STYLES):
        centres = np.vstack([centres, pictures[_distances(pictures, centres).min(axis=1).argmax()]])
    centres = centres[1:]
    for _ in range(_ROUNDS):
        groups: NDArray[np.intp] = _distances(pictures, centres).argmin(axis=1)
        centres = np.stack([pictures[groups == group].mean(axis=0) for group in range(_STYLES)])
    return groups


def _distances(pictures: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.stack([((pictures - centre) ** 2).sum(axis=1) for centre in centres], axis=1)


if __name__ == "__main__":
    write(Path(sys.argv[1]), paths.resources() / "samples")
