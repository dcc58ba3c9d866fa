"""Paints what the inspector shows: pictures of numbers, contributions, and the formula."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen

from lenet_gui import imports
from lenet_gui.ui import colormap
from lenet_gui.ui.network.inspector_forms import Grid, Part, Sheet, Term
from lenet_gui.ui.network.network_painter import is_light, written
from lenet_gui.ui.typesetter import Typesetter

if TYPE_CHECKING:
    import numpy as np
else:
    np = imports.lazy("numpy")

_SMALL = 0.8
"""Size of captions and formulas, as a share of the text."""

_NUMBERS_FROM = 22.0
"""Width of a square from which on its number is written in it, in pixels."""

_LARGEST = 46.0
"""Side of a square at most, in pixels."""

_LINE = 1.35
"""Height of a line, in sizes of its text."""

_SIGN = 1.3
"""Room for a sign between two pictures, in sizes of the text."""

_GAP = 10.0
"""Between two terms, in pixels."""

_BETWEEN = 3.0
"""Between two pictures, one below the other, in pixels."""

_WIDEST = 0.5
"""A term gets no more of the width."""

_INKS = (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.WindowText)
"""Colours of text."""

_PART = 250.0
"""Least width of a contribution, in pixels."""


@dataclass(frozen=True)
class _Layout:
    """How terms are laid out.

    Attributes:
        side: of a square, in pixels.
        is_upright: whether a term's pictures lie one below the other.
        columns: terms in a row.
    """

    side: float
    is_upright: bool
    columns: int


class SheetPainter:
    """Paints a sheet in the colours of a palette and somebody's letters, of a size in pixels."""

    def __init__(
        self, painter: QPainter, palette: QPalette, pixels: int, typesetter: Typesetter
    ) -> None:
        self._painter, self._palette, self._typesetter = painter, palette, typesetter
        self._text = float(round(pixels * _SMALL))
        self._colours = colormap.diverging(palette)
        self._images: dict[Grid, QImage] = {}
        self._inks = {role: palette.color(role) for role in _INKS}

    def paint(self, room: QRectF, sheet: Sheet) -> None:
        """Paint a sheet: the formula below, and the pictures or contributions above it."""
        line = self._text * _LINE
        foot = QRectF(room)
        foot.setTop(room.bottom() - line * len(sheet.lines))
        above = QRectF(room)
        above.setBottom(foot.top() - 4)
        if sheet.terms:
            self._paint_terms(above, sheet.terms)
        if sheet.parts:
            self._paint_parts(above, sheet)
        for index, text in enumerate(sheet.lines):
            place = QRectF(foot.left(), foot.top() + index * line, foot.width(), line)
            self._write(place, text, Qt.AlignmentFlag.AlignLeft, QPalette.ColorRole.WindowText)

    def _paint_terms(self, room: QRectF, terms: tuple[Term, ...]) -> None:
        layouts = [
            self._layout(terms, room, columns, is_upright=way)
            for columns in range(1, len(terms) + 1)
            for way in (False, True)
        ]
        layout = max(layouts, key=lambda found: (found.side, found.columns))
        rows = math.ceil(len(terms) / layout.columns)
        across = min((room.width() + _GAP) / layout.columns, room.width() * _WIDEST)
        self._images = self._coloured(terms)
        for index, term in enumerate(terms):
            row, column = divmod(index, layout.columns)
            left, top = room.left() + column * across, room.top() + row * room.height() / rows
            self._paint_term(left, top, layout, term)

    def _coloured(self, terms: tuple[Term, ...]) -> dict[Grid, QImage]:
        """The pictures of all grids.

        Those in the same place of every term have one scale: they are coloured as one and cut up,
        which takes a quarter of the time.
        """
        found = {}
        for grids in zip(*(term.grids for term in terms), strict=True):
            (rows, columns), limit = grids[0].values.shape, grids[0].limit
            values = np.concatenate([grid.values for grid in grids], dtype=np.float32)
            together = self._colours.image(values, limit)
            for index, grid in enumerate(grids):
                found[grid] = together.copy(0, index * rows, columns, rows)
        return found

    def _layout(
        self, terms: tuple[Term, ...], room: QRectF, columns: int, *, is_upright: bool
    ) -> _Layout:
        """The largest squares with which all terms fit, so many in a row."""
        term, rows = terms[0], math.ceil(len(terms) / columns)
        count = len(term.grids)
        down, across = term.grids[0].values.shape
        sign, line = self._text * _SIGN, self._text * _LINE
        texts = bool(term.caption or term.grids[0].caption) + bool(term.result)
        wide = (room.width() + _GAP) / columns - _GAP
        high = room.height() / rows - texts * line - (_BETWEEN if rows > 1 else 0)
        if is_upright:
            high = (high - _BETWEEN * (count - 1)) / count
            side = min((wide - sign) / across, high / down)
        else:
            side = min((wide - sign * (count - 1)) / (count * across), high / down)
        return _Layout(max(1.0, min(side, _LARGEST)), is_upright, columns)

    def _paint_term(self, left: float, top: float, layout: _Layout, term: Term) -> None:
        """Paint a term with its corner there."""
        line, sign = self._text * _LINE, self._text * _SIGN
        rows, columns = term.grids[0].values.shape
        wide, high = layout.side * columns, layout.side * rows
        quiet = QPalette.ColorRole.PlaceholderText
        if term.caption or term.grids[0].caption:
            top += line
        indent = sign if layout.is_upright and len(term.grids) > 1 else 0.0
        at = QPointF(left + indent, top)
        if term.caption:
            caption = QRectF(left, top - line, wide + indent, line)
            self._write(caption, term.caption, Qt.AlignmentFlag.AlignRight, quiet)
        for index, grid in enumerate(term.grids):
            place = QRectF(at.x(), at.y(), wide, high)
            self._paint_grid(place, grid)
            if grid.caption:
                above = QRectF(place.left(), top - line, wide, line)
                self._write(above, grid.caption, Qt.AlignmentFlag.AlignHCenter, quiet)
            if index < len(term.signs):
                if layout.is_upright:
                    beside = QRectF(left, at.y() + high, sign, high)
                    at += QPointF(0, high + _BETWEEN)
                else:
                    beside = QRectF(place.right(), at.y(), sign, high)
                    at += QPointF(wide + sign, 0)
                self._write(beside, term.signs[index], Qt.AlignmentFlag.AlignHCenter, quiet)
        right = at.x() + wide
        if term.result:
            below = QRectF(left, at.y() + high, right - left, line)
            role = QPalette.ColorRole.WindowText
            self._write(below, term.result, Qt.AlignmentFlag.AlignRight, role)

    def _paint_grid(self, place: QRectF, grid: Grid) -> None:
        columns = grid.values.shape[1]
        image = self._images[grid]
        self._painter.drawImage(place, image)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Mid), 0))
        self._painter.drawRect(place)
        side = place.width() / columns
        if side >= _NUMBERS_FROM:
            size = min(side / 3.0, self._text)
            for row, values in enumerate(grid.values.tolist()):
                for column, value in enumerate(values):
                    light = is_light(image.pixel(column, row))
                    self._painter.setPen(QColor("#000000" if light else "#ffffff"))
                    cell = QRectF(
                        place.left() + column * side, place.top() + row * side, side, side
                    )
                    text = written(value, 2 if side < 2 * _NUMBERS_FROM - 8 else 3)
                    self._typesetter.write(self._painter, cell, text, size)
        if grid.marked is not None:
            row, column = grid.marked
            cell = QRectF(place.left() + column * side, place.top() + row * side, side, side)
            self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Accent), 3))
            self._painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def _paint_parts(self, room: QRectF, sheet: Sheet) -> None:
        """Contributions in columns, strongest first, each with its numbers and a bar."""
        line = self._text * 1.7
        columns = max(1, int(room.width() / _PART))
        fits = max(1, int(room.height() / line) - 1)
        listed = sheet.parts[: fits * columns]
        wide = room.width() / columns
        for index, part in enumerate(listed):
            column, row = divmod(index, fits)
            place = QRectF(room.left() + column * wide, room.top() + row * line, wide - _GAP, line)
            self._paint_part(place, part, sheet.limits)
        below = QRectF(room.left(), room.top() + fits * line, room.width(), line)
        quiet = QPalette.ColorRole.PlaceholderText
        self._write(below, sheet.rest(len(listed)), Qt.AlignmentFlag.AlignLeft, quiet)

    def _paint_part(self, place: QRectF, part: Part, limits: tuple[float, float, float]) -> None:
        name, sum_ = QRectF(place), QRectF(place)
        name.setWidth(place.width() * 0.28)
        sum_.setLeft(name.right())
        sum_.setWidth(place.width() * 0.47)
        quiet = QPalette.ColorRole.PlaceholderText
        self._write(name, part.source, Qt.AlignmentFlag.AlignLeft, quiet)
        numbers = (part.activation, part.weight, part.amount)
        activation, weight, amount = (written(number, 3) for number in numbers)
        told = f"{activation} × {weight} = {amount}"
        self._write(sum_, told, Qt.AlignmentFlag.AlignLeft, QPalette.ColorRole.WindowText)
        track = QRectF(sum_.right() + 4, place.top() + place.height() * 0.3, 0, 0)
        track.setRight(place.right())
        track.setHeight(place.height() * 0.4)
        half = track.width() / 2 * min(1.0, abs(part.amount) / limits[2])
        middle = track.center().x()
        bar = QRectF(middle if part.amount >= 0 else middle - half, track.top(), half, 0)
        bar.setHeight(track.height())
        self._painter.fillRect(bar, self._colours.colour(0.6 if part.amount >= 0 else -0.6))
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Mid), 1))
        self._painter.drawLine(
            QPointF(middle, track.top() - 2), QPointF(middle, track.bottom() + 2)
        )

    def _write(
        self, place: QRectF, text: str, side: Qt.AlignmentFlag, role: QPalette.ColorRole
    ) -> None:
        """Write a line; smaller where it would not fit, and cut off where that is too small."""
        self._painter.setPen(self._inks[role])
        self._typesetter.write(self._painter, place, text, self._text, side)
