"""What is drawn around maps and units: the choice and what it sees, the mouse, marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPalette

from lenet_gui.network.fields import Field
from lenet_gui.ui.network.focus import Focus
from lenet_gui.ui.network.network_painter import NetworkPainter
from lenet_gui.ui.network.network_stages import Stage
from lenet_gui.ui.network.seen_plan import SeenPlan


class Outlines:
    """Outlines what is lit; where, is found once for a choice and a zoom."""

    def __init__(self) -> None:
        self._found: tuple[SeenPlan, tuple[Field, ...], list[list[QRectF]]] | None = None

    def paint(
        self, brush: NetworkPainter, seen: SeenPlan, focus: Focus, stages: Sequence[Stage]
    ) -> None:
        """Paint what the unit chosen sees, then the choice, the hovered, and all marks."""
        chosen, hovered = focus.chosen, focus.hovered
        for outlines in self._fields(seen, focus.fields):
            brush.paint_field(outlines)
        if chosen is not None and focus.chosen_map is not None:
            brush.paint_outline(focus.chosen_map, QPalette.ColorRole.Accent, 2)
            if chosen.unit is not None and not stages[chosen.stage].has_cells:
                brush.paint_outline(chosen, QPalette.ColorRole.Text, 2)
        if hovered is not None and hovered != chosen:
            brush.paint_outline(hovered, QPalette.ColorRole.PlaceholderText, 1)
        for place in focus.silenced:
            brush.paint_silenced(place)
        brush.paint_pins(focus.pinned)

    def _fields(self, seen: SeenPlan, fields: tuple[Field, ...]) -> list[list[QRectF]]:
        """What the unit chosen sees of the stages before it."""
        if self._found is None or self._found[0] is not seen or self._found[1] != fields:
            outlines = [seen.outlines(stage, field) for stage, field in enumerate(fields)]
            self._found = (seen, fields, outlines)
        return self._found[2]
