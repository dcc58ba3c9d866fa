"""A result with everything that can be measured; figures made by hand, digits typeset."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenet_gui.network.card import CalibrationBin, Misread, Result
from tests.typeset_mnist import typeset_digits

PAIRS = (("4", "9"), ("7", "1"), ("4", "9"), ("5", "3"))
"""What the misread digits are, and what they were read as."""


def png(picture: NDArray[np.uint8]) -> bytes:
    """A picture (H, W) of grey levels as a file."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG")
    return file.getvalue()


def misread_digits() -> tuple[Misread, ...]:
    """One typeset digit for each of `PAIRS`, no two alike."""
    pictures, _ = typeset_digits(10, seed=3)
    found = []
    for place, (label, read) in enumerate(PAIRS):
        picture = np.pad(pictures[int(label)], 2) // (place + 1)
        found.append(Misread(10 * place, label, read, 0.61 + 0.01 * place, png(picture)))
    return tuple(found)


def measured() -> Result:
    """Of a thousand digits, a hundred of each, the four of `PAIRS` misread."""
    confusion = np.diag([100] * 10)
    for label, read in PAIRS:
        confusion[int(label), int(label)] -= 1
        confusion[int(label), int(read)] += 1
    bins = (
        CalibrationBin(0.0, 0.4, 0, 0.0, 0.0),
        CalibrationBin(0.4, 0.7, 10, 0.6, 0.5),
        CalibrationBin(0.7, 0.95, 40, 0.91, 0.95),
        CalibrationBin(0.95, 1.0, 950, 0.99, 0.9995),
    )
    return Result(
        source="Test digits",
        n=1000,
        accuracy=0.996,
        unsure=0.012,
        accuracy_when_sure=0.9991,
        calibration_error=0.0042,
        confusion=tuple(tuple(row) for row in confusion.tolist()),
        calibration=bins,
        misread=misread_digits(),
    )
