"""Square cells in rows and columns, as large as their room allows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class MapGrid:
    """Cells of `side` pixels, `gap` apart."""

    columns: int
    rows: int
    side: int
    gap: int

    @classmethod
    def fit(cls, count: int, width: int, height: int, gap: int) -> MapGrid:
        """The grid of `count` cells, `gap` apart, with the largest cells in width × height."""

        def grid(columns: int) -> MapGrid:
            rows = math.ceil(count / columns)
            across = (width - (columns - 1) * gap) // columns
            down = (height - (rows - 1) * gap) // rows
            return cls(columns, rows, max(1, min(across, down)), gap)

        return max(map(grid, range(1, count + 1)), key=lambda found: (found.side, -found.rows))

    def cell(self, index: int) -> QRect:
        """Where cell `index` lies."""
        row, column = divmod(index, self.columns)
        step = self.side + self.gap
        return QRect(column * step, row * step, self.side, self.side)
