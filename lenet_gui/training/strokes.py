"""Stroke sets: `.npz` files of what people drew, as drawings with labels and writers.

A set holds `points` float32 (P, 2), x right, y down; `stroke_offsets` (S + 1) into the points;
`sample_offsets` (K + 1) into the strokes; `labels` (K), digits or text; `writers` (K), text.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError
from lenet_gui.network.card import Source
from lenet_gui.recognition.drawing import Drawing

NO_DIGIT = 10
"""The number that stands for "no digit" where digits stand for themselves."""

_DIGITS = frozenset("0123456789")

_DAMAGE = (
    ValueError,
    TypeError,
    KeyError,
    EOFError,
    MemoryError,  # a header that promises too much
    zipfile.BadZipFile,
    zlib.error,
)
"""What numpy raises over a file that is no `.npz` or a damaged one."""


@dataclass(frozen=True, eq=False)
class StrokeSet:
    """Drawings, what each is of, and whose hand it is; all of one length.

    `labels` are texts: a digit's label is "0" to "9". `source` is the file they came from.
    """

    drawings: tuple[Drawing, ...]
    labels: tuple[str, ...]
    writers: tuple[str, ...]
    source: Source

    def take(self, wanted: Collection[str]) -> "StrokeSet":
        """Only what belongs to the groups wanted (see `groups`)."""
        chosen = [index for index, group in enumerate(self.groups) if group in wanted]
        return replace(
            self,
            drawings=tuple(self.drawings[index] for index in chosen),
            labels=tuple(self.labels[index] for index in chosen),
            writers=tuple(self.writers[index] for index in chosen),
        )

    @property
    def groups(self) -> tuple[str, ...]:
        """What must not be split, of each drawing: its writer; of a character, its alphabet.

        An alphabet stands before the slash in the label: `Greek/character07`.
        """
        return tuple(
            label.split("/")[0] if "/" in label[1:] else writer
            for label, writer in zip(self.labels, self.writers, strict=True)
        )


@dataclass(frozen=True, eq=False)
class Split:
    """A stroke set in three parts, none of whose writers or alphabets is in another."""

    training: StrokeSet
    validation: StrokeSet
    test: StrokeSet


def split(strokes: StrokeSet) -> Split:
    """Split a set by writer, or by alphabet.

    Of their names in order, the fifth and every fifth after it are for the test; of the others
    the third and every eighth after it are for validation; all the rest are for training.
    """
    names = sorted(set(strokes.groups))
    test = set(names[4::5])
    validation = set(names[2::8]) - test
    return Split(
        training=strokes.take(set(names) - validation - test),
        validation=strokes.take(validation),
        test=strokes.take(test),
    )


def is_digit(label: str) -> bool:
    """Whether a label is that of a digit."""
    return label in _DIGITS


def read_strokes(path: Path) -> StrokeSet:
    """Read a stroke set.

    Raises:
        DatasetError: the file is missing, no stroke set, or does not add up.
    """
    arrays = load_arrays(path)
    source = Source(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
    try:
        points = arrays["points"]
        stroke_offsets, sample_offsets = arrays["stroke_offsets"], arrays["sample_offsets"]
        labels, writers = arrays["labels"], arrays["writers"]
    except KeyError as error:
        raise DatasetError(
            QT_TRANSLATE_NOOP("errors", "{path} is no stroke set: it has no {name}."),
            path=path,
            name=error.args[0],
        ) from error
    points_fit = points.ndim == 2 and points.shape[1] == 2 and points.dtype.kind in "fiu"
    labels_fit = labels.ndim == writers.ndim == 1 and labels.dtype.kind in "iuU"
    if not (
        points_fit
        and labels_fit
        and _are_offsets(stroke_offsets, len(points))
        and _are_offsets(sample_offsets, len(stroke_offsets) - 1)
        and len(labels) == len(writers) == len(sample_offsets) - 1
        and np.isfinite(points).all()
    ):
        raise DatasetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{path} is no stroke set: its points, strokes, labels and writers do not fit"
                " together.",
            ),
            path=path,
        )
    points = points.astype(np.float32)
    strokes = [points[start:end] for start, end in pairwise(stroke_offsets)]
    return StrokeSet(
        drawings=tuple(
            Drawing(strokes=tuple(strokes[start:end])) for start, end in pairwise(sample_offsets)
        ),
        labels=tuple(str(label) for label in labels),
        writers=tuple(str(writer) for writer in writers),
        source=source,
    )


def load_arrays(path: Path) -> Mapping[str, NDArray[Any]]:
    """All arrays of an `.npz` file; nothing in it is run.

    Raises:
        DatasetError: the file is missing, no `.npz`, or damaged.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            return dict(archive)
    except _DAMAGE as error:
        raise DatasetError(
            QT_TRANSLATE_NOOP("errors", "{path} is damaged or no .npz file of arrays."), path=path
        ) from error
    except (OSError, NotImplementedError) as error:
        raise DatasetError(
            QT_TRANSLATE_NOOP("errors", "{path} cannot be read: {reason}."),
            path=path,
            reason=getattr(error, "strerror", None) or error,
        ) from error


def _are_offsets(offsets: NDArray[Any], end: int) -> bool:
    """Whether these are rising whole numbers from 0 to `end`."""
    return bool(
        offsets.ndim == 1
        and offsets.dtype.kind in "iu"
        and len(offsets)
        and offsets[0] == 0
        and offsets[-1] == end
        and (np.diff(offsets.astype(np.int64)) >= 0).all()
    )
