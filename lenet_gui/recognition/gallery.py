"""The gallery: MNIST's test digits, easy and hard ones, to start from without drawing.

The digits lie in one picture, `resources/samples/gallery.png`, `COLUMNS` in a row; beside it
`gallery.json` lists what they are, in the same order. `.ci/write_gallery.py` makes both.
"""

from dataclasses import dataclass

import msgspec
import numpy as np
from PIL import Image

from lenet_gui import paths
from lenet_gui.errors import QT_TRANSLATE_NOOP, PictureError
from lenet_gui.recognition.drawing import SIZE, Input

ATTRIBUTION = "MNIST test set, Y. LeCun, C. Cortes, C. J. C. Burges, CC BY-SA 3.0"
COLUMNS = 6
"""Digits in a row of the picture: those of one class."""

_SIDE = 28
_MARGIN = (SIZE - _SIDE) // 2


class Entry(msgspec.Struct, frozen=True):
    """A digit of the gallery as listed.

    Attributes:
        index: its place among MNIST's test digits, from 0.
        label: what it is.
        read: what the network that chose it read.
        probability: of that, by the same network.
    """

    index: int
    label: str
    read: str
    probability: float


class Listing(msgspec.Struct, frozen=True):
    """What `gallery.json` holds.

    Attributes:
        attribution: where the digits are from, by whom, under which licence.
        network: id of the network that chose them.
        digits: in the order of the picture.
    """

    attribution: str
    network: str
    digits: tuple[Entry, ...]


@dataclass(frozen=True, eq=False)
class Sample:
    """A digit of the gallery.

    Attributes:
        label: what it is.
        ink: as a network sees it, float32 (32, 32), read-only.
    """

    label: str
    ink: Input


def read() -> tuple[Sample, ...]:
    """The digits of the gallery, class by class, the easy ones of each first.

    Raises:
        PictureError: a file of the gallery is missing or damaged.
    """
    folder = paths.resources() / "samples"
    try:
        listing = msgspec.json.decode((folder / "gallery.json").read_bytes(), type=Listing)
        with Image.open(folder / "gallery.png", formats=("PNG",)) as picture:
            sheet = np.asarray(picture.convert("L"), np.float32) / np.float32(255)
        tiles = sheet.reshape(-1, _SIDE, COLUMNS, _SIDE).swapaxes(1, 2).reshape(-1, _SIDE, _SIDE)
        pairs = list(
            zip(listing.digits, np.pad(tiles, ((0, 0), *[(_MARGIN,) * 2] * 2)), strict=True)
        )
    except (OSError, SyntaxError, ValueError, msgspec.MsgspecError) as error:
        raise PictureError(
            QT_TRANSLATE_NOOP("errors", "The gallery in {folder} cannot be read: {reason}."),
            folder=folder,
            reason=getattr(error, "strerror", None) or error,
        ) from error
    for _, ink in pairs:
        ink.setflags(write=False)
    return tuple(Sample(entry.label, ink) for entry, ink in pairs)
