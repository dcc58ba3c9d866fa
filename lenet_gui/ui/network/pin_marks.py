"""How a pinned unit is marked in the whole network."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPalette, QPen

_LENGTH = 9.0
"""From the point of a pin to the middle of its head, across and up, in pixels."""

_HEAD = 4.5
"""Radius of the head, in pixels."""


def paint(painter: QPainter, units: Iterable[QRectF], palette: QPalette) -> None:
    """Paint a pin that points at the middle of each of these."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dark, bright = (
        palette.color(role) for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Accent)
    )
    for unit in units:
        point = unit.center()
        head = point + QPointF(_LENGTH, -_LENGTH)
        for colour, width in ((dark, 4.0), (bright, 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(point, head)
        painter.setPen(QPen(dark, 1.5))
        painter.setBrush(bright)
        painter.drawEllipse(head, _HEAD, _HEAD)
    painter.restore()
