"""A picture sheet: every misread sample enlarged, with what it is and what was read."""

import io
from collections.abc import Sequence
from itertools import groupby

from PIL import Image, ImageDraw, ImageFont, ImageOps

from lenet_gui import paths
from lenet_gui.network.card import Misread
from lenet_gui.training.evaluate import Evaluation
from lenet_gui.training.report import share

_COLUMNS = 10
_ENLARGED = 3
_TILE = 32 * _ENLARGED
_GAP = 16
_CAPTION = 48
_MARGIN, _HEAD, _INDEX = 32, 104, 96
_WIDTH = 2 * _MARGIN + _INDEX + _COLUMNS * (_TILE + _GAP) - _GAP
_ROW = _TILE + _CAPTION + 12
_BETWEEN = 28
"""Above the row that starts a class, for the line that parts it from the one before."""

_PAPER, _TEXT, _FAINT, _LINE, _READ = "#ffffff", "#1d2127", "#656c78", "#dfe3e8", "#b04a00"


def draw(evaluation: Evaluation) -> bytes:
    """Draw the misread samples of an evaluation, by what they are and by what was read.

    Returns:
        A PNG file, 1,264 pixels wide, at most about 10,000 high.
    """
    samples = sorted(
        evaluation.misread, key=lambda one: (one.label, one.read, -one.probability, one.index)
    )
    classes = [(label, list(group)) for label, group in groupby(samples, lambda one: one.label)]
    rows = sum(-(-len(group) // _COLUMNS) for _, group in classes)
    height = _HEAD + rows * _ROW + len(classes) * _BETWEEN + _MARGIN
    sheet = Image.new("RGB", (_WIDTH, height), _PAPER)
    _head(ImageDraw.Draw(sheet), evaluation)
    top = _HEAD
    for label, group in classes:
        top = _of_class(sheet, top, label, group)
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _head(pen: ImageDraw.ImageDraw, evaluation: Evaluation) -> None:
    """Say what the sheet shows."""
    pen.text((_MARGIN, 44), f"What {evaluation.model} misread", _TEXT, _font(28, bold=True), "ls")
    said = f"{evaluation.wrong:,} of {evaluation.n:,} in {evaluation.name}"
    if not evaluation.wrong:
        said = f"Nothing: all {evaluation.n:,} in {evaluation.name} were read right"
    elif len(evaluation.misread) < evaluation.wrong:
        said += f"; these are the first {len(evaluation.misread):,}"
    pen.text((_MARGIN, 76), said, _FAINT, _font(18), "ls")


def _of_class(sheet: Image.Image, top: int, label: str, samples: Sequence[Misread]) -> int:
    """Draw the samples of one class from `top` down; returns where the next one goes."""
    pen = ImageDraw.Draw(sheet)
    pen.line([(_MARGIN, top), (_WIDTH - _MARGIN, top)], _LINE)
    top += _BETWEEN
    size = max(14, 56 // len(label or " "))  # a class need not be one letter
    pen.text((_MARGIN, top - 2), label, _TEXT, _font(size, bold=True), "lt")
    pen.text((_MARGIN, top + 58), f"{len(samples)} misread", _FAINT, _font(14), "lt")
    for place, sample in enumerate(samples):
        row, column = divmod(place, _COLUMNS)
        left = _MARGIN + _INDEX + column * (_TILE + _GAP)
        _sample(sheet, left, top + row * _ROW, sample)
    return top + -(-len(samples) // _COLUMNS) * _ROW


def _sample(sheet: Image.Image, left: int, top: int, sample: Misread) -> None:
    """Draw one sample: the input, dark on light, and its caption."""
    pen = ImageDraw.Draw(sheet)
    with Image.open(io.BytesIO(sample.picture)) as seen:
        tile = ImageOps.invert(seen.convert("L")).resize((_TILE, _TILE), Image.Resampling.NEAREST)
    sheet.paste(tile, (left, top))
    pen.rectangle((left - 1, top - 1, left + _TILE, top + _TILE), outline=_LINE)
    middle, baseline = left + _TILE // 2, top + _TILE + 22
    bold = _font(18, bold=True)
    pen.text((middle, baseline), "→", _FAINT, _font(18), "ms")
    pen.text((middle - 16, baseline), sample.label, _TEXT, bold, "rs")
    pen.text((middle + 16, baseline), sample.read, _READ, bold, "ls")
    pen.text((middle, baseline + 19), share(sample.probability, 1), _FAINT, _font(14), "ms")


def _font(pixels: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The app's font; Pillow keeps no file open once it is read."""
    name = "Inter-SemiBold.otf" if bold else "Inter-Regular.otf"
    return ImageFont.truetype(paths.resources() / "fonts" / name, pixels)
