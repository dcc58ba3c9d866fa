"""A page: what is on the sheet between two steps, and the step from one page to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from lenet_gui.recognition.drawing import Drawing
from lenet_gui.ui.pad.gesture import Line
from lenet_gui.ui.pad.ink_layer import WHOLE_SHEET, InkLayer
from lenet_gui.ui.pad.stroke_path import smooth

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Page:
    """What is on the sheet: lines, or a picture.

    Attributes:
        lines: in the order drawn.
        picture: ink from 0 to 1, float32 (H, W), read-only.
        is_input: whether the picture is an input already, (32, 32), to be read as it is.
    """

    lines: tuple[Line, ...] = ()
    picture: NDArray[np.float32] | None = None
    is_input: bool = False

    def drawing(self) -> Drawing:
        """The page as it is read: without brush and pressure."""
        return Drawing(tuple(line.points for line in self.lines), self.picture, self.is_input)

    def paint_on(self, layer: InkLayer, brush: float) -> None:
        """Paint all of it with a brush as wide as a share of the sheet's side."""
        if self.picture is not None and self.is_input:
            layer.paint_picture(self.picture, WHOLE_SHEET)  # it has its margin
        elif self.picture is not None:
            layer.paint_picture(self.picture)
        for line in self.lines:
            layer.paint(smooth(line.knots()), brush)


class Change(QUndoCommand):
    """From one page to the next, and back.

    Args:
        show: puts a page on the sheet.
        before: the page there was.
        after: the page there is.
    """

    def __init__(self, show: Callable[[Page], None], before: Page, after: Page) -> None:
        super().__init__()
        self._show, self._before, self._after = show, before, after

    def undo(self) -> None:
        """Go back."""
        self._show(self._before)

    def redo(self) -> None:
        """Go on; the undo stack also calls this when the change is made."""
        self._show(self._after)
