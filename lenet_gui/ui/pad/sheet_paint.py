"""How the empty sheet looks: paper, border, hint and focus ring.

Paper and ink are painted in device pixels, so that they are sharp at any scale of the screen.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPen, QPolygonF, QTransform

from lenet_gui.ui import theme

MARGIN = 4
"""Space around the sheet for the focus ring, in pixels."""

_RING = 3.0
_OUTLINE = 2.0
_RING_DISTANCE = 1.5
_CORNER = 10.0
_HINT_SHARE = 0.085
"""Height of the hint's letters as a share of the side."""


def device_box(painter: QPainter, sheet: QRectF) -> tuple[QRect, float]:
    """The whole device pixels nearest to the sheet, and how many make one of the widget's."""
    to_device = painter.deviceTransform()
    area = to_device.mapRect(sheet)
    side = max(round(area.width()), 1)
    return QRect(round(area.x()), round(area.y()), side, side), to_device.m11()


@contextmanager
def device_pixels(painter: QPainter, box: QRect) -> Iterator[None]:
    """Let the painter count device pixels from a box's corner for a while."""
    logical = painter.worldTransform()
    from_device, _ = painter.deviceTransform().inverted()
    painter.setWorldTransform(QTransform.fromTranslate(box.x(), box.y()) * from_device * logical)
    yield
    painter.setWorldTransform(logical)


def paint_paper(painter: QPainter, side: int, scale: float, palette: QPalette) -> None:
    """Paint the paper and its border, both in device pixels.

    As paths: to tell whether a brush or a pen is one, Qt's names would have to be made first.
    """
    inset = scale / 2
    frame = QPainterPath()
    corner = _CORNER * scale
    frame.addRoundedRect(
        QRectF(0, 0, side, side).adjusted(inset, inset, -inset, -inset), corner, corner
    )
    border = QPen()
    border.setColor(palette.color(QPalette.ColorRole.Mid))
    border.setWidthF(scale * theme.outline(palette))
    painter.fillPath(frame, palette.base())
    painter.strokePath(frame, border)


def paint_hint(painter: QPainter, sheet: QRectF, palette: QPalette, hint: str) -> None:
    """Write what to do in the middle of an empty sheet."""
    font = painter.font()
    font.setPixelSize(max(round(sheet.width() * _HINT_SHARE), 1))
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    qt = QtCore.Qt
    middle = qt.AlignmentFlag.AlignCenter | qt.TextFlag.TextWordWrap
    painter.drawText(sheet, middle, hint)


def paint_outline(painter: QPainter, sheet: QRectF, outline: QPolygonF, palette: QPalette) -> None:
    """Outline a part of the sheet, given in units of its side; what is off the sheet is not."""
    side = sheet.width()
    on_sheet = QTransform.fromScale(side, side) * QTransform.fromTranslate(sheet.x(), sheet.y())
    painter.save()
    painter.setClipRect(sheet, QtCore.Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), _OUTLINE))
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.drawPolygon(on_sheet.map(outline))
    painter.restore()


def paint_ring(painter: QPainter, sheet: QRectF, palette: QPalette) -> None:
    """Paint the ring of the keyboard's focus around the sheet."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), _RING))
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    out = _RING_DISTANCE
    ring = sheet.adjusted(-out, -out, out, out)
    painter.drawRoundedRect(ring, _CORNER + out, _CORNER + out)
