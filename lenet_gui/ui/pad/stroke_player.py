"""Plays recorded strokes into the pad, with the events a mouse would send."""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from lenet_gui.recognition.drawing import Stroke
from lenet_gui.ui.pad.drawing_pad import DrawingPad

SHARE = 0.7
"""Share of the pad's side that a played drawing takes."""


def fit(strokes: Sequence[Stroke], share: float = SHARE) -> list[Stroke]:
    """Strokes in any unit, moved and scaled into the middle of a pad with sides of 1."""
    points = np.concatenate(list(strokes))
    low, high = points.min(axis=0), points.max(axis=0)
    extent = float((high - low).max()) or 1.0
    middle = (low + high) / 2
    return [((stroke - middle) * (share / extent) + 0.5).astype(np.float32) for stroke in strokes]


def events(pad: DrawingPad, strokes: Sequence[Stroke]) -> Iterator[QMouseEvent]:
    """The mouse events that draw strokes, given in pad coordinates, on a pad."""
    for stroke in strokes:
        points = [_position(pad, x, y) for x, y in stroke.tolist()]
        yield _event(pad, QEvent.Type.MouseButtonPress, points[0])
        for point in points[1:]:
            yield _event(pad, QEvent.Type.MouseMove, point)
        yield _event(pad, QEvent.Type.MouseButtonRelease, points[-1])


def play(pad: DrawingPad, strokes: Sequence[Stroke]) -> None:
    """Draw strokes, given in pad coordinates, at once."""
    for event in events(pad, strokes):
        QApplication.sendEvent(pad, event)


def _position(pad: DrawingPad, x: float, y: float) -> QPointF:
    sheet = pad.sheet
    return QPointF(sheet.x() + x * sheet.width(), sheet.y() + y * sheet.height())


def _event(pad: DrawingPad, kind: QEvent.Type, position: QPointF) -> QMouseEvent:
    left = Qt.MouseButton.LeftButton
    changed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
    return QMouseEvent(
        kind,
        position,
        QPointF(pad.mapToGlobal(position)),
        changed,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
