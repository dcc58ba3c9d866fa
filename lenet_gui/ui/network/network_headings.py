"""What stands above every layer of the network view: its name, its maps, and its colour scale."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette

from lenet_gui.ui.colormap import Colormap
from lenet_gui.ui.network.view_transform import ViewTransform
from lenet_gui.ui.typesetter import Typesetter

_SMALL = 0.8
"""Size of all but the name, as a share of the text."""

_BAR = 6
"""Height of the colour scale, in pixels."""

_APART = 2
"""On either side of a line, in pixels."""

_SPILL = 0.35
"""How far text may reach into the space on either side of its layer, in lines of text."""

_LINES = 3.9
"""Height of a heading, in lines of text."""


@dataclass(frozen=True)
class Heading:
    """A heading.

    Attributes:
        name: of the layer.
        maps: how many, and their size.
        legend: the ends of the colour scale in words, or what stands in its place.
        scale: the colours of the legend; None where there are none.
    """

    name: str
    maps: str
    legend: str
    scale: Colormap | None


def height(font: QFont) -> int:
    """Height of all headings."""
    return round(_LINES * QFontMetricsF(font).height()) + _BAR


def room(slot: QRectF, transform: ViewTransform, font: QFont) -> QRectF:
    """Where the heading of a layer is painted: above the part of the figure that is its own.

    A layer that reaches beyond the view has its heading above the part that is seen. Text may
    reach a little into the space beside it.
    """
    left, right = transform.left, transform.left + transform.width
    seen = QRectF(slot.left(), 0, slot.width(), height(font))
    if slot.right() > left and slot.left() < right and slot.width() > 0:
        seen.setLeft(max(slot.left(), left))
        seen.setRight(min(slot.right(), right))
    spill = _SPILL * QFontMetricsF(font).height()
    return seen.adjusted(-spill, 0, spill, 0)


def paint(
    painter: QPainter,
    place: QRectF,
    heading: Heading,
    palette: QPalette,
    pixels: int,
    typesetter: Typesetter,
) -> None:
    """Paint a heading into its place, in letters of a size."""
    place = place.adjusted(_APART, 0, -_APART, 0)
    text = (place.height() - _BAR) / _LINES
    small = pixels * _SMALL
    name = QRectF(place.left(), place.top(), place.width(), text * 1.15)
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    typesetter.write(painter, name, heading.name, pixels, weight=QFont.Weight.DemiBold)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    typesetter.write(painter, name.translated(0, name.height()), heading.maps, small)
    bar = QRectF(place.left(), name.bottom() + name.height() + 1, place.width(), _BAR)
    bar.adjust(_SPILL * text, 0, -_SPILL * text, 0)
    if heading.scale is not None:
        painter.drawImage(bar, heading.scale.legend())
    legend = QRectF(place.left(), bar.bottom(), place.width(), text)
    typesetter.write(painter, legend, heading.legend, small)
