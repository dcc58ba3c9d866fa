"""A pinned unit: its name, its value, and what it adds up as a small picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lenet_gui import imports
from lenet_gui.network.fields import Unit
from lenet_gui.recognition.explanation import Explanation
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import colormap, lettering
from lenet_gui.ui.icon_button import IconButton
from lenet_gui.ui.network import unit_pictures
from lenet_gui.ui.network.network_painter import is_light, written

if TYPE_CHECKING:
    import numpy as np
else:
    np = imports.lazy("numpy")

_HEIGHT, _WIDEST = 52, 210
_INSET, _PICTURE = 6, 36
_PICTURE_FROM, _BUTTON_FROM = 104, 98
"""Widths of a card from which on it has a picture, and of one that has a button beside the rest."""

_BESIDE = 8
"""How much of the button is beside its icon, in pixels."""


class PinCard(QAbstractButton):
    """A card; a click, touch or Enter chooses its unit, Delete or its button take the pin out.

    Signals:
        removed(): the pin is to be taken out.
    """

    removed = Signal()

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unit = unit
        self._explained: Explanation | None = None
        self._share = 0.0
        self._has_signs = True
        self._is_chosen = False
        self.remove_button = IconButton("close", self)
        self.remove_button.setAutoRaise(True)
        self.remove_button.clicked.connect(self.removed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        self._retranslate()

    @property
    def value(self) -> str:
        """The value of the unit in words; empty before the first ink."""
        return "" if self._explained is None else written(self._explained.activation, figures=4)

    @property
    def is_marked(self) -> bool:
        """Whether its unit is the one chosen."""
        return self._is_chosen

    def show_explanation(
        self, name: str, explained: Explanation | None, reading: Reading | None
    ) -> None:
        """Show what the unit came to in a reading; None: nothing yet.

        Args:
            name: of the unit, for who cannot see it.
            explained: the unit.
            reading: whose largest activation of the layer takes the highest colour.
        """
        self._explained = explained
        if explained is not None and reading is not None:
            values = reading.activations[explained.layer.name]
            self._share = explained.activation / colormap.limit(values)
            self._has_signs = bool(values.min() < 0)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def mark(self, *, is_chosen: bool) -> None:
        """Mark it as the one whose unit is chosen, or not."""
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its neighbours allow."""
        return QSize(_WIDEST, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a name and a value."""
        return QSize(64, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses, Delete takes the pin out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The button at the right, where there is room for it."""
        button = self.remove_button.minimumSize()
        top = (self.height() - button.height()) // 2
        left = self.width() - button.width()
        self.remove_button.setGeometry(QRect(QPoint(left, top), button))
        self.remove_button.setVisible(left >= _BUTTON_FROM)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the card."""
        palette = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_lit = self._is_chosen or self.hasFocus()
            edge = QPalette.ColorRole.Accent if is_lit else QPalette.ColorRole.Mid
            painter.setPen(QPen(palette.color(edge), 2 if is_lit else 1))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            room = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            if self.width() >= _PICTURE_FROM:
                side = QRectF(room.left(), room.top(), _PICTURE, room.height())
                self._paint_picture(painter, side)
                room.setLeft(side.right() + _INSET)
            if self.remove_button.isVisible():
                room.setRight(self.remove_button.x() + _BESIDE)
            self._paint_words(painter, room)

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        if self._explained is None:
            return
        values = unit_pictures.added_up(self._explained.form).astype(np.float32)
        rows, columns = values.shape
        unit = min(room.width() / columns, room.height() / rows)
        place = QRectF(0, 0, unit * columns, unit * rows)
        place.moveCenter(room.center())
        colours = colormap.diverging(self.palette())
        image = colours.image(values, colormap.limit(values))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawImage(place, image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        """The name, and below it the value on its colour."""
        name, chip = QRectF(room), QRectF(room)
        name.setBottom(room.top() + room.height() * 0.45)
        chip.setTop(name.bottom() + 1)
        font = lettering.sized(self.font(), min(self.font().pixelSize() * 0.8, name.height()))
        font = lettering.fitting(font, self._short(), name.width())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        elided = QFontMetricsF(font).elidedText(
            self._short(), Qt.TextElideMode.ElideRight, name.width() + 1
        )
        painter.drawText(name, middle, elided)
        if self._explained is None:
            return
        font = lettering.sized(self.font(), min(self.font().pixelSize() * 0.9, chip.height() * 0.8))
        chip.setWidth(min(chip.width(), QFontMetricsF(font).horizontalAdvance("−0.00000")))
        colours = colormap.diverging(self.palette(), has_signs=self._has_signs)
        colour = colours.colour(self._share)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(colour)
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor("#000000" if is_light(colour.rgb()) else "#ffffff"))
        painter.setFont(lettering.fitting(font, self.value, chip.width() - 4))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self.value)

    def _short(self) -> str:
        """The name of the unit as short as it goes: layer, map, row and column."""
        unit = self.unit
        is_single = self._explained is not None and self._explained.layer.units == (
            self._explained.layer.maps
        )
        return f"{unit.layer} {unit.map}" + ("" if is_single else f" ({unit.y},\u2009{unit.x})")

    def _retranslate(self) -> None:
        self.setAccessibleDescription(self.tr("Pinned; Enter chooses it, Delete takes the pin out"))
        self.remove_button.set_name(self.tr("Take the pin out"))
        # The card itself is walked to; who uses the keyboard has Delete.
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
