"""The layer before a radial basis output as the picture it is, and how far each target lies."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.network.card import Layer, Targets
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import colormap, lettering, picture_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_SMALLEST_LIMIT = 1.25
"""Targets are pictures of −1 and +1; they keep off the ends of the scale, which are pale."""

_LIMIT_STEP = 0.25
_LEAST_TEXT = 8
_FRAME = 3
"""From a target to the frame around the closest one, in pixels."""

_LEGIBLE_SIDE = 4
"""Where a unit of a target would get fewer pixels, its label gives way: it shows its digit."""


class TargetView(QWidget):
    """The picture, live and larger, beside the targets with their distances.

    Both have one colour scale. Its limit grows in steps, so that the targets keep their colours
    while ink flows.

    Args:
        layer: the output, with its targets.
        layer_before: whose activations are the picture.
    """

    def __init__(self, layer: Layer, layer_before: Layer, parent: QWidget | None = None) -> None:
        assert layer.targets is not None, f"{layer.name} has no targets"
        super().__init__(parent)
        self._layer, self._before = layer, layer_before
        self._targets: Targets = layer.targets
        self._picture: NDArray[np.float32] | None = None
        self._limit = _SMALLEST_LIMIT
        self._labels: Sequence[str] = [str(index) for index in range(len(layer.targets.values))]
        self._figures: list[str] = [""] * len(self._labels)
        self._closest: int | None = None
        self._target_image: QImage | None = None
        self.setMinimumSize(300, 80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._place()
        self._retranslate()

    @property
    def closest(self) -> int | None:
        """The target that the picture is closest to; None before the first ink."""
        return self._closest

    @property
    def figures(self) -> list[str]:
        """The distance to each target as it is written; empty before the first ink."""
        return list(self._figures)

    def show_reading(self, reading: Reading | None) -> None:
        """Show the picture and the distances of a reading by this network, or none."""
        count = len(self._labels)
        figures, closest, limit = [""] * count, None, self._limit
        self._picture = None
        if reading is not None:
            self._labels = reading.card.classes
            shape = (self._targets.height, self._targets.width)
            self._picture = reading.activations[self._before.name].reshape(shape)
            largest = colormap.limit(self._picture)
            limit = max(_SMALLEST_LIMIT, math.ceil(largest / _LIMIT_STEP) * _LIMIT_STEP)
            figures = [f"{distance:.1f}" for distance in reading.scores]
            closest = int(reading.scores.argmin())
        changed = {i for i in range(count) if figures[i] != self._figures[i]}
        if closest != self._closest:
            changed |= {i for i in (closest, self._closest) if i is not None}
        if limit != self._limit:
            self._target_image = None
            changed = set(range(count))
        self._figures, self._closest, self._limit = figures, closest, limit
        self.update(self._picture_place)
        for index in changed:
            self.update(self._slots[index])
        self._describe()

    def picture_place(self) -> QRect:
        """Where the picture is painted."""
        return self._picture_place

    def target_place(self, index: int) -> QRect:
        """Where target `index` is painted."""
        return self._target_places[index]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a picture of about 100 pixels."""
        return QSize(720, 130)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find everything a place in the new room."""
        self._place()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's colours and the new size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self._target_image = None
        if event.type() == QEvent.Type.FontChange:
            self._place()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint heading, picture and targets, as far as they changed."""
        painter = QPainter(self)
        heading = QRect(0, 0, self.width(), self._heading_height())
        if event.region().intersects(heading):
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            lettering.write(painter, heading, Qt.AlignmentFlag.AlignVCenter, self._heading)
        if event.region().intersects(self._picture_place):
            self._paint_picture(painter)
        for index, slot in enumerate(self._slots):
            if event.region().intersects(slot):
                self._paint_target(painter, index)

    def _heading_height(self) -> int:
        return round(self.fontMetrics().height() * 1.6)

    def _place(self) -> None:
        """The picture as high as the room; targets in equal slots, whole pixels for each unit."""
        top, text = self._heading_height(), self.fontMetrics().height()
        gap, count = text // 3, len(self._labels)
        room = QRect(0, top, self.width(), max(1, self.height() - top))
        side = self._unit_side(room.width() // 4, room.height() - 1)
        self._picture_place = self._sized(side).translated(0, top)
        left = self._picture_place.right() + 2 * gap
        wide = (self.width() - left) // count
        self._slots = [QRect(left + i * wide, top, wide, room.height()) for i in range(count)]
        height = room.height() - text - 2 * _FRAME
        label = self._label_width()
        side = self._unit_side(wide - label - 2 * _FRAME, height)
        self._has_labels = side >= _LEGIBLE_SIDE
        if not self._has_labels:
            label, side = 0, self._unit_side(wide - 2 * _FRAME, height)
        place = self._sized(side).translated(0, _FRAME)
        indent = label + max(0, (wide - label - place.width()) // 2)
        self._target_places = [
            place.translated(slot.left() + indent, slot.top()) for slot in self._slots
        ]

    def _label_width(self) -> int:
        return round(1.6 * self.fontMetrics().averageCharWidth())

    def _unit_side(self, width: int, height: int) -> int:
        return max(1, min(width // self._targets.width, height // self._targets.height))

    def _sized(self, side: int) -> QRect:
        return QRect(0, 0, side * self._targets.width, side * self._targets.height)

    def _paint_picture(self, painter: QPainter) -> None:
        place = self._picture_place
        if self._picture is None:
            painter.fillRect(place, self.palette().color(QPalette.ColorRole.Base))
        else:
            colours = colormap.diverging(self.palette())
            painter.drawImage(place, colours.image(self._picture, self._limit))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _paint_target(self, painter: QPainter, index: int) -> None:
        slot, place = self._slots[index], self._target_places[index]
        height, width = self._targets.height, self._targets.width
        source = QRect(0, index * height, width, height)
        picture_part.draw(painter, place, self._coloured_targets(), source)
        is_closest = index == self._closest
        accent = self.palette().color(QPalette.ColorRole.Accent)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        if is_closest:
            painter.setPen(QPen(accent, 2))
            painter.drawRect(place.adjusted(1 - _FRAME, 1 - _FRAME, _FRAME - 1, _FRAME - 1))
        painter.setPen(accent if is_closest else quiet)
        label = QRect(0, place.top(), self._label_width(), self.fontMetrics().height())
        label.moveRight(place.left() - _FRAME)
        if self._has_labels:
            painter.setFont(self._fitting(self._labels[index], label.width(), is_bold=is_closest))
            painter.drawText(label, Qt.AlignmentFlag.AlignLeft, self._labels[index])
        figure = QRect(slot.left(), place.bottom() + _FRAME, slot.width(), label.height())
        if figure.bottom() - self.height() > figure.height() // 4:
            return  # a window full of other things, with large text
        painter.setFont(self._fitting(self._figures[index], slot.width() - 2, is_bold=is_closest))
        painter.drawText(figure, Qt.AlignmentFlag.AlignCenter, self._figures[index])

    def _coloured_targets(self) -> QImage:
        """All targets, one under the other; made once for a theme and a limit."""
        if self._target_image is None:
            # Without numpy: the window is there, targets and all, before numpy is.
            colours = colormap.diverging(self.palette()).legend()
            height, width = self._targets.height, self._targets.width
            image = QImage(width, height * len(self._targets.values), QImage.Format.Format_RGB32)
            half = colormap.LEVELS / 2
            for index, values in enumerate(self._targets.values):
                for place, value in enumerate(values):
                    row, column = divmod(place, width)
                    level = int(value * (half - 0.5) / self._limit + half)
                    level = min(max(level, 0), colormap.LEVELS - 1)
                    image.setPixel(column, index * height + row, colours.pixel(level, 0))
            self._target_image = image
        return self._target_image

    def _fitting(self, text: str, width: int, *, is_bold: bool) -> QFont:
        """The view's font, smaller where the text would not fit."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        needed = self.fontMetrics().horizontalAdvance(text) * 1.08  # bold is wider
        if needed > width:
            size = self.fontInfo().pixelSize() * width / needed
            font.setPixelSize(max(_LEAST_TEXT, int(size)))
        return font

    def _describe(self) -> None:
        """Say the distances to screen readers too."""
        if self._closest is None:
            self.setAccessibleDescription("")
            return
        self.setAccessibleDescription(
            self.tr("Closest to {digit}, at a distance of {distance}").format(
                digit=self._labels[self._closest], distance=self._figures[self._closest]
            )
        )

    def _retranslate(self) -> None:
        sentence = self.tr("{layer}: {width}×{height}, and its distance to each target")
        self._heading = sentence.format(
            layer=self._before.name, width=self._targets.width, height=self._targets.height
        )
        self.setAccessibleName(self._heading)
        self._describe()
        self.update()
