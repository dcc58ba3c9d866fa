"""Learning curves as a picture: loss and accuracy by epoch."""

import io
import math
from collections.abc import Mapping, Sequence

from PIL import Image, ImageDraw, ImageFont

_WIDTH, _HEIGHT = 1_200, 560
_SUPERSAMPLED = 3
"""Drawn so many times larger, then scaled down: Pillow draws lines with hard edges."""

_PAPER, _TEXT, _GRID = "#ffffff", "#30343b", "#dfe3e8"
_COLOURS = ("#0072b2", "#d55e00", "#009e73")  # told apart with any colour vision (Okabe and Ito)

Curves = Mapping[str, Sequence[tuple[float, float]]]
"""By name, loss and accuracy (0 to 1) after each epoch."""


def draw(title: str, curves: Curves, epochs: int) -> bytes:
    """Draw loss (logarithmic) and error (logarithmic, in per cent) side by side.

    Args:
        title: stands above.
        curves: at most as many as there are colours; each with at least one epoch.
        epochs: how far the axis of epochs reaches.

    Returns:
        A PNG file of 1200×560 pixels.
    """
    scale = _SUPERSAMPLED
    picture = Image.new("RGB", (_WIDTH * scale, _HEIGHT * scale), _PAPER)
    pen = ImageDraw.Draw(picture)
    _text(pen, title, (70, 18), 24)
    for index, name in enumerate(curves):
        left, middle = 340 + 290 * index, 32
        pen.line(_scaled([(left, middle), (left + 30, middle)]), _COLOURS[index], 3 * scale)
        _text(pen, name, (left + 40, middle), 17, "lm")
    for left, heading, choose in (
        (70, "loss", lambda loss, _: loss),
        (670, "error in % (100 - accuracy)", lambda _, accuracy: 100 * (1 - accuracy)),
    ):
        series = [[choose(*point) for point in curve] for curve in curves.values()]
        _Panel(pen, left, series, epochs).draw(heading)
    buffer = io.BytesIO()
    picture.reduce(scale).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


class _Panel:
    """One diagram: epochs to the right, a figure upwards on a logarithmic axis."""

    top, bottom, width = 100, 500, 490

    def __init__(
        self, pen: ImageDraw.ImageDraw, left: int, series: list[list[float]], epochs: int
    ) -> None:
        self._pen, self._left, self._epochs = pen, left, epochs
        positive = [value for curve in series for value in curve if value > 0] or [1.0]
        self._lowest, self._highest = min(positive) / 1.15, max(positive) * 1.15
        self._series = series

    def draw(self, heading: str) -> None:
        """Draw axes, labels and curves."""
        _text(self._pen, heading, (self._left, self.top - 14), 19, "ls")
        right = self._left + self.width
        for value in _ticks(self._lowest, self._highest):
            y = self._y(value)
            self._pen.line(_scaled([(self._left, y), (right, y)]), _GRID, _SUPERSAMPLED)
            _text(self._pen, f"{value:.3g}", (self._left - 8, y), 16, "rm")
        step = max(1, math.ceil(self._epochs / 8))
        for epoch in (1, *range(step if step > 1 else 2, self._epochs + 1, step)):
            _text(self._pen, str(epoch), (self._x(epoch), self.bottom + 8), 16, "ma")
        _text(self._pen, "epoch", (right, self.bottom + 32), 16, "ra")
        for colour, curve in zip(_COLOURS, self._series, strict=False):
            self._draw_curve(curve, colour)

    def _draw_curve(self, curve: list[float], colour: str) -> None:
        points = [(self._x(epoch), self._y(value)) for epoch, value in enumerate(curve, start=1)]
        self._pen.line(_scaled(points), colour, 3 * _SUPERSAMPLED, joint="curve")
        (x, y), reach = points[-1], 5
        box = _scaled([(x - reach, y - reach), (x + reach, y + reach)])
        self._pen.ellipse(box, fill=colour)

    def _x(self, epoch: int) -> float:
        share = (epoch - 1) / max(1, self._epochs - 1)
        return self._left + 12 + share * (self.width - 24)

    def _y(self, value: float) -> float:
        span = math.log(self._highest / self._lowest)
        share = math.log(max(value, self._lowest) / self._lowest) / span
        return self.bottom - share * (self.bottom - self.top)


def _ticks(lowest: float, highest: float) -> list[float]:
    """Round values between two, at 1, 2 and 5 of each power of ten; the ends if those are few."""
    powers = range(math.floor(math.log10(lowest)), math.ceil(math.log10(highest)) + 1)
    values = [round(first * 10**power, 12) for power in powers for first in (1, 2, 5)]
    ticks = [value for value in values if lowest <= value <= highest]
    return ticks if len(ticks) > 1 else [lowest, highest]


def _scaled(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(x * _SUPERSAMPLED, y * _SUPERSAMPLED) for x, y in points]


def _text(
    pen: ImageDraw.ImageDraw, text: str, at: tuple[float, float], size: int, anchor: str = "la"
) -> None:
    font = ImageFont.load_default(size * _SUPERSAMPLED)
    pen.text(_scaled([at])[0], text, _TEXT, font, anchor=anchor)
