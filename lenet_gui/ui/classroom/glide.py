"""Glides from one part of the whole network to another, or jumps where motion is off."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation

from lenet_gui.ui.network.network_view import NetworkView
from lenet_gui.ui.network.view_transform import ViewTransform

_MS = 450


class Glide(QObject):
    """Moves a view."""

    def __init__(self, view: NetworkView) -> None:
        super().__init__(view)
        self._view = view
        self._start = self._end = view.transform
        self._way = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_MS)
        self._way.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._way.valueChanged.connect(self._move)

    def to(self, end: ViewTransform, *, motion: bool) -> None:
        """Go there; what was under way is given up."""
        self._way.stop()
        self._start, self._end = self._view.transform, end
        if motion and self._view.isVisible():
            self._way.start()
        else:
            self._view.look(end)

    def stop(self) -> None:
        """Stay where the view is."""
        self._way.stop()

    def _move(self, share: float) -> None:
        if share >= 1.0:
            self._view.look(self._end)
        else:
            self._view.look(between(self._start, self._end, share))


def between(start: ViewTransform, end: ViewTransform, share: float) -> ViewTransform:
    """A share of the way from one zoom to another, in the room of the latter."""
    scale = math.exp(
        (1 - share) * math.log(max(start.scale, 1.0)) + share * math.log(max(end.scale, 1.0))
    )
    first, last = (one.to_plan(one.room().center()) for one in (start, end))
    middle = first * (1 - share) + last * share
    corner = QPointF(end.width, end.height) / 2 - middle * scale
    return replace(end, scale=scale, x=corner.x(), y=corner.y()).panned(0, 0)
