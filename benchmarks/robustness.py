"""(e) How well digits are read that are turned, slanted, small, or drawn with another pen."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QApplication

from lenet_gui.network import bundle
from lenet_gui.network.card import card_path
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Drawing, Input, Stroke
from lenet_gui.settings import Settings
from lenet_gui.training.strokes import StrokeSet, is_digit, read_strokes, split
from lenet_gui.ui.pad import stroke_player
from lenet_gui.ui.pad.drawing_pad import DrawingPad

Strokes = Sequence[Stroke]

_PAD = 532
"""Side of the pad in a new window, in pixels."""

_SMALL = 0.35
"""Share of the pad's side that a small drawing takes."""

_SHEET = 280
_PEN = 0.12
"""Width of MNIST's line, as a share of the digit's side."""


def measure(stroke_sets: Sequence[Path]) -> dict[str, float]:
    """Accuracy in per cent of the app's default network, by what was done to the drawings.

    Args:
        stroke_sets: of digits; of a set with enough writers only the held-out ones are read.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["bench"])
    network = bundle.load(card_path(Settings().model))
    figures: dict[str, float] = {}
    for path in stroke_sets:
        drawings, labels = _digits(read_strokes(path))
        for name, change in _changes().items():
            seen = np.stack([change(strokes) for strokes in drawings])[:, None]
            read = network.probabilities(network.scores(seen)).argmax(axis=1)
            figures[f"{path.stem} {name}"] = 100 * float(np.mean(read == labels))
    application.quit()
    return figures


def _changes() -> Mapping[str, Callable[[Strokes], Input]]:
    """What is done to a drawing before it is read, by name."""
    pad = DrawingPad()
    pad.resize(_PAD, _PAD)
    pad.show()
    changes: dict[str, Callable[[Strokes], Input]] = {"as drawn": ink.normalize_strokes}
    for degrees in (-15, 15):
        angle = np.radians(degrees)
        turn = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
        changes[f"turned {degrees:+}°"] = partial(_mapped, np.array(turn))
    for slant in (-0.3, 0.3):
        changes[f"sheared {slant:+}"] = partial(_mapped, np.array([[1, slant], [0, 1]]))
    changes["by mouse, 70 % of the pad"] = partial(_on_pad, pad, stroke_player.SHARE, None)
    for corner in ((0, 0), (1, 0), (0, 1), (1, 1)):
        changes[f"by mouse, 35 % in corner {corner}"] = partial(_on_pad, pad, _SMALL, corner)
    for factor in (1.0, 0.5, 2.0):
        changes[f"picture, line width × {factor:g}"] = partial(_as_picture, factor)
    return changes


def _digits(strokes: StrokeSet) -> tuple[list[Strokes], NDArray[np.int64]]:
    """The digits of the held-out writers; of all, where there are too few to hold any out."""
    held_out = split(strokes).test
    chosen = held_out if held_out.drawings else strokes
    pairs: Iterable[tuple[Drawing, str]] = zip(chosen.drawings, chosen.labels, strict=True)
    found = [(drawing.strokes, int(label)) for drawing, label in pairs if is_digit(label)]
    return [strokes for strokes, _ in found], np.array([label for _, label in found], np.int64)


def _mapped(matrix: NDArray[np.float64], strokes: Strokes) -> Input:
    """The input of strokes whose every point is mapped; y points down."""
    return ink.normalize_strokes([(stroke @ matrix.T).astype(np.float32) for stroke in strokes])


def _on_pad(
    pad: DrawingPad, share: float, corner: tuple[int, int] | None, strokes: Strokes
) -> Input:
    """The input of strokes drawn on a real pad with mouse events at whole pixels."""
    fitted = stroke_player.fit(strokes, share)
    if corner is not None:
        to_corner = (np.array(corner, np.float32) - 0.5) * (1 - share)
        fitted = [stroke + to_corner.astype(np.float32) for stroke in fitted]
    pad.clear()
    whole = [(np.round(stroke * _PAD) / _PAD).astype(np.float32) for stroke in fitted]
    stroke_player.play(pad, whole)
    return ink.normalize(pad.drawing)


def _as_picture(factor: float, strokes: Strokes) -> Input:
    """The input of a picture of strokes, drawn with a pen so many times MNIST's."""
    sheet = Image.new("L", (_SHEET, _SHEET))
    pen = ImageDraw.Draw(sheet)
    side = 0.7
    width = max(1, round(_PEN * factor * side * _SHEET))
    for stroke in stroke_player.fit(strokes, side):
        points = [tuple(point) for point in (stroke * _SHEET).tolist()]
        pen.line(points, 255, width, joint="curve")
        for x, y in (points[0], points[-1]):
            reach = width / 2
            pen.ellipse((x - reach, y - reach, x + reach, y + reach), 255)
    return ink.normalize_picture(np.asarray(sheet, np.float32) / np.float32(255))
