"""The links of what is chosen, painted once for a choice and a zoom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from lenet_gui.ui.network.focus import Focus
from lenet_gui.ui.network.seen_plan import SeenPlan


class LinkPicture:
    """What lies behind all maps: it is painted again only when it would look otherwise."""

    def __init__(self) -> None:
        self._made: tuple[SeenPlan, Focus, QPixmap] | None = None

    def forget(self) -> None:
        """Paint it anew next time: the colours are others."""
        self._made = None

    def show(
        self,
        painter: QPainter,
        canvas: QRect,
        seen: SeenPlan,
        focus: Focus,
        paint: Callable[[QPainter], None],
    ) -> None:
        """Paint the links of a focus onto the canvas; `paint` paints them at full length."""
        shown = focus.of_links()
        if self._made is None or self._made[0] is not seen or self._made[1] != shown:
            self._made = (seen, shown, _painted(canvas, seen.dots, paint))
        painter.drawPixmap(canvas.topLeft(), self._made[2])


def _painted(canvas: QRect, dots: float, paint: Callable[[QPainter], None]) -> QPixmap:
    made = QPixmap(canvas.size() * dots)
    made.setDevicePixelRatio(dots)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.translate(-canvas.topLeft())
        paint(painter)
    return made
