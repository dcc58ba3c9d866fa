"""MNIST: its four IDX files, plain or gzipped, become digits.

The validation digits are the last 5,000 of the 60,000 training digits. Every choice is made on
them; the test digits are read once, to report.
"""

import gzip
import hashlib
import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui import paths
from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError
from lenet_gui.network.card import Source
from lenet_gui.training.download import fetch

SHA256 = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
"""MNIST's files, by the SHA-256 of each when unpacked."""

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
"""Where the files lie, gzipped; tried in turn."""

VALIDATION = 5_000
"""How many digits at the end of the training set are held out for choices; of a set smaller than
MNIST, at most a sixth."""

_MARGIN = 2
_SIDE = 28


@dataclass(frozen=True, eq=False)
class Digits:
    """Labelled digits as a network takes them.

    Attributes:
        inputs: uint8 (N, 32, 32), paper 0, ink 255.
        labels: int64 (N,), from 0 to 9.
        sources: the files they came from.
    """

    inputs: NDArray[np.uint8]
    labels: NDArray[np.int64]
    sources: tuple[Source, ...]

    def __len__(self) -> int:
        """How many digits."""
        return len(self.labels)


def folder(data: Path | None, mirrors: Sequence[str] = MIRRORS) -> Path:
    """The folder to read MNIST from: `data`, else the user's cache, filled first if need be.

    Raises:
        DatasetError: no mirror has the files as they should be.
        SaveError: the cache cannot be written.
    """
    if data is not None:
        return data
    cache = paths.mnist_cache()
    for name, sha256 in SHA256.items():
        fetch(name, sha256, cache, mirrors)
    return cache


def training(data: Path) -> tuple[Digits, Digits]:
    """The training digits of a folder, and the validation digits held out of them.

    Raises:
        DatasetError: a file is missing, damaged or not MNIST's kind.
    """
    digits = _digits(data, "train")
    held_out = min(VALIDATION, len(digits) // 6)
    if not held_out:
        raise DatasetError(
            QT_TRANSLATE_NOOP("errors", "{folder} holds too few digits to train on: {count}."),
            folder=data,
            count=len(digits),
        )
    return (
        Digits(digits.inputs[:-held_out], digits.labels[:-held_out], digits.sources),
        Digits(digits.inputs[-held_out:], digits.labels[-held_out:], digits.sources),
    )


def test(data: Path) -> Digits:
    """The test digits of a folder. They choose nothing: read them once, to report.

    Raises:
        DatasetError: a file is missing, damaged or not MNIST's kind.
    """
    return _digits(data, "t10k")


def collection(digits: Digits) -> str:
    """What to call the digits on a card: MNIST only if the files are MNIST's own."""
    own = all(source.sha256 == SHA256[source.name] for source in digits.sources)
    return "MNIST" if own else "digits in MNIST's format"


def pad(pictures: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """MNIST's pictures (N, 28, 28) with a margin of paper: (N, 32, 32)."""
    return np.pad(pictures, ((0, 0), (_MARGIN, _MARGIN), (_MARGIN, _MARGIN)))


def _digits(data: Path, part: str) -> Digits:
    """The digits of `part`, "train" or "t10k"."""
    pictures_name, labels_name = f"{part}-images-idx3-ubyte", f"{part}-labels-idx1-ubyte"
    pictures, pictures_sha256 = _read_idx(data, pictures_name)
    labels, labels_sha256 = _read_idx(data, labels_name)
    fits = pictures.ndim == 3 and pictures.shape[1:] == (_SIDE, _SIDE) and labels.ndim == 1
    if not fits or len(pictures) != len(labels) or not len(labels) or labels.max() > 9:
        raise DatasetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{pictures} and {labels} in {folder} do not hold digits of 28×28 pixels and a"
                " label from 0 to 9 for each.",
            ),
            pictures=pictures_name,
            labels=labels_name,
            folder=data,
        )
    sources = (Source(pictures_name, pictures_sha256), Source(labels_name, labels_sha256))
    return Digits(pad(pictures), labels.astype(np.int64), sources)


def _read_idx(data: Path, name: str) -> tuple[NDArray[np.uint8], str]:
    """The array in an IDX file of unsigned bytes, and the SHA-256 of the unpacked file."""
    path = data / name
    if not path.is_file():
        path = data / f"{name}.gz"
    content = _unpack(path)
    dimensions = content[3] if content[:3] == b"\0\0\x08" and len(content) > 3 else 0
    start = 4 + 4 * dimensions
    sides = content[4:start] if len(content) >= start else b""
    shape = tuple(int(side) for side in np.frombuffer(sides, ">u4"))
    if not shape or len(content) != start + math.prod(shape):
        raise DatasetError(
            QT_TRANSLATE_NOOP(
                "errors", "{path} is damaged or cut short: it is no whole IDX file of bytes."
            ),
            path=path,
        )
    array = np.frombuffer(content, np.uint8, offset=start).reshape(shape)
    return array, hashlib.sha256(content).hexdigest()


def _unpack(path: Path) -> bytes:
    """The content of a file, gunzipped if its name ends in .gz."""
    try:
        packed = path.read_bytes()
        return gzip.decompress(packed) if path.suffix == ".gz" else packed
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DatasetError(
            QT_TRANSLATE_NOOP("errors", "{path} is damaged or cut short: it cannot be unpacked."),
            path=path,
        ) from error
    except OSError as error:
        raise DatasetError(
            QT_TRANSLATE_NOOP("errors", "{path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror,
        ) from error
