"""The digits that the app draws by itself: `resources/samples/attract.json`."""

from dataclasses import dataclass

import msgspec
import numpy as np

from lenet_gui import paths
from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError
from lenet_gui.recognition.drawing import Stroke

_Point = tuple[int, int, int]


class _Entry(msgspec.Struct, frozen=True):
    digit: str
    strokes: tuple[tuple[_Point, ...], ...]


class _File(msgspec.Struct, frozen=True):
    unit: str
    drawings: tuple[_Entry, ...]


@dataclass(frozen=True, eq=False)
class PacedDrawing:
    """A digit and when the pen is where.

    Attributes:
        digit: which one it is.
        strokes: each float32 (N, 2), in thousandths of its height, x to the right, y down.
        times: each N milliseconds since the drawing began.
    """

    digit: str
    strokes: tuple[Stroke, ...]
    times: tuple[tuple[int, ...], ...]


def read() -> tuple[PacedDrawing, ...]:
    """All drawings, in the order of the file.

    Raises:
        LenetError: the file is missing or damaged.
    """
    path = paths.resources() / "samples" / "attract.json"
    try:
        content = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise LenetError(
            QT_TRANSLATE_NOOP(
                "errors", "{path} is missing or damaged: {reason}. Install the program again."
            ),
            path=path,
            reason=error,
        ) from error
    return tuple(
        PacedDrawing(
            entry.digit,
            tuple(np.array(stroke, np.float32)[:, 1:] for stroke in entry.strokes),
            tuple(tuple(ms for ms, _, _ in stroke) for stroke in entry.strokes),
        )
        for entry in content.drawings
    )
