"""Zoom and pan: from a plan to the part of a view that shows it, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

LARGEST = 64.0
"""How far one can zoom in."""


@dataclass(frozen=True)
class ViewTransform:
    """A room of `width` × `height`, at `left` and `top` of a view, onto a plan of the same size.

    At scale 1 the plan fills the room; at any other it covers the room.

    Attributes:
        scale: how many times larger than the plan.
        x, y: the plan's corner, relative to the room's.
    """

    width: float
    height: float
    left: float
    top: float
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether all of the plan is seen."""
        return self.scale == 1.0

    def room(self) -> QRectF:
        """The room, in the view's coordinates."""
        return QRectF(self.left, self.top, self.width, self.height)

    def to_view(self, rect: QRectF) -> QRectF:
        """Where a part of the plan is seen."""
        left = rect.left() * self.scale + self.x + self.left
        top = rect.top() * self.scale + self.y + self.top
        return QRectF(left, top, rect.width() * self.scale, rect.height() * self.scale)

    def to_plan(self, point: QPointF) -> QPointF:
        """The point of the plan that is seen at a point of the view."""
        x, y = point.x() - self.x - self.left, point.y() - self.y - self.top
        return QPointF(x / self.scale, y / self.scale)

    def zoomed(self, factor: float, about: QPointF) -> ViewTransform:
        """Larger by a factor, with what is seen at `about` staying there."""
        fixed = self.to_plan(about)
        scale = min(max(self.scale * factor, 1.0), LARGEST)
        x = about.x() - self.left - fixed.x() * scale
        y = about.y() - self.top - fixed.y() * scale
        return self._covering(scale, x, y)

    def panned(self, across: float, down: float) -> ViewTransform:
        """Moved by so many pixels, as far as there is something to see."""
        return self._covering(self.scale, self.x + across, self.y + down)

    def whole(self) -> ViewTransform:
        """All of the plan."""
        return replace(self, scale=1.0, x=0.0, y=0.0)

    def framing(self, rect: QRectF, share: float = 0.9) -> ViewTransform:
        """With a part of the plan in the middle, as large as it can be.

        Args:
            rect: that part.
            share: of the room that it takes at most.
        """
        across = self.width / max(rect.width(), 1.0 / LARGEST)
        down = self.height / max(rect.height(), 1.0 / LARGEST)
        scale = min(max(share * min(across, down), 1.0), LARGEST)
        middle = QPointF(self.width, self.height) / 2 - rect.center() * scale
        return self._covering(scale, middle.x(), middle.y())

    def revealing(self, rect: QRectF) -> ViewTransform:
        """Moved no more than needed for a part of the plan to be seen."""
        seen = self.to_view(rect)
        margin = max(0.0, min(self.width - seen.width(), self.height - seen.height()) / 2)
        margin = min(margin, self.width / 10)
        left, right = seen.left() - self.left, seen.right() - self.left
        across = _shift(left, right, margin, self.width - margin)
        top, bottom = seen.top() - self.top, seen.bottom() - self.top
        return self.panned(across, _shift(top, bottom, margin, self.height - margin))

    def _covering(self, scale: float, x: float, y: float) -> ViewTransform:
        """As asked for, but with no part of the room left empty."""
        x = min(0.0, max(x, self.width - self.width * scale))
        y = min(0.0, max(y, self.height - self.height * scale))
        return replace(self, scale=scale, x=x, y=y)


def _shift(low: float, high: float, least: float, most: float) -> float:
    """By how much to move [low, high] into [least, most]."""
    if low < least:
        return least - low
    return min(0.0, most - high)
